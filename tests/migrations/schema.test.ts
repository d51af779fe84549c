import { existsSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readMigrations } from '#electron/office/database/migrate.ts';
import { readTypes } from './support/types.ts';
import { buildFresh, shippedDir, type Table, tablesOf, testFolder } from './support/files.ts';

const snapshot = path.join(shippedDir, 'schema.snapshot.sql');

let handle: Database.Database;
let tables: Table[];
let remove: () => void;
beforeAll(() => {
  const made = testFolder();
  remove = made.remove;
  handle = buildFresh(path.join(made.folder, 'office.db'));
  tables = tablesOf(handle);
});
afterAll(() => {
  handle.close();
  remove();
});

/** What the search index keeps for itself follows from its own line. */
const ownTables = () => tables.filter(({ kind }) => kind !== 'shadow');

function schemaText(): string {
  const shadows = new Set(tables.filter(({ kind }) => kind === 'shadow').map(({ name }) => name));
  const rows = handle
    .prepare(
      `SELECT tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL
       ORDER BY tbl_name, type <> 'table', type, name`,
    )
    .all() as { tbl_name: string; sql: string }[];
  const lines = rows.filter((row) => !shadows.has(row.tbl_name)).map((row) => `${row.sql.trim()};\n`);
  return `-- The schema that the migrations build, for reading a change. Written by the tests; never run.\n\n${lines.join('\n')}`;
}

describe('a new office file', () => {
  test('has exactly the schema of migrations/schema.snapshot.sql', async () => {
    // A missing file would be written and pass.
    expect(existsSync(snapshot)).toBe(true);
    await expect(schemaText()).toMatchFileSnapshot(snapshot);
  });

  test('has the version of the last migration and a line for each', () => {
    const migrations = readMigrations(shippedDir);
    expect(handle.pragma('user_version', { simple: true })).toBe(migrations.at(-1)?.number);
    const done = handle.prepare('SELECT name, checksum FROM migrations_done ORDER BY number').all();
    expect(done).toEqual(migrations.map(({ name, checksum }) => ({ name, checksum })));
  });

  test('is whole and keeps foreign keys', () => {
    expect(handle.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(handle.pragma('foreign_key_check')).toEqual([]);
    expect(handle.pragma('foreign_keys', { simple: true })).toBe(1);
  });
});

describe('what every table keeps to', () => {
  test('tables are STRICT', () => {
    const loose = tables.filter(({ kind, strict }) => kind === 'table' && !strict);
    expect(loose.map(({ name }) => name)).toEqual([]);
    expect(tables.filter(({ strict }) => strict).length).toBeGreaterThan(30);
  });

  test('nothing is a floating point number', () => {
    const allowed = new Set(['INTEGER', 'TEXT', 'BLOB']);
    const others = tables
      .filter(({ kind }) => kind === 'table')
      .flatMap(({ name, columns }) =>
        columns.filter(({ type }) => !allowed.has(type)).map((column) => `${name}.${column.name}`),
      );
    expect(others).toEqual([]);
  });

  test('money says its unit in its name and is a whole number', () => {
    const columns = tables.flatMap((table) =>
      table.columns.map((column) => ({ ...column, where: `${table.name}.${column.name}` })),
    );
    const inUnits = columns.filter(({ name }) => /_(pence|e4|bp)$/.test(name));
    expect(inUnits.filter(({ type }) => type !== 'INTEGER').map(({ where }) => where)).toEqual([]);
    expect(inUnits.length).toBeGreaterThan(8);
    const money = /(^|_)(amount|price|cost|net|vat|gross|limit|total|balance|paid|spent|left)(_|$)/;
    const nameless = columns.filter(
      ({ name, type }) => type === 'INTEGER' && money.test(name) && !/_(pence|e4|bp)$/.test(name),
    );
    // Whether a provider is registered for VAT is a yes or no.
    expect(nameless.map(({ where }) => where)).toEqual(['providers.vat_registered']);
  });

  test('rows that point at others are declared to', () => {
    const pointers = tables
      .filter(({ kind }) => kind === 'table')
      .flatMap(({ name, columns }) => {
        const declared = (handle.pragma(`foreign_key_list("${name}")`) as { from: string }[]).map(
          ({ from }) => from,
        );
        return columns
          .filter(
            (column) =>
              column.type === 'INTEGER' && /_(id|by)$/.test(column.name) && !declared.includes(column.name),
          )
          .map((column) => `${name}.${column.name}`);
      });
    // These outlive what they name, or name one of several tables.
    expect(pointers).toEqual([
      'audit_events.person_id',
      'audit_events.entity_id',
      'audit_records.record_id',
      'budgets.owner_id',
      'ledger_postings.order_id',
      'policies.set_by',
    ]);
  });
});

describe('the types of electron/office/database', () => {
  const types = readTypes();

  test('name every table of the file, and no other', () => {
    const expected = ownTables().map(({ name }) => name);
    // The runner's own book-keeping is no business of the services.
    expect([...types.keys(), 'migrations_done'].sort()).toEqual(expected.sort());
  });

  test.each([...types.keys()])('%s has the columns that were built', (name) => {
    const table = tables.find((one) => one.name === name);
    const typed = types.get(name) ?? [];
    const built = table?.columns ?? [];
    if (table?.kind === 'virtual') {
      expect(typed.map((column) => column.name)).toEqual(['rowid', ...built.map((column) => column.name)]);
      return;
    }
    expect(typed).toEqual(built.map((column) => describeColumn(column, table?.sql ?? '')));
  });
});

/** A column as its type should read: what is stored, whether it may be null, whether it may be left out. */
function describeColumn({ name, type, notnull, dflt_value, pk }: Table['columns'][number], sql: string) {
  const stored = { INTEGER: 'number', TEXT: 'string', BLOB: 'Buffer' }[type];
  const choices = new RegExp(`\\b${name} TEXT[^\\n]*CHECK \\(${name} IN \\(([^)]*)\\)\\)`).exec(sql)?.[1];
  const rowid = name === 'id' && pk === 1 && !/\bid INTEGER PRIMARY KEY CHECK/.test(sql);
  return {
    name,
    type: choices ? choices.split(', ').sort().join(' | ') : stored,
    nullable: notnull === 0 && pk === 0,
    generated: rowid || dflt_value !== null,
  };
}
