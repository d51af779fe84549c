-- The family and the household (3.2): `carers` holds everybody of it, whoever cares for the child or lives with them.
ALTER TABLE carers ADD COLUMN relationship_words TEXT NOT NULL DEFAULT '';
ALTER TABLE carers ADD COLUMN dob TEXT CHECK (dob IS NULL OR dob GLOB '????-??-??');
ALTER TABLE carers ADD COLUMN same_address INTEGER NOT NULL DEFAULT 1 CHECK (same_address IN (0, 1));
ALTER TABLE carers ADD COLUMN address TEXT NOT NULL DEFAULT '';
ALTER TABLE carers ADD COLUMN postcode TEXT NOT NULL DEFAULT '';
ALTER TABLE carers ADD COLUMN address_restricted INTEGER NOT NULL DEFAULT 0 CHECK (address_restricted IN (0, 1));
ALTER TABLE carers ADD COLUMN school TEXT NOT NULL DEFAULT '';
ALTER TABLE carers ADD COLUMN lives_with_child TEXT NOT NULL DEFAULT 'NK' CHECK (lives_with_child IN ('Y', 'N', 'NK'));
ALTER TABLE carers ADD COLUMN is_signatory INTEGER NOT NULL DEFAULT 0 CHECK (is_signatory IN (0, 1));
-- A brother or sister, or a young mother, who has a record of their own.
ALTER TABLE carers ADD COLUMN linked_child_id INTEGER REFERENCES children (id);
-- Nobody is deleted: they are of the family no longer from a day on.
ALTER TABLE carers ADD COLUMN gone_on TEXT CHECK (gone_on IS NULL OR gone_on GLOB '????-??-??');
ALTER TABLE carers ADD COLUMN version INTEGER NOT NULL DEFAULT 1;
CREATE INDEX carers_linked ON carers (linked_child_id) WHERE linked_child_id IS NOT NULL;

-- What was typed freely becomes one of the list; words that are none of it stay as words.
UPDATE carers SET relationship_words = relationship
WHERE lower(relationship) NOT IN ('mother', 'father', 'step-parent', 'grandparent', 'foster carer');
UPDATE carers SET relationship = CASE lower(relationship)
  WHEN 'mother' THEN 'mother'
  WHEN 'mum' THEN 'mother'
  WHEN 'father' THEN 'father'
  WHEN 'dad' THEN 'father'
  WHEN 'step-parent' THEN 'step_parent'
  WHEN 'stepfather' THEN 'step_parent'
  WHEN 'stepmother' THEN 'step_parent'
  WHEN 'grandparent' THEN 'grandparent'
  WHEN 'grandmother' THEN 'grandparent'
  WHEN 'grandfather' THEN 'grandparent'
  WHEN 'brother' THEN 'sibling'
  WHEN 'sister' THEN 'sibling'
  WHEN 'aunt' THEN 'other_relative'
  WHEN 'uncle' THEN 'other_relative'
  WHEN 'foster carer' THEN 'foster_carer'
  ELSE 'other' END;

-- Services working with the child (3.3).
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
