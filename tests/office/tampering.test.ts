import { copyFileSync, cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { afterEach, describe, expect, test } from 'vitest';
import { type AuditRow, lineHash } from '#electron/office/database/chain.ts';
import { openHandle } from '#electron/office/database/handle.ts';
import { readSeal } from '#electron/office/database/seal.ts';
import { headOf, sealAnew } from '#electron/office/database/start-check.ts';
import { readyOffice } from './support/job.ts';
import { PASSPHRASE, TestOffice } from './support/office.ts';

let office: TestOffice;
afterEach(() => office.remove());

const who = { userName: 'margaret', passphrase: PASSPHRASE };

/** An office with a case, signed out; its files and its key, which an insider may have. */
async function signedOut() {
  ({ office } = await readyOffice());
  const { files, dataKey } = office.desk.opened();
  const key = Buffer.from(dataKey);
  office.desk.close();
  return { files, key };
}
type Files = Awaited<ReturnType<typeof signedOut>>['files'];

/** Changes the closed file as somebody with the key and a database tool could, past every trigger. */
function withKey(files: Files, key: Buffer, work: (handle: Database.Database) => void): void {
  const handle = openHandle({ file: files.database, key });
  handle.pragma('foreign_keys = OFF');
  const guards = handle
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'trigger' AND name LIKE 'audit%'")
    .pluck()
    .all();
  for (const name of guards) handle.exec(`DROP TRIGGER ${String(name)}`);
  work(handle);
  handle.close();
}

/** What start-up says. */
async function atStart(): Promise<string> {
  const problem = await office.refused('access.signIn', who);
  expect(problem.code).toBe('broken_trail');
  expect(problem.message).toContain('Nothing was changed');
  return (problem.details ?? []).map((detail) => detail.message).join(' ');
}

/** What `verify` says once somebody went on, or with the office as it is. */
async function verified(knowing = true): Promise<string> {
  await office.do('access.signIn', knowing ? { ...who, knowing: 'Told the auditor by telephone.' } : who);
  const { checks } = await office.do('assurance.verify', {});
  return checks
    .filter((check) => !check.ok)
    .map((check) => check.detail)
    .join(' ');
}

const rowsOf = (handle: Database.Database) =>
  handle.prepare('SELECT * FROM audit_events ORDER BY seq').all() as AuditRow[];

function put(handle: Database.Database, row: AuditRow): void {
  const names = Object.keys(row);
  const values = names.map((name) => `@${name}`).join(', ');
  handle.prepare(`INSERT OR REPLACE INTO audit_events (${names.join(', ')}) VALUES (${values})`).run(row);
}

describe('the audit trail, changed by somebody with the key while nobody looked', () => {
  test('a line that was deleted is named, at start-up and by verify', async () => {
    const { files, key } = await signedOut();
    withKey(files, key, (handle) => handle.exec('DELETE FROM audit_events WHERE seq = 5'));
    expect(await atStart()).toMatch(/Line 5 was removed, just before line 6, of 14 Oct 2008/);
    expect(await verified()).toMatch(/Line 5 was removed/);
  });

  test('the last lines, deleted, leave a whole chain: the seal tells', async () => {
    const { files, key } = await signedOut();
    let last = 0;
    withKey(files, key, (handle) => {
      last = headOf(handle)?.seq ?? 0;
      handle.prepare('DELETE FROM audit_events WHERE seq > ?').run(last - 2);
      handle.prepare('DELETE FROM audit_bodies WHERE seq > ?').run(last - 2);
      handle.prepare('DELETE FROM audit_records WHERE seq > ?').run(last - 2);
    });
    expect(await atStart()).toContain(
      `ends at line ${last - 2} of 14 Oct 2008, but line ${last} was written here`,
    );
  });

  test('all lines, deleted, are missed', async () => {
    const { files, key } = await signedOut();
    withKey(files, key, (handle) => handle.exec('DELETE FROM audit_events'));
    expect(await atStart()).toContain('The audit trail is empty');
  });

  test.each([
    ['neighbours', 4, 5],
    ['lines far apart', 3, 9],
  ])('two rows that changed places (%s) are named', async (_what, one, other) => {
    const { files, key } = await signedOut();
    withKey(files, key, (handle) => {
      const rows = rowsOf(handle);
      const [a, b] = [rows[one - 1], rows[other - 1]];
      if (!a || !b) throw new Error('Too few lines.');
      put(handle, { ...a, seq: other });
      put(handle, { ...b, seq: one });
    });
    expect(await atStart()).toMatch(
      new RegExp(`what now stands at ${one}, of .* was written as line ${other}`),
    );
    expect(await verified()).toContain('Lines changed places');
  });

  test('a row that was changed and everything after it hashed anew is not what was sealed', async () => {
    const { files, key } = await signedOut();
    withKey(files, key, (handle) => {
      let previous = '';
      for (const row of rowsOf(handle)) {
        const next = { ...row, previous_hash: previous, ...(row.seq === 4 ? { person_id: 3 } : {}) };
        next.hash = lineHash(next);
        put(handle, next);
        previous = next.hash;
      }
    });
    expect(await atStart()).toMatch(/is not the one that was sealed/);
  });

  test('a line of the new form that is made to look old is found', async () => {
    const { files, key } = await signedOut();
    withKey(files, key, (handle) => {
      let previous = '';
      for (const row of rowsOf(handle)) {
        const old = { form: 1, action: '', roles: '', machine: '', about: '[]', body_hash: '' };
        const next = { ...row, previous_hash: previous, ...(row.seq === 4 ? old : {}) };
        next.hash = lineHash(next);
        put(handle, next);
        previous = next.hash;
      }
    });
    expect(await atStart()).toMatch(/Line 4, of .* pretends to be older/);
  });

  test('what a line says was there before and after cannot be changed or taken away', async () => {
    const { files, key } = await signedOut();
    withKey(files, key, (handle) => {
      handle.exec("UPDATE audit_bodies SET body = '{}' WHERE seq = (SELECT min(seq) FROM audit_bodies)");
    });
    expect(await verified(false)).toMatch(
      /What line \d+ of 14 Oct 2008 says was changed, before or after, is not/,
    );
    await office.do('access.lock', {});
    withKey(files, key, (handle) => {
      handle.exec('DELETE FROM audit_bodies WHERE seq = (SELECT min(seq) FROM audit_bodies)');
    });
    expect(await verified(false)).toMatch(/What line \d+ of 14 Oct 2008 changed was removed/);
  });
});

describe('the files of an office, replaced while nobody looked', () => {
  /** The office's folder as it was yesterday, and the work of today. */
  async function aDayLater(withLog: boolean) {
    ({ office } = await readyOffice());
    const { files } = office.desk.opened();
    const yesterday = path.join(office.folder, 'yesterday');
    if (!withLog) await office.do('access.lock', {});
    cpSync(files.folder, yesterday, { recursive: true });
    if (!withLog) await office.signIn('margaret');
    office.clock.day = '2008-10-15';
    await office.do('settings.addArea', { name: 'Riverside' });
    await office.do('access.lock', {});
    return { files, yesterday };
  }

  test.each([
    ['without its log', false],
    ['with its log', true],
  ])('yesterday’s file (%s) is called an older copy', async (_what, withLog) => {
    const { files, yesterday } = await aDayLater(withLog);
    for (const suffix of ['', '-wal', '-shm']) {
      rmSync(files.database + suffix, { force: true });
      const from = path.join(yesterday, `office.db${suffix}`);
      if (existsSync(from) && suffix !== '-shm') copyFileSync(from, files.database + suffix);
    }
    expect(existsSync(`${files.database}-wal`)).toBe(withLog);
    expect(await atStart()).toContain('an older copy of itself, or its last lines were removed');
  });

  test('a restore that seals anew opens without a word', async () => {
    const { files, yesterday } = await aDayLater(false);
    copyFileSync(path.join(yesterday, 'office.db'), files.database);
    await atStart();
    // What a restore does, with the key that the passphrase gave it.
    await office.do('access.signIn', { ...who, knowing: 'To have the key for this test.' });
    const key = Buffer.from(office.desk.opened().dataKey);
    await office.do('access.lock', {});
    copyFileSync(path.join(yesterday, 'office.db'), files.database);
    await atStart();
    const handle = openHandle({ file: files.database, key });
    sealAnew(headOf(handle), files, key);
    handle.close();
    await office.signIn('margaret');
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
  });

  test('another key file that opens the office all the same is noticed', async () => {
    const { files } = await signedOut();
    const before = readFileSync(files.keys);
    await office.signIn('margaret');
    await office.addPerson('helen', ['budget_manager']);
    await office.do('access.lock', {});
    await office.signIn('margaret');
    await office.do('access.lock', {});
    writeFileSync(files.keys, before);
    const { warnings } = await office.do('access.signIn', who);
    expect(warnings).toEqual([expect.stringContaining('The key file (office.keys.json) is not the one')]);
  });

  test('a seal that is gone, or another office’s, is noticed', async () => {
    const { files } = await signedOut();
    const seal = readFileSync(files.seal);
    rmSync(files.seal);
    expect(await atStart()).toContain('(office.seal) is missing');
    writeFileSync(files.seal, Buffer.from(seal).fill(0x20, 0, 40).fill(0x20, 1024, 1064));
    expect(await atStart()).toContain('(office.seal) is damaged or belongs to another office');
    writeFileSync(files.seal, seal);
    await office.signIn('margaret');
  });

  test('a power cut that spoils the seal being written leaves the one before, which is as true', async () => {
    const { files, key } = await signedOut();
    const bytes = readFileSync(files.seal);
    const found = readSeal(files, key);
    if (found.state !== 'there') throw new Error('No seal.');
    writeFileSync(files.seal, Buffer.from(bytes).fill(0x41, found.place * 1024, found.place * 1024 + 512));
    const older = readSeal(files, key);
    expect(older.state === 'there' && older.sealed.seq).toBe(found.sealed.seq - 1);
    await office.signIn('margaret');
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
  });
});

describe('going on with a broken trail', () => {
  test('is for who answers for the office, is written down, and does not hide the break', async () => {
    const { files, key } = await signedOut();
    withKey(files, key, (handle) => handle.exec("UPDATE audit_events SET entity = 'x' WHERE seq = 3"));
    const before = readFileSync(files.database);
    await atStart();
    const lead = await office.refused('access.signIn', {
      ...who,
      userName: 'ruth',
      knowing: 'I know nothing of it.',
    });
    expect(lead.code).toBe('not_allowed');
    expect(readFileSync(files.database)).toEqual(before);
    const status = await office.do('access.signIn', { ...who, knowing: 'IT repaired the disk on Monday.' });
    expect(status.warnings).toEqual([expect.stringMatching(/Line 3, .* was changed/)]);
    await office.do('access.lock', {});
    // The next day nobody is stopped again, and verify still names it.
    await office.signIn('ruth');
    await office.do('access.lock', {});
    const told = await verified(false);
    expect(told).toMatch(/Line 3, of 14 Oct 2008 .* was changed/);
    const { checks } = await office.do('assurance.verify', {});
    expect(checks.find((check) => check.name === 'audit_seal')?.detail).toMatch(
      /went on with a broken trail .* line \d+/,
    );
  });
});

/** The same positions every time. */
function* positions(seed: number, below: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state % below;
  }
}

