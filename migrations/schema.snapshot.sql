-- The schema that the migrations build, for reading a change. Written by the tests; never run.

CREATE TABLE areas (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE audit_bodies (
  seq INTEGER PRIMARY KEY REFERENCES audit_events (seq),
  salt TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;

CREATE TRIGGER audit_bodies_not_changed BEFORE UPDATE ON audit_bodies BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not changed'); END;

CREATE TRIGGER audit_bodies_not_deleted BEFORE DELETE ON audit_bodies BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not deleted'); END;

CREATE TABLE audit_events (
  seq INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  person_id INTEGER,
  operation TEXT NOT NULL,
  outcome TEXT NOT NULL CHECK (outcome IN ('done', 'read', 'refused')),
  entity TEXT NOT NULL DEFAULT '',
  entity_id INTEGER,
  detail TEXT NOT NULL DEFAULT '{}' CHECK (json_valid(detail)),
  previous_hash TEXT NOT NULL,
  hash TEXT NOT NULL
, form INTEGER NOT NULL DEFAULT 1 CHECK (form IN (1, 2)), action TEXT NOT NULL DEFAULT '', roles TEXT NOT NULL DEFAULT '', machine TEXT NOT NULL DEFAULT '', about TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(about)), body_hash TEXT NOT NULL DEFAULT '') STRICT;

CREATE INDEX audit_events_at ON audit_events (at, seq);

CREATE INDEX audit_events_entity ON audit_events (entity, entity_id, seq);

CREATE INDEX audit_events_person ON audit_events (person_id, seq);

CREATE TRIGGER audit_in_order BEFORE INSERT ON audit_events
WHEN NEW.seq <> (SELECT ifnull(max(seq), 0) + 1 FROM audit_events)
  OR NEW.previous_hash <> ifnull((SELECT hash FROM audit_events ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'the audit trail is one unbroken run'); END;

CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not changed'); END;

CREATE TRIGGER audit_not_deleted BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not deleted'); END;

CREATE TABLE audit_records (
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit_events (seq),
  PRIMARY KEY (kind, record_id, seq)
) STRICT, WITHOUT ROWID;

CREATE INDEX audit_records_seq ON audit_records (seq);

CREATE TRIGGER audit_records_not_changed BEFORE UPDATE ON audit_records BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not changed'); END;

CREATE TRIGGER audit_records_not_deleted BEFORE DELETE ON audit_records BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not deleted'); END;

CREATE TABLE backup_codes (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  hash TEXT NOT NULL,
  used_at TEXT
) STRICT;

CREATE INDEX backup_codes_person ON backup_codes (person_id);

CREATE TABLE backup_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  second_folder TEXT CHECK (second_folder <> ''),
  failed_at TEXT,
  failed_why TEXT NOT NULL DEFAULT '',
  second_failed_at TEXT,
  second_failed_why TEXT NOT NULL DEFAULT ''
) STRICT;

CREATE TABLE budgets (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES funds (id),
  owner_kind TEXT NOT NULL CHECK (owner_kind IN ('area', 'team', 'person', 'caf')),
  owner_id INTEGER NOT NULL,
  financial_year TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (fund_id, owner_kind, owner_id, financial_year)
) STRICT;

CREATE TABLE "caf_consents" (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  kind TEXT NOT NULL CHECK (kind IN ('TO_ASSESS', 'TO_STORE', 'TO_SHARE', 'TO_SPEND_VISIBILITY', 'WITHDRAW', 'VARY')),
  given_by TEXT NOT NULL,
  capacity_basis TEXT NOT NULL,
  agencies_agreed TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(agencies_agreed)),
  agencies_excluded TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(agencies_excluded)),
  reasons_explained INTEGER NOT NULL CHECK (reasons_explained IN (0, 1)),
  signed_mode TEXT NOT NULL,
  signed_on TEXT NOT NULL,
  signatory TEXT NOT NULL DEFAULT '',
  witnessed_by TEXT NOT NULL DEFAULT '',
  limits TEXT NOT NULL DEFAULT '',
  effective_to TEXT CHECK (effective_to IS NULL OR effective_to GLOB '????-??-??'),
  recorded_by INTEGER NOT NULL REFERENCES people (id),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX caf_consents_caf ON caf_consents (caf_id, id);

CREATE TRIGGER caf_consents_not_changed BEFORE UPDATE ON caf_consents BEGIN SELECT RAISE(ABORT, 'consent is added to, not changed'); END;

CREATE TRIGGER caf_consents_not_deleted BEFORE DELETE ON caf_consents BEGIN SELECT RAISE(ABORT, 'consent is added to, not deleted'); END;

