-- Restricted records: every act on them is kept, and so is each time that somebody opens a record by exception (12.2, 12.3).
CREATE TABLE child_restrictions (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  act TEXT NOT NULL CHECK (act IN ('restricted', 'lifted', 'let_in', 'let_out')),
  -- Who is let in or out; nobody for the record as a whole.
  person_id INTEGER REFERENCES people (id),
  reason TEXT NOT NULL,
  done_by INTEGER NOT NULL REFERENCES people (id),
  done_at TEXT NOT NULL,
  CHECK ((act IN ('let_in', 'let_out')) = (person_id IS NOT NULL))
) STRICT;
CREATE INDEX child_restrictions_child ON child_restrictions (child_id, id);
CREATE TRIGGER child_restrictions_stay BEFORE UPDATE ON child_restrictions
BEGIN SELECT RAISE(ABORT, 'What was done with a restricted record is never changed.'); END;
CREATE TRIGGER child_restrictions_remain BEFORE DELETE ON child_restrictions
BEGIN SELECT RAISE(ABORT, 'What was done with a restricted record is never removed.'); END;

CREATE TABLE child_openings (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  reason TEXT NOT NULL,
  opened_at TEXT NOT NULL,
  until_at TEXT NOT NULL,
  ended_at TEXT,
  ended_by INTEGER REFERENCES people (id),
  CHECK (until_at > opened_at)
) STRICT;
CREATE INDEX child_openings_person ON child_openings (person_id, until_at);

-- Who has looked at an opening: it is unread for everybody else who answers for restricted records.
CREATE TABLE child_openings_seen (
  opening_id INTEGER NOT NULL REFERENCES child_openings (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  seen_at TEXT NOT NULL,
  PRIMARY KEY (opening_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX child_readers_person ON child_readers (person_id);
