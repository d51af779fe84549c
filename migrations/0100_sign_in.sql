-- How people sign in, beside the key file: what must be changed, the second factor, what was typed when the desk locked.
CREATE TABLE sign_ins (
  person_id INTEGER PRIMARY KEY REFERENCES people (id),
  passphrase_set_at TEXT NOT NULL,
  -- Somebody else chose the passphrase: it is good for one sign-in, which changes it.
  must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1))
) STRICT;

CREATE TABLE second_factors (
  person_id INTEGER PRIMARY KEY REFERENCES people (id),
  secret TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  -- Null until a first code was typed back; until then it is not asked for.
  confirmed_at TEXT,
  -- The newest half minute whose code was taken: no code is taken twice.
  last_step INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE backup_codes (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  hash TEXT NOT NULL,
  used_at TEXT
) STRICT;
CREATE INDEX backup_codes_person ON backup_codes (person_id);

CREATE TABLE drafts (
  person_id INTEGER NOT NULL REFERENCES people (id),
  form TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  kept_at TEXT NOT NULL,
  PRIMARY KEY (person_id, form)
) STRICT;

ALTER TABLE settings ADD COLUMN lock_minutes INTEGER NOT NULL DEFAULT 10 CHECK (lock_minutes BETWEEN 1 AND 60);
