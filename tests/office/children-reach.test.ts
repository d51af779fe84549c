import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/domain/roles.ts';
import {
  cafForOrder,
  cafLabels,
  findChildren,
  goneQuiet,
  householdCafIds,
  identifyingFacts,
  reviewsDue,
} from '#electron/office/children/children.service.ts';
import { visibleCafIds } from '#electron/office/children/scope.ts';
import { contextOf } from './support/context.ts';
import {
  assess,
  cafVersion,
  consentInput,
  meetingInput,
  openCaf,
  register,
  sqlRun,
  ended,
} from './support/children.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await TestOffice.setUp();
});
afterEach(() => office.remove());

const context = () => contextOf(office);
const own = async (depth: 'full' | 'summary' | 'neutral') =>
  (await visibleCafIds(context().db, context().person, depth).execute()).map((row) => row.id);
const lead = (cafId: number, personId: number, from = '2008-01-16') =>
  office.do('children.appointLead', { cafId, personId, from, agreedByFamily: true });

/** Signs in as a new person with these roles. */
async function as(user: string, roles: Role[], more: object = {}): Promise<number> {
  await office.signIn('margaret');
  const id = await office.addPerson(user, roles, more);
  await office.signIn(user);
  return id;
}

describe('own', () => {
  test('who led before reads on while the CAF is open, who leads at the end reads on after it', async () => {
    const [before, after] = [
      await office.addPerson('before', ['lead_professional']),
      await office.addPerson('after', ['lead_professional']),
    ];
    const child = await register(office);
    const cafId = await openCaf(office, child);
    await lead(cafId, before);
    await lead(cafId, after, '2008-03-01');
    for (const user of ['before', 'after']) {
      await office.signIn(user);
      expect(await own('full'), user).toEqual([cafId]);
    }
    await office.signIn('margaret');
    await office.do('children.closeCaf', {
      cafId,
      version: 1,
      closedOn: '2008-10-01',
      reason: 'NM',
      ...ended,
    });
    await office.signIn('before');
    expect(await own('full')).toEqual([]);
    expect((await office.refused('children.get', { id: child })).code).toBe('not_found');
    await office.signIn('after');
    expect(await own('full')).toEqual([cafId]);
  });

  test('who opened a CAF reads it; a later one of the same child is another matter', async () => {
    await office.addPerson('devinder', ['practitioner']);
    const child = await register(office);
    const first = await openCaf(office, child, { startOn: '2007-05-01' });
    sqlRun(office, 'UPDATE cafs SET created_by = 2 WHERE id = ?', first);
    await office.do('children.closeCaf', {
      cafId: first,
      version: 1,
      closedOn: '2007-09-01',
      reason: 'NM',
      ...ended,
    });
    const second = await openCaf(office, child);
    await office.signIn('devinder');
    const record = await office.do('children.get', { id: child });
    expect(record.caf?.id).toBe(first);
    expect(record.earlierCafs).toEqual([]);
    expect((await office.refused('children.get', { id: child, cafId: second })).code).toBe('not_found');
    expect((await office.do('children.list', { status: 'closed' })).total).toBe(1);
    expect((await office.do('children.list', { status: 'open' })).total).toBe(0);
  });
});

describe('team', () => {
  test('a team reads its own and its area’s that no team was named for; an area without a team reads all of it', async () => {
    const teams = [];
    for (const name of ['East', 'West'])
      teams.push((await office.do('settings.addTeam', { areaId: 1, name })).id);
    const [east = 0, west = 0] = teams;
    const cafs: number[] = [];
    for (const [givenNames, teamId, areaId] of [
      ['Eve', east, 1],
      ['Wes', west, 1],
      ['Nora', null, 1],
      ['Far', null, 2],
    ] as const)
      cafs.push(await openCaf(office, await register(office, { givenNames, areaId }), { teamId }));
    const [eve, wes, nora, far] = cafs;
    const waiting = await register(office, { givenNames: 'Wait' });
    await as('eastern', ['team_manager'], { areaId: 1, teamId: east });
    expect(await own('full')).toEqual([eve, nora]);
    expect((await office.do('children.list', { status: 'all', search: 'wait' })).rows[0]?.id).toBe(waiting);
    await as('hill', ['team_manager'], { areaId: 1 });
    expect(await own('full')).toEqual([eve, wes, nora]);
    await as('nowhere', ['team_manager']);
    expect(await own('full')).toEqual([]);
    expect(far).toBeGreaterThan(0);
  });
});

