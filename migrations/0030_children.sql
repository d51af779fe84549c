-- Children, their carers, and the search that comes before every new record (BR-01).
CREATE TABLE child_checks (
  id INTEGER PRIMARY KEY,
  query TEXT NOT NULL CHECK (json_valid(query)),
  found TEXT NOT NULL CHECK (json_valid(found)),
  checked_by INTEGER NOT NULL REFERENCES people (id),
  checked_on TEXT NOT NULL,
  checked_at TEXT NOT NULL
) STRICT;

CREATE TABLE children (
  id INTEGER PRIMARY KEY,
  neutral_ref TEXT NOT NULL UNIQUE,
  given_names TEXT NOT NULL,
  family_name TEXT NOT NULL,
  known_as TEXT NOT NULL DEFAULT '',
  sex TEXT NOT NULL CHECK (sex IN ('M', 'F', 'U', 'I')),
  dob TEXT CHECK (dob IS NULL OR dob GLOB '????-??-??'),
  expected_on TEXT CHECK (expected_on IS NULL OR expected_on GLOB '????-??-??'),
  address TEXT NOT NULL DEFAULT '',
  postcode TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  school TEXT NOT NULL DEFAULT '',
  ethnicity TEXT NOT NULL DEFAULT 'NOBT',
  disabled TEXT NOT NULL DEFAULT 'NK' CHECK (disabled IN ('Y', 'N', 'NK')),
  area_id INTEGER NOT NULL REFERENCES areas (id),
  restricted INTEGER NOT NULL DEFAULT 0 CHECK (restricted IN (0, 1)),
  restricted_reason TEXT,
  check_id INTEGER NOT NULL REFERENCES child_checks (id),
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((dob IS NULL) <> (expected_on IS NULL))
) STRICT;
CREATE INDEX children_dob ON children (dob);
CREATE INDEX children_postcode ON children (postcode);
CREATE INDEX children_name ON children (family_name COLLATE NOCASE, given_names COLLATE NOCASE);
CREATE INDEX children_area ON children (area_id);
CREATE INDEX children_created_by ON children (created_by);
CREATE INDEX children_check ON children (check_id);
-- Few are restricted: whoever reads case records asks which, and the answer is this short list.
CREATE INDEX children_restricted ON children (id) WHERE restricted = 1;

CREATE TABLE child_sounds (
  child_id INTEGER NOT NULL REFERENCES children (id),
  sound TEXT NOT NULL,
  PRIMARY KEY (child_id, sound)
) STRICT, WITHOUT ROWID;
CREATE INDEX child_sounds_sound ON child_sounds (sound);

CREATE VIRTUAL TABLE child_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

CREATE TABLE carers (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  name TEXT NOT NULL,
  relationship TEXT NOT NULL,
  parental_responsibility TEXT NOT NULL CHECK (parental_responsibility IN ('Y', 'N', 'NK')),
  phone TEXT NOT NULL DEFAULT ''
) STRICT;
CREATE INDEX carers_child ON carers (child_id);

-- People let in to a restricted record by name (12.3).
CREATE TABLE child_readers (
  child_id INTEGER NOT NULL REFERENCES children (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  granted_at TEXT NOT NULL,
  PRIMARY KEY (child_id, person_id)
) STRICT, WITHOUT ROWID;