describe('any byte of the file, flipped', () => {
  test('is noticed at start-up: first, last, header, and two in every page', async () => {
    const { files } = await signedOut();
    const whole = readFileSync(files.database);
    const random = positions(7, 4096);
    const places = new Set([0, 15, 16, 17, 20, 99, whole.length - 1]);
    for (let page = 0; page < whole.length; page += 4096)
      for (let turn = 0; turn < 2; turn++) places.add(page + Number(random.next().value));
    const unnoticed: number[] = [];
    for (const place of places) {
      const bytes = Buffer.from(whole);
      bytes[place] = (bytes[place] ?? 0) ^ 0x01;
      writeFileSync(files.database, bytes);
      for (const suffix of ['-wal', '-shm']) rmSync(files.database + suffix, { force: true });
      const { code } = await office.refused('access.signIn', who).catch(() => ({ code: 'unnoticed' }));
      if (code !== 'damaged_file') unnoticed.push(place);
      office.desk.close();
    }
    writeFileSync(files.database, whole);
    expect(places.size).toBeGreaterThan(100);
    expect(unnoticed).toEqual([]);
  }, 120_000);

  test('of the write-ahead log that a crash left is noticed: what was committed in it is missed', async () => {
    ({ office } = await readyOffice());
    const { files } = office.desk.opened();
    const seal = readFileSync(files.seal);
    const folder = path.join(office.folder, 'crashed');
    cpSync(files.folder, folder, { recursive: true });
    office.desk.close();
    const log = readFileSync(path.join(folder, 'office.db-wal'));
    const random = positions(11, log.length);
    const unnoticed: number[] = [];
    const places = [
      0,
      8,
      24,
      32,
      40,
      ...Array.from({ length: 25 }, () => Number(random.next().value)),
      log.length - 1,
    ];
    for (const place of places) {
      const bytes = Buffer.from(log);
      bytes[place] = (bytes[place] ?? 0) ^ 0x01;
      copyFileSync(path.join(folder, 'office.db'), files.database);
      copyFileSync(path.join(folder, 'office.keys.json'), files.keys);
      rmSync(`${files.database}-shm`, { force: true });
      writeFileSync(`${files.database}-wal`, bytes);
      writeFileSync(files.seal, seal);
      const { code } = await office.refused('access.signIn', who).catch(() => ({ code: 'unnoticed' }));
      if (!['broken_trail', 'damaged_file'].includes(code)) unnoticed.push(place);
      office.desk.close();
    }
    expect(unnoticed).toEqual([]);
  }, 60_000);
});