describe('depth', () => {
  test('a practitioner with a budget manager’s role reads all as a summary and their own whole', async () => {
    const [mine, other] = [
      await register(office),
      await register(office, { givenNames: 'Ann', familyName: 'Other' }),
    ];
    const person = await office.addPerson('both', ['practitioner', 'budget_manager']);
    await lead(await openCaf(office, mine), person);
    const otherCaf = await openCaf(office, other);
    await office.signIn('both');
    expect((await office.do('children.get', { id: mine })).depth).toBe('full');
    expect((await office.do('children.get', { id: other })).depth).toBe('summary');
    const write = { cafId: otherCaf, desired: 'x', ecmAim: 'BH1' };
    expect((await office.refused('children.addOutcome', write)).code).toBe('not_found');
  });

  test('a summary is without the assessment, the comments, the meetings and the child’s words', async () => {
    const child = await register(office);
    const cafId = await openCaf(office, child);
    await assess(office, child, cafId);
    await lead(cafId, await office.addPerson('ruth', ['lead_professional']));
    await office.do('children.holdMeeting', meetingInput(cafId, await cafVersion(office, child)));
    await office.do('children.addOutcome', { cafId, desired: 'Sleeps well', ecmAim: 'BH2' });
    await as('helen', ['budget_manager']);
    const record = await office.do('children.get', { id: child });
    expect(record.depth).toBe('summary');
    expect(record.caf).toMatchObject({
      reason: null,
      elements: null,
      meetings: null,
      childComment: null,
      parentComment: null,
      outcomes: [{ desired: 'Sleeps well' }],
    });
    expect(record.timeline.map((each) => each.kind)).not.toContain('voice');
    expect(JSON.stringify(record)).not.toMatch(/Not sleeping|I want|tired|Plan agreed|Wakes/);
  });

  test('with neutral references only, a record opens without anything that names the child', async () => {
    const child = await register(office);
    await openCaf(office, child);
    await as('fay', ['finance', 'practitioner']);
    const record = await office.do('children.get', { id: child });
    expect(record).toMatchObject({ depth: 'neutral', familyName: '', dob: null, caf: null, carers: [] });
    expect(JSON.stringify(record)).not.toMatch(/Callum|Birchall|Elm|MF1|2000|CAF-|Primary/);
    expect(await office.do('children.list', { status: 'all' })).toEqual({
      rows: [],
      total: 0,
      restrictedMatches: 0,
    });
    expect(await office.do('children.list', { status: 'all', search: 'birch' })).toEqual({
      rows: [],
      total: 0,
      restrictedMatches: 0,
    });
    expect(await findChildren(context(), 'Birchall', 8)).toEqual([]);
  });

  test.each<Role>(['director', 'finance', 'auditor'])(
    'a purchase shows %s no name and no case text',
    async (role) => {
      const child = await register(office);
      const cafId = await openCaf(office, child);
      const { id } = await office.do('children.addOutcome', { cafId, desired: 'Sleeps well', ecmAim: 'BH2' });
      const action = {
        action: 'Counselling for sleep',
        responsible: 'Ruth',
        agency: 'EWS',
        byWhen: '2008-12-01',
      };
      await office.do('children.addAction', { outcomeId: id, ...action });
      const seen = await cafForOrder(context(), cafId);
      expect(seen).toMatchObject({
        reference: 'CAF-2008-0001',
        childName: 'Callum Birchall',
        dob: '2000-05-03',
        consent: { assess: true, store: true, share: true, withdrawn: false },
        open: true,
        spending: false,
        actions: [{ label: '1.1', action: 'Counselling for sleep', outcome: 'Sleeps well', ecmAim: 'BH2' }],
      });
      await as(role, [role]);
      const { householdKey, ...rest } = await cafForOrder(context(), cafId);
      expect(householdKey).not.toBeNull();
      expect(rest).toMatchObject({ reference: null, childName: null, dob: null, depth: 'neutral' });
      expect(rest.actions[0]?.outcome).toBe('Mentally and emotionally healthy');
      expect(JSON.stringify(rest)).not.toMatch(/Callum|Birchall|CAF-|[Ss]leep/);
      const labels = await cafLabels(context(), [cafId, 999]);
      expect([...labels]).toEqual([
        [cafId, { reference: null, childName: null, childId: child, neutralRef: seen.neutralRef }],
      ]);
    },
  );

  test.each<Role>(['commissioner', 'system_admin', 'data_protection'])(
    '%s reaches no case at all',
    async (role) => {
      const cafId = await openCaf(office, await register(office));
      await as(role, [role]);
      expect(await own('neutral')).toEqual([]);
      await expect(cafForOrder(context(), cafId)).rejects.toThrow('no such CAF');
      expect((await cafLabels(context(), [cafId])).size).toBe(0);
    },
  );

  test('an order of a restricted child is known by its neutral reference to who follows the money, and to no other', async () => {
    const child = await register(office);
    const cafId = await openCaf(office, child);
    sqlRun(office, 'UPDATE children SET restricted = 1 WHERE id = ?', child);
    await as('cora', ['coordinator']);
    await expect(cafForOrder(context(), cafId)).rejects.toThrow('no such CAF');
    for (const role of ['finance', 'director', 'auditor', 'budget_manager'] as const) {
      const person = await as(role, [role]);
      expect(await cafForOrder(context(), cafId)).toMatchObject({ depth: 'neutral', childName: null });
      expect((await office.refused('children.get', { id: child })).code).toMatch(/not_(found|allowed)/);
      expect(person).toBeGreaterThan(0);
    }
    await as('returns', ['returns_officer']);
    await expect(cafForOrder(context(), cafId)).rejects.toThrow('no such CAF');
  });
});

