import { type Insertable, sql } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** One table as it is taken out. */
export type TableShape = { name: string; columns: { name: string; type: string }[]; keys: string[] };

/** A stored value, as SQLite gives it. */
export type StoredValue = string | number | bigint | Buffer | null;

/** What opens the door and what nobody saved yet: of no use outside, and no record. */
const NEVER_OUT: readonly string[] = ['backup_codes', 'drafts', 'second_factors'];

const isOut = (row: { name: string; type: string }) => row.type === 'table' && !NEVER_OUT.includes(row.name);

/**
 * Every table of the file in alphabetical order, and the names of those that stay: which only index others (full-text
 * search) and hold nothing of their own, or are secrets of people's sign-ins.
 */
export async function listTables(db: Db): Promise<{ tables: TableShape[]; indexes: string[] }> {
  const { rows } = await sql<{ name: string; type: string }>`
    SELECT name, type FROM pragma_table_list
    WHERE schema = 'main' AND type <> 'view' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name`.execute(
    db,
  );
  const plain = rows.filter(isOut);
  const tables: TableShape[] = [];
  for (const { name } of plain) tables.push(await shapeOf(db, name));
  return { tables, indexes: rows.filter((row) => !isOut(row)).map((row) => row.name) };
}

async function shapeOf(db: Db, name: string): Promise<TableShape> {
  const { rows } = await sql<{ name: string; type: string; pk: number }>`
    SELECT name, type, pk FROM pragma_table_info(${name}) ORDER BY cid`.execute(db);
  const keys = rows.filter((row) => row.pk > 0).sort((a, b) => a.pk - b.pk);
  return {
    name,
    columns: rows.map((row) => ({ name: row.name, type: row.type })),
    keys: keys.length > 0 ? keys.map((row) => row.name) : ['rowid'],
  };
}

/** How many rows a table has. */
export async function countTable(db: Db, name: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT count(*) AS n FROM ${sql.table(name)}`.execute(db);
  return rows[0]?.n ?? 0;
}

/** The next rows of a table in the order of its key, with the key of the last; null when there are no more. */
export async function nextRows(db: Db, table: TableShape, after: StoredValue[] | null, limit: number) {
  const keys = sql.join(table.keys.map((key) => sql.ref(key)));
  const further = after ? sql`WHERE (${keys}) > (${sql.join(after)})` : sql``;
  const wanted = sql.join([
    ...table.columns.map((column) => sql.ref(column.name)),
    ...table.keys.map((key, index) => sql`${sql.ref(key)} AS ${sql.ref(`key ${index}`)}`),
  ]);
  const { rows } = await sql<Record<string, StoredValue>>`
    SELECT ${wanted} FROM ${sql.table(table.name)} ${further} ORDER BY ${keys} LIMIT ${limit}`.execute(db);
  const last = rows.at(-1);
  if (!last) return null;
  return {
    rows: rows.map((row) => table.columns.map((column) => row[column.name] ?? null)),
    after: table.keys.map((_, index) => last[`key ${index}`] ?? null),
  };
}

/** The number of the last migration that shaped the file. */
export async function schemaNumber(db: Db): Promise<number> {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  return rows[0]?.user_version ?? 0;
}

/** Keeps that somebody agreed to a person's takeout; its id. */
export async function insertAgreement(
  db: Db,
  values: Insertable<Schema['takeout_agreements']>,
): Promise<number> {
  const { id } = await db
    .insertInto('takeout_agreements')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The agreement to a person's takeout on a day that has not served yet. */
export function findAgreement(db: Db, personId: number, day: string) {
  return db
    .selectFrom('takeout_agreements')
    .select(['id', 'agreed_by'])
    .where('person_id', '=', personId)
    .where('agreed_on', '=', day)
    .where('used_at', 'is', null)
    .executeTakeFirst();
}

/** An agreement serves once. */
export async function useAgreement(db: Db, id: number, now: string): Promise<void> {
  await db.updateTable('takeout_agreements').set({ used_at: now }).where('id', '=', id).execute();
}