CREATE TABLE caf_disclosures (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  what TEXT NOT NULL,
  agency TEXT NOT NULL,
  recipient TEXT NOT NULL DEFAULT '',
  basis TEXT NOT NULL CHECK (basis IN ('consent', 'child_harm', 'adult_harm', 'crime', 'court', 'subject_access')),
  reason TEXT NOT NULL DEFAULT '',
  consent_id INTEGER REFERENCES caf_consents (id),
  authorised_by INTEGER REFERENCES people (id),
  disclosed_on TEXT NOT NULL CHECK (disclosed_on GLOB '????-??-??'),
  recorded_by INTEGER NOT NULL REFERENCES people (id),
  recorded_at TEXT NOT NULL
) STRICT;

CREATE INDEX caf_disclosures_caf ON caf_disclosures (caf_id, id);

CREATE TRIGGER caf_disclosures_not_changed BEFORE UPDATE ON caf_disclosures BEGIN SELECT RAISE(ABORT, 'disclosures are added to, not changed'); END;

CREATE TRIGGER caf_disclosures_not_deleted BEFORE DELETE ON caf_disclosures BEGIN SELECT RAISE(ABORT, 'disclosures are added to, not deleted'); END;

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

CREATE TABLE caf_levels (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 4),
  from_day TEXT NOT NULL,
  set_by INTEGER NOT NULL REFERENCES people (id)
) STRICT;

CREATE INDEX caf_levels_caf ON caf_levels (caf_id, from_day);

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

CREATE TABLE caf_offers (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  status TEXT NOT NULL CHECK (status IN ('enquiry', 'pre_caf', 'offered', 'declined', 'consented', 'closed')),
  contact_source TEXT NOT NULL,
  agency TEXT NOT NULL,
  requested_on TEXT NOT NULL CHECK (requested_on GLOB '????-??-??'),
  checklist TEXT CHECK (checklist IS NULL OR json_valid(checklist)),
  checklist_on TEXT,
  checklist_by INTEGER REFERENCES people (id),
  decision TEXT CHECK (decision IN ('offer', 'none', 'safeguarding', 'specialist', 'advice')),
  offered_on TEXT,
  declined_on TEXT,
  declined_by TEXT CHECK (declined_by IN ('child', 'parent', 'carer', 'other')),
  decline_reason TEXT NOT NULL DEFAULT '',
  caf_id INTEGER REFERENCES cafs (id),
  recorded_at TEXT NOT NULL,
  recorded_by INTEGER NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((status = 'declined') = (declined_on IS NOT NULL)),
  CHECK ((status = 'consented') = (caf_id IS NOT NULL))
) STRICT;

CREATE INDEX caf_offers_caf ON caf_offers (caf_id);

CREATE INDEX caf_offers_child ON caf_offers (child_id, id);

CREATE UNIQUE INDEX caf_offers_open ON caf_offers (child_id) WHERE status IN ('enquiry', 'pre_caf', 'offered');

CREATE TABLE caf_referrals (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  referred_on TEXT NOT NULL CHECK (referred_on GLOB '????-??-??'),
  reason TEXT NOT NULL,
  referred_by INTEGER NOT NULL REFERENCES people (id),
  -- `ended`: the CAF was closed for another reason before they answered.
  answer TEXT CHECK (answer IN ('accepted', 'refused', 'ended')),
  answered_on TEXT,
  plan TEXT CHECK (plan IN ('CIN', 'CP', 'LAC')),
  note TEXT NOT NULL DEFAULT '',
  recorded_at TEXT NOT NULL,
  CHECK ((answer IS NULL) = (answered_on IS NULL)),
  CHECK (plan IS NULL OR answer = 'accepted')
) STRICT;

CREATE INDEX caf_referrals_caf ON caf_referrals (caf_id, id);

CREATE UNIQUE INDEX caf_referrals_waiting ON caf_referrals (caf_id) WHERE answer IS NULL;

CREATE TABLE caf_transfers (
  caf_id INTEGER PRIMARY KEY REFERENCES cafs (id),
  authority TEXT NOT NULL,
  consented_on TEXT NOT NULL,
  pack_sent_on TEXT NOT NULL,
  received_by TEXT NOT NULL DEFAULT '',
  received_on TEXT
) STRICT;

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
  version INTEGER NOT NULL DEFAULT 1, completed_at TEXT, closed_at TEXT, request_on TEXT, step_down_from TEXT NOT NULL DEFAULT 'none' CHECK (step_down_from IN ('none', 'CIN', 'CP', 'LAC')), step_down_on TEXT, status_before TEXT, difference TEXT NOT NULL DEFAULT '', family_feedback TEXT NOT NULL DEFAULT '', reopened_on TEXT,
  UNIQUE (child_id, episode_no),
  CHECK ((closed_on IS NULL) = (closure_reason IS NULL)),
  CHECK (closed_on IS NULL OR closed_on >= start_on)
) STRICT;

