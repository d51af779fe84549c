-- What a line of the audit trail says besides: what was done, with which roles, on which computer, to or of which records.
-- Lines written before keep their own form, over which their hash was made.
ALTER TABLE audit_events ADD COLUMN form INTEGER NOT NULL DEFAULT 1 CHECK (form IN (1, 2));
ALTER TABLE audit_events ADD COLUMN action TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_events ADD COLUMN roles TEXT NOT NULL DEFAULT '';
ALTER TABLE audit_events ADD COLUMN machine TEXT NOT NULL DEFAULT '';
-- Every record that the line is about, as a list of "child 12": what was shown and what was touched.
ALTER TABLE audit_events ADD COLUMN about TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(about));
-- The hash of the line's body, salted; empty when it has none.
ALTER TABLE audit_events ADD COLUMN body_hash TEXT NOT NULL DEFAULT '';
CREATE INDEX audit_events_at ON audit_events (at, seq);
CREATE INDEX audit_events_person ON audit_events (person_id, seq);

-- The reason that was given and each field before and after. Apart from the line, so that a record that is destroyed
-- at the end of its time can be destroyed here too while the chain, which holds only the hash, stays whole.
CREATE TABLE audit_bodies (
  seq INTEGER PRIMARY KEY REFERENCES audit_events (seq),
  salt TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
CREATE TRIGGER audit_bodies_not_changed BEFORE UPDATE ON audit_bodies BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not changed'); END;
CREATE TRIGGER audit_bodies_not_deleted BEFORE DELETE ON audit_bodies BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not deleted'); END;

-- Where a record is found in the trail: an index of what the lines themselves say, and checked against them.
CREATE TABLE audit_records (
  kind TEXT NOT NULL,
  record_id INTEGER NOT NULL,
  seq INTEGER NOT NULL REFERENCES audit_events (seq),
  PRIMARY KEY (kind, record_id, seq)
) STRICT, WITHOUT ROWID;
CREATE INDEX audit_records_seq ON audit_records (seq);
INSERT INTO audit_records (kind, record_id, seq)
  SELECT entity, entity_id, seq FROM audit_events WHERE entity <> '' AND entity_id IS NOT NULL;
CREATE TRIGGER audit_records_not_changed BEFORE UPDATE ON audit_records BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not changed'); END;
CREATE TRIGGER audit_records_not_deleted BEFORE DELETE ON audit_records BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not deleted'); END;
