-- The office itself, its areas and teams, and policy as dated data.
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
) STRICT;

CREATE TABLE areas (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL UNIQUE
) STRICT;

CREATE TABLE teams (
  id INTEGER PRIMARY KEY,
  area_id INTEGER NOT NULL REFERENCES areas (id),
  name TEXT NOT NULL UNIQUE
) STRICT;

-- A record is judged by the newest policy whose valid_from is on or before its day.
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
