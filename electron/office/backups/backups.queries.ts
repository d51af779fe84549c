import type Database from 'better-sqlite3';
import type { Db } from '../database/driver.ts';
import { openToLook, schemaVersion } from '../database/handle.ts';

/** How many rows each table holds. */
export type RowCounts = Map<string, number>;

/** What an office file holds, without a word of it. */
export type Holding = {
  rows: number;
  children: number;
  cafs: number;
  /** Orders that were issued. */
  orders: number;
  /** Postings of the ledger. */
  entries: number;
  /** People who can sign in. */
  signIns: number;
  /** When the newest line of the audit trail was written, and where in the chain it stands. */
  newestAt: string | null;
  seq: number;
  hash: string;
  /** The number of the newest order. */
  lastOrder: number | null;
  trustName: string;
  /** When the office was set up: the same in every copy of it, and in no other office. */
  setUpAt: string;
  version: number;
};

/** A copy that was opened again: what its own check said (`ok` or what is wrong) and what it holds. */
export type Inspected = { said: string; counts: RowCounts; holding: Holding | null };

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

/** What an open file holds. */
export function holdingOf(handle: Database.Database, counts = countRows(handle)): Holding {
  const count = (table: string) => counts.get(table) ?? 0;
  const newest = handle.prepare('SELECT at, seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1').get() as
    { at: string; seq: number; hash: string } | undefined;
  const office = handle.prepare('SELECT trust_name, created_at FROM settings').get() as
    { trust_name: string; created_at: string } | undefined;
  return {
    rows: [...counts.values()].reduce((sum, each) => sum + each, 0),
    children: count('children'),
    cafs: count('cafs'),
    orders: count('order_papers'),
    entries: count('ledger_postings'),
    signIns: Number(handle.prepare('SELECT count(*) FROM people WHERE user_name IS NOT NULL').pluck().get()),
    newestAt: newest?.at ?? null,
    seq: newest?.seq ?? 0,
    hash: newest?.hash ?? '',
    lastOrder: handle.prepare('SELECT max(number) FROM orders').pluck().get() as number | null,
    trustName: office?.trust_name ?? '',
    setUpAt: office?.created_at ?? '',
    version: schemaVersion(handle),
  };
}

/** The same state of a file for as long as it is held, whatever is written meanwhile. */
export function holdState(handle: Database.Database): void {
  handle.exec('BEGIN');
  handle.prepare('SELECT count(*) FROM sqlite_schema').get();
}

/** Lets a held state go. */
export function letGo(handle: Database.Database): void {
  if (handle.inTransaction) handle.exec('ROLLBACK');
}

/**
 * Writes a whole, tidy, equally encrypted copy of what is committed into a new file. (SQLite's backup call refuses
 * an encrypted file; a copy of the file would miss the write-ahead log.) Writers are not kept waiting by it.
 */
export function writeCopy(handle: Database.Database, file: string): void {
  handle.prepare('VACUUM INTO ?').run(file);
}

/** Opens a copy with its key, for reading only so that not a byte of it changes, and checks all of it. */
export function inspectCopy(file: string, key: Buffer, nativeBinding: string | undefined): Inspected {
  const handle = openToLook({ file, key, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    const said = String(handle.pragma('integrity_check(1)', { simple: true }));
    if (said !== 'ok') return { said, counts: new Map(), holding: null };
    const counts = countRows(handle);
    return { said, counts, holding: holdingOf(handle, counts) };
  } finally {
    handle.close();
  }
}

/** What the audit trail says of the newest backup that was made and checked. */
export function lastRecorded(db: Db) {
  return db
    .selectFrom('audit_events')
    .select('at')
    .where('entity', '=', 'backup')
    .where('outcome', '=', 'done')
    .where('operation', '=', 'backups.make')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The line of the newest change: nothing was written since, if a backup's own line is the newest. */
export function newestLine(db: Db) {
  return db
    .selectFrom('audit_events')
    .select(['at', 'entity', 'operation'])
    .where('operation', 'not in', ['access.lock', 'access.signIn'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The second folder, and what stopped the last backups. */
export function findSettings(db: Db) {
  return db.selectFrom('backup_settings').selectAll().executeTakeFirstOrThrow();
}

/** Changes the second folder or notes a failure. */
export async function saveSettings(
  db: Db,
  change: Partial<{
    second_folder: string | null;
    failed_at: string | null;
    failed_why: string;
    second_failed_at: string | null;
    second_failed_why: string;
  }>,
): Promise<void> {
  await db.updateTable('backup_settings').set(change).where('id', '=', 1).execute();
}
