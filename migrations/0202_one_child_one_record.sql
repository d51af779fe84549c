-- Two records of one child made one, which can be undone for 30 days; and the pairs that may be one child.
ALTER TABLE children ADD COLUMN merged_into INTEGER REFERENCES children (id);
-- Few were: whoever lists children asks which, and the answer is this short list.
CREATE INDEX children_merged ON children (id) WHERE merged_into IS NOT NULL;
CREATE INDEX children_merged_into ON children (merged_into) WHERE merged_into IS NOT NULL;

CREATE TABLE child_merges (
  id INTEGER PRIMARY KEY,
  kept_id INTEGER NOT NULL REFERENCES children (id),
  gone_id INTEGER NOT NULL REFERENCES children (id),
  reason TEXT NOT NULL,
  -- The kept record's fields before and after, and all that moved, so that it can be put back.
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  moved TEXT NOT NULL CHECK (json_valid(moved)),
  merged_by INTEGER NOT NULL REFERENCES people (id),
  merged_on TEXT NOT NULL,
  merged_at TEXT NOT NULL,
  undone_by INTEGER REFERENCES people (id),
  undone_at TEXT,
  CHECK (kept_id <> gone_id),
  CHECK ((undone_by IS NULL) = (undone_at IS NULL))
) STRICT;
CREATE UNIQUE INDEX child_merges_gone ON child_merges (gone_id) WHERE undone_at IS NULL;
CREATE INDEX child_merges_kept ON child_merges (kept_id);
CREATE TRIGGER child_merges_not_deleted BEFORE DELETE ON child_merges
BEGIN SELECT RAISE(ABORT, 'a merge is undone, not deleted'); END;

CREATE TABLE child_pairs (
  low_id INTEGER NOT NULL REFERENCES children (id),
  high_id INTEGER NOT NULL REFERENCES children (id),
  score INTEGER NOT NULL,
  why TEXT NOT NULL CHECK (json_valid(why)),
  found_at TEXT NOT NULL,
  -- Somebody looked and they are two children: remembered, so that it is not asked again.
  not_same_by INTEGER REFERENCES people (id),
  not_same_on TEXT,
  not_same_note TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (low_id, high_id),
  CHECK (low_id < high_id),
  CHECK ((not_same_by IS NULL) = (not_same_on IS NULL))
) STRICT, WITHOUT ROWID;
CREATE INDEX child_pairs_high ON child_pairs (high_id);
CREATE INDEX child_pairs_open ON child_pairs (score DESC) WHERE not_same_by IS NULL;

-- Whether a record was compared with all others; those from before, and those imported, wait for a quiet hour.
ALTER TABLE children ADD COLUMN compared INTEGER NOT NULL DEFAULT 0 CHECK (compared IN (0, 1));
CREATE INDEX children_to_compare ON children (id) WHERE compared = 0;
