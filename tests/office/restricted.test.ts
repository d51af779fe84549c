import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/domain/roles.ts';
import { cafInput, openCaf, register } from './support/children.ts';
import { TestOffice } from './support/office.ts';

/** Cora is the co-ordinator who marks Shutta's record as restricted, Cole another, Dan the data protection officer. */
let office: TestOffice;
let shut: number;
let shutCaf: number;
let ids: Record<string, number>;

const NOTE = 'Her father must not learn where she lives.';
const REASON = 'She is in hospital and the ward asks who knows her.';

beforeEach(async () => {
  office = await TestOffice.setUp();
  ids = {};
  const people: [string, Role[], object?][] = [
    ['cora', ['coordinator']],
    ['cole', ['coordinator']],
    ['dan', ['data_protection']],
    ['ruth', ['lead_professional']],
    ['helen', ['budget_manager']],
    ['fay', ['finance']],
    ['ian', ['system_admin']],
  ];
  for (const [user, roles, more] of people) ids[user] = await office.addPerson(user, roles, more ?? {});
  await office.signIn('cora');
  shut = await register(office, {
    givenNames: 'Shutta',
    familyName: 'Shuttleworth',
    address: '9 Hidden Lane',
    phone: '01632 960999',
  });
  shutCaf = await openCaf(office, shut);
});
afterEach(() => office.remove());

const restrict = (readers: string[]) =>
  office.do('children.restrict', {
    id: shut,
    reason: 'address',
    note: NOTE,
    readers: readers.map((user) => ids[user] ?? 0),
  });

const seesIt = async (user: string) => {
  await office.signIn(user);
  const found = await office.do('children.list', { status: 'all', search: 'shuttleworth' });
  return found.total === 1;
};

describe('a restricted record', () => {
  test('is read by those let in and by nobody else; a search tells only co-ordinators that there is one', async () => {
    await restrict(['cora', 'ruth']);
    expect(await seesIt('cora')).toBe(true);
    expect(await seesIt('ruth')).toBe(true);
    expect(await seesIt('cole')).toBe(false);
    expect(await office.do('children.list', { status: 'all', search: 'shuttleworth' })).toEqual({
      rows: [],
      total: 0,
      restrictedMatches: 1,
    });
    expect((await office.do('work.find', { query: 'shuttleworth' })).restrictedMatches).toBe(1);
    expect((await office.do('work.find', { query: 'sh' })).restrictedMatches).toBe(0);
    expect((await office.refused('children.get', { id: shut })).code).toBe('not_found');
    for (const user of ['helen', 'ruth']) {
      await office.signIn(user);
      expect((await office.do('work.find', { query: 'shuttleworth' })).restrictedMatches).toBe(0);
    }
  });

  test('shows its address to no reader by itself; a named one asks for it, and that is recorded', async () => {
    await restrict(['cora']);
    const record = await office.do('children.get', { id: shut });
    expect(record).toMatchObject({ address: '', postcode: '', phone: '' });
    expect(record.restriction).toMatchObject({ reason: 'address', note: NOTE, by: 'Person cora' });
    expect(JSON.stringify(record)).not.toMatch(/Hidden|MF1 4QT|960999/);
    expect(await office.do('children.address', { id: shut })).toEqual({
      address: '9 Hidden Lane',
      postcode: 'MF1 4QT',
      phone: '01632 960999',
      members: [],
    });
    await office.signIn('margaret');
    const { rows } = await office.do('assurance.audit', {});
    expect(rows).toContainEqual(
      expect.objectContaining({
        operation: 'children.address',
        outcome: 'read',
        record: 'A record out of your reach',
      }),
    );
    const { id: _, ...rest } = { id: 0, version: record.version, areaId: 1 };
    await office.signIn('cora');
    await office.do('children.save', {
      ...rest,
      id: shut,
      givenNames: 'Shutta',
      familyName: 'Shuttleworth',
      sex: 'F',
      dob: '2000-05-03',
      expectedOn: null,
    });
    expect((await office.do('children.address', { id: shut })).address).toBe('9 Hidden Lane');
  });

  test('readers are given and taken with a reason, never by oneself and never the last', async () => {
    await restrict(['cora']);
    await office.signIn('cole');
    const input = { id: shut, personId: ids['cole'] ?? 0, reason: 'I take over from Cora.' };
    expect((await office.refused('children.letIn', input)).field).toBe('personId');
    expect((await office.refused('children.liftRestriction', { id: shut, note: 'No need.' })).code).toBe(
      'invalid',
    );
    await office.signIn('dan');
    expect((await office.refused('children.letIn', { ...input, personId: ids['fay'] ?? 0 })).message).toMatch(
      /no role that reads/,
    );
    await office.do('children.letIn', input);
    expect(await seesIt('cole')).toBe(true);
    await office.do('children.letOut', { ...input, personId: ids['cora'] ?? 0 });
    expect((await office.refused('children.letOut', input)).message).toMatch(/last reader/);
    expect(await seesIt('cora')).toBe(false);
    await office.signIn('dan');
    const { records } = await office.do('children.restricted', {});
    expect(records).toMatchObject([{ name: null, note: '', readers: [{ name: 'Person cole', reason: '' }] }]);
    await office.do('children.liftRestriction', { id: shut, note: 'The order has ended.' });
    expect(await seesIt('cora')).toBe(true);
  });

  test('is led only by somebody who is let in', async () => {
    await restrict(['cora']);
    const appoint = { cafId: shutCaf, personId: ids['ruth'] ?? 0, from: '2008-02-01', agreedByFamily: true };
    expect((await office.refused('children.appointLead', appoint)).message).toMatch(/Let them in first/);
    await office.signIn('cole');
    await office.do('children.letIn', { id: shut, personId: ids['ruth'] ?? 0, reason: 'She will lead.' });
    await office.signIn('cora');
    await office.do('children.appointLead', appoint);
    expect(await seesIt('ruth')).toBe(true);
  });

  test('a second record of the child is not made unawares: the search before tells a co-ordinator of it', async () => {
    await restrict(['cora']);
    await office.signIn('cole');
    const found = await office.do('children.check', {
      givenNames: 'Shutter',
      familyName: 'Shuttelworth',
      dob: '2000-05-03',
    });
    expect(found).toMatchObject({ matches: [], restrictedMatches: 1 });
  });
});

