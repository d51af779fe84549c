-- The Common Assessment: episode, consent, elements, plan, meetings, lead professional.
CREATE TABLE cafs (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  reference TEXT NOT NULL UNIQUE,
  episode_no INTEGER NOT NULL CHECK (episode_no >= 1),
  status TEXT NOT NULL,
  contact_source TEXT NOT NULL,
  initiating_agency TEXT NOT NULL,
  area_id INTEGER NOT NULL REFERENCES areas (id),
  team_id INTEGER REFERENCES teams (id),
  reason TEXT NOT NULL,
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  -- The level it was opened at: returns count an episode under one level for good.
  start_level INTEGER NOT NULL CHECK (start_level BETWEEN 1 AND 4),
  start_on TEXT NOT NULL CHECK (start_on GLOB '????-??-??'),
  completed_on TEXT,
  tac_formed_on TEXT,
  next_review_on TEXT,
  closed_on TEXT,
  closure_reason TEXT,
  closure_note TEXT NOT NULL DEFAULT '',
  child_comment TEXT NOT NULL DEFAULT '',
  parent_comment TEXT NOT NULL DEFAULT '',
  -- The day something was last written in it, so that what has gone quiet is found (BR-20).
  last_entry_on TEXT NOT NULL CHECK (last_entry_on GLOB '????-??-??'),
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (child_id, episode_no),
  CHECK ((closed_on IS NULL) = (closure_reason IS NULL)),
  CHECK (closed_on IS NULL OR closed_on >= start_on)
) STRICT;
-- One open CAF for a child, whatever the program does.
CREATE UNIQUE INDEX cafs_open ON cafs (child_id) WHERE closed_on IS NULL;
CREATE INDEX cafs_open_review ON cafs (next_review_on) WHERE closed_on IS NULL;
CREATE INDEX cafs_open_quiet ON cafs (last_entry_on) WHERE closed_on IS NULL;
CREATE INDEX cafs_start ON cafs (start_on);
CREATE INDEX cafs_closed ON cafs (closed_on);
CREATE INDEX cafs_area ON cafs (area_id, status);
CREATE INDEX cafs_team ON cafs (team_id);
CREATE INDEX cafs_created_by ON cafs (created_by);

CREATE TABLE caf_levels (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  from_day TEXT NOT NULL,
  set_by INTEGER NOT NULL REFERENCES people (id)
) STRICT;
CREATE INDEX caf_levels_caf ON caf_levels (caf_id, from_day);

-- Consent is a run of events; the latest of each kind counts (4.4). Never changed, never removed.
CREATE TABLE caf_consents (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  kind TEXT NOT NULL CHECK (kind IN ('TO_ASSESS', 'TO_STORE', 'TO_SHARE', 'WITHDRAW', 'VARY')),
  given_by TEXT NOT NULL,
  capacity_basis TEXT NOT NULL,
  agencies_agreed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(agencies_agreed)),
  agencies_excluded TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(agencies_excluded)),
  reasons_explained INTEGER NOT NULL CHECK (reasons_explained IN (0, 1)),
  signed_mode TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES people (id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX caf_consents_caf ON caf_consents (caf_id, id);
CREATE TRIGGER caf_consents_not_changed BEFORE UPDATE ON caf_consents BEGIN SELECT RAISE(ABORT, 'consent is added to, not changed'); END;
CREATE TRIGGER caf_consents_not_deleted BEFORE DELETE ON caf_consents BEGIN SELECT RAISE(ABORT, 'consent is added to, not deleted'); END;

CREATE TABLE caf_elements (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  element TEXT NOT NULL,
  prominence TEXT NOT NULL CHECK (prominence IN ('none', 'strength', 'need', 'concern')),
  strengths TEXT NOT NULL DEFAULT '',
  needs TEXT NOT NULL DEFAULT '',
  evidence TEXT NOT NULL DEFAULT '',
  view_difference TEXT NOT NULL DEFAULT '',
  author_id INTEGER NOT NULL REFERENCES people (id),
  saved_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (caf_id, element)
) STRICT;

CREATE TABLE plan_outcomes (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  number INTEGER NOT NULL,
  desired TEXT NOT NULL,
  ecm_aim TEXT NOT NULL,
  baseline INTEGER CHECK (baseline BETWEEN 0 AND 10),
  latest INTEGER CHECK (latest BETWEEN 0 AND 10),
  target INTEGER CHECK (target BETWEEN 0 AND 10),
  status TEXT NOT NULL DEFAULT 'open' CHECK (status IN ('open', 'achieved', 'partly', 'not_achieved')),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (caf_id, number)
) STRICT;

CREATE TABLE plan_actions (
  id INTEGER PRIMARY KEY,
  outcome_id INTEGER NOT NULL REFERENCES plan_outcomes (id),
  number INTEGER NOT NULL,
  action TEXT NOT NULL,
  responsible TEXT NOT NULL,
  agency TEXT NOT NULL,
  by_when TEXT NOT NULL,
  status TEXT NOT NULL DEFAULT 'not_started' CHECK (status IN ('not_started', 'on_track', 'late', 'done', 'dropped')),
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (outcome_id, number)
) STRICT;

CREATE TABLE lead_professionals (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  from_day TEXT NOT NULL,
  to_day TEXT,
  agreed_by_family INTEGER NOT NULL CHECK (agreed_by_family IN (0, 1)),
  change_reason TEXT NOT NULL DEFAULT '',
  appointed_by INTEGER NOT NULL REFERENCES people (id)
) STRICT;
CREATE UNIQUE INDEX lead_professionals_current ON lead_professionals (caf_id) WHERE to_day IS NULL;
CREATE INDEX lead_professionals_caf ON lead_professionals (caf_id, from_day);
CREATE INDEX lead_professionals_person ON lead_professionals (person_id, caf_id);

CREATE TABLE caf_meetings (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  kind TEXT NOT NULL CHECK (kind IN ('INITIAL', 'REVIEW', 'CLOSURE')),
  held_on TEXT NOT NULL,
  attended TEXT NOT NULL DEFAULT '',
  notes TEXT NOT NULL DEFAULT '',
  child_comment TEXT NOT NULL,
  parent_comment TEXT NOT NULL,
  decision TEXT NOT NULL CHECK (decision IN ('continue', 'close', 'step_up', 'step_down')),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  next_review_on TEXT,
  recorded_by INTEGER NOT NULL REFERENCES people (id),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX caf_meetings_caf ON caf_meetings (caf_id, held_on);
