import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { OfficeProblem } from '#shared/problems.ts';
import { schemaVersion } from './handle.ts';

/** One numbered SQL file. `number` is `10` for `0010_office.sql`. */
export type Migration = { number: number; name: string; sql: string; checksum: string };

/** Reads the migrations of a folder, in order. Throws if two share a number. */
export function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((name) => /^\d{4}_[a-z_]+\.sql$/.test(name))
    .sort()
    .map((name) => {
      // Line ends may differ between checkouts; the checksum must not.
      const sql = readFileSync(path.join(folder, name), 'utf8').replaceAll('\r\n', '\n');
      return {
        number: Number(name.slice(0, 4)),
        name,
        sql,
        checksum: createHash('sha256').update(sql).digest('hex'),
      };
    });
  migrations.forEach((migration, index) => {
    if (index > 0 && migration.number <= (migrations[index - 1]?.number ?? 0))
      throw new Error(`Migration ${migration.name} does not rise above the one before it.`);
  });
  return migrations;
}

const HISTORY = `CREATE TABLE IF NOT EXISTS migrations_done (
  number INTEGER PRIMARY KEY, name TEXT NOT NULL, checksum TEXT NOT NULL, done_at TEXT NOT NULL
) STRICT`;

/** Refuses a file written by a newer Trust Desk, before anything in it is touched. */
export function refuseNewer(handle: Database.Database, migrations: Migration[]): void {
  const newest = migrations.at(-1)?.number ?? 0;
  const present = schemaVersion(handle);
  if (present > newest) {
    throw new OfficeProblem(
      'newer_file',
      `This office was last opened by a newer Trust Desk (file ${present}, this program knows up to ${newest}). ` +
        'Nothing in it was changed. Install the newer version on this computer and open it again.',
    );
  }
}

/** The files that shaped an office must be the ones this program has: none edited, none missing, none slipped in. */
function refuseEdited(handle: Database.Database, migrations: Migration[], from: number): void {
  const done = handle.prepare('SELECT number, name, checksum FROM migrations_done').all() as Migration[];
  const expected = new Map(migrations.filter(({ number }) => number <= from).map((one) => [one.number, one]));
  const wrong =
    done.find(({ number, checksum }) => expected.get(number)?.checksum !== checksum) ??
    [...expected.values()].find(({ number }) => !done.some((row) => row.number === number));
  if (!wrong) return;
  throw new OfficeProblem(
    'changed_migration',
    `This copy of Trust Desk is not the one that built the office: ${wrong.name} differs from what was run. ` +
      'Nothing was changed. Install Trust Desk again from its original package.',
  );
}

/** What {@link migrate} did. */
export type Migrated = { from: number; to: number; ran: string[] };

/**
 * Brings a file up to the newest migration in one transaction; any failure leaves it exactly as it was.
 * `beforeChange` runs first when there is something to do and the file holds data (the verified backup).
 */
export function migrate(
  handle: Database.Database,
  migrations: Migration[],
  beforeChange?: () => void,
): Migrated {
  refuseNewer(handle, migrations);
  const from = schemaVersion(handle);
  const pending = migrations.filter((migration) => migration.number > from);
  if (from > 0) refuseEdited(handle, migrations, from);
  if (pending.length === 0) return { from, to: from, ran: [] };
  if (from > 0) beforeChange?.();
  // Rebuilding a table needs foreign keys off, and the pragma does nothing inside a transaction.
  handle.pragma('foreign_keys = OFF');
  try {
    handle.exec('BEGIN IMMEDIATE');
    try {
      handle.exec(HISTORY);
      runAll(handle, pending);
      handle.exec('COMMIT');
    } catch (error) {
      // A full disk may have rolled back already.
      if (handle.inTransaction) handle.exec('ROLLBACK');
      throw error;
    }
  } finally {
    handle.pragma('foreign_keys = ON');
  }
  return { from, to: schemaVersion(handle), ran: pending.map((migration) => migration.name) };
}

function runAll(handle: Database.Database, pending: Migration[]): void {
  const record = handle.prepare(
    'INSERT INTO migrations_done (number, name, checksum, done_at) VALUES (?, ?, ?, ?)',
  );
  for (const migration of pending) {
    handle.exec(migration.sql);
    record.run(migration.number, migration.name, migration.checksum, new Date().toISOString());
  }
  const broken = handle.pragma('foreign_key_check') as unknown[];
  if (broken.length > 0) throw new Error(`${broken.length} rows would point at nothing after the change.`);
  handle.pragma(`user_version = ${pending.at(-1)?.number ?? 0}`);
}
