import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test, vi } from 'vitest';
import { backUpAtLock, backUpIfDue } from '#electron/office/backups/schedule.ts';
import { openToLook } from '#electron/office/database/handle.ts';
import { Dice } from '#electron/office/practice/random.ts';
import { emptyOffice, expectInWords, newOffice, watchOffices } from './support/bad-days.ts';
import type { TestOffice } from './support/office.ts';

watchOffices();

const own = (office: TestOffice) => path.join(office.folder, 'office', 'backups');
const stateOf = async (office: TestOffice) =>
  (await office.do('backups.list', {})).backups.map((one) => one.state);

describe('a backup made while others write', () => {
  test('has every row that was committed before it began', async () => {
    const office = await newOffice();
    let acknowledged = 0;
    let begun = -1;
    const writing = (async () => {
      for (let turn = 1; turn <= 1000; turn += 1) {
        await office.do('settings.addArea', { name: `Area ${turn}` });
        acknowledged = turn;
        // As messages of a window come: one by one, with others between.
        await new Promise((resolve) => {
          setImmediate(resolve);
        });
      }
    })();
    await vi.waitFor(() => expect(acknowledged).toBeGreaterThan(100), { interval: 1, timeout: 20_000 });
    begun = acknowledged;
    const made = await office.do('backups.make', {});
    const during = acknowledged - begun;
    await writing;
    const handle = openToLook({ file: path.join(own(office), made.file), key: office.desk.opened().dataKey });
    const names = handle.prepare("SELECT name FROM areas WHERE name LIKE 'Area %' ORDER BY id").pluck().all();
    const lines = handle
      .prepare("SELECT count(*) FROM audit_events WHERE operation = 'settings.addArea'")
      .pluck()
      .get();
    handle.close();
    expect(names.length).toBeGreaterThanOrEqual(begun);
    // An unbroken run from the first, and each write whole: the row and its line in the audit trail.
    expect(names).toEqual(names.map((_name, index) => `Area ${index + 1}`));
    expect(lines).toBe(names.length);
    expect(during).toBeGreaterThan(0);
    expect(await stateOf(office)).toEqual(['verified']);
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
  });

  test('is stopped when somebody asks, and leaves nothing', async () => {
    const office = await newOffice();
    const stopper = new AbortController();
    stopper.abort();
    await expect(office.do('backups.make', {}, { signal: stopper.signal })).rejects.toThrow('cancelled');
    expect(existsSync(own(office)) ? readdirSync(own(office)) : []).toEqual([]);
    expect((await office.do('backups.state', {})).failed).toBeNull();
  });
});

describe('a damaged backup', () => {
  test('is found whichever byte of whichever of its files is another, and never offered', async () => {
    const office = await newOffice();
    const { file } = await office.do('backups.make', {});
    const dice = new Dice(20_081_014);
    const place = (ending: string) => path.join(own(office), file.replace('.db', ending));
    for (const ending of ['.db', '.db', '.db', '.db', '.keys.json', '.check.json']) {
      const whole = readFileSync(place(ending));
      const bytes = Buffer.from(whole);
      const at = Math.floor(dice.next() * bytes.length);
      bytes[at] = (bytes[at] ?? 0) ^ (1 << Math.floor(dice.next() * 8));
      writeFileSync(place(ending), bytes);
      const [state] = await stateOf(office);
      expect(['damaged', 'wrong_keys', 'unproven'], `${ending} byte ${at}`).toContain(state);
      writeFileSync(place(ending), whole);
    }
    expect(await stateOf(office)).toEqual(['verified']);
    expect((await office.do('backups.check', {})).backups[0]?.state).toBe('verified');
    writeFileSync(place('.db'), readFileSync(place('.db')).subarray(0, 4096));
    expect(await stateOf(office)).toEqual(['damaged']);
  });

  test('is one with another’s key file, with none, or of another office', async () => {
    const [office, other] = [await newOffice(), await newOffice()];
    const { file } = await office.do('backups.make', {});
    const theirs = await other.do('backups.make', {});
    const keys = path.join(own(office), file.replace('.db', '.keys.json'));
    const right = readFileSync(keys);
    copyFileSync(path.join(own(other), theirs.file.replace('.db', '.keys.json')), keys);
    expect(await stateOf(office)).toEqual(['wrong_keys']);
    rmSync(keys);
    expect(await stateOf(office)).toEqual(['no_keys']);
    writeFileSync(keys, right);
    expect(await stateOf(office)).toEqual(['verified']);
  });
});

