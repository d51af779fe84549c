-- Rights over money and people take two people; deputies stand in for days; leaving and coming back are kept.
ALTER TABLE person_roles ADD COLUMN agreed_by INTEGER REFERENCES people (id);
ALTER TABLE person_roles ADD COLUMN ended_by INTEGER REFERENCES people (id);

CREATE TABLE person_covers (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  deputy_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  limit_pence INTEGER CHECK (limit_pence > 0),
  from_day TEXT NOT NULL,
  to_day TEXT NOT NULL,
  standing INTEGER NOT NULL CHECK (standing IN (0, 1)),
  named_by INTEGER NOT NULL REFERENCES people (id),
  named_at TEXT NOT NULL,
  ended_by INTEGER REFERENCES people (id),
  ended_at TEXT,
  CHECK (deputy_id <> person_id),
  CHECK (from_day <= to_day),
  CHECK ((ended_by IS NULL) = (ended_at IS NULL)),
  CHECK (ended_at IS NULL OR standing = 0)
) STRICT;
CREATE INDEX person_covers_deputy ON person_covers (deputy_id, to_day);
CREATE INDEX person_covers_person ON person_covers (person_id, to_day);

CREATE TABLE person_proposals (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  cover_id INTEGER REFERENCES person_covers (id),
  from_day TEXT NOT NULL,
  to_day TEXT,
  state TEXT NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'agreed', 'refused', 'withdrawn')),
  proposed_by INTEGER NOT NULL REFERENCES people (id),
  proposed_at TEXT NOT NULL,
  answered_by INTEGER REFERENCES people (id),
  answered_at TEXT,
  reason TEXT NOT NULL DEFAULT '',
  CHECK ((state = 'waiting') = (answered_by IS NULL)),
  CHECK ((answered_by IS NULL) = (answered_at IS NULL)),
  CHECK (state NOT IN ('agreed', 'refused') OR (answered_by <> proposed_by AND answered_by <> person_id)),
  CHECK (state <> 'refused' OR reason <> '')
) STRICT;
CREATE INDEX person_proposals_person ON person_proposals (person_id, state);
CREATE INDEX person_proposals_waiting ON person_proposals (state) WHERE state = 'waiting';
CREATE TRIGGER person_proposals_answered BEFORE UPDATE ON person_proposals WHEN OLD.state <> 'waiting'
BEGIN SELECT RAISE(ABORT, 'an answer is not changed'); END;
CREATE TRIGGER person_proposals_not_deleted BEFORE DELETE ON person_proposals
BEGIN SELECT RAISE(ABORT, 'a proposal is answered, not deleted'); END;

CREATE TABLE person_leavings (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  leaves_on TEXT NOT NULL,
  set_by INTEGER NOT NULL REFERENCES people (id),
  set_at TEXT NOT NULL,
  returned_on TEXT,
  returned_by INTEGER REFERENCES people (id),
  returned_at TEXT,
  CHECK ((returned_on IS NULL) = (returned_by IS NULL))
) STRICT;
CREATE INDEX person_leavings_person ON person_leavings (person_id);

-- Whose authority a deputy decided with.
ALTER TABLE order_decisions ADD COLUMN for_person INTEGER REFERENCES people (id);
