import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PASSPHRASE, TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await TestOffice.setUp();
});
afterEach(() => office.remove());

const person = (userName: string, roles: string[]) =>
  ({
    name: `Person ${userName}`,
    jobTitle: 'Family worker',
    agency: 'FAM',
    areaId: null,
    teamId: null,
    roles,
    userName,
    passphrase: PASSPHRASE,
  }) as Parameters<typeof office.do<'people.add'>>[1];
const rolesOf = async (id: number) => (await office.do('people.get', { id })).roles;
const count = (sql: string) => (office.desk.opened().readerHandle.prepare(sql).get() as { n: number }).n;

/** Margaret is in, Ian is the second administrator; a proposal to make Priya team manager waits. */
async function proposed() {
  const ian = await office.do('people.add', person('ian', ['system_admin']));
  const priya = await office.do('people.add', person('priya', ['practitioner', 'team_manager']));
  return { ian: ian.id, priya: priya.id, proposal: priya.proposed[0]?.id ?? 0 };
}

describe('two people for rights over money and people', () => {
  test('the first administrator names the second alone, exactly once', async () => {
    const ian = await office.do('people.add', person('ian', ['system_admin']));
    expect(ian).toMatchObject({ given: ['system_admin'], proposed: [] });
    await office.do('people.takeRoles', { id: ian.id, roles: ['system_admin'] });
    const again = await office.do('people.giveRoles', { id: ian.id, roles: ['system_admin'] });
    expect(again).toMatchObject({ given: [], proposed: [{ role: 'system_admin' }] });
    expect(await rolesOf(ian.id)).toEqual([]);
  });

  test('a heavy role counts for nothing until the second agrees; a light one counts at once', async () => {
    const { priya, proposal } = await proposed();
    expect(await rolesOf(priya)).toEqual(['practitioner']);
    await office.as('priya', async () => {
      expect((await office.refused('orders.decide', { id: 1, version: 1, decision: 'approve' })).code).toBe(
        'not_allowed',
      );
    });
    await office.as('ian', () => office.do('people.answer', { id: proposal, agree: true }));
    expect(await rolesOf(priya)).toEqual(['practitioner', 'team_manager']);
    expect((await office.do('people.get', { id: priya })).heldRoles).toContainEqual({
      role: 'team_manager',
      fromDay: '2008-10-14',
      toDay: null,
      givenBy: 'Margaret Oakes',
      agreedBy: 'Person ian',
    });
    expect((await office.refused('people.answer', { id: proposal, agree: true })).code).toBe('conflict');
  });

  test('the proposer may not agree, nor the person concerned, nor anybody who does not manage people', async () => {
    const { ian, priya, proposal } = await proposed();
    const own = await office.refused('people.answer', { id: proposal, agree: true });
    expect(own).toMatchObject({ code: 'not_allowed' });
    expect(own.message).toContain('You proposed this yourself');
    await office.as('priya', async () => {
      expect((await office.refused('people.answer', { id: proposal, agree: true })).code).toBe('not_allowed');
    });
    const { proposed: more } = await office.do('people.giveRoles', { id: ian, roles: ['director'] });
    await office.as('ian', async () => {
      const concerned = await office.refused('people.answer', { id: more[0]?.id, agree: true });
      expect(concerned.message).toContain('about your own rights');
    });
    expect(await rolesOf(priya)).toEqual(['practitioner']);
    expect(await rolesOf(ian)).toEqual(['system_admin']);
  });

  test('the database itself keeps the second person a second person', async () => {
    const { proposal } = await proposed();
    const { writerHandle } = office.desk.opened();
    const agree = (by: string) => () =>
      writerHandle.exec(
        `UPDATE person_proposals SET state = 'agreed', answered_by = ${by}, answered_at = 'x' WHERE id = ${proposal}`,
      );
    expect(agree('proposed_by')).toThrow(/CHECK/);
    expect(agree('person_id')).toThrow(/CHECK/);
    expect(() => writerHandle.exec('DELETE FROM person_proposals')).toThrow(/answered, not deleted/);
  });

  test('a refusal needs a reason; what is refused or taken back gives nothing and can be proposed anew', async () => {
    const { priya, proposal } = await proposed();
    await office.as('ian', async () => {
      expect((await office.refused('people.answer', { id: proposal, agree: false })).field).toBe('reason');
      expect((await office.refused('people.withdraw', { id: proposal })).code).toBe('not_allowed');
      await office.do('people.answer', { id: proposal, agree: false, reason: 'She has her own cases.' });
    });
    const { proposed: next } = await office.do('people.giveRoles', { id: priya, roles: ['team_manager'] });
    expect((await office.refused('people.giveRoles', { id: priya, roles: ['team_manager'] })).field).toBe(
      'roles',
    );
    await office.do('people.withdraw', { id: next[0]?.id ?? 0 });
    expect(await rolesOf(priya)).toEqual(['practitioner']);
    expect((await office.do('people.proposals', {})).rows).toEqual([]);
  });

  test('what waits is on Work of who may answer, and in the list of people', async () => {
    const { priya } = await proposed();
    const group = async () =>
      (await office.do('work.today', {})).groups.find((each) => each.key === 'proposals');
    expect((await group())?.count).toBe(0);
    await office.as('ian', async () =>
      expect(await group()).toMatchObject({
        count: 1,
        tasks: [{ title: 'Team manager for Person priya', to: `/office/people/${priya}` }],
      }),
    );
    await office.as('priya', async () => expect(await group()).toBeUndefined());
    const { rows } = await office.do('people.list', { show: 'waiting' });
    expect(rows.map((row) => [row.id, row.waiting])).toEqual([[priya, 1]]);
  });

  test('nobody gives themselves a role or a limit', async () => {
    await proposed();
    expect((await office.refused('people.giveRoles', { id: 1, roles: ['director'] })).code).toBe(
      'not_allowed',
    );
    expect((await office.refused('people.takeRoles', { id: 1, roles: ['finance'] })).code).toBe(
      'not_allowed',
    );
    const { version } = await office.do('people.get', { id: 1 });
    const limit = await office.refused('people.setOwnLimit', { id: 1, version, ownLimitPence: 100 });
    expect(limit.message).toContain('Nobody sets their own limit');
  });
});

