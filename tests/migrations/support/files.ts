import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { openHandle } from '#electron/office/database/handle.ts';
import { migrate, readMigrations } from '#electron/office/database/migrate.ts';

/** The folder of the project's migrations. */
export const shippedDir = path.resolve(import.meta.dirname, '../../../migrations');

/** The key of every file of these tests. */
export const KEY = Buffer.alloc(32, 0x5a);

/** A folder for one test's files; removed by the caller. */
export function testFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(path.join(tmpdir(), 'trust-desk-migrations-'));
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** Writes migrations of a test's own, `{ '0010_first.sql': '…' }`, into a folder and reads them as the program does. */
export function writeMigrations(folder: string, files: Record<string, string>) {
  for (const [name, sql] of Object.entries(files)) writeFileSync(path.join(folder, name), sql);
  return readMigrations(folder);
}

/** Opens one encrypted file with the test's key. */
export const open = (file: string): Database.Database => openHandle({ file, key: KEY });

/** An office file as this version builds it, with nothing in it. */
export function buildFresh(file: string): Database.Database {
  const handle = open(file);
  migrate(handle, readMigrations(shippedDir));
  return handle;
}

/** One table's column, as SQLite describes it. */
export type Column = { name: string; type: string; notnull: 0 | 1; dflt_value: string | null; pk: number };
/** One table; `kind` is `virtual` for the search index and `shadow` for the tables that it keeps for itself. */
export type Table = { name: string; kind: string; strict: boolean; sql: string; columns: Column[] };

/** Every table of a file but SQLite's own. */
export function tablesOf(handle: Database.Database): Table[] {
  const rows = handle
    .prepare(
      `SELECT l.name, l.type AS kind, l.strict, s.sql FROM pragma_table_list AS l
       JOIN sqlite_schema AS s ON s.name = l.name
       WHERE l.schema = 'main' AND l.name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY l.name`,
    )
    .all() as { name: string; kind: string; strict: number; sql: string }[];
  return rows.map((row) => ({
    ...row,
    strict: row.strict === 1,
    columns: handle.pragma(`table_info("${row.name}")`) as Column[],
  }));
}

/** Every row of every table, so that two states of a file can be compared. */
export function contentOf(handle: Database.Database): Record<string, unknown[]> {
  return Object.fromEntries(
    tablesOf(handle).map(({ name, sql }) => [
      name,
      [sql, ...handle.prepare(`SELECT * FROM "${name}" ORDER BY 1`).all()],
    ]),
  );
}

/** Every file of a folder with its bytes. */
export function bytesIn(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    names.map((one) => {
      const file = path.join(one.parentPath, one.name);
      return [path.relative(folder, file), readFileSync(file)];
    }),
  );
}
