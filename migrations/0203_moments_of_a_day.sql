-- When steps of a CAF were written down, so that what happened on one day stands in the order in which it did.
ALTER TABLE lead_professionals ADD COLUMN appointed_at TEXT;
ALTER TABLE cafs ADD COLUMN completed_at TEXT;
ALTER TABLE cafs ADD COLUMN closed_at TEXT;