CREATE INDEX cafs_by_level ON cafs (level, child_id, closed_on, area_id, team_id, episode_no, next_review_on);

CREATE INDEX cafs_by_reference ON cafs (reference, child_id, closed_on, area_id, team_id, episode_no, next_review_on);

CREATE INDEX cafs_by_review
ON cafs ((next_review_on IS NULL), next_review_on, child_id, closed_on, area_id, team_id, episode_no);

CREATE INDEX cafs_closed ON cafs (closed_on) WHERE closed_on IS NOT NULL;

CREATE INDEX cafs_created_by ON cafs (created_by);

CREATE INDEX cafs_flow
ON cafs (area_id, start_level, start_on, closed_on, closure_reason, completed_on, tac_formed_on, episode_no, child_id);

CREATE UNIQUE INDEX cafs_open ON cafs (child_id) WHERE closed_on IS NULL;

CREATE INDEX cafs_open_quiet ON cafs (last_entry_on) WHERE closed_on IS NULL;

CREATE INDEX cafs_open_review ON cafs (next_review_on) WHERE closed_on IS NULL;

CREATE INDEX cafs_open_scope ON cafs (child_id, area_id, team_id, next_review_on, last_entry_on, closed_on)
WHERE closed_on IS NULL;

CREATE INDEX cafs_scope ON cafs (child_id, episode_no, closed_on, area_id, team_id, next_review_on);

CREATE INDEX cafs_start ON cafs (start_on);

CREATE INDEX cafs_team ON cafs (team_id);

CREATE TABLE carers (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  name TEXT NOT NULL,
  relationship TEXT NOT NULL,
  parental_responsibility TEXT NOT NULL CHECK (parental_responsibility IN ('Y', 'N', 'NK')),
  phone TEXT NOT NULL DEFAULT ''
, relationship_words TEXT NOT NULL DEFAULT '', dob TEXT CHECK (dob IS NULL OR dob GLOB '????-??-??'), same_address INTEGER NOT NULL DEFAULT 1 CHECK (same_address IN (0, 1)), address TEXT NOT NULL DEFAULT '', postcode TEXT NOT NULL DEFAULT '', address_restricted INTEGER NOT NULL DEFAULT 0 CHECK (address_restricted IN (0, 1)), school TEXT NOT NULL DEFAULT '', lives_with_child TEXT NOT NULL DEFAULT 'NK' CHECK (lives_with_child IN ('Y', 'N', 'NK')), is_signatory INTEGER NOT NULL DEFAULT 0 CHECK (is_signatory IN (0, 1)), linked_child_id INTEGER REFERENCES children (id), gone_on TEXT CHECK (gone_on IS NULL OR gone_on GLOB '????-??-??'), version INTEGER NOT NULL DEFAULT 1) STRICT;

CREATE INDEX carers_child ON carers (child_id);

CREATE INDEX carers_linked ON carers (linked_child_id) WHERE linked_child_id IS NOT NULL;

CREATE TABLE child_checks (
  id INTEGER PRIMARY KEY,
  query TEXT NOT NULL CHECK (json_valid(query)),
  found TEXT NOT NULL CHECK (json_valid(found)),
  checked_by INTEGER NOT NULL REFERENCES people (id),
  checked_on TEXT NOT NULL,
  checked_at TEXT NOT NULL
) STRICT;

CREATE TABLE child_merges (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES children (id),
  gone_id INTEGER NOT NULL REFERENCES children (id),
  reason TEXT NOT NULL,
  -- The kept record's fields before and after, and all that moved, so that it can be put back.
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  merged_by INTEGER NOT NULL REFERENCES people (id),
  merged_on TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  undone_by INTEGER REFERENCES people (id),
  undone_at TEXT,
  CHECK (kept_id <> gone_id),
  CHECK ((undone_by IS NULL) = (undone_at IS NULL))
) STRICT;

CREATE UNIQUE INDEX child_merges_gone ON child_merges (gone_id) WHERE undone_at IS NULL;

CREATE INDEX child_merges_kept ON child_merges (kept_id);

CREATE TRIGGER child_merges_not_deleted BEFORE DELETE ON child_merges
BEGIN SELECT RAISE(ABORT, 'a merge is undone, not deleted'); END;

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

