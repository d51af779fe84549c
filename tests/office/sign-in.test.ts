import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { closeSignIn } from '#electron/office/access/sign-ins.ts';
import { PASSPHRASE, setUpInput, TestOffice } from './support/office.ts';

const OWN = 'harbour kettle violet ladder';
const OTHER = 'seven blue herons at low tide';

let office: TestOffice;
let seconds: number;
beforeEach(() => {
  seconds = 1000;
});
afterEach(() => office.remove());

async function ready(): Promise<void> {
  office = await TestOffice.setUp();
  office.desk.options.secondsOn = () => seconds;
}

const signIn = (userName: string, passphrase: string, more: { code?: string; newPassphrase?: string } = {}) =>
  office.do('access.signIn', { userName, passphrase, ...more });
const wrongTry = (userName: string) =>
  office.refused('access.signIn', { userName, passphrase: 'not at all the right one' });
const keysText = () => readFileSync(path.join(office.folder, 'office', 'office.keys.json'), 'utf8');
const auditOf = (operation: string, outcome: string) =>
  office.desk
    .opened()
    .readerHandle.prepare(
      'SELECT entity, entity_id, detail FROM audit_events WHERE operation = ? AND outcome = ? ORDER BY seq',
    )
    .all(operation, outcome) as { entity: string; entity_id: number | null; detail: string }[];

