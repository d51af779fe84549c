import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { PASSPHRASE, setUpInput, TestOffice } from './support/office.ts';

let office: TestOffice;
afterEach(() => office.remove());

describe('set-up and sign-in', () => {
  test('an office is set up, locked and unlocked, and its file is unreadable', async () => {
    office = new TestOffice();
    expect((await office.do('access.status', {})).state).toBe('none');
    const { recoveryKey } = await office.do('access.setUp', setUpInput);
    expect(recoveryKey).toMatch(/^([2-9A-Z]{4}-){11}[2-9A-Z]{4}$/);
    const status = await office.do('access.status', {});
    expect(status).toMatchObject({
      state: 'open',
      trustName: 'Marlford Children’s Trust',
      person: { name: 'Margaret Oakes' },
    });
    await office.do('access.lock', {});
    expect((await office.do('access.status', {})).state).toBe('locked');
    const bytes = readFileSync(path.join(office.folder, 'office', 'office.db'));
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(bytes.includes('Marlford')).toBe(false);
    await office.signIn('margaret');
    expect((await office.do('settings.get', {})).councilName).toBe('Marlford Borough Council');
  });

  test('a wrong passphrase is refused in words, slows down, and is recorded at the next sign-in', async () => {
    office = await TestOffice.setUp();
    await office.do('access.lock', {});
    for (let index = 0; index < 3; index++) {
      const problem = await office.refused('access.signIn', {
        userName: 'margaret',
        passphrase: 'wrong horse battery',
      });
      expect(problem).toMatchObject({ code: 'wrong_passphrase' });
      expect(problem.message).toContain('Nothing was opened');
    }
    const problem = await office.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
    expect(problem.code).toBe('slow_down');
    await new Promise((resolve) => setTimeout(resolve, 2100));
    await office.signIn('margaret');
    const row = office.desk.open?.readerHandle
      .prepare("SELECT detail FROM audit_events WHERE operation = 'access.signIn' AND outcome = 'done'")
      .get() as { detail: string };
    expect(JSON.parse(row.detail)).toEqual({ wrongTriesBefore: 3 });
  });

  test('a short or common passphrase is refused and nothing is left behind', async () => {
    office = new TestOffice();
    const short = await office.refused('access.setUp', { ...setUpInput, passphrase: 'short' });
    expect(short).toMatchObject({ code: 'invalid', field: 'passphrase' });
    expect((await office.refused('access.setUp', { ...setUpInput, passphrase: 'password1234' })).code).toBe(
      'invalid',
    );
    expect((await office.do('access.status', {})).state).toBe('none');
  });

  test('an office is never set up over another', async () => {
    office = await TestOffice.setUp();
    const problem = await office.refused('access.setUp', setUpInput);
    expect(problem.code).toBe('office_exists');
    await office.signIn('margaret');
  });

  test('the recovery key is confirmed by its last group', async () => {
    office = new TestOffice();
    const { recoveryKey } = await office.do('access.setUp', setUpInput);
    expect((await office.refused('access.confirmRecoveryKey', { lastGroup: 'AAAA' })).code).toBe('invalid');
    await office.do('access.confirmRecoveryKey', { lastGroup: recoveryKey.slice(-4).toLowerCase() });
    expect((await office.do('settings.get', {})).recoveryConfirmed).toBe(true);
  });
});

describe('the gate', () => {
  test('refuses what it does not know, what has the wrong shape, and whoever may not', async () => {
    office = await TestOffice.setUp();
    expect((await office.refused('orders.explode', {})).code).toBe('unknown_operation');
    expect((await office.refused('toString', {})).code).toBe('unknown_operation');
    expect((await office.refused('__proto__', {})).code).toBe('unknown_operation');
    const shape = await office.refused('people.get', { id: 'seven' });
    expect(shape).toMatchObject({ code: 'wrong_shape', field: 'id' });
    expect(shape.message).not.toContain('seven');
    await office.addPerson('clerk', ['practitioner']);
    await office.signIn('clerk');
    const refused = await office.refused('people.takeRoles', { id: 1, roles: ['finance'] });
    expect(refused.code).toBe('not_allowed');
    const row = office.desk.open?.readerHandle
      .prepare(
        "SELECT count(*) AS n FROM audit_events WHERE outcome = 'refused' AND operation = 'people.takeRoles'",
      )
      .get();
    expect(row).toEqual({ n: 1 });
    await office.do('access.lock', {});
    expect((await office.refused('people.list', {})).code).toBe('not_signed_in');
  });

  test('the audit trail cannot be changed, skipped or shortened, even with the key', async () => {
    office = await TestOffice.setUp();
    await office.signIn('margaret');
    const handle = office.desk.opened().writerHandle;
    expect(() => handle.exec("UPDATE audit_events SET operation = 'x'")).toThrow(/added to/);
    expect(() => handle.exec('DELETE FROM audit_events')).toThrow(/added to/);
    expect(() =>
      handle.exec(
        "INSERT INTO audit_events (seq, at, operation, outcome, previous_hash, hash) VALUES (99, '', 'x', 'done', '', '')",
      ),
    ).toThrow(/unbroken/);
  });

  test('two savers of one record: the second is told, and nothing of the first is lost', async () => {
    office = await TestOffice.setUp();
    const id = await office.addPerson('ruth', ['lead_professional']);
    const person = await office.do('people.get', { id });
    const fields = { agency: 'EWS', areaId: null, teamId: null, jobTitle: 'Education welfare officer' };
    await office.do('people.save', { id, version: person.version, name: 'Ruth Adeyemi', ...fields });
    const problem = await office.refused('people.save', {
      id,
      version: person.version,
      name: 'Other',
      ...fields,
    });
    expect(problem.code).toBe('conflict');
    expect((await office.do('people.get', { id })).name).toBe('Ruth Adeyemi');
  });
});
