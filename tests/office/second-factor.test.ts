import { readFileSync } from 'node:fs';
import { Secret, TOTP } from 'otpauth';
import { afterEach, describe, expect, test } from 'vitest';
import { Desk } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { PASSPHRASE, TestOffice } from './support/office.ts';

let office: TestOffice;
afterEach(() => office.remove());

async function ready(): Promise<void> {
  office = await TestOffice.setUp();
}

const signIn = (userName: string, passphrase: string, more: { code?: string } = {}) =>
  office.do('access.signIn', { userName, passphrase, ...more });

describe('the second factor', () => {
  const codeAt = (secret: string, offset = 0) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + offset * 30_000 });

  async function turnedOn() {
    await ready();
    const { secret, uri } = await office.do('access.beginSecondFactor', {});
    expect(uri).toContain('otpauth://totp/Trust%20Desk:margaret');
    expect((await office.refused('access.confirmSecondFactor', { code: '000000' })).code).toBe('wrong_code');
    // Not yet asked for.
    await office.do('access.lock', {});
    await signIn('margaret', PASSPHRASE);
    const { backupCodes } = await office.do('access.confirmSecondFactor', { code: codeAt(secret, -1) });
    await office.do('access.lock', {});
    return { secret, backupCodes };
  }

  test('is asked for after the passphrase and before anybody is in; a code counts once', async () => {
    const { secret } = await turnedOn();
    const asked = { userName: 'margaret', passphrase: PASSPHRASE };
    expect((await office.refused('access.signIn', asked)).code).toBe('code_needed');
    expect((await office.do('access.status', {})).state).toBe('locked');
    const code = codeAt(secret);
    await signIn('margaret', PASSPHRASE, { code: `${code.slice(0, 3)} ${code.slice(3)}` });
    await office.do('access.lock', {});
    expect((await office.refused('access.signIn', { ...asked, code })).code).toBe('wrong_code');
    // The clock of the phone is half a minute ahead.
    await signIn('margaret', PASSPHRASE, { code: codeAt(secret, 1) });
    await office.do('access.lock', {});
    expect((await office.refused('access.signIn', { ...asked, code: codeAt(secret, 4) })).code).toBe(
      'wrong_code',
    );
    expect((await office.refused('access.signIn', { ...asked, code: 'abc' })).code).toBe('wrong_code');
    expect((await office.refused('access.signIn', { ...asked, code: '123456' })).code).toBe('wrong_code');
    expect((await office.refused('access.signIn', asked)).code).toBe('slow_down');
  });

  test('ten backup codes work once each, new ones end the old', async () => {
    const { backupCodes } = await turnedOn();
    expect(new Set(backupCodes).size).toBe(10);
    const [one = '', two = ''] = backupCodes;
    await signIn('margaret', PASSPHRASE, { code: one.toUpperCase() });
    expect((await office.do('access.mine', {})).codesLeft).toBe(9);
    const fresh = await office.do('access.newBackupCodes', { passphrase: PASSPHRASE });
    await office.do('access.lock', {});
    for (const code of [one, two])
      expect(
        (await office.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE, code })).code,
      ).toBe('wrong_code');
    await signIn('margaret', PASSPHRASE, { code: fresh.backupCodes[3] ?? '' });
    await office.do('access.endSecondFactor', { passphrase: PASSPHRASE });
    await office.do('access.lock', {});
    await signIn('margaret', PASSPHRASE);
  });

  test('an administrator takes it off for somebody else; the recovery key takes it off too', async () => {
    const { backupCodes } = await turnedOn();
    await signIn('margaret', PASSPHRASE, { code: backupCodes[0] ?? '' });
    const ian = await office.addPerson('ian', ['system_admin']);
    expect((await office.refused('access.resetSecondFactor', { personId: ian })).code).toBe('invalid');
    expect((await office.refused('access.resetSecondFactor', { personId: 1 })).code).toBe('not_allowed');
    await office.signIn('ian');
    await office.do('access.resetSecondFactor', { personId: 1 });
    await signIn('margaret', PASSPHRASE);
    expect((await office.do('access.mine', {})).codesLeft).toBe(0);
  });
});

describe('what was typed when the desk locked', () => {
  const draft = (form: string, reason: string) => ({
    form,
    title: 'Open a CAF',
    place: '/children/1',
    body: { reason },
  });

  test('is kept encrypted for the person who typed it, also when the program dies, and for nobody else', async () => {
    await ready();
    await office.addPerson('ruth', ['lead_professional']);
    expect(
      await office.do('access.lock', { drafts: [draft('a', 'Wakes at night'), draft('b', 'x')] }),
    ).toEqual({
      kept: true,
    });
    expect(readFileSync(office.desk.files.database).includes('Wakes')).toBe(false);
    const again = new Desk(office.desk.options);
    const ask = async (name: string, input: unknown) => {
      const result = await call(again, name, input);
      if (!result.ok) throw new Error(result.problem.message);
      return result.data;
    };
    await ask('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE });
    expect(await ask('access.drafts', {})).toEqual({ drafts: [] });
    expect(await ask('access.dropDrafts', { forms: ['a', 'b'] })).toEqual({ dropped: 0 });
    expect(await ask('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE })).toMatchObject({
      news: { drafts: 2 },
    });
    expect(await ask('access.drafts', {})).toMatchObject({
      drafts: [{ form: 'a', body: { reason: 'Wakes at night' } }, { form: 'b' }],
    });
    expect(await ask('access.dropDrafts', { forms: ['a'] })).toEqual({ dropped: 1 });
    again.close();
  });

  test('a file that takes no writing is locked all the same, and says that nothing was kept', async () => {
    await ready();
    office.desk.opened().writerHandle.pragma('query_only = ON');
    expect(await office.do('access.lock', { drafts: [draft('a', 'x')] })).toEqual({ kept: false });
    expect(office.desk.open).toBeNull();
    expect((await office.refused('people.list', {})).code).toBe('not_signed_in');
  });

  test('too much and wrong shapes are refused; an empty lock never is', async () => {
    await ready();
    const long = { ...draft('a', ''), body: { reason: 'x'.repeat(400_001) } };
    for (const drafts of [[long], [{ form: 'a' }], 'x', Array.from({ length: 101 }, () => draft('a', ''))])
      expect((await office.refused('access.lock', { drafts })).code).toBe('wrong_shape');
    await office.do('access.lock', {});
  });
});
