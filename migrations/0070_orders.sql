-- Purchases from request to issued order: lines, decisions, what the gates said, and the stored paper.
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
CREATE INDEX orders_status ON orders (status, updated_at);
CREATE INDEX orders_caf ON orders (caf_id);
CREATE INDEX orders_provider ON orders (provider_id, submitted_on);
CREATE INDEX orders_issued ON orders (issued_on);

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

-- An issued order's lines and number stand for ever; changes come as amendments or cancellation.
CREATE TRIGGER order_lines_frozen_insert BEFORE INSERT ON order_lines
WHEN (SELECT number FROM orders WHERE id = NEW.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;
CREATE TRIGGER order_lines_frozen_update BEFORE UPDATE ON order_lines
WHEN (SELECT number FROM orders WHERE id = OLD.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;
CREATE TRIGGER order_lines_frozen_delete BEFORE DELETE ON order_lines
WHEN (SELECT number FROM orders WHERE id = OLD.order_id) IS NOT NULL
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;
CREATE TRIGGER orders_number_stays BEFORE UPDATE OF number, caf_id, provider_id, budget_id, neutral_ref, issued_on ON orders
WHEN OLD.number IS NOT NULL AND (NEW.number IS NOT OLD.number OR NEW.caf_id <> OLD.caf_id OR NEW.provider_id IS NOT OLD.provider_id
  OR NEW.budget_id IS NOT OLD.budget_id OR NEW.neutral_ref <> OLD.neutral_ref OR NEW.issued_on IS NOT OLD.issued_on)
BEGIN SELECT RAISE(ABORT, 'an issued order is not changed'); END;
CREATE TRIGGER orders_not_deleted BEFORE DELETE ON orders BEGIN SELECT RAISE(ABORT, 'an order is cancelled, not deleted'); END;

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
) STRICT;
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

-- What the provider was told, as data (frozen at issue) and as the PDF first made from it.
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
