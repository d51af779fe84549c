import type Database from 'better-sqlite3';
import type { Db } from '../database/driver.ts';
import { openToLook } from '../database/handle.ts';

/** How many rows each table holds. */
export type RowCounts = Map<string, number>;

/** A copy that was opened again: what its own check said (`ok` or what is wrong) and what it holds. */
export type Inspected = { said: string; counts: RowCounts };

/** Counts every table of an open file, the search index's own tables among them. */
export function countRows(handle: Database.Database): RowCounts {
  const tables = handle
    .prepare(`SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'`)
    .pluck()
    .all() as string[];
  return new Map(
    tables.map((table) => [table, Number(handle.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
  );
}

/**
 * Writes a whole, tidy, equally encrypted copy of what is committed into a new file, and counts what it must hold.
 * (SQLite's backup call refuses an encrypted file; a copy of the file would miss the write-ahead log.)
 * Null when another program wrote in between, so that the counts would not be the copy's.
 */
export function copyInto(handle: Database.Database, file: string): RowCounts | null {
  const before = handle.pragma('data_version', { simple: true });
  handle.prepare('VACUUM INTO ?').run(file);
  const counts = countRows(handle);
  return handle.pragma('data_version', { simple: true }) === before ? counts : null;
}

/** Opens a copy with its key, for reading only so that not a byte of it changes, and checks it. */
export function inspectCopy(file: string, key: Buffer, nativeBinding: string | undefined): Inspected {
  const handle = openToLook({ file, key, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    const said = String(handle.pragma('quick_check(1)', { simple: true }));
    return { said, counts: said === 'ok' ? countRows(handle) : new Map() };
  } finally {
    handle.close();
  }
}

/** What the audit trail says of backups that were made and checked, newest first. */
export function listRecorded(db: Db, limit: number) {
  return db
    .selectFrom('audit_events')
    .select(['at', 'detail'])
    .where('entity', '=', 'backup')
    .where('outcome', '=', 'done')
    .where('operation', '=', 'backups.make')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}
