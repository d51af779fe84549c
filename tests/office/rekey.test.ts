import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { dataKeyOf } from '#electron/office/access/keys.ts';
import { call } from '#electron/office/gate.ts';
import { PASSPHRASE, setUpInput, TestOffice } from './support/office.ts';

const OWN = 'harbour kettle violet ladder';
const OTHER = 'seven blue herons at low tide';

let office: TestOffice;
afterEach(() => office.remove());

async function ready(): Promise<void> {
  office = await TestOffice.setUp();
}

const signIn = (userName: string, passphrase: string) => office.do('access.signIn', { userName, passphrase });
const keysText = () => readFileSync(path.join(office.folder, 'office', 'office.keys.json'), 'utf8');

describe('a new key for the whole file', () => {
  test('everybody who is here keeps their passphrase, and an old key file opens nothing any more', async () => {
    office = new TestOffice();
    const { recoveryKey } = await office.do('access.setUp', setUpInput);
    const ruth = await office.addPerson('ruth', ['lead_professional']);
    await office.addPerson('eve', ['practitioner']);
    const { files } = office.desk.opened();
    const oldKeys = path.join(office.folder, 'old.keys.json');
    copyFileSync(files.keys, oldKeys);
    const open = office.desk.opened();
    open.writerHandle.exec("UPDATE people SET active_to = '2008-10-13' WHERE user_name = 'eve'");
    expect(await office.do('access.rekeyPlan', {})).toEqual({
      lastAt: null,
      people: 2,
      without: [],
      recovery: true,
    });
    const steps: string[] = [];
    const told = await office.do(
      'access.rekey',
      { passphrase: PASSPHRASE },
      {
        onProgress: (_done, _total, label) => steps.push(label),
      },
    );
    expect(steps).toHaveLength(5);
    expect(told.people).toBe(2);
    expect(existsSync(path.join(files.backups, told.backup))).toBe(true);
    // Whoever was at the desk still is.
    expect((await office.do('people.get', { id: ruth })).userName).toBe('ruth');
    expect((await office.do('access.rekeyPlan', {})).lastAt).not.toBeNull();
    await office.do('access.lock', {});
    const now = readFileSync(files.keys);
    copyFileSync(oldKeys, files.keys);
    for (const userName of ['margaret', 'eve'])
      expect((await office.refused('access.signIn', { userName, passphrase: PASSPHRASE })).code).toBe(
        'damaged_file',
      );
    writeFileSync(files.keys, now);
    expect((await office.refused('access.signIn', { userName: 'eve', passphrase: PASSPHRASE })).code).toBe(
      'wrong_passphrase',
    );
    await signIn('ruth', PASSPHRASE);
    await office.do('access.lock', {});
    await office.do('access.checkRecoveryKey', { recoveryKey });
    await signIn('margaret', PASSPHRASE);
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
    // The backup from before opens with its own keys.
    const beside = path.join(files.backups, told.backup.replace(/\.db$/, '.keys.json'));
    const key = await dataKeyOf(beside, { kind: 'person', user: 'margaret' }, PASSPHRASE);
    expect(key).not.toBeNull();
    expect(key?.equals(office.desk.opened().dataKey)).toBe(false);
    expect(await dataKeyOf(beside, { kind: 'person', user: 'margaret' }, OTHER)).toBeNull();
  });

  test('a changed passphrase leaves the old one worthless even to whoever kept the old key file', async () => {
    await ready();
    const { files } = office.desk.opened();
    const old = readFileSync(files.keys);
    await office.do('access.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: OWN });
    await office.do('access.rekey', { passphrase: OWN });
    await office.do('access.lock', {});
    const now = readFileSync(files.keys);
    writeFileSync(files.keys, old);
    expect(
      (await office.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE })).code,
    ).toBe('damaged_file');
    writeFileSync(files.keys, now);
    await signIn('margaret', OWN);
  });

  test('it is refused with a wrong passphrase and without the right, and a cancel leaves all as it was', async () => {
    await ready();
    await office.addPerson('ruth', ['lead_professional']);
    const before = keysText();
    expect((await office.refused('access.rekey', { passphrase: 'not mine at all' })).code).toBe(
      'wrong_passphrase',
    );
    for (const stopAt of [0, 1, 2, 3, 4]) {
      const controller = new AbortController();
      const result = await call(
        office.desk,
        'access.rekey',
        { passphrase: PASSPHRASE },
        {
          signal: controller.signal,
          onProgress: (done) => {
            if (done === stopAt) controller.abort();
          },
        },
      );
      expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
      expect(keysText()).toBe(before);
      expect(existsSync(`${office.desk.files.database}.rekey`)).toBe(false);
    }
    await office.do('access.lock', {});
    await signIn('ruth', PASSPHRASE);
    expect((await office.refused('access.rekey', { passphrase: PASSPHRASE })).code).toBe('not_allowed');
  });

  test('what waits for its turn meanwhile is written to the new file', async () => {
    await ready();
    const [, added] = await Promise.all([
      office.do('access.rekey', { passphrase: PASSPHRASE }),
      office.do('settings.addArea', { name: 'Riverside' }),
      office.do('access.setLockMinutes', { minutes: 7 }),
    ]);
    expect(added.id).toBeGreaterThan(0);
    await office.do('access.lock', {});
    await signIn('margaret', PASSPHRASE);
    expect((await office.do('access.status', {})).lockMinutes).toBe(7);
    expect((await office.do('settings.areas', {})).areas.map((area) => area.name)).toContain('Riverside');
  });
});
