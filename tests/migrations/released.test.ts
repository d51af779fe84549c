import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { Desk } from '#electron/office/desk.ts';
import { openHandle } from '#electron/office/database/handle.ts';
import { type Migration, migrate, readMigrations } from '#electron/office/database/migrate.ts';
import { contentOf, shippedDir, writeMigrations } from './support/files.ts';
import {
  type Figures,
  figuresOf,
  ask,
  practiceDesk,
  releasedDir,
  releases,
  signInMargaret,
} from './support/released.ts';

const program = path.join(import.meta.dirname, 'support', 'migrate-and-die.ts');
const folders: string[] = [];
const desks: Desk[] = [];
afterEach(() => {
  for (const desk of desks.splice(0)) desk.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
});

/** A copy of a released office, to open and change. */
function copyOf(release: string): { desk: Desk; database: string; figures: Figures } {
  const folder = mkdtempSync(path.join(tmpdir(), 'trust-desk-released-'));
  folders.push(folder);
  cpSync(path.join(releasedDir, release, 'practice'), path.join(folder, 'practice'), { recursive: true });
  const desk = practiceDesk(folder);
  desks.push(desk);
  const figures = JSON.parse(
    readFileSync(path.join(releasedDir, release, 'figures.json'), 'utf8'),
  ) as Figures;
  return { desk, database: path.join(folder, 'practice', 'office.db'), figures };
}

test('there is a released shape to come from', () => expect(releases.length).toBeGreaterThan(0));

test.each(releases)(
  'an office of %s opens, is brought up to date, and each of its figures is what it was',
  async (release) => {
    const { desk, figures } = copyOf(release);
    await signInMargaret(desk);
    const newest = readMigrations(shippedDir).at(-1)?.number;
    expect(desk.opened().readerHandle.pragma('user_version', { simple: true })).toBe(newest);
    const now = await figuresOf(desk);
    for (const [table, rows] of Object.entries(figures.rows)) expect(now.rows[table], table).toBe(rows);
    expect(now.balances).toEqual(figures.balances);
    for (const [period, tables] of Object.entries(figures.returns))
      for (const table of tables) {
        const same = now.returns[period]?.find(({ code }) => code === table.code);
        expect(same?.rows, `${period} ${table.code}`).toEqual(table.rows);
      }
    const verified = await ask(desk, 'assurance.verify', {});
    expect(verified.checks.filter((check) => !check.ok)).toEqual([]);
  },
  60_000,
);

/**
 * The statements of a migration: each ends at a line's end with a semicolon, but for those inside a trigger, which ends
 * with its own `END;`.
 */
function statementsOf(sql: string): string[] {
  const statements: string[] = [];
  let statement = '';
  for (const line of sql.split('\n')) {
    statement += `${line}\n`;
    const inTrigger = /^\s*CREATE TRIGGER\b/m.test(statement);
    if (inTrigger ? !/\bEND;\s*$/.test(line) : !/;\s*$/.test(line)) continue;
    statements.push(statement);
    statement = '';
  }
  return statement.trim() === '' ? statements : [...statements, statement];
}

/** The pending migrations with a place to die before the first statement and after each; how many places there are. */
function withPlaces(pending: Migration[], folder: string): number {
  let places = 1;
  const files: Record<string, string> = {};
  for (const { name, sql } of pending) {
    const parts = statementsOf(sql).map((statement) => `${statement}SELECT die(${places++});\n`);
    files[name] = parts.join('');
  }
  const [first] = pending;
  if (first) files[first.name] = `SELECT die(0);\n${files[first.name] ?? ''}`;
  writeMigrations(folder, files);
  return places;
}

/** Runs the update in a program of its own that kills itself at a place; what it said. */
function dieAt(database: string, folder: string, place: number, key: Buffer): Promise<string> {
  const child = spawn(process.execPath, [program, database, folder, String(place), key.toString('hex')], {
    stdio: ['ignore', 'pipe', 'inherit'],
    windowsHide: true,
  });
  let said = '';
  child.stdout.on('data', (part: Buffer) => (said += part.toString()));
  return new Promise((resolve) => child.on('close', () => resolve(said)));
}

/** The key of a released office, which stays what it is when the file is brought up to date. */
async function keyOf(release: string): Promise<Buffer> {
  const { desk } = copyOf(release);
  await signInMargaret(desk);
  return Buffer.from(desk.opened().dataKey);
}

const AT_ONCE = 4;

test.each(releases)(
  'killed at any statement of its update, an office of %s is what it was, and is brought up to date at the next start',
  async (release) => {
    const key = await keyOf(release);
    const { database } = copyOf(release);
    const folder = mkdtempSync(path.join(tmpdir(), 'trust-desk-dying-'));
    folders.push(folder);
    cpSync(shippedDir, folder, { recursive: true });
    const migrations = readMigrations(shippedDir);
    const places = withPlaces(
      migrations.filter(({ number }) => number > Number(release)),
      folder,
    );
    const before = openHandle({ file: database, key });
    const expected = JSON.stringify(contentOf(before));
    before.close();
    const one = async (place: number): Promise<void> => {
      const file = path.join(folder, `at-${place}`, 'office.db');
      mkdirSync(path.dirname(file));
      cpSync(database, file);
      expect(await dieAt(file, folder, place, key)).toBe(`dying at ${place}\n`);
      const after = openHandle({ file, key });
      expect(after.pragma('user_version', { simple: true })).toBe(Number(release));
      expect(after.pragma('integrity_check', { simple: true })).toBe('ok');
      expect(JSON.stringify(contentOf(after)) === expected, `place ${place}`).toBe(true);
      expect(migrate(after, migrations).to).toBe(migrations.at(-1)?.number);
      after.close();
      rmSync(path.dirname(file), { recursive: true, force: true });
    };
    const waiting = Array.from({ length: places }, (_, place) => place);
    const work = async (): Promise<void> => {
      for (let place = waiting.shift(); place !== undefined; place = waiting.shift()) await one(place);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    expect(places).toBeGreaterThan(migrations.length);
  },
  600_000,
);
