import type Database from 'better-sqlite3';
import { sql } from 'kysely';
import type { Db } from './driver.ts';

/** One row that a transaction changed: what it held before and holds after; null for what did not exist. */
export type Change = {
  table: string;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
};
/** All that a transaction changed. Of a great job only the first rows are kept whole; the others are counted. */
export type Changes = { rows: Change[]; counts: Record<string, number> };

/** Rows kept whole; an import of thousands is told by its counts and its own report. */
const KEPT_WHOLE = 200;

/** Tables that tell of the office itself and not of what people keep in it, and those that hold secrets. */
const UNWATCHED =
  /^(?:sqlite_|audit_|migrations_done$|child_words|child_sounds$|sign_ins$|second_factors$|backup_codes$|drafts$)/;

type Column = { name: string; type: string };

/** Bytes are told by their length: a paper's own fingerprint stands beside it. */
function asJson(row: 'OLD' | 'NEW', columns: Column[]): string {
  const fields = columns.map(({ name, type }) => {
    const value = `${row}."${name}"`;
    return `'${name}', ${type === 'BLOB' ? `length(${value})` : value}`;
  });
  return `json_object(${fields.join(', ')})`;
}

/** Nothing of a row beyond the first ones of a great job. */
function whole(json: string): string {
  if (json === 'NULL') return json;
  return `CASE WHEN ifnull((SELECT max(n) FROM changes_now), 0) < ${KEPT_WHOLE} THEN ${json} END`;
}

function trigger(table: string, columns: Column[], on: 'INSERT' | 'UPDATE' | 'DELETE'): string {
  const before = on === 'INSERT' ? 'NULL' : asJson('OLD', columns);
  const after = on === 'DELETE' ? 'NULL' : asJson('NEW', columns);
  return `CREATE TEMP TRIGGER "watch_${table}_${on}" AFTER ${on} ON main."${table}" BEGIN
    INSERT INTO changes_now (tbl, before, after) VALUES ('${table}', ${whole(before)}, ${whole(after)}); END`;
}

/**
 * Watches every table of an open file through triggers that live on this handle alone: whatever a writing operation
 * changes is known before and after, field by field, without the operation's doing anything for it.
 */
export function watchChanges(handle: Database.Database): void {
  handle.exec('CREATE TEMP TABLE changes_now (n INTEGER PRIMARY KEY, tbl TEXT, before TEXT, after TEXT)');
  const tables = handle
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'")
    .pluck()
    .all() as string[];
  for (const table of tables.filter((name) => !UNWATCHED.test(name))) {
    const columns = handle.pragma(`main.table_info("${table}")`) as Column[];
    for (const on of ['INSERT', 'UPDATE', 'DELETE'] as const) handle.exec(trigger(table, columns, on));
  }
}

type Row = { tbl: string; before: string | null; after: string | null };
const read = (json: string | null) => (json === null ? null : (JSON.parse(json) as Record<string, unknown>));

/** What this transaction changed since it began, or since this was last asked. Call on the writer, inside it. */
export async function takeChanges(db: Db): Promise<Changes> {
  const { rows } = await sql<Row>`
    SELECT tbl, before, after FROM changes_now
    WHERE n <= ${KEPT_WHOLE} ORDER BY n`.execute(db);
  if (rows.length === 0) return { rows: [], counts: {} };
  const counts =
    rows.length < KEPT_WHOLE
      ? []
      : (
          await sql<{
            tbl: string;
            n: number;
          }>`SELECT tbl, count(*) AS n FROM changes_now GROUP BY tbl`.execute(db)
        ).rows;
  await sql`DELETE FROM changes_now`.execute(db);
  return {
    rows: rows.map((row) => ({ table: row.tbl, before: read(row.before), after: read(row.after) })),
    counts: Object.fromEntries(counts.map((row) => [row.tbl, row.n])),
  };
}