describe('wrong tries', () => {
  test('slow down for each name, are told to whoever it was, and nothing typed is kept', async () => {
    await ready();
    await office.addPerson('ruth', ['lead_professional']);
    await office.do('access.lock', {});
    for (let turn = 0; turn < 3; turn++) await wrongTry('ruth');
    for (let turn = 0; turn < 2; turn++) await wrongTry('my secret in the wrong box');
    expect(await office.refused('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE })).toMatchObject(
      {
        code: 'slow_down',
        waitSeconds: 2,
      },
    );
    const beside = readFileSync(path.join(office.folder, 'office', 'office.attempts.json'), 'utf8');
    expect(beside).not.toMatch(/secret|not at all|ruth/);
    // Another name is not held up by it, and does not end it.
    const { news } = await signIn('margaret', PASSPHRASE);
    expect(news).toMatchObject({ wrongTries: 0, othersTries: 2 });
    const lines = auditOf('access.signIn', 'refused');
    expect(lines.map((line) => line.entity_id)).toEqual([2, 2, 2, null, null]);
    expect(JSON.stringify(lines)).not.toMatch(/secret|not at all/);
    await office.do('access.lock', {});
    expect((await office.refused('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE })).code).toBe(
      'slow_down',
    );
    seconds += 2;
    expect((await signIn('ruth', PASSPHRASE)).news).toMatchObject({ wrongTries: 3, lastSignInAt: null });
    expect((await signIn('ruth', PASSPHRASE)).news.wrongTries).toBe(0);
  });

  test('a name that nobody has is refused and slowed in the same words', async () => {
    await ready();
    await office.do('access.lock', {});
    for (let turn = 0; turn < 3; turn++) {
      const real = await wrongTry('margaret');
      const nobody = await wrongTry('nobody');
      expect({ ...nobody, reference: '' }).toEqual({ ...real, reference: '' });
    }
    const real = await wrongTry('margaret');
    expect(await wrongTry('nobody')).toEqual(real);
    expect(real.code).toBe('slow_down');
  });

  test('the whole office slows down when many names are tried', async () => {
    await ready();
    await office.do('access.lock', {});
    for (let turn = 0; turn < 12; turn++) await wrongTry(`name ${turn}`);
    expect(
      (await office.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE })).code,
    ).toBe('slow_down');
  });

  test('neither a clock that is turned nor a restart shortens the wait, and a restart does not lengthen it', async () => {
    await ready();
    await office.do('access.lock', {});
    for (let turn = 0; turn < 6; turn++) {
      await wrongTry('margaret');
      seconds += turn >= 2 ? 2 ** (turn - 1) : 0;
    }
    expect((await wrongTry('margaret')).code).toBe('wrong_passphrase');
    const wait = async () => (await wrongTry('margaret')).waitSeconds;
    expect(await wait()).toBe(32);
    office.clock.day = '2030-01-01';
    expect(await wait()).toBe(32);
    office.clock.day = '1999-01-01';
    expect(await wait()).toBe(32);
    // Started again: the computer has been on for ten seconds, so at least those are over.
    seconds = 10;
    expect(await wait()).toBe(22);
    seconds = 32;
    office.clock.day = '2008-10-14';
    await signIn('margaret', PASSPHRASE);
  });

  test('a thousand at once wait as long as a thousand in a row', async () => {
    await ready();
    await office.do('access.lock', {});
    const answers = await Promise.all(Array.from({ length: 40 }, () => wrongTry('margaret')));
    expect(answers.filter((problem) => problem.code === 'wrong_passphrase')).toHaveLength(3);
    expect(answers.filter((problem) => problem.code === 'slow_down')).toHaveLength(37);
  });
});

describe('passphrases', () => {
  test('somebody’s own is changed with the old one; weak, same and wrong ones are refused', async () => {
    await ready();
    const change = (passphrase: string, newPassphrase: string) =>
      office.refused('access.changePassphrase', { passphrase, newPassphrase });
    expect(await change('not the old one at all', OWN)).toMatchObject({ code: 'wrong_passphrase' });
    expect(await change(PASSPHRASE, 'password12345')).toMatchObject({
      code: 'invalid',
      field: 'newPassphrase',
    });
    expect((await change(PASSPHRASE, 'Margaret Oakes 1')).message).toMatch(/your name/);
    expect((await change(PASSPHRASE, PASSPHRASE)).message).toMatch(/is the old one/);
    await office.do('access.changePassphrase', { passphrase: PASSPHRASE, newPassphrase: OWN });
    await office.do('access.lock', {});
    expect(
      (await office.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE })).code,
    ).toBe('wrong_passphrase');
    await signIn('margaret', OWN);
    expect(await office.do('access.mine', {})).toMatchObject({
      userName: 'margaret',
      secondFactorSince: null,
    });
    expect((await office.do('access.mine', {})).wrongTries).toHaveLength(2);
  });

  test('one that somebody else chose is good for one sign-in, which changes it', async () => {
    await ready();
    const { id } = await office.do('people.add', {
      name: 'Ruth Adeyemi',
      jobTitle: 'Family worker',
      agency: 'FAM',
      areaId: null,
      teamId: null,
      roles: ['lead_professional'],
      userName: 'ruth',
      passphrase: OTHER,
    });
    await office.do('access.lock', {});
    const first = { userName: 'ruth', passphrase: OTHER };
    expect((await office.refused('access.signIn', first)).code).toBe('passphrase_change');
    expect((await office.do('access.status', {})).state).toBe('locked');
    const weak = await office.refused('access.signIn', { ...first, newPassphrase: 'ruth adeyemi' });
    expect(weak).toMatchObject({ code: 'invalid', field: 'newPassphrase' });
    expect((await office.refused('access.signIn', { ...first, newPassphrase: OTHER })).code).toBe('invalid');
    await signIn('ruth', OTHER, { newPassphrase: OWN });
    await office.do('access.lock', {});
    await signIn('ruth', OWN);
    expect((await office.refused('access.givePassphrase', { personId: 1, passphrase: OTHER })).code).toBe(
      'not_allowed',
    );
    await signIn('margaret', PASSPHRASE);
    expect((await office.refused('access.givePassphrase', { personId: 1, passphrase: OTHER })).code).toBe(
      'not_allowed',
    );
    expect((await office.refused('access.givePassphrase', { personId: 99, passphrase: OTHER })).code).toBe(
      'not_found',
    );
    await office.do('access.givePassphrase', { personId: id, passphrase: OTHER });
    await office.do('access.lock', {});
    expect((await office.refused('access.signIn', { userName: 'ruth', passphrase: OWN })).code).toBe(
      'wrong_passphrase',
    );
    expect((await office.refused('access.signIn', first)).code).toBe('passphrase_change');
  });

  test('whoever manages people sees whether and how somebody comes in, and gives no way in to who has left', async () => {
    await ready();
    const id = await office.addPerson('ruth', ['lead_professional']);
    const of = () => office.do('access.signInOf', { personId: id });
    expect(await of()).toMatchObject({ hasWayIn: true, mustChange: false, lastSignInAt: null });
    await office.do('access.givePassphrase', { personId: id, passphrase: OTHER });
    expect(await of()).toMatchObject({ hasWayIn: true, mustChange: true, secondFactorSince: null });
    await signIn('ruth', OTHER, { newPassphrase: OWN });
    expect((await office.refused('access.signInOf', { personId: 1 })).code).toBe('not_allowed');
    const begun = await office.do('access.beginSecondFactor', {});
    expect(begun.secret).toMatch(/^[A-Z2-7]{32}$/);
    await signIn('margaret', PASSPHRASE);
    const known = await of();
    expect(known).toMatchObject({ mustChange: false, secondFactorSince: null });
    expect(known.lastSignInAt).not.toBeNull();
    const { version } = await office.do('people.get', { id });
    await office.do('people.leave', { id, version, leavesOn: '2008-10-14' });
    expect(keysText()).not.toContain('"ruth"');
    expect(await of()).toMatchObject({ hasWayIn: false, passphraseSetAt: null });
    const refused = await office.refused('access.givePassphrase', { personId: id, passphrase: OTHER });
    expect(refused).toMatchObject({ code: 'not_allowed', message: expect.stringContaining('has left') });
    expect(keysText()).not.toContain('"ruth"');
    expect((await office.refused('access.signInOf', { personId: 99 })).code).toBe('not_found');
  });

  test('whoever is removed loses the slot in the same act, and a slot left over goes at the next sign-in', async () => {
    await ready();
    const id = await office.addPerson('ruth', ['lead_professional']);
    const withRuth = keysText();
    const open = office.desk.opened();
    await open.writer.transaction(async () => {
      expect(await closeSignIn({ db: open.writerDb, desk: office.desk }, id)).toBe(true);
      expect(await closeSignIn({ db: open.writerDb, desk: office.desk }, id)).toBe(false);
    });
    expect(keysText()).not.toContain('"ruth"');
    await office.do('access.lock', {});
    expect((await office.refused('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE })).code).toBe(
      'wrong_passphrase',
    );
    writeFileSync(path.join(office.folder, 'office', 'office.keys.json'), withRuth);
    await signIn('margaret', PASSPHRASE);
    office.desk
      .opened()
      .writerHandle.exec("UPDATE people SET active_to = '2008-10-13' WHERE user_name = 'ruth'");
    await signIn('margaret', PASSPHRASE);
    expect(keysText()).not.toContain('"ruth"');
  });

  test('a slot that somebody slipped into the key file is found, and nothing is written over it', async () => {
    await ready();
    await office.do('access.lock', {});
    const keys = JSON.parse(keysText()) as { slots: { user: string; publicKey: string }[] };
    const [first] = keys.slots;
    keys.slots.push({ ...first, user: 'eve' } as never);
    writeFileSync(path.join(office.folder, 'office', 'office.keys.json'), JSON.stringify(keys));
    expect((await signIn('margaret', PASSPHRASE)).news.keyFileChanged).toBe(true);
    const problem = await office.refused('access.changePassphrase', {
      passphrase: PASSPHRASE,
      newPassphrase: OWN,
    });
    expect(problem.code).toBe('damaged_file');
    expect(auditOf('access.signIn', 'done').at(-1)?.detail).toContain('changed by something else');
  });

  test('wrong shapes are refused', async () => {
    await ready();
    for (const input of [
      {},
      { userName: 7, passphrase: [] },
      { userName: 'a', passphrase: 'x'.repeat(501) },
      null,
    ])
      expect((await office.refused('access.signIn', input)).code).toBe('wrong_shape');
    for (const minutes of [0, 61, 1.5, '5'])
      expect((await office.refused('access.setLockMinutes', { minutes })).code).toBe('wrong_shape');
    await office.do('access.setLockMinutes', { minutes: 60 });
    expect((await office.do('access.status', {})).lockMinutes).toBe(60);
  });
});

describe('the recovery key', () => {
  test('gives a system administrator a new passphrase, however it is typed; nobody else', async () => {
    office = new TestOffice();
    const { recoveryKey } = await office.do('access.setUp', setUpInput);
    await office.addPerson('ruth', ['lead_professional']);
    await office.do('access.lock', {});
    const typed = ` ${recoveryKey.toLowerCase().replaceAll('-', '  ').replaceAll('q', '0')} `;
    const { administrators } = await office.do('access.checkRecoveryKey', { recoveryKey: typed });
    expect(administrators).toEqual([{ id: 1, name: 'Margaret Oakes', userName: 'margaret' }]);
    expect((await office.do('access.status', {})).state).toBe('locked');
    const recover = { recoveryKey, personId: 2, passphrase: OWN };
    expect((await office.refused('access.recover', recover)).code).toBe('not_allowed');
    const weak = { ...recover, personId: 1, passphrase: 'marlford trust' };
    expect(await office.refused('access.recover', weak)).toMatchObject({
      code: 'invalid',
      field: 'passphrase',
    });
    expect((await office.do('access.status', {})).state).toBe('locked');
    const status = await office.do('access.recover', { ...recover, personId: 1 });
    expect(status).toMatchObject({ state: 'open', person: { name: 'Margaret Oakes' } });
    expect(auditOf('access.recover', 'done')).toHaveLength(1);
    await office.do('access.lock', {});
    await signIn('margaret', OWN);
  });

  test('a wrong one is refused, recorded and slows down; half a key is said to be half a key', async () => {
    await ready();
    await office.do('access.lock', {});
    expect((await office.refused('access.checkRecoveryKey', { recoveryKey: 'ABCD-2345' })).code).toBe(
      'invalid',
    );
    const recoveryKey = 'ABCD-'.repeat(12).slice(0, -1);
    for (let turn = 0; turn < 3; turn++)
      expect((await office.refused('access.checkRecoveryKey', { recoveryKey })).code).toBe(
        'wrong_passphrase',
      );
    expect((await office.refused('access.recover', { recoveryKey, personId: 1, passphrase: OWN })).code).toBe(
      'slow_down',
    );
    await signIn('margaret', PASSPHRASE);
    const lines = auditOf('access.signIn', 'refused');
    expect(lines.map((line) => (JSON.parse(line.detail) as { slot: string }).slot)).toEqual(
      Array.from({ length: 3 }, () => 'recovery key'),
    );
  });

  test('a new one takes the old one’s place when it is confirmed, and not before', async () => {
    office = new TestOffice();
    const { recoveryKey: old } = await office.do('access.setUp', setUpInput);
    await office.do('access.confirmRecoveryKey', { lastGroup: old.slice(-4) });
    expect((await office.refused('access.newRecoveryKey', { passphrase: 'not mine at all' })).code).toBe(
      'wrong_passphrase',
    );
    const { recoveryKey } = await office.do('access.newRecoveryKey', { passphrase: PASSPHRASE });
    await office.do('access.lock', {});
    await office.do('access.checkRecoveryKey', { recoveryKey: old });
    await signIn('margaret', PASSPHRASE);
    const again = await office.do('access.newRecoveryKey', { passphrase: PASSPHRASE });
    await office.do('access.confirmRecoveryKey', { lastGroup: again.recoveryKey.slice(-4) });
    await office.do('access.lock', {});
    for (const gone of [old, recoveryKey])
      expect((await office.refused('access.checkRecoveryKey', { recoveryKey: gone })).code).toBe(
        'wrong_passphrase',
      );
    await office.do('access.checkRecoveryKey', { recoveryKey: again.recoveryKey });
  });
});
