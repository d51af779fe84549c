-- Practitioners, who may do what, and their budget-holder training.
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  user_name TEXT UNIQUE COLLATE NOCASE,
  name TEXT NOT NULL,
  job_title TEXT NOT NULL,
  agency TEXT NOT NULL,
  area_id INTEGER REFERENCES areas (id),
  team_id INTEGER REFERENCES teams (id),
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  own_limit_pence INTEGER NOT NULL DEFAULT 0 CHECK (own_limit_pence >= 0),
  active_from TEXT NOT NULL,
  active_to TEXT,
  created_at TEXT NOT NULL,
  created_by INTEGER REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE person_roles (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  granted_by INTEGER REFERENCES people (id),
  granted_at TEXT NOT NULL
) STRICT;
CREATE INDEX person_roles_person ON person_roles (person_id);

CREATE TABLE person_training (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  trained_on TEXT NOT NULL,
  expires_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  recorded_by INTEGER REFERENCES people (id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX person_training_person ON person_training (person_id, trained_on);
