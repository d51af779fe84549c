-- Where backups go besides the office's own folder, and what stopped the last ones.
CREATE TABLE backup_settings (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  second_folder TEXT CHECK (second_folder <> ''),
  failed_at TEXT,
  failed_why TEXT NOT NULL DEFAULT '',
  second_failed_at TEXT,
  second_failed_why TEXT NOT NULL DEFAULT ''
) STRICT;
INSERT INTO backup_settings (id) VALUES (1);
