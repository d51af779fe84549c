import { spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openSlot } from '#electron/office/access/key-slots.ts';
import { readKeys } from '#electron/office/access/keys.ts';
import { type OfficeFiles, officeFiles } from '#electron/office/database/files.ts';
import { opensWith } from '#electron/office/database/rekey.ts';
import { PASSPHRASE, setUpInput, TestOffice } from '../office/support/office.ts';

const program = path.join(import.meta.dirname, 'support', 'rekey-and-die.ts');
const PEOPLE = ['margaret', 'ruth', 'devinder'];
const RANDOM_ROUNDS = 6;

let whole: TestOffice;
let recoveryKey = '';
beforeAll(async () => {
  whole = new TestOffice();
  ({ recoveryKey } = await whole.do('access.setUp', setUpInput));
  for (const user of PEOPLE.slice(1)) await whole.addPerson(user, ['lead_professional']);
  whole.desk.close();
});
afterAll(() => whole.remove());

const run = (office: TestOffice, point: string) =>
  spawnSync(process.execPath, [program, path.join(office.folder, 'office'), point], {
    encoding: 'utf8',
    windowsHide: true,
  });

/** Another office that is the same to the byte. */
function copyOfWhole(): TestOffice {
  const office = new TestOffice();
  cpSync(path.join(whole.folder, 'office'), path.join(office.folder, 'office'), { recursive: true });
  return office;
}

/** How many of the keys that a secret leads to open the database as it lies there, without a byte of it changed. */
async function keysThatOpen(files: OfficeFiles, user: string): Promise<number> {
  const keys = readKeys(files);
  const isOwn = (slot: { kind: string; user: string }) =>
    user === '' ? slot.kind === 'recovery' : slot.user === user;
  const slot = keys.slots.find(isOwn);
  if (!slot) return 0;
  const opened = await openSlot(slot, user === '' ? recoveryKey : PASSPHRASE);
  return opened.filter(({ key }) => opensWith({ file: files.database, key })).length;
}

const filesOf = (office: TestOffice) => officeFiles(path.join(office.folder, 'office'));

/** The office opens with every passphrase and the recovery key, each leading to the one key that it has; nothing is changed. */
async function expectToOpen(office: TestOffice): Promise<void> {
  for (const user of [...PEOPLE, '']) expect(await keysThatOpen(filesOf(office), user), user).toBe(1);
}

/** What lies in the folder, and how many keys its key file leads to: where a change that was broken off stands. */
function stateOf(office: TestOffice): string {
  const { folder } = filesOf(office);
  const keys = readKeys(filesOf(office));
  const there = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !/lock|shm/.test(name),
  );
  return JSON.stringify([there.sort(), keys.format === 2 && keys.seals.length]);
}

/** Everybody signs in, the office is whole, and it bears no trace of the key that it did not take. */
async function expectWhole(office: TestOffice, first: string): Promise<'old' | 'new'> {
  const files = filesOf(office);
  await expectToOpen(office);
  // Whoever comes first puts it right; all others come in after them.
  for (const user of [first, ...PEOPLE.filter((each) => each !== first)]) {
    await office.do('access.signIn', { userName: user, passphrase: PASSPHRASE });
    const keys = readKeys(files);
    expect(keys.format === 2 && keys.seals.length).toBe(1);
    expect(existsSync(`${files.database}.rekey`)).toBe(false);
    await office.do('access.lock', {});
  }
  const { administrators } = await office.do('access.checkRecoveryKey', { recoveryKey });
  expect(administrators.map((each) => each.userName)).toEqual(['margaret']);
  await office.signIn('margaret');
  const { ok, checks } = await office.do('assurance.verify', {});
  expect(ok, JSON.stringify(checks.filter((check) => !check.ok))).toBe(true);
  const { lastAt } = await office.do('access.rekeyPlan', {});
  return lastAt === null ? 'old' : 'new';
}

describe('a program killed while it gives the file a new key', () => {
  test('leaves an office that opens for everybody, at whatever step it was', async () => {
    const counted = copyOfWhole();
    const { stdout, stderr } = run(counted, 'count');
    expect(stderr).toBe('');
    const steps = Number(/done in (\d+)/.exec(stdout)?.[1]);
    counted.remove();
    expect(steps).toBeGreaterThan(30);

    const ended: ('old' | 'new')[] = [];
    let before = '';
    for (let point = 1; point <= steps + 1; point++) {
      const office = copyOfWhole();
      try {
        const killed = run(office, String(point));
        expect(killed.status, killed.stderr).not.toBe(0);
        expect(killed.stdout).toContain(point <= steps ? `dying at ${point}: ` : 'done in');
        await expectToOpen(office);
        // Where the last step left the same behind, that was looked at already.
        const state = stateOf(office);
        if (state !== before)
          ended.push(await expectWhole(office, PEOPLE[point % PEOPLE.length] ?? 'margaret'));
        before = state;
      } catch (error) {
        throw new Error(`Killed at step ${point} of ${steps}.`, { cause: error });
      } finally {
        office.remove();
      }
    }
    // Up to one moment all of them have the old key, and from then on all have the new one.
    const exchanged = ended.indexOf('new');
    expect(exchanged).toBeGreaterThan(0);
    expect(new Set(ended.slice(exchanged))).toEqual(new Set(['new']));
    expect(ended.length - exchanged).toBeGreaterThan(1);
  }, 2_400_000);

  test('leaves it so at any moment between the steps, and the key can be changed again', async () => {
    for (let round = 0; round < RANDOM_ROUNDS; round++) {
      const office = copyOfWhole();
      try {
        const child = spawn(process.execPath, [program, path.join(office.folder, 'office'), 'never'], {
          windowsHide: true,
        });
        child.stdout.once('data', () => setTimeout(() => child.kill('SIGKILL'), Math.random() * 250));
        await new Promise((resolve) => child.on('close', resolve));
        expect(child.signalCode).toBe('SIGKILL');
        await expectWhole(office, 'ruth');
        await office.do('access.rekey', { passphrase: PASSPHRASE });
        await office.do('access.lock', {});
        await office.do('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE });
      } finally {
        office.remove();
      }
    }
  }, 180_000);
});
