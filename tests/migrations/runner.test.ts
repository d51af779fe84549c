import path from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { migrate, readMigrations } from '#electron/office/database/migrate.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { bytesIn, contentOf, open, tablesOf, testFolder, writeMigrations } from './support/files.ts';

const FIRST = {
  '0010_streets.sql': `CREATE TABLE streets (id INTEGER PRIMARY KEY, name TEXT NOT NULL) STRICT;
    CREATE TABLE houses (id INTEGER PRIMARY KEY, street_id INTEGER NOT NULL REFERENCES streets (id)) STRICT;
    INSERT INTO streets VALUES (1, 'Canal Street'), (2, 'Elm Row');
    INSERT INTO houses VALUES (1, 1), (2, 1), (3, 2);`,
};

let folder: string;
let remove: () => void;
let file: string;
let handle: Database.Database;
beforeEach(() => {
  ({ folder, remove } = testFolder());
  file = path.join(folder, 'town.db');
  handle = open(file);
  migrate(handle, writeMigrations(folder, FIRST));
});
afterEach(() => {
  handle.close();
  remove();
});

const version = () => handle.pragma('user_version', { simple: true });
const foreignKeys = () => handle.pragma('foreign_keys', { simple: true });

function problemOf(work: () => unknown): OfficeProblem['problem'] {
  try {
    work();
  } catch (error) {
    if (error instanceof OfficeProblem) return error.problem;
    throw error;
  }
  throw new Error('It was not refused.');
}

describe('a change of the file', () => {
  test('runs what is pending, once, and says so', () => {
    const later = { '0020_towns.sql': 'CREATE TABLE towns (id INTEGER PRIMARY KEY) STRICT;' };
    const migrations = writeMigrations(folder, later);
    expect(migrate(handle, migrations)).toEqual({ from: 10, to: 20, ran: ['0020_towns.sql'] });
    expect(migrate(handle, migrations)).toEqual({ from: 20, to: 20, ran: [] });
    expect(handle.prepare('SELECT number FROM migrations_done ORDER BY 1').pluck().all()).toEqual([10, 20]);
  });

  test('rebuilds a table that others point at, and keeps every row', () => {
    const before = handle.prepare('SELECT * FROM houses').all();
    const rebuild = `CREATE TABLE streets_new (id INTEGER PRIMARY KEY, name TEXT NOT NULL, town TEXT NOT NULL) STRICT;
      INSERT INTO streets_new SELECT id, name, 'Marlford' FROM streets;
      DROP TABLE streets;
      ALTER TABLE streets_new RENAME TO streets;`;
    migrate(handle, writeMigrations(folder, { '0020_town_of_street.sql': rebuild }));
    expect(handle.prepare('SELECT * FROM houses').all()).toEqual(before);
    expect(handle.prepare('SELECT * FROM streets ORDER BY id').all()).toEqual([
      { id: 1, name: 'Canal Street', town: 'Marlford' },
      { id: 2, name: 'Elm Row', town: 'Marlford' },
    ]);
    expect(foreignKeys()).toBe(1);
    expect(() => handle.exec('INSERT INTO houses VALUES (9, 77)')).toThrow(/FOREIGN KEY/);
  });

  test('the same rebuild would fail with foreign keys on: that is why they are off', () => {
    expect(foreignKeys()).toBe(1);
    expect(() => handle.exec('DROP TABLE streets')).toThrow(/FOREIGN KEY/);
  });
});

describe('a change that fails', () => {
  const failing = {
    'a statement that cannot run': 'INSERT INTO nowhere VALUES (1);',
    'a row that points at nothing': 'INSERT INTO houses VALUES (4, 99);',
    'a row of the wrong type': "INSERT INTO houses VALUES ('four', 1);",
  };

  test.each(Object.entries(failing))('%s leaves version, tables and rows as they were', (_what, bad) => {
    const before = contentOf(handle);
    const migrations = writeMigrations(folder, {
      '0020_good.sql': 'ALTER TABLE streets ADD COLUMN town TEXT; DELETE FROM houses WHERE id = 1;',
      '0030_bad.sql': `CREATE TABLE half_done (id INTEGER PRIMARY KEY) STRICT; ${bad}`,
    });
    expect(() => migrate(handle, migrations)).toThrow();
    expect(version()).toBe(10);
    expect(contentOf(handle)).toEqual(before);
    expect(foreignKeys()).toBe(1);
    expect(handle.inTransaction).toBe(false);
    handle.close();
    handle = open(file);
    expect(contentOf(handle)).toEqual(before);
  });

  test('a disk that is full is said to be full', () => {
    const before = contentOf(handle);
    handle.pragma(`max_page_count = ${Number(handle.pragma('page_count', { simple: true })) + 1}`);
    const large = `CREATE TABLE large (id INTEGER PRIMARY KEY, body TEXT NOT NULL) STRICT;
      INSERT INTO large VALUES (1, hex(zeroblob(200000)));`;
    const migrations = writeMigrations(folder, { '0020_large.sql': large });
    expect(() => migrate(handle, migrations)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }));
    expect(contentOf(handle)).toEqual(before);
    expect(foreignKeys()).toBe(1);
  });
});