describe('the second folder', () => {
  test('gets each backup too, keeps what is not this office’s, and one that is gone warns and stops nothing', async () => {
    const office = await newOffice();
    const folder = path.join(office.folder, 'stick');
    mkdirSync(folder);
    const foreign = ['notes.txt', 'office-2001-01-01-000000.db', 'office-copy.db'];
    for (const name of foreign) writeFileSync(path.join(folder, name), 'theirs');
    expectInWords(
      await office.refused('backups.chooseSecond', {
        folder: office.desk.tokens.add(path.join(office.folder, 'office', 'backups', 'x'), 'write'),
      }),
      'invalid',
    );
    await office.do('backups.chooseSecond', { folder: office.desk.tokens.add(folder, 'write') });
    for (const day of ['11', '12', '13']) {
      office.clock.day = `2008-11-${day}`;
      for (let turn = 0; turn < 4; turn += 1)
        expect((await office.do('backups.make', {})).second).toMatchObject({ ok: true });
    }
    expect(readdirSync(folder).filter((name) => name.endsWith('.db'))).toHaveLength(5 + 2);
    for (const name of foreign) expect(readFileSync(path.join(folder, name), 'utf8')).toBe('theirs');
    const { backups, second } = await office.do('backups.list', {});
    expect(second).toEqual({ folder, reachable: true });
    expect(backups.filter((one) => one.place === 'second' && one.state === 'verified')).toHaveLength(5);
    renameSync(folder, `${folder}-away`);
    writeFileSync(folder, 'in the way');
    expect((await office.do('backups.make', {})).second).toMatchObject({ ok: false });
    expect((await office.do('backups.state', {})).secondFailed?.why).toMatch(/folder/);
    expect((await office.do('backups.list', {})).second?.reachable).toBe(false);
    rmSync(folder);
    expect((await office.do('backups.make', {})).second?.why).toMatch(/is not there/);
    expect(existsSync(folder)).toBe(false);
    renameSync(`${folder}-away`, folder);
    await office.do('backups.make', {});
    expect((await office.do('backups.state', {})).secondFailed).toBeNull();
  }, 120_000);
});

describe('the schedule', () => {
  test('makes one a day while somebody is signed in, and warns when it cannot', async () => {
    const office = await newOffice();
    expect(await backUpIfDue(office.desk)).toBe(true);
    expect(await backUpIfDue(office.desk)).toBe(false);
    expect(await office.do('backups.state', {})).toMatchObject({ age: 'fresh', failed: null });
    office.clock.day = '2008-10-20';
    expect((await office.do('backups.state', {})).age).toBe('old');
    renameSync(own(office), `${own(office)}-away`);
    writeFileSync(own(office), 'in the way');
    expect(await backUpIfDue(office.desk)).toBe(true);
    const { failed } = await office.do('backups.state', {});
    expect(failed?.why).toMatch(/cannot be made there/);
    // Work goes on, and the try is not made again at once.
    await office.do('settings.addArea', { name: 'Weston' });
    expect(await backUpIfDue(office.desk)).toBe(false);
    rmSync(own(office));
    expect(await backUpIfDue(office.desk, Date.now() + 31 * 60_000)).toBe(true);
    expect(await office.do('backups.state', {})).toMatchObject({ age: 'fresh', failed: null });
    expect(await backUpAtLock(office.desk)).toBe(false);
  });

  test('makes hours of work safe when the office is locked, and nothing when nothing was done', async () => {
    const office = await newOffice();
    await office.do('access.lock', {});
    expect(readdirSync(own(office)).filter((name) => name.endsWith('.db'))).toHaveLength(1);
    await office.signIn('margaret');
    await office.do('access.lock', {});
    expect(readdirSync(own(office)).filter((name) => name.endsWith('.db'))).toHaveLength(1);
    expect(await backUpIfDue(emptyOffice().desk)).toBe(false);
  });
});