describe('facts for other features', () => {
  test('BR-43 all that tells who the child is: the family, the household’s children, their schools', async () => {
    const child = await register(office, { knownAs: 'Cal' });
    const cafId = await openCaf(office, child);
    const sister = await register(office, {
      givenNames: 'Ella',
      dob: '2003-02-02',
      address: '4 ELM ROW,  Hillcrest',
      school: 'St Anne’s',
      carers: [{ name: 'Pete Moss', relationship: 'father', parentalResponsibility: 'NK' }],
    });
    sqlRun(office, 'UPDATE children SET restricted = 1 WHERE id = ?', sister);
    await register(office, {
      givenNames: 'Next',
      familyName: 'Door',
      address: '6 Elm Row',
      dob: '2001-01-01',
    });
    expect(await identifyingFacts(context().db, cafId)).toEqual({
      names: ['Callum Birchall', 'Cal', 'Ella Birchall', 'Donna Birchall', 'Pete Moss'],
      postcodes: ['MF1 4QT'],
      dob: '2000-05-03',
      schools: ['Hillcrest Primary School', 'St Anne’s'],
      addresses: ['4 Elm Row, Hillcrest'],
    });
  });

  test('the household is the child’s own episodes and those of children at the same address', async () => {
    const child = await register(office);
    const first = await openCaf(office, child, { startOn: '2007-05-01' });
    await office.do('children.closeCaf', {
      cafId: first,
      version: 1,
      closedOn: '2007-09-01',
      reason: 'NM',
      ...ended,
    });
    const second = await openCaf(office, child);
    const sister = await openCaf(office, await register(office, { givenNames: 'Ella', dob: '2003-02-02' }));
    const elsewhere = { givenNames: 'Next', dob: '2001-01-01', address: '6 Elm Row' };
    await openCaf(office, await register(office, elsewhere));
    expect((await householdCafIds(context(), second)).sort()).toEqual([first, second, sister]);
  });

  test('a review is due from a week before its day, and late after it; BR-20 the quiet are found', async () => {
    const due: number[] = [];
    for (const [givenNames, day] of [
      ['Late', '2008-10-13'],
      ['Today', '2008-10-14'],
      ['Soon', '2008-10-21'],
      ['Later', '2008-10-22'],
    ] as const) {
      const cafId = await openCaf(office, await register(office, { givenNames }));
      sqlRun(office, "UPDATE cafs SET status = 'tac_active', next_review_on = ? WHERE id = ?", day, cafId);
      due.push(cafId);
    }
    const reviews = await reviewsDue(context());
    expect(reviews).toMatchObject({ count: 3, late: 1 });
    expect(reviews.rows.map((row) => row.cafId)).toEqual(due.slice(0, 3));
    expect(await goneQuiet(context(), 90)).toEqual({ count: 0, rows: [] });
    office.clock.day = '2009-01-12';
    expect((await goneQuiet(context(), 90)).count).toBe(0);
    await office.do('children.recordConsent', {
      cafId: due[0] ?? 0,
      consent: consentInput('VARY', { signedOn: '2009-01-12' }),
    });
    office.clock.day = '2009-01-13';
    expect((await goneQuiet(context(), 90)).rows.map((row) => row.cafId).sort()).toEqual(due.slice(1));
    await as('helen', ['budget_manager']);
    expect(await reviewsDue(context())).toEqual({ count: 0, late: 0, rows: [] });
    expect(await goneQuiet(context(), 90)).toEqual({ count: 0, rows: [] });
  });

  test('typing finds children by the start of any word, and at most so many', async () => {
    for (const givenNames of ['Ann', 'Anna', 'Annie'])
      await register(office, { givenNames, dob: '2001-01-01' });
    expect((await findChildren(context(), 'ann', 2)).map((row) => row.name)).toEqual([
      'Annie Birchall',
      'Anna Birchall',
    ]);
    expect(await findChildren(context(), '  ', 5)).toEqual([]);
    expect(await findChildren(context(), '") OR 1', 5)).toEqual([]);
  });
});
