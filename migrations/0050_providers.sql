-- Providers, the spellings they are known by, what was paid to them before, and price lists with history.
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

CREATE TABLE provider_spellings (
  id INTEGER PRIMARY KEY,
  provider_id INTEGER NOT NULL REFERENCES providers (id),
  spelling TEXT NOT NULL UNIQUE,
  agreed_by INTEGER NOT NULL REFERENCES people (id),
  agreed_at TEXT NOT NULL
) STRICT;

CREATE TABLE provider_imports (
  id INTEGER PRIMARY KEY,
  file_name TEXT NOT NULL,
  file_sha256 TEXT NOT NULL,
  report TEXT NOT NULL CHECK (json_valid(report)),
  imported_by INTEGER NOT NULL REFERENCES people (id),
  imported_at TEXT NOT NULL
) STRICT;

-- One row a payment line of a finance file; the fingerprint keeps a second run from doubling it.
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
