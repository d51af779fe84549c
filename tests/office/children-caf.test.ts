import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { cafInput, consentInput, openCaf, register, ended } from './support/children.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
let child: number;
let ruth: number;
beforeEach(async () => {
  office = await TestOffice.setUp();
  ruth = await office.addPerson('ruth', ['lead_professional'], { name: 'Ruth Adeyemi', agency: 'EWS' });
  child = await register(office);
});
afterEach(() => office.remove());

const caf = async () => {
  const record = await office.do('children.get', { id: child });
  if (!record.caf) throw new Error('The child has no CAF.');
  return record.caf;
};
const appoint = (cafId: number, more: object = {}) =>
  office.do('children.appointLead', {
    cafId,
    personId: ruth,
    from: '2008-01-16',
    agreedByFamily: true,
    ...more,
  });
const countRows = (table: string) =>
  (office.desk.opened().readerHandle.prepare(`SELECT count(*) AS n FROM ${table}`).get() as { n: number }).n;

describe('opening a CAF', () => {
  test('BR-02 nothing is stored without consent to assess and to store', async () => {
    for (const kinds of [
      ['TO_ASSESS'],
      ['TO_STORE'],
      ['TO_SHARE'],
      ['TO_ASSESS', 'TO_STORE', 'WITHDRAW'],
    ] as const) {
      const consents = kinds.map((kind) => consentInput(kind));
      const problem = await office.refused('children.openCaf', cafInput(child, { consents }));
      expect(problem).toMatchObject({ code: 'invalid', field: 'consents' });
    }
    expect((await office.refused('children.openCaf', cafInput(child, { consents: [] }))).code).toBe(
      'wrong_shape',
    );
    expect([countRows('cafs'), countRows('caf_consents')]).toEqual([0, 0]);
  });

  test('consent is not of the future, and consent to share names whom with', async () => {
    const withStore = (first: ReturnType<typeof consentInput>) =>
      office.refused('children.openCaf', cafInput(child, { consents: [first, consentInput('TO_STORE')] }));
    expect((await withStore(consentInput('TO_ASSESS', { signedOn: '2008-10-15' }))).field).toBe(
      'consents.0.signedOn',
    );
    expect((await withStore(consentInput('TO_SHARE', { agenciesAgreed: [] }))).field).toBe(
      'consents.0.agenciesAgreed',
    );
  });

  test('takes the next reference of the year it starts in', async () => {
    const opened = await office.do('children.openCaf', cafInput(child));
    expect(opened.reference).toBe('CAF-2008-0001');
    const others = [];
    for (const [givenNames, startOn] of [
      ['Ann', '2007-12-31'],
      ['Bob', '2008-01-01'],
      ['Cy', '2007-04-01'],
    ] as const) {
      const id = await register(office, { givenNames, dob: '2001-01-01' });
      others.push((await office.do('children.openCaf', cafInput(id, { startOn }))).reference);
    }
    expect(others).toEqual(['CAF-2007-0001', 'CAF-2008-0002', 'CAF-2007-0002']);
  });

  test('one open CAF for a child; the next one is a new episode after the one before', async () => {
    const first = await openCaf(office, child);
    expect((await office.refused('children.openCaf', cafInput(child))).message).toContain('has an open CAF');
    await office.do('children.closeCaf', {
      cafId: first,
      version: 1,
      closedOn: '2008-06-30',
      reason: 'NM',
      ...ended,
    });
    const early = await office.refused('children.openCaf', cafInput(child, { startOn: '2008-06-29' }));
    expect(early).toMatchObject({ field: 'startOn' });
    const second = await openCaf(office, child, { startOn: '2008-06-30' });
    const record = await office.do('children.get', { id: child });
    expect(record.caf).toMatchObject({ id: second, episodeNo: 2 });
    expect(record.earlierCafs).toMatchObject([{ id: first, closedOn: '2008-06-30' }]);
    const earlier = await office.do('children.get', { id: child, cafId: first });
    expect(earlier.caf).toMatchObject({ id: first, status: 'closed', closureReason: 'NM' });
  });

  test('the start, the sources and the team are ones there are', async () => {
    const field = async (more: object) =>
      (await office.refused('children.openCaf', cafInput(child, more))).field;
    expect(await field({ startOn: '2008-10-15' })).toBe('startOn');
    expect(await field({ contactSource: '11' })).toBe('contactSource');
    expect(await field({ initiatingAgency: 'XYZ' })).toBe('initiatingAgency');
    expect(await field({ teamId: 9 })).toBe('teamId');
    expect((await office.refused('children.openCaf', cafInput(999))).code).toBe('not_found');
  });
});

