-- Funds, the budgets they are allocated to, and the double-entry ledger that is the only source of balances.
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

CREATE TABLE budgets (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES funds (id),
  owner_kind TEXT NOT NULL CHECK (owner_kind IN ('area', 'team', 'person', 'caf')),
  owner_id INTEGER NOT NULL,
  financial_year TEXT NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (fund_id, owner_kind, owner_id, financial_year)
) STRICT;

-- One account for each state a pound can be in. budget_id is null for the fund's own two accounts.
CREATE TABLE ledger_accounts (
  id INTEGER PRIMARY KEY,
  fund_id INTEGER NOT NULL REFERENCES funds (id),
  budget_id INTEGER REFERENCES budgets (id),
  state TEXT NOT NULL CHECK (state IN ('source', 'unallocated', 'available', 'pending', 'committed', 'accrued', 'spent')),
  CHECK ((budget_id IS NULL) = (state IN ('source', 'unallocated')))
) STRICT;
CREATE UNIQUE INDEX ledger_accounts_one ON ledger_accounts (fund_id, ifnull(budget_id, 0), state);

-- A posting that is not sealed cannot be committed, and only a posting that sums to zero can be sealed.
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

CREATE TABLE ledger_entries (
  id INTEGER PRIMARY KEY,
  posting_id INTEGER NOT NULL REFERENCES ledger_postings (id),
  account_id INTEGER NOT NULL REFERENCES ledger_accounts (id),
  amount_pence INTEGER NOT NULL CHECK (amount_pence <> 0)
) STRICT;
CREATE INDEX ledger_entries_posting ON ledger_entries (posting_id);
CREATE INDEX ledger_entries_account ON ledger_entries (account_id, amount_pence);

CREATE TABLE ledger_seals (
  posting_id INTEGER PRIMARY KEY REFERENCES ledger_postings (id)
) STRICT;

CREATE TRIGGER ledger_seals_balance BEFORE INSERT ON ledger_seals
WHEN (SELECT count(*) FROM ledger_entries WHERE posting_id = NEW.posting_id) < 2
  OR (SELECT sum(amount_pence) FROM ledger_entries WHERE posting_id = NEW.posting_id) <> 0
BEGIN SELECT RAISE(ABORT, 'a posting must balance to zero'); END;
CREATE TRIGGER ledger_entries_after_seal BEFORE INSERT ON ledger_entries
WHEN EXISTS (SELECT 1 FROM ledger_seals WHERE posting_id = NEW.posting_id)
BEGIN SELECT RAISE(ABORT, 'a sealed posting takes no more entries'); END;
CREATE TRIGGER ledger_postings_not_changed BEFORE UPDATE ON ledger_postings BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not changed'); END;
CREATE TRIGGER ledger_postings_not_deleted BEFORE DELETE ON ledger_postings BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not deleted'); END;
CREATE TRIGGER ledger_entries_not_changed BEFORE UPDATE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not changed'); END;
CREATE TRIGGER ledger_entries_not_deleted BEFORE DELETE ON ledger_entries BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not deleted'); END;
CREATE TRIGGER ledger_seals_not_changed BEFORE UPDATE ON ledger_seals BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not changed'); END;
CREATE TRIGGER ledger_seals_not_deleted BEFORE DELETE ON ledger_seals BEGIN SELECT RAISE(ABORT, 'the ledger is added to, not deleted'); END;
CREATE TRIGGER ledger_accounts_not_changed BEFORE UPDATE ON ledger_accounts BEGIN SELECT RAISE(ABORT, 'an account is not changed'); END;
CREATE TRIGGER ledger_accounts_not_deleted BEFORE DELETE ON ledger_accounts BEGIN SELECT RAISE(ABORT, 'an account is not deleted'); END;