describe('opening by exception', () => {
  const open = (more: object = {}) =>
    office.do('children.openByException', {
      givenNames: 'shutta',
      familyName: 'Shuttleworth',
      dob: '2000-05-03',
      reason: REASON,
      ...more,
    });

  test('lets in to read, for an hour, and tells those who answer for restricted records', async () => {
    await restrict(['cora']);
    await office.signIn('ruth');
    const { childId, openingId, untilAt } = await open();
    expect(untilAt).toBe('2008-10-14T11:00:00'.concat(untilAt.slice(19)));
    const record = await office.do('children.get', { id: childId });
    expect(record).toMatchObject({
      depth: 'full',
      familyName: 'Shuttleworth',
      address: '',
      opening: { id: openingId },
    });
    expect((await office.refused('children.address', { id: shut })).code).toBe('not_found');
    const write = { cafId: shutCaf, version: 1, childComment: 'x', parentComment: 'y' };
    expect((await office.refused('children.saveComments', write)).code).toBe('not_found');
    for (const user of ['dan', 'cole']) {
      await office.signIn(user);
      const { groups } = await office.do('work.today', {});
      expect(groups[0]).toMatchObject({ key: 'openings', count: 1, tasks: [{ verb: 'Look' }] });
      const { openings } = await office.do('children.restricted', {});
      expect(openings).toMatchObject([{ who: 'Person ruth', live: true, seen: false, restricted: true }]);
      await office.do('children.seeOpening', { id: openingId });
      expect((await office.do('work.today', {})).groups.map((group) => group.key)).not.toContain('openings');
    }
    office.clock.day = '2008-10-15';
    await office.signIn('ruth');
    expect((await office.refused('children.get', { id: shut })).code).toBe('not_found');
  });

  test('its reason is shown without what names the child to who may not know', async () => {
    await restrict(['cora']);
    await office.signIn('ruth');
    await open({ reason: 'Shutta Shuttleworth of 9 Hidden Lane was brought in by police.' });
    await office.signIn('dan');
    const { openings } = await office.do('children.restricted', {});
    expect(openings[0]?.reason).toMatch(/brought in by police/);
    expect(JSON.stringify(openings)).not.toMatch(/Shut|Hidden/);
  });

  test('can be ended before its time, by oneself or by who answers', async () => {
    await restrict(['cora']);
    for (const ender of ['ruth', 'dan']) {
      await office.signIn('ruth');
      const { openingId } = await open();
      await office.signIn('helen');
      expect((await office.refused('children.endOpening', { id: openingId })).code).toBe('not_found');
      await office.signIn(ender);
      await office.do('children.endOpening', { id: openingId });
      await office.signIn('ruth');
      expect((await office.refused('children.get', { id: shut })).code).toBe('not_found');
    }
  });

  test('shows as deep as the role reads; a role without case content opens nothing', async () => {
    await restrict(['cora']);
    await office.signIn('helen');
    await open();
    expect((await office.do('children.get', { id: shut })).depth).toBe('summary');
    for (const user of ['fay', 'ian', 'dan']) {
      await office.signIn(user);
      expect(
        (await office.refused('children.openByException', { reference: 'x', reason: REASON })).code,
      ).toBe('not_allowed');
    }
  });

  test('asks for an exact name or reference and for a sentence, and records a wrong guess', async () => {
    await office.signIn('ruth');
    for (const more of [{ givenNames: 'Shut' }, { dob: '2000-05-04' }, { dob: null }, { familyName: '' }])
      expect(
        (
          await office.refused('children.openByException', {
            givenNames: 'Shutta',
            familyName: 'Shuttleworth',
            dob: '2000-05-03',
            reason: REASON,
            ...more,
          })
        ).message,
      ).toMatch(/No record fits/);
    expect(
      (await office.refused('children.openByException', { reference: 'x', reason: 'Because.' })).field,
    ).toBe('reason');
    await office.signIn('margaret');
    const { rows } = await office.do('assurance.audit', {});
    expect(
      rows.filter((row) => row.operation === 'children.openByException').map((row) => row.outcome),
    ).toEqual(Array(4).fill('refused'));
    await office.signIn('ruth');
    const reference = (
      await office.do('children.openByException', { reference: 'CAF-2008-0001', reason: REASON })
    ).childId;
    expect(reference).toBe(shut);
    expect(cafInput(shut).childId).toBe(shut);
  });
});