CREATE TABLE child_openings_seen (
  opening_id INTEGER NOT NULL REFERENCES child_openings (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  seen_at TEXT NOT NULL,
  PRIMARY KEY (opening_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE child_pairs (
  low_id INTEGER NOT NULL REFERENCES children (id),
  high_id INTEGER NOT NULL REFERENCES children (id),
  score INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (json_valid(why)),
  found_at TEXT NOT NULL,
  -- Somebody looked and they are two children: remembered, so that it is not asked again.
  not_same_by INTEGER REFERENCES people (id),
  not_same_on TEXT,
  not_same_note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (low_id, high_id),
  CHECK (low_id < high_id),
  CHECK ((not_same_by IS NULL) = (not_same_on IS NULL))
) STRICT, WITHOUT ROWID;

CREATE INDEX child_pairs_high ON child_pairs (high_id);

CREATE INDEX child_pairs_open ON child_pairs (score DESC) WHERE not_same_by IS NULL;

CREATE TABLE child_readers (
  child_id INTEGER NOT NULL REFERENCES children (id),
  person_id INTEGER NOT NULL REFERENCES people (id),
  granted_at TEXT NOT NULL,
  PRIMARY KEY (child_id, person_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX child_readers_person ON child_readers (person_id);

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

CREATE TRIGGER child_restrictions_remain BEFORE DELETE ON child_restrictions
BEGIN SELECT RAISE(ABORT, 'What was done with a restricted record is never removed.'); END;

CREATE TRIGGER child_restrictions_stay BEFORE UPDATE ON child_restrictions
BEGIN SELECT RAISE(ABORT, 'What was done with a restricted record is never changed.'); END;

CREATE TABLE child_services (
  id INTEGER PRIMARY KEY,
  child_id INTEGER NOT NULL REFERENCES children (id),
  service TEXT NOT NULL CHECK (service IN ('gp', 'early_years', 'school', 'further', 'other')),
  organisation TEXT NOT NULL,
  worker TEXT NOT NULL DEFAULT '',
  role TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  address TEXT NOT NULL DEFAULT '',
  from_day TEXT CHECK (from_day IS NULL OR from_day GLOB '????-??-??'),
  to_day TEXT CHECK (to_day IS NULL OR to_day GLOB '????-??-??'),
  cross_border INTEGER NOT NULL DEFAULT 0 CHECK (cross_border IN (0, 1)),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (from_day IS NULL OR to_day IS NULL OR to_day >= from_day)
) STRICT;

CREATE INDEX child_services_child ON child_services (child_id);

CREATE TABLE child_sounds (
  child_id INTEGER NOT NULL REFERENCES children (id),
  sound TEXT NOT NULL,
  PRIMARY KEY (child_id, sound)
) STRICT, WITHOUT ROWID;

CREATE INDEX child_sounds_sound ON child_sounds (sound);

CREATE VIRTUAL TABLE child_words USING fts5 (words, tokenize = 'unicode61 remove_diacritics 2', prefix = '2 3');

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
  version INTEGER NOT NULL DEFAULT 1, dob_estimated INTEGER NOT NULL DEFAULT 0 CHECK (dob_estimated IN (0, 1)), address_restricted INTEGER NOT NULL DEFAULT 0 CHECK (address_restricted IN (0, 1)), email TEXT NOT NULL DEFAULT '', unique_ref TEXT NOT NULL DEFAULT '', nhs_number TEXT NOT NULL DEFAULT '', upn TEXT NOT NULL DEFAULT '', upn_unknown TEXT NOT NULL DEFAULT '', ethnicity_other TEXT NOT NULL DEFAULT '', religion TEXT NOT NULL DEFAULT '', first_language TEXT NOT NULL DEFAULT '', parent_language TEXT NOT NULL DEFAULT '', interpreter_needed TEXT NOT NULL DEFAULT 'NK' CHECK (interpreter_needed IN ('Y', 'N', 'NK')), interpreter_arranged INTEGER NOT NULL DEFAULT 0 CHECK (interpreter_arranged IN (0, 1)), immigration_status TEXT NOT NULL DEFAULT '', disability_details TEXT NOT NULL DEFAULT '', disabilities TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(disabilities)), special_requirements TEXT NOT NULL DEFAULT '', sen_status TEXT NOT NULL DEFAULT 'NK' CHECK (sen_status IN ('NK', 'N', 'A', 'P', 'S')), young_carer TEXT NOT NULL DEFAULT 'NK' CHECK (young_carer IN ('Y', 'N', 'NK')), exclusion_risk TEXT NOT NULL DEFAULT 'NK' CHECK (exclusion_risk IN ('Y', 'N', 'NK')), looked_after TEXT NOT NULL DEFAULT 'NK' CHECK (looked_after IN ('Y', 'N', 'NK')), looked_after_from TEXT CHECK (looked_after_from IS NULL OR looked_after_from GLOB '????-??-??'), looked_after_to TEXT CHECK (looked_after_to IS NULL OR looked_after_to GLOB '????-??-??'), expecting_on TEXT CHECK (expecting_on IS NULL OR expecting_on GLOB '????-??-??'), died_on TEXT CHECK (died_on IS NULL OR died_on GLOB '????-??-??'), merged_into INTEGER REFERENCES children (id), compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1)),
  CHECK ((dob IS NULL) <> (expected_on IS NULL))
) STRICT;

CREATE INDEX children_area ON children (area_id);

CREATE INDEX children_check ON children (check_id);

CREATE INDEX children_created_by ON children (created_by);

CREATE INDEX children_died ON children (id) WHERE died_on IS NOT NULL;

CREATE INDEX children_dob ON children (dob);

CREATE INDEX children_expected ON children (expected_on) WHERE expected_on IS NOT NULL;

CREATE INDEX children_merged ON children (id) WHERE merged_into IS NOT NULL;

CREATE INDEX children_merged_into ON children (merged_into) WHERE merged_into IS NOT NULL;

CREATE INDEX children_name ON children (family_name COLLATE NOCASE, given_names COLLATE NOCASE);

CREATE INDEX children_nhs_number ON children (nhs_number) WHERE nhs_number <> '';

CREATE INDEX children_postcode ON children (postcode);

CREATE INDEX children_restricted ON children (id) WHERE restricted = 1;

CREATE INDEX children_to_compare ON children (id) WHERE compared = 0;

CREATE INDEX children_upn ON children (upn) WHERE upn <> '';

CREATE TABLE drafts (
  person_id INTEGER NOT NULL REFERENCES people (id),
  form TEXT NOT NULL,
  title TEXT NOT NULL,
  place TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  kept_at TEXT NOT NULL,
  PRIMARY KEY (person_id, form)
) STRICT;

CREATE TABLE funds (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE,
  funder TEXT NOT NULL,
  programme TEXT NOT NULL,
  start_on TEXT NOT NULL,
  end_on TEXT NOT NULL,
  carry_forward INTEGER NOT NULL CHECK (carry_forward IN (0, 1)),
  conditions TEXT NOT NULL DEFAULT '',
  restricted_categories TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(restricted_categories)),
  cost_centre TEXT NOT NULL DEFAULT '',
  expense_code TEXT NOT NULL DEFAULT '',
  project_code TEXT NOT NULL DEFAULT '',
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 1,
  CHECK (end_on >= start_on)
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
, appointed_at TEXT) STRICT;

