-- Every field of a child (3.1) beside those there were.
ALTER TABLE children ADD COLUMN dob_estimated INTEGER NOT NULL DEFAULT 0 CHECK (dob_estimated IN (0, 1));
ALTER TABLE children ADD COLUMN address_restricted INTEGER NOT NULL DEFAULT 0 CHECK (address_restricted IN (0, 1));
ALTER TABLE children ADD COLUMN email TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN unique_ref TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN nhs_number TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN upn TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN upn_unknown TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN ethnicity_other TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN religion TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN first_language TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN parent_language TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN interpreter_needed TEXT NOT NULL DEFAULT 'NK' CHECK (interpreter_needed IN ('Y', 'N', 'NK'));
ALTER TABLE children ADD COLUMN interpreter_arranged INTEGER NOT NULL DEFAULT 0 CHECK (interpreter_arranged IN (0, 1));
ALTER TABLE children ADD COLUMN immigration_status TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN disability_details TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN disabilities TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(disabilities));
ALTER TABLE children ADD COLUMN special_requirements TEXT NOT NULL DEFAULT '';
ALTER TABLE children ADD COLUMN sen_status TEXT NOT NULL DEFAULT 'NK' CHECK (sen_status IN ('NK', 'N', 'A', 'P', 'S'));
ALTER TABLE children ADD COLUMN young_carer TEXT NOT NULL DEFAULT 'NK' CHECK (young_carer IN ('Y', 'N', 'NK'));
ALTER TABLE children ADD COLUMN exclusion_risk TEXT NOT NULL DEFAULT 'NK' CHECK (exclusion_risk IN ('Y', 'N', 'NK'));
ALTER TABLE children ADD COLUMN looked_after TEXT NOT NULL DEFAULT 'NK' CHECK (looked_after IN ('Y', 'N', 'NK'));
ALTER TABLE children ADD COLUMN looked_after_from TEXT CHECK (looked_after_from IS NULL OR looked_after_from GLOB '????-??-??');
ALTER TABLE children ADD COLUMN looked_after_to TEXT CHECK (looked_after_to IS NULL OR looked_after_to GLOB '????-??-??');
-- A young person who expects a baby: the CAF is theirs (BR-13).
ALTER TABLE children ADD COLUMN expecting_on TEXT CHECK (expecting_on IS NULL OR expecting_on GLOB '????-??-??');
-- Freezes every reminder.
ALTER TABLE children ADD COLUMN died_on TEXT CHECK (died_on IS NULL OR died_on GLOB '????-??-??');
-- Few have died: lists of what is due ask which, and the answer is this short list.
CREATE INDEX children_died ON children (id) WHERE died_on IS NOT NULL;
-- A birth is looked for near the day it was expected (BR-01, BR-12).
CREATE INDEX children_expected ON children (expected_on) WHERE expected_on IS NOT NULL;
CREATE INDEX children_nhs_number ON children (nhs_number) WHERE nhs_number <> '';
CREATE INDEX children_upn ON children (upn) WHERE upn <> '';
