-- From the first call to closure: offers and checklists, consent with its limits, referrals to social care, transfers, disclosures.

-- What came before a CAF, with no more than that it was offered (BR-02), and the checklist that the office keeps to itself (F-01).
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
CREATE INDEX caf_offers_child ON caf_offers (child_id, id);
CREATE INDEX caf_offers_caf ON caf_offers (caf_id);
-- One call at a time is open for a child.
CREATE UNIQUE INDEX caf_offers_open ON caf_offers (child_id) WHERE status IN ('enquiry', 'pre_caf', 'offered');

ALTER TABLE cafs ADD COLUMN request_on TEXT;
ALTER TABLE cafs ADD COLUMN step_down_from TEXT NOT NULL DEFAULT 'none' CHECK (step_down_from IN ('none', 'CIN', 'CP', 'LAC'));
ALTER TABLE cafs ADD COLUMN step_down_on TEXT;
-- Where it stood before social care was asked, or before it was closed: where it goes back to.
ALTER TABLE cafs ADD COLUMN status_before TEXT;
ALTER TABLE cafs ADD COLUMN difference TEXT NOT NULL DEFAULT '';
ALTER TABLE cafs ADD COLUMN family_feedback TEXT NOT NULL DEFAULT '';
ALTER TABLE cafs ADD COLUMN reopened_on TEXT;

-- A sixth kind of consent, and what each event says of its limits; the check on a column can only be changed with its table.
CREATE TABLE caf_consents_new (
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
INSERT INTO caf_consents_new (id, caf_id, kind, given_by, capacity_basis, agencies_agreed, agencies_excluded, reasons_explained, signed_mode, signed_on, recorded_by, recorded_at)
SELECT id, caf_id, kind, given_by, capacity_basis, agencies_agreed, agencies_excluded, reasons_explained, signed_mode, signed_on, recorded_by, recorded_at FROM caf_consents;
DROP TRIGGER caf_consents_not_changed;
DROP TRIGGER caf_consents_not_deleted;
DROP TABLE caf_consents;
ALTER TABLE caf_consents_new RENAME TO caf_consents;
CREATE INDEX caf_consents_caf ON caf_consents (caf_id, id);
CREATE TRIGGER caf_consents_not_changed BEFORE UPDATE ON caf_consents BEGIN SELECT RAISE(ABORT, 'consent is added to, not changed'); END;
CREATE TRIGGER caf_consents_not_deleted BEFORE DELETE ON caf_consents BEGIN SELECT RAISE(ABORT, 'consent is added to, not deleted'); END;

-- Stepping up: social care is asked, and answers; only its yes ends the CAF (4.1).
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

-- To another authority, with the family's consent and a receipt (BR-17).
CREATE TABLE caf_transfers (
  caf_id INTEGER PRIMARY KEY REFERENCES cafs (id),
  authority TEXT NOT NULL,
  consented_on TEXT NOT NULL,
  pack_sent_on TEXT NOT NULL,
  received_by TEXT NOT NULL DEFAULT '',
  received_on TEXT
) STRICT;

-- What was told to whom, on what grounds (3.20). Added to only.
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
