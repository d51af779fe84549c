import { spawnSync } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { migrate, readMigrations } from '#electron/office/database/migrate.ts';
import { contentOf, open, testFolder, writeMigrations } from './support/files.ts';

const program = path.join(import.meta.dirname, 'support', 'migrate-and-die.ts');

let remove: () => void = () => undefined;
afterEach(() => remove());

const statements = [
  'CREATE TABLE streets_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, town TEXT NOT NULL) STRICT;',
  "INSERT INTO streets_new SELECT id, name, 'Marlford' FROM streets;",
  'DROP TABLE streets;',
  'ALTER TABLE streets_new RENAME TO streets;',
  'CREATE INDEX streets_town ON streets (town);',
  'DELETE FROM streets WHERE id > 500;',
];

test('a program killed at any statement of a change leaves the old file whole', () => {
  const made = testFolder();
  const { folder } = made;
  ({ remove } = made);
  const old = path.join(folder, 'old.db');
  const before = open(old);
  migrate(
    before,
    writeMigrations(folder, {
      '0010_streets.sql': `CREATE TABLE streets (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
        WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
        INSERT INTO streets SELECT i, hex(zeroblob(100)) FROM n;`,
    }),
  );
  const expected = contentOf(before);
  before.close();
  // After each statement the program is asked whether this is where it dies.
  const sql = ['SELECT die(0);', ...statements.map((line, index) => `${line}\nSELECT die(${index + 1});`)];
  writeMigrations(folder, { '0020_town.sql': sql.join('\n') });

  for (let point = 0; point <= statements.length; point++) {
    const file = path.join(folder, `killed-${point}.db`);
    copyFileSync(old, file);
    const ended = spawnSync(process.execPath, [program, file, folder, String(point)], { encoding: 'utf8' });
    expect(ended.stdout, ended.stderr).toBe(`dying at ${point}\n`);
    const after = open(file);
    expect(after.pragma('user_version', { simple: true })).toBe(10);
    expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(contentOf(after)).toEqual(expected);
    after.function('die', (_at) => null);
    // And the next start brings it up to date.
    expect(migrate(after, readMigrations(folder)).ran).toEqual(['0020_town.sql']);
    expect(after.prepare('SELECT count(*) FROM streets').pluck().get()).toBe(500);
    after.close();
  }
});

test('what is committed before the kill stays', () => {
  const made = testFolder();
  const { folder } = made;
  ({ remove } = made);
  const file = path.join(folder, 'town.db');
  writeMigrations(folder, { '0010_towns.sql': 'CREATE TABLE towns (id INTEGER PRIMARY KEY) STRICT;' });
  const ended = spawnSync(process.execPath, [program, file, folder, 'after'], { encoding: 'utf8' });
  expect(ended.stdout, ended.stderr).toBe('dying at after\n');
  const after = open(file);
  expect(after.pragma('user_version', { simple: true })).toBe(10);
  expect(after.prepare('SELECT count(*) FROM towns').pluck().get()).toBe(0);
  after.close();
});
