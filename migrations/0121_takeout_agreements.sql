-- A takeout that names restricted children is agreed to by a second person (12.3); each agreement serves once.
CREATE TABLE takeout_agreements (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  agreed_by INTEGER NOT NULL REFERENCES people (id),
  reason TEXT NOT NULL,
  agreed_on TEXT NOT NULL,
  agreed_at TEXT NOT NULL,
  used_at TEXT,
  CHECK (agreed_by <> person_id)
) STRICT;
CREATE INDEX takeout_agreements_person ON takeout_agreements (person_id, agreed_on);