CREATE INDEX lead_professionals_caf ON lead_professionals (caf_id, from_day);

CREATE UNIQUE INDEX lead_professionals_current ON lead_professionals (caf_id) WHERE to_day IS NULL;

CREATE INDEX lead_professionals_person ON lead_professionals (person_id, caf_id);

CREATE TABLE ledger_accounts (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES funds (id),
  budget_id INTEGER REFERENCES budgets (id),
  state TEXT NOT NULL CHECK (state IN ('source', 'unallocated', 'available', 'pending', 'committed', 'accrued', 'spent')),
  CHECK ((budget_id IS NULL) = (state IN ('source', 'unallocated')))
) STRICT;

CREATE UNIQUE INDEX ledger_accounts_one ON ledger_accounts (fund_id, ifnull(budget_id, 0), state);

CREATE TRIGGER ledger_accounts_not_changed BEFORE UPDATE ON ledger_accounts BEGIN SELECT RAISE(ABORT, 'an account is not changed'); END;

CREATE TRIGGER ledger_accounts_not_deleted BEFORE DELETE ON ledger_accounts BEGIN SELECT RAISE(ABORT, 'an account is not deleted'); END;

CREATE TABLE ledger_entries (
  id INTEGER PRIMARY KEY,
  posting_id INTEGER NOT NULL REFERENCES ledger_postings (id),
  account_id INTEGER NOT NULL REFERENCES ledger_accounts (id),
  amount_pence INTEGER NOT NULL CHECK (amount_pence <> 0)
) STRICT;

CREATE INDEX ledger_entries_account ON ledger_entries (account_id, amount_pence);

CREATE INDEX ledger_entries_posting ON ledger_entries (posting_id);

CREATE TRIGGER ledger_entries_after_seal BEFORE INSERT ON ledger_entries
WHEN EXISTS (SELECT 1 FROM ledger_seals WHERE posting_id = NEW.posting_id)
BEGIN SELECT RAISE(ABORT, 'a sealed posting takes no more entries'); END;

CREATE TRIGGER ledger_entries_not_changed BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not changed'); END;

CREATE TRIGGER ledger_entries_not_deleted BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not deleted'); END;

CREATE TABLE ledger_postings (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('receive', 'allocate', 'transfer', 'hold', 'unhold', 'commit', 'accrue', 'spend', 'release', 'recover_vat', 'carry_forward')),
  day TEXT NOT NULL CHECK (day GLOB '????-??-??'),
  order_id INTEGER,
  reason TEXT NOT NULL,
  posted_by INTEGER NOT NULL REFERENCES people (id),
  posted_at TEXT NOT NULL,
  seal_id INTEGER NOT NULL UNIQUE REFERENCES ledger_seals (posting_id) DEFERRABLE INITIALLY DEFERRED,
  CHECK (seal_id = id)
) STRICT;

