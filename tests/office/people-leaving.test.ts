import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { PASSPHRASE, TestOffice } from './support/office.ts';
import { type ReadyOffice, draftOf, readyOffice } from './support/job.ts';

let ready: ReadyOffice;
let office: TestOffice;
beforeEach(async () => {
  ready = await readyOffice();
  ({ office } = ready);
});
afterEach(() => office.remove());

const version = async (id: number) => (await office.do('people.get', { id })).version;
const leave = async (id: number, leavesOn: string) =>
  office.do('people.leave', { id, version: await version(id), leavesOn });
const slots = () =>
  (JSON.parse(readFileSync(office.desk.files.keys, 'utf8')) as { slots: { user: string }[] }).slots.map(
    (slot) => slot.user,
  );

describe('leaving', () => {
  test('today means at once: no slot, no sign-in, out where signed in; the record stays', async () => {
    await leave(ready.lead, '2008-10-14');
    expect(slots()).not.toContain('ruth');
    expect((await office.do('people.get', { id: ready.lead })).leavesOn).toBe('2008-10-14');
    expect((await office.do('people.list', { search: 'Ruth' })).total).toBe(0);
    expect((await office.do('people.list', { search: 'Ruth', show: 'left' })).total).toBe(1);
    const refused = await office.refused('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE });
    expect(refused.code).toBe('wrong_passphrase');
  });

  test('a later day counts from that midnight, also for who is signed in then', async () => {
    await leave(ready.lead, '2008-10-15');
    await office.signIn('ruth');
    expect((await office.do('children.get', { id: ready.childId })).id).toBe(ready.childId);
    office.clock.day = '2008-10-15';
    expect((await office.refused('children.get', { id: ready.childId })).code).toBe('not_signed_in');
    expect(office.desk.open).toBeNull();
    expect((await office.refused('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE })).code).toBe(
      'not_allowed',
    );
  });

  test('says what is to be handed over, in numbers', async () => {
    await office.as('ruth', () => office.do('orders.start', draftOf(ready)));
    expect(await office.do('people.handover', { id: ready.lead })).toEqual({ casesLed: 1, openRequests: 1 });
    expect(await office.do('people.handover', { id: ready.manager })).toEqual({
      casesLed: 0,
      openRequests: 0,
    });
  });

  test('nobody lets themselves go, no day lies in the past, the last administrator stays', async () => {
    expect((await office.refused('people.leave', { id: 1, version: 1, leavesOn: '2008-10-14' })).code).toBe(
      'not_allowed',
    );
    const past = { id: ready.lead, version: await version(ready.lead), leavesOn: '2008-10-13' };
    expect((await office.refused('people.leave', past)).field).toBe('leavesOn');
    const ian = (await office.do('people.list', { role: 'system_admin', search: 'Ian' })).rows[0]?.id ?? 0;
    const { rows } = await office.do('people.list', { role: 'system_admin' });
    for (const row of rows.filter(({ id }) => id !== 1 && id !== ian)) await leave(row.id, '2008-10-14');
    await leave(ian, '2008-10-20');
    await office.as('ian', async () => {
      const last = { id: 1, version: await version(1), leavesOn: '2008-10-14' };
      expect((await office.refused('people.leave', last)).message).toContain('last system administrator');
    });
  });

  test('whoever comes back has a new slot and no role; who was to leave simply stays', async () => {
    await leave(ready.lead, '2008-10-14');
    office.clock.day = '2008-11-03';
    const back = { id: ready.lead, version: await version(ready.lead) };
    expect((await office.refused('people.comeBack', back)).field).toBe('passphrase');
    await office.do('people.comeBack', { ...back, passphrase: 'harbour kettle violet ladder' });
    expect((await office.do('people.get', { id: ready.lead })).roles).toEqual([]);
    expect((await office.refused('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE })).code).toBe(
      'wrong_passphrase',
    );
    const first = { userName: 'ruth', passphrase: 'harbour kettle violet ladder' };
    expect((await office.refused('access.signIn', first)).code, 'good for one sign-in').toBe(
      'passphrase_change',
    );
    await office.signIn('margaret');
    await leave(ready.manager, '2008-11-10');
    await office.do('people.comeBack', { id: ready.manager, version: await version(ready.manager) });
    expect(await office.do('people.get', { id: ready.manager })).toMatchObject({
      leavesOn: null,
      roles: ['team_manager'],
    });
  });
});
