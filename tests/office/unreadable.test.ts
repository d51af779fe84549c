import { copyFileSync } from 'node:fs';
import path from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Desk, type DeskOptions } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { fileLog } from '#electron/office/log.ts';
import { buildPractice, PRACTICE_DAY } from '#electron/office/practice/practice.service.ts';
import { practicePassphrase } from '#electron/office/practice/sign-ins.ts';
import { bytesIn, wordsIn } from './support/files.ts';
import { migrationsDir, TestOffice } from './support/office.ts';

/** A whole practice office on the disk, open, with a backup, a log and a count of wrong passphrases beside it. */
let desk: Desk;
let base: TestOffice;
let data: string;
/** What must not be found: names of children, of those who care for them, and where they live. */
let words: string[];

async function ask(name: string, input: unknown): Promise<unknown> {
  const result = await call(desk, name, input);
  if (!result.ok) throw new Error(`${name}: ${result.problem.message}`);
  return result.data;
}

const signIn = () =>
  ask('access.signIn', { userName: 'margaret', passphrase: practicePassphrase('margaret') });

beforeAll(async () => {
  base = new TestOffice();
  data = path.join(base.folder, 'data');
  const options: DeskOptions = {
    officeDir: path.join(data, 'office'),
    practiceDir: path.join(data, 'practice'),
    migrationsDir,
    version: '0.0.0-test',
    log: fileLog(path.join(data, 'logs')),
  };
  await buildPractice(options, { progress: () => Promise.resolve(), ask: call });
  desk = new Desk(options);
  desk.using = 'practice';
  await signIn();
  await ask('backups.make', {});
  await addChildInTheLog();
  await leaveTraces();
  words = wordsOfTheOffice();
});
afterAll(() => {
  desk.close();
  base.remove();
});

/** A child of whom so far only the write-ahead log knows. */
async function addChildInTheLog(): Promise<void> {
  const name = { givenNames: 'Persephone', familyName: 'Quillfeather' };
  const { checkId } = (await ask('children.check', { ...name, dob: '2001-02-03' })) as { checkId: number };
  await ask('children.register', {
    ...name,
    checkId,
    sex: 'F',
    dob: '2001-02-03',
    expectedOn: null,
    address: '12 Nightingale Terrace',
    postcode: 'MF2 4AB',
    areaId: 1,
    carers: [{ name: 'Bartholomew Quillfeather', relationship: 'father', parentalResponsibility: 'Y' }],
  });
}

/** Refusals and failures, each with a name in what was asked, so that there is a log and a count to look into. */
async function leaveTraces(): Promise<void> {
  const folder = desk.tokens.add(path.join(data, 'practice', 'office.db', 'Quillfeather'), 'write');
  expect(await call(desk, 'backups.make', { folder })).toMatchObject({ ok: false });
  expect(await call(desk, 'children.get', { id: 'Persephone' })).toMatchObject({ ok: false });
  expect(
    await call(desk, 'access.signIn', { userName: 'Persephone Quillfeather', passphrase: 'Persephone' }),
  ).toMatchObject({ ok: false });
}

function wordsOfTheOffice(): string[] {
  const { readerHandle } = desk.opened();
  const column = (sql: string) => readerHandle.prepare(sql).pluck().all() as string[];
  const given = column('SELECT given_names FROM children');
  const family = column('SELECT family_name FROM children');
  const whole = [
    ...given.map((name, index) => `${name} ${family[index] ?? ''}`),
    // As the two lie side by side in a row.
    ...given.map((name, index) => `${name}${family[index] ?? ''}`),
    ...column('SELECT name FROM carers'),
    ...column('SELECT address FROM children').flatMap((address) => address.split('\n')),
  ];
  const parts = [...given, ...family, ...whole.flatMap((name) => name.split(' '))];
  // A word of four letters may stand by chance in two million bytes that look random; one of six does not.
  return [...new Set([...whole, ...parts])].filter((word) => word.length >= 6);
}

function search(): { file: string; found: string[] }[] {
  return [...bytesIn(data)]
    .map(([file, bytes]) => ({ file, found: wordsIn(bytes, words) }))
    .filter(({ found }) => found.length > 0);
}

describe('the files of an office', () => {
  test('are all there to be searched, and there is much to search for', () => {
    const files = bytesIn(data);
    const names = [...files.keys()].map((name) => name.replaceAll(path.sep, '/'));
    expect(names).toEqual(
      expect.arrayContaining([
        'practice/office.db',
        'practice/office.db-wal',
        'practice/office.keys.json',
        'practice/office.attempts.json',
        expect.stringMatching(/^practice\/backups\/office-.*\.db$/),
        'logs/office.log',
      ]),
    );
    expect(files.get(path.join('practice', 'office.db-wal'))?.length).toBeGreaterThan(10_000);
    expect(files.get(path.join('logs', 'office.log'))?.length).toBeGreaterThan(50);
    expect(words).toEqual(
      expect.arrayContaining([
        'Callum',
        'Birchall',
        'Donna Birchall',
        'Persephone',
        'Quillfeather',
        'Bartholomew',
      ]),
    );
    expect(words.length).toBeGreaterThan(60);
    expect(desk.today()).toBe(PRACTICE_DAY);
  });

  test('hold no name of a child or carer and no address while the office is open', () => {
    expect(search()).toEqual([]);
  });

  test('nor in their own names', () => {
    const names = Buffer.from([...bytesIn(data).keys()].join('\n'));
    expect(wordsIn(names, words)).toEqual([]);
  });

  test('hold them all once they are decrypted: the search finds what is there', () => {
    const plain = path.join(base.folder, 'plain.db');
    desk.opened().writerHandle.prepare('VACUUM INTO ?').run(plain);
    expect(wordsIn(bytesIn(base.folder).get('plain.db') ?? Buffer.alloc(0), words)).toEqual([]);
    decrypt(plain, desk.opened().dataKey);
    const bytes = bytesIn(base.folder).get('plain.db') ?? Buffer.alloc(0);
    expect(bytes.subarray(0, 15).toString('latin1')).toBe('SQLite format 3');
    expect(wordsIn(bytes, words).sort()).toEqual([...words].sort());
  });

  test('nor when it is closed, nor when a copy is looked at without its key', async () => {
    const copy = path.join(base.folder, 'stolen.db');
    await ask('access.lock', {});
    expect(search()).toEqual([]);
    copyFileSync(desk.files.database, copy);
    const thief = new Database(copy);
    expect(() => thief.prepare('SELECT * FROM children').all()).toThrow(/not a database/);
    thief.close();
    await signIn();
  });
});

/** Takes the encryption off a copy. */
function decrypt(file: string, key: Buffer): void {
  const handle = new Database(file);
  handle.pragma("cipher = 'sqlcipher'");
  handle.pragma(`key = "x'${key.toString('hex')}'"`);
  handle.pragma('journal_mode = DELETE');
  handle.pragma("rekey = ''");
  handle.close();
}