CREATE INDEX ledger_postings_day ON ledger_postings (day);

CREATE INDEX ledger_postings_order ON ledger_postings (order_id);

CREATE TRIGGER ledger_postings_not_changed BEFORE UPDATE ON ledger_postings BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not changed'); END;

CREATE TRIGGER ledger_postings_not_deleted BEFORE DELETE ON ledger_postings BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not deleted'); END;

CREATE TABLE ledger_seals (
  posting_id INTEGER PRIMARY KEY REFERENCES ledger_postings (id)
) STRICT;

CREATE TRIGGER ledger_seals_balance BEFORE INSERT ON ledger_seals
WHEN (SELECT count(*) FROM ledger_entries WHERE posting_id = NEW.posting_id) < 2
  OR (SELECT sum(amount_pence) FROM ledger_entries WHERE posting_id = NEW.posting_id) <> 0
BEGIN SELECT RAISE(ABORT, 'a posting must balance to zero'); END;

CREATE TRIGGER ledger_seals_not_changed BEFORE UPDATE ON ledger_seals BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not changed'); END;

CREATE TRIGGER ledger_seals_not_deleted BEFORE DELETE ON ledger_seals BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not deleted'); END;

CREATE TABLE migrations_done (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, done_at TEXT NOT NULL
) STRICT;

CREATE TABLE order_decisions (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  decision TEXT NOT NULL CHECK (decision IN ('own_limit', 'approve', 'refuse', 'return')),
  tier TEXT NOT NULL,
  decided_by INTEGER NOT NULL REFERENCES people (id),
  decided_on TEXT NOT NULL,
  decided_at TEXT NOT NULL,
  reason TEXT NOT NULL DEFAULT '',
  gross_pence INTEGER NOT NULL,
  left_pence INTEGER NOT NULL
, for_person INTEGER REFERENCES people (id)) STRICT;

CREATE INDEX order_decisions_order ON order_decisions (order_id);

CREATE TRIGGER order_decisions_not_changed BEFORE UPDATE ON order_decisions BEGIN SELECT RAISE(ABORT, 'a decision is not changed'); END;

CREATE TRIGGER order_decisions_not_deleted BEFORE DELETE ON order_decisions BEGIN SELECT RAISE(ABORT, 'a decision is not deleted'); END;

CREATE TABLE order_gates (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  stage TEXT NOT NULL CHECK (stage IN ('submit', 'approve', 'issue')),
  gate TEXT NOT NULL,
  verdict TEXT NOT NULL CHECK (verdict IN ('pass', 'warn', 'stop')),
  judged_on TEXT NOT NULL
) STRICT;

CREATE INDEX order_gates_order ON order_gates (order_id, stage);

CREATE TRIGGER order_gates_not_changed BEFORE UPDATE ON order_gates BEGIN SELECT RAISE(ABORT, 'a judgement is not changed'); END;

CREATE TABLE order_lines (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  line_no INTEGER NOT NULL,
  item_id INTEGER REFERENCES price_items (id),
  description TEXT NOT NULL,
  code TEXT NOT NULL DEFAULT '',
  quantity INTEGER NOT NULL CHECK (quantity > 0),
  unit TEXT NOT NULL,
  unit_price_e4 INTEGER NOT NULL CHECK (unit_price_e4 >= 0),
  vat_code TEXT NOT NULL,
  vat_rate_bp INTEGER NOT NULL,
  net_pence INTEGER NOT NULL,
  vat_pence INTEGER NOT NULL,
  gross_pence INTEGER NOT NULL,
  category TEXT NOT NULL,
  UNIQUE (order_id, line_no),
  CHECK (gross_pence = net_pence + vat_pence)
) STRICT;