function noRoom(): never {
  throw new Error('no room for a backup');
}

describe('the backup before a change', () => {
  const later = { '0020_towns.sql': 'CREATE TABLE towns (id INTEGER PRIMARY KEY) STRICT;' };

  test('is made while the file is still as it was', () => {
    let seen: unknown = null;
    migrate(handle, writeMigrations(folder, later), () => {
      seen = { version: version(), towns: tablesOf(handle).some(({ name }) => name === 'towns') };
    });
    expect(seen).toEqual({ version: 10, towns: false });
    expect(version()).toBe(20);
  });

  test('that cannot be made stops the change', () => {
    const before = contentOf(handle);
    expect(() => migrate(handle, writeMigrations(folder, later), noRoom)).toThrow('no room for a backup');
    expect(version()).toBe(10);
    expect(contentOf(handle)).toEqual(before);
  });

  test('is not made for a new file, nor when there is nothing to change', () => {
    let made = 0;
    const count = () => {
      made++;
    };
    migrate(handle, readMigrations(folder), count);
    const fresh = open(path.join(folder, 'fresh.db'));
    migrate(fresh, writeMigrations(folder, later), count);
    fresh.close();
    expect(made).toBe(0);
    migrate(handle, readMigrations(folder), count);
    expect(made).toBe(1);
  });
});

describe('files that do not belong together', () => {
  test('a file of a newer version is refused in words', () => {
    handle.pragma('user_version = 20');
    const problem = problemOf(() => migrate(handle, readMigrations(folder)));
    expect(problem.code).toBe('newer_file');
    expect(problem.message).toMatch(
      /newer Trust Desk.*Nothing in it was changed.*Install the newer version/s,
    );
    expect(version()).toBe(20);
  });

  test('a migration that was edited after it ran is refused', () => {
    const before = contentOf(handle);
    const edited = FIRST['0010_streets.sql'].replace('Elm Row', 'Elm Road');
    const migrations = writeMigrations(folder, {
      '0010_streets.sql': edited,
      '0020_towns.sql': 'CREATE TABLE towns (id INTEGER PRIMARY KEY) STRICT;',
    });
    const problem = problemOf(() => migrate(handle, migrations));
    expect(problem.code).toBe('changed_migration');
    expect(problem.message).toContain('0010_streets.sql');
    expect(contentOf(handle)).toEqual(before);
  });

  test('line ends are no edit', () => {
    const windows = writeMigrations(folder, {
      '0010_streets.sql': FIRST['0010_streets.sql'].replaceAll('\n', '\r\n'),
    });
    expect(migrate(handle, windows)).toEqual({ from: 10, to: 10, ran: [] });
  });

  test('a migration slipped in below those that ran, or taken away, is refused', () => {
    const slipped = writeMigrations(folder, { '0005_early.sql': 'CREATE TABLE early (id INTEGER) STRICT;' });
    expect(problemOf(() => migrate(handle, slipped)).message).toContain('0005_early.sql');
    const [, ...without] = slipped;
    const others = [{ number: 30, name: '0030_other.sql', sql: '', checksum: '' }];
    expect(migrate(handle, without).ran).toEqual([]);
    expect(problemOf(() => migrate(handle, others)).message).toContain('0010_streets.sql');
    expect(version()).toBe(10);
  });

  test('two migrations with one number are refused before any file is opened', () => {
    expect(() => writeMigrations(folder, { '0010_twice.sql': '' })).toThrow(/does not rise/);
  });

  test('the file on the disk is not touched by a refusal', () => {
    handle.close();
    const before = bytesIn(folder);
    handle = open(file);
    problemOf(() => migrate(handle, [{ number: 5, name: '0005_old.sql', sql: '', checksum: '' }]));
    handle.close();
    expect(bytesIn(folder)).toEqual(before);
    handle = open(file);
  });
});
