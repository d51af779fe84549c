-- Who did what, when, to which record: append only, hash-chained, written in the change's own transaction.
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
) STRICT;
CREATE INDEX audit_events_entity ON audit_events (entity, entity_id, seq);
CREATE TRIGGER audit_not_changed BEFORE UPDATE ON audit_events BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not changed'); END;
CREATE TRIGGER audit_not_deleted BEFORE DELETE ON audit_events BEGIN SELECT RAISE(ABORT, 'the audit trail is added to, not deleted'); END;
CREATE TRIGGER audit_in_order BEFORE INSERT ON audit_events
WHEN NEW.seq <> (SELECT ifnull(max(seq), 0) + 1 FROM audit_events)
  OR NEW.previous_hash <> ifnull((SELECT hash FROM audit_events ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'the audit trail is one unbroken run'); END;