CREATE TRIGGER order_lines_frozen_delete BEFORE DELETE ON order_lines
WHEN (SELECT number FROM orders WHERE id = OLD.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;

CREATE TRIGGER order_lines_frozen_insert BEFORE INSERT ON order_lines
WHEN (SELECT number FROM orders WHERE id = NEW.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;

CREATE TRIGGER order_lines_frozen_update BEFORE UPDATE ON order_lines
WHEN (SELECT number FROM orders WHERE id = OLD.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;

CREATE TABLE order_papers (
  order_id INTEGER PRIMARY KEY REFERENCES orders (id),
  paper TEXT NOT NULL CHECK (json_valid(paper)),
  pdf BLOB,
  sha256 TEXT,
  made_at TEXT,
  CHECK ((pdf IS NULL) = (sha256 IS NULL))
) STRICT;

CREATE TRIGGER order_papers_frozen BEFORE UPDATE ON order_papers
WHEN NEW.paper <> OLD.paper OR OLD.pdf IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'a stored paper is not changed'); END;

CREATE TABLE order_prints (
  id INTEGER PRIMARY KEY,
  order_id INTEGER NOT NULL REFERENCES orders (id),
  how TEXT NOT NULL CHECK (how IN ('printed', 'saved')),
  as_copy INTEGER NOT NULL CHECK (as_copy IN (0, 1)),
  copies INTEGER NOT NULL DEFAULT 1,
  done_by INTEGER NOT NULL REFERENCES people (id),
  done_at TEXT NOT NULL
) STRICT;

CREATE INDEX order_prints_order ON order_prints (order_id);

CREATE TABLE orders (
  id INTEGER PRIMARY KEY,
  caf_id INTEGER NOT NULL REFERENCES cafs (id),
  action_id INTEGER REFERENCES plan_actions (id),
  provider_id INTEGER REFERENCES providers (id),
  budget_id INTEGER REFERENCES budgets (id),
  status TEXT NOT NULL CHECK (status IN ('draft', 'submitted', 'returned', 'approved', 'refused', 'withdrawn', 'issued', 'cancelled')),
  number INTEGER UNIQUE CHECK (number BETWEEN 1000000 AND 9999999),
  neutral_ref TEXT NOT NULL,
  need TEXT NOT NULL DEFAULT '',
  why_now TEXT NOT NULL DEFAULT 'planned' CHECK (why_now IN ('planned', 'crisis')),
  alternatives TEXT NOT NULL DEFAULT '',
  child_view TEXT NOT NULL DEFAULT '',
  family_view_kind TEXT NOT NULL DEFAULT '' CHECK (family_view_kind IN ('', 'agreed', 'asked', 'declined', 'not_told')),
  family_view TEXT NOT NULL DEFAULT '',
  overlap_reason TEXT NOT NULL DEFAULT '',
  required_by TEXT,
  deliver_to TEXT NOT NULL DEFAULT '',
  requested_by INTEGER REFERENCES people (id),
  entered_by INTEGER NOT NULL REFERENCES people (id),
  submitted_on TEXT,
  issued_on TEXT,
  issued_by INTEGER REFERENCES people (id),
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1,
  CHECK ((number IS NULL) = (issued_on IS NULL))
) STRICT;

CREATE INDEX orders_caf ON orders (caf_id);

CREATE INDEX orders_issued ON orders (issued_on);

CREATE INDEX orders_provider ON orders (provider_id, submitted_on);

CREATE INDEX orders_status ON orders (status, updated_at);

CREATE TRIGGER orders_not_deleted BEFORE DELETE ON orders BEGIN SELECT RAISE(ABORT, 'an order is cancelled, not deleted'); END;

CREATE TRIGGER orders_number_stays BEFORE UPDATE OF number, caf_id, provider_id, budget_id, neutral_ref, issued_on ON orders
WHEN OLD.number IS NOT NULL AND (NEW.number IS NOT OLD.number OR NEW.caf_id <> OLD.caf_id OR NEW.provider_id IS NOT OLD.provider_id
  OR NEW.budget_id IS NOT OLD.budget_id OR NEW.neutral_ref <> OLD.neutral_ref OR NEW.issued_on IS NOT OLD.issued_on)
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;

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

CREATE TABLE person_roles (
  id INTEGER PRIMARY KEY,
  person_id INTEGER NOT NULL REFERENCES people (id),
  role TEXT NOT NULL,
  from_day TEXT NOT NULL,
  to_day TEXT,
  granted_by INTEGER REFERENCES people (id),
  granted_at TEXT NOT NULL
, agreed_by INTEGER REFERENCES people (id), ended_by INTEGER REFERENCES people (id)) STRICT;

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

CREATE TABLE policies (
  id INTEGER PRIMARY KEY,
  valid_from TEXT NOT NULL CHECK (valid_from GLOB '????-??-??'),
  body TEXT NOT NULL CHECK (json_valid(body)),
  reason TEXT NOT NULL,
  set_by INTEGER,
  set_at TEXT NOT NULL
) STRICT;

CREATE TRIGGER policies_not_changed BEFORE UPDATE ON policies BEGIN SELECT RAISE(ABORT, 'policy is replaced, not changed'); END;

CREATE TRIGGER policies_not_deleted BEFORE DELETE ON policies BEGIN SELECT RAISE(ABORT, 'policy is replaced, not deleted'); END;

CREATE TABLE price_items (
  id INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES providers (id),
  code TEXT NOT NULL,
  title TEXT NOT NULL,
  category TEXT NOT NULL,
  unit TEXT NOT NULL,
  active INTEGER NOT NULL DEFAULT 1 CHECK (active IN (0, 1)),
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 1,
  UNIQUE (provider_id, code)
) STRICT;

CREATE TABLE prices (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES price_items (id),
  unit_price_e4 INTEGER NOT NULL CHECK (unit_price_e4 >= 0),
  vat_code TEXT NOT NULL,
  valid_from TEXT NOT NULL,
  valid_to TEXT,
  set_by INTEGER NOT NULL REFERENCES people (id),
  set_at TEXT NOT NULL,
  UNIQUE (item_id, valid_from),
  CHECK (valid_to IS NULL OR valid_to >= valid_from)
) STRICT;

CREATE TABLE provider_imports (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  report TEXT NOT NULL CHECK (json_valid(report)),
  imported_by INTEGER NOT NULL REFERENCES people (id),
  imported_at TEXT NOT NULL
) STRICT;

CREATE TABLE provider_payments (
  id INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES providers (id),
  import_id INTEGER NOT NULL REFERENCES provider_imports (id),
  paid_on TEXT NOT NULL,
  net_pence INTEGER NOT NULL,
  description TEXT NOT NULL,
  fingerprint TEXT NOT NULL UNIQUE
) STRICT;

CREATE INDEX provider_payments_provider ON provider_payments (provider_id, paid_on);

CREATE TABLE provider_spellings (
  id INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES providers (id),
  spelling TEXT NOT NULL UNIQUE,
  agreed_by INTEGER NOT NULL REFERENCES people (id),
  agreed_at TEXT NOT NULL
) STRICT;

CREATE TABLE providers (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  name_key TEXT NOT NULL UNIQUE,
  kind TEXT NOT NULL CHECK (kind IN ('retailer', 'voluntary', 'private', 'public', 'individual', 'unknown')),
  status TEXT NOT NULL CHECK (status IN ('prospective', 'checking', 'approved', 'suspended', 'ended')),
  address TEXT NOT NULL DEFAULT '',
  phone TEXT NOT NULL DEFAULT '',
  order_email TEXT NOT NULL DEFAULT '',
  supplier_number TEXT NOT NULL DEFAULT '',
  vat_registered INTEGER NOT NULL DEFAULT 0 CHECK (vat_registered IN (0, 1)),
  vat_number TEXT NOT NULL DEFAULT '',
  contact_with_children INTEGER NOT NULL DEFAULT 0 CHECK (contact_with_children IN (0, 1)),
  safeguarding_expires_on TEXT,
  insurance_expires_on TEXT,
  data_note_on TEXT,
  approved_by INTEGER REFERENCES people (id),
  approved_on TEXT,
  created_at TEXT NOT NULL,
  created_by INTEGER NOT NULL REFERENCES people (id),
  version INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE INDEX providers_status ON providers (status, name COLLATE NOCASE);

CREATE TABLE second_factors (
  person_id INTEGER PRIMARY KEY REFERENCES people (id),
  secret TEXT NOT NULL,
  begun_at TEXT NOT NULL,
  -- Null until a first code was typed back; until then it is not asked for.
  confirmed_at TEXT,
  -- The newest half minute whose code was taken: no code is taken twice.
  last_step INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  council_name TEXT NOT NULL,
  trust_name TEXT NOT NULL,
  address TEXT NOT NULL,
  phone TEXT NOT NULL DEFAULT '',
  email TEXT NOT NULL DEFAULT '',
  invoice_name TEXT NOT NULL,
  invoice_address TEXT NOT NULL,
  invoice_email TEXT NOT NULL DEFAULT '',
  letterhead_colour TEXT NOT NULL CHECK (letterhead_colour GLOB '#[0-9A-Fa-f]*' AND length(letterhead_colour) = 7),
  deliver_to TEXT NOT NULL DEFAULT '',
  terms TEXT NOT NULL DEFAULT '',
  first_order_number INTEGER NOT NULL CHECK (first_order_number BETWEEN 1000000 AND 9999999),
  practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)),
  practice_day TEXT CHECK (practice_day IS NULL OR practice_day GLOB '????-??-??'),
  recovery_confirmed_at TEXT,
  created_at TEXT NOT NULL,
  version INTEGER NOT NULL DEFAULT 1
, lock_minutes INTEGER NOT NULL DEFAULT 10 CHECK (lock_minutes BETWEEN 1 AND 60)) STRICT;

CREATE TABLE sign_ins (
  person_id INTEGER PRIMARY KEY REFERENCES people (id),
  passphrase_set_at TEXT NOT NULL,
  -- Somebody else chose the passphrase: it is good for one sign-in, which changes it.
  must_change INTEGER NOT NULL DEFAULT 0 CHECK (must_change IN (0, 1))
) STRICT;

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

CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  area_id INTEGER NOT NULL REFERENCES areas (id),
  name TEXT NOT NULL UNIQUE
) STRICT;