describe('roles have days', () => {
  test('a role from tomorrow counts tomorrow, one until today is gone at midnight', async () => {
    const id = await office.addPerson('tom', []);
    await office.do('people.giveRoles', { id, roles: ['auditor'], fromDay: '2008-10-15' });
    await office.do('people.giveRoles', { id, roles: ['finance'], toDay: '2008-10-14' });
    expect(await rolesOf(id)).toEqual(['finance']);
    office.clock.day = '2008-10-15';
    expect(await rolesOf(id)).toEqual(['auditor']);
    expect(
      (await office.refused('people.giveRoles', { id, roles: ['finance'], fromDay: '2008-10-14' })).field,
    ).toBe('fromDay');
    expect(
      (await office.refused('people.giveRoles', { id, roles: ['finance'], toDay: '2008-10-14' })).field,
    ).toBe('toDay');
  });

  test('a signed-in person loses a role at the next call: at midnight, and when it is taken', async () => {
    const id = await office.addPerson('tom', []);
    await office.do('people.giveRoles', { id, roles: ['commissioner'], toDay: '2008-10-14' });
    await office.do('people.giveRoles', { id, roles: ['auditor'] });
    await office.signIn('tom');
    const permissions = async () => (await office.do('access.status', {})).person?.permissions ?? [];
    expect(await permissions()).toContain('providers.manage');
    office.clock.day = '2008-10-15';
    expect(await permissions()).not.toContain('providers.manage');
    expect(await permissions()).toContain('assurance.read');
    const other = office.desk.opened().writerHandle;
    other.exec(`UPDATE person_roles SET to_day = '2008-10-14' WHERE person_id = ${id}`);
    expect((await office.refused('orders.list', {})).code).toBe('not_allowed');
    office.clock.day = '2008-10-14';
    expect(await permissions(), 'a clock put back brings nothing back').toEqual([]);
  });

  test('a role taken away ends at once and stays in the history; taking what is not held is said', async () => {
    const id = await office.addPerson('tom', ['auditor']);
    await office.do('people.takeRoles', { id, roles: ['auditor'] });
    expect(await rolesOf(id)).toEqual([]);
    expect(count(`SELECT count(*) AS n FROM person_roles WHERE person_id = ${id} AND ended_by = 1`)).toBe(1);
    expect((await office.refused('people.takeRoles', { id, roles: ['auditor'] })).code).toBe('invalid');
  });

  test('the last administrator keeps the role', async () => {
    const ian = await office.addPerson('ian', ['system_admin']);
    await office.as('ian', () => office.do('people.takeRoles', { id: 1, roles: ['system_admin'] }));
    await office.as('ian', async () => {
      expect(await rolesOf(ian)).toEqual(['system_admin']);
      expect((await office.refused('people.takeRoles', { id: ian, roles: ['system_admin'] })).code).toBe(
        'not_allowed',
      );
    });
  });

  test('an administrator with an end is no reason to let the last lasting one go', async () => {
    await office.addPerson('ian', ['system_admin']);
    const eve = await office.addPerson('eve', []);
    const { proposed: waiting } = await office.do('people.giveRoles', {
      id: eve,
      roles: ['system_admin'],
      toDay: '2008-10-31',
    });
    await office.as('ian', () => office.do('people.answer', { id: waiting[0]?.id ?? 0, agree: true }));
    await office.as('ian', () => office.do('people.takeRoles', { id: 1, roles: ['system_admin'] }));
    await office.as('eve', async () => {
      const { rows } = await office.do('people.list', { role: 'system_admin', search: 'ian' });
      const refused = await office.refused('people.takeRoles', { id: rows[0]?.id, roles: ['system_admin'] });
      expect(refused.message).toContain('last system administrator');
    });
  });
});