describe('the assessment', () => {
  test('an element is saved, and a second first text or an older version is a conflict', async () => {
    const cafId = await openCaf(office, child);
    expect((await caf()).status).toBe('consented');
    const element = { cafId, element: 'D4', prominence: 'need' as const, needs: 'Wakes most nights.' };
    expect(await office.do('children.saveElement', { ...element, version: 0 })).toEqual({ version: 1 });
    expect((await caf()).status).toBe('in_assessment');
    expect((await office.refused('children.saveElement', { ...element, version: 0 })).code).toBe('conflict');
    await office.do('children.saveElement', { ...element, version: 1, needs: 'Wakes twice a night.' });
    expect((await office.refused('children.saveElement', { ...element, version: 1 })).code).toBe('conflict');
    expect(
      (await office.refused('children.saveElement', { ...element, element: 'D13', version: 0 })).field,
    ).toBe('element');
    expect((await caf()).elements).toMatchObject([
      { element: 'D4', needs: 'Wakes twice a night.', version: 2, author: 'Margaret Oakes' },
    ]);
  });

  test('BR-11 is not finished without something assessed and both comments', async () => {
    const cafId = await openCaf(office, child);
    const finish = (version: number) =>
      office.refused('children.completeAssessment', { cafId, version, completedOn: '2008-02-01' });
    expect((await finish(1)).message).toContain('Nothing is assessed');
    const empty = { cafId, version: 0, element: 'D1', prominence: 'none' as const };
    await office.do('children.saveElement', empty);
    expect((await finish(1)).message).toContain('Nothing is assessed');
    await office.do('children.saveElement', { ...empty, element: 'D4', prominence: 'need', needs: 'Sleep.' });
    expect((await finish(1)).message).toContain('comments are missing');
    const blank = { cafId, version: 1, childComment: 'Declined to comment', parentComment: '  ' };
    expect((await office.refused('children.saveComments', blank)).field).toBe('parentComment');
    await office.do('children.saveComments', { ...blank, parentComment: 'Declined to comment' });
    expect((await finish(1)).code).toBe('conflict');
    const early = { cafId, version: 2, completedOn: '2008-01-15' };
    expect((await office.refused('children.completeAssessment', early)).field).toBe('completedOn');
    await office.do('children.completeAssessment', { ...early, completedOn: '2008-02-01' });
    expect(await caf()).toMatchObject({ status: 'completed', completedOn: '2008-02-01', version: 3 });
    expect((await finish(3)).message).toContain('finished on 1 Feb 2008 already');
  });
});

describe('the plan', () => {
  test('BR-10 an outcome has its aim, an action who and by when; both are numbered and versioned', async () => {
    const cafId = await openCaf(office, child);
    const outcome = { cafId, desired: 'Sleeps through most nights', ecmAim: 'BH2', baseline: 2, target: 8 };
    expect((await office.refused('children.addOutcome', { ...outcome, ecmAim: 'BH7' })).field).toBe('ecmAim');
    const first = await office.do('children.addOutcome', outcome);
    await office.do('children.addOutcome', { ...outcome, desired: 'In school', ecmAim: 'EA2' });
    const action = {
      outcomeId: first.id,
      action: 'Counselling, six sessions',
      responsible: 'Ruth Adeyemi',
      agency: 'EWS',
      byWhen: '2008-12-01',
    };
    for (const [more, field] of [
      [{ responsible: ' ' }, 'responsible'],
      [{ agency: 'Sunny' }, 'agency'],
      [{ byWhen: '2008-02-30' }, 'byWhen'],
      [{ byWhen: '' }, 'byWhen'],
      [{ action: '' }, 'action'],
    ] as const)
      expect((await office.refused('children.addAction', { ...action, ...more })).field).toBe(field);
    const added = await office.do('children.addAction', action);
    await office.do('children.addAction', { ...action, action: 'Night routine' });
    await office.do('children.saveAction', { ...action, id: added.id, version: 1, status: 'on_track' });
    const late = { ...action, id: added.id, version: 1, status: 'late' as const };
    expect((await office.refused('children.saveAction', late)).code).toBe('conflict');
    await office.do('children.saveOutcome', {
      ...outcome,
      id: first.id,
      version: 1,
      latest: 4,
      status: 'open',
    });
    const { outcomes } = await caf();
    expect(outcomes).toMatchObject([
      {
        number: 1,
        latest: 4,
        version: 2,
        actions: [
          { number: 1, status: 'on_track' },
          { number: 2, action: 'Night routine' },
        ],
      },
      { number: 2, ecmAim: 'EA2', latest: null, actions: [] },
    ]);
    const old = { ...outcome, id: first.id, version: 1, status: 'achieved' as const };
    expect((await office.refused('children.saveOutcome', old)).code).toBe('conflict');
  });

  test('one lead professional at a time; the one before steps down the same day', async () => {
    const cafId = await openCaf(office, child);
    const alan = await office.addPerson('alan', ['lead_professional'], { name: 'Alan Peake' });
    const refused = async (more: object) =>
      (
        await office.refused('children.appointLead', {
          cafId,
          personId: ruth,
          from: '2008-01-16',
          agreedByFamily: true,
          ...more,
        })
      ).field;
    expect(await refused({ from: '2008-01-15' })).toBe('from');
    expect(await refused({ from: '2008-10-15' })).toBe('from');
    expect(await refused({ personId: 999 })).toBe('personId');
    await appoint(cafId, { personId: alan });
    expect(await refused({ personId: alan })).toBe('personId');
    await appoint(cafId, { from: '2008-07-17', reason: 'Alan moved on.' });
    expect((await caf()).lead).toMatchObject({ name: 'Ruth Adeyemi', agency: 'EWS', from: '2008-07-17' });
    const rows = office.desk
      .opened()
      .readerHandle.prepare('SELECT person_id, from_day, to_day FROM lead_professionals ORDER BY id')
      .all();
    expect(rows).toEqual([
      { person_id: alan, from_day: '2008-01-16', to_day: '2008-07-17' },
      { person_id: ruth, from_day: '2008-07-17', to_day: null },
    ]);
  });
});
