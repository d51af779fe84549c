import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  assess,
  cafInput,
  cafVersion,
  consentInput,
  meetingInput,
  openCaf,
  register,
} from './support/children.ts';
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

/** A CAF with a live plan. */
async function livePlan(): Promise<number> {
  const cafId = await openCaf(office, child);
  await assess(office, child, cafId);
  await appoint(cafId);
  await office.do('children.holdMeeting', meetingInput(cafId, await cafVersion(office, child)));
  return cafId;
}

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
    await office.do('children.closeCaf', { cafId: first, version: 1, closedOn: '2008-06-30', reason: 'NM' });
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

describe('the team around the child', () => {
  test('BR-09 the plan is live with a finished assessment, a lead professional and a day for the review', async () => {
    const cafId = await openCaf(office, child);
    const hold = async (more: object = {}) =>
      office.refused('children.holdMeeting', meetingInput(cafId, await cafVersion(office, child), more));
    expect((await hold()).message).toContain('Finish the assessment');
    await assess(office, child, cafId);
    expect((await hold()).message).toContain('lead professional');
    await appoint(cafId);
    expect((await hold({ nextReviewOn: null })).field).toBe('nextReviewOn');
    expect((await hold({ nextReviewOn: '2008-02-12' })).field).toBe('nextReviewOn');
    expect((await hold({ heldOn: '2008-01-31' })).field).toBe('heldOn');
    expect((await hold({ heldOn: '2008-10-15', nextReviewOn: '2008-11-15' })).field).toBe('heldOn');
    expect((await hold({ kind: 'REVIEW' })).field).toBe('kind');
    expect((await hold({ childComment: '' })).field).toBe('childComment');
    expect(countRows('caf_meetings')).toBe(0);
    await office.do('children.holdMeeting', meetingInput(cafId, await cafVersion(office, child)));
    expect(await caf()).toMatchObject({ tacFormedOn: '2008-02-12', nextReviewOn: '2008-03-25' });
    expect((await hold()).field).toBe('kind');
  });

  test('a live plan is due for review when its day has come', async () => {
    await livePlan();
    expect((await caf()).status).toBe('review_due');
    office.clock.day = '2008-03-24';
    expect((await caf()).status).toBe('tac_active');
  });

  test('a change of level is kept with its day', async () => {
    const cafId = await livePlan();
    const review = (version: number, more: object) =>
      office.do('children.holdMeeting', meetingInput(cafId, version, { kind: 'REVIEW', ...more }));
    const { version } = await review(await cafVersion(office, child), {
      heldOn: '2008-04-01',
      level: 2,
      decision: 'step_down',
      nextReviewOn: '2008-05-13',
    });
    await review(version, { heldOn: '2008-05-13', level: 2, nextReviewOn: '2008-11-01' });
    expect(await caf()).toMatchObject({ level: 2, levelSince: '2008-04-01', status: 'tac_active' });
    const levels = office.desk
      .opened()
      .readerHandle.prepare('SELECT level, from_day FROM caf_levels ORDER BY id')
      .all();
    expect(levels).toEqual([
      { level: 3, from_day: '2008-01-16' },
      { level: 2, from_day: '2008-04-01' },
    ]);
  });

  test('an older version is a conflict, and a closing meeting decides to close', async () => {
    const cafId = await livePlan();
    const closing = { kind: 'CLOSURE' as const, heldOn: '2008-09-01', nextReviewOn: null };
    const stale = meetingInput(cafId, 1, { ...closing, decision: 'close' });
    expect((await office.refused('children.holdMeeting', stale)).code).toBe('conflict');
    const version = await cafVersion(office, child);
    const goesOn = meetingInput(cafId, version, { ...closing, nextReviewOn: '2008-12-01' });
    expect((await office.refused('children.holdMeeting', goesOn)).field).toBe('decision');
    await office.do('children.holdMeeting', meetingInput(cafId, version, { ...closing, decision: 'close' }));
    expect(await caf()).toMatchObject({ status: 'closing', nextReviewOn: null });
  });
});

describe('consent', () => {
  test('BR-05 withdrawal stops the CAF: nothing more is written, it can only be closed', async () => {
    const cafId = await livePlan();
    const withdraw = { cafId, consent: consentInput('WITHDRAW', { signedOn: '2008-10-14' }) };
    await office.do('children.recordConsent', withdraw);
    expect(await caf()).toMatchObject({ status: 'consent_withdrawn', nextReviewOn: null });
    const version = await cafVersion(office, child);
    for (const [name, input] of [
      ['children.saveElement', { cafId, version: 0, element: 'D1', prominence: 'need' }],
      ['children.saveComments', { cafId, version, childComment: 'a', parentComment: 'b' }],
      ['children.addOutcome', { cafId, desired: 'a', ecmAim: 'BH1' }],
      ['children.holdMeeting', meetingInput(cafId, version, { kind: 'REVIEW', heldOn: '2008-10-14' })],
      ['children.appointLead', { cafId, personId: 1, from: '2008-10-14', agreedByFamily: true }],
      ['children.recordConsent', { cafId, consent: consentInput('TO_ASSESS') }],
    ] as const)
      expect((await office.refused(name, input)).message, name).toContain('withdrawn consent');
    await office.do('children.closeCaf', { cafId, version, closedOn: '2008-10-14', reason: 'CW' });
    expect((await caf()).closureReason).toBe('CW');
    expect((await caf()).consents.map((event) => event.kind)).toEqual([
      'TO_ASSESS',
      'TO_STORE',
      'TO_SHARE',
      'WITHDRAW',
    ]);
  });

  test('the run of events cannot be changed or shortened', async () => {
    await openCaf(office, child);
    const { writerHandle } = office.desk.opened();
    expect(() => writerHandle.exec("UPDATE caf_consents SET kind = 'VARY'")).toThrow(/added to/);
    expect(() => writerHandle.exec('DELETE FROM caf_consents')).toThrow(/added to/);
  });
});

describe('closing', () => {
  test('needs a day not before what is on record, and a reason of the list', async () => {
    const cafId = await livePlan();
    const version = await cafVersion(office, child);
    const close = (more: object) =>
      office.refused('children.closeCaf', { cafId, version, closedOn: '2008-09-30', reason: 'NM', ...more });
    expect((await close({ closedOn: '2008-02-11' })).field).toBe('closedOn');
    expect((await close({ closedOn: '2008-10-15' })).field).toBe('closedOn');
    expect((await close({ reason: 'ZZ' })).field).toBe('reason');
    expect((await close({ reason: 'CW' })).message).toContain('Record the withdrawal first');
    expect((await close({ version: 1 })).code).toBe('conflict');
    await office.do('children.closeCaf', {
      cafId,
      version,
      closedOn: '2008-09-30',
      reason: 'SU',
      note: 'Accepted.',
    });
    expect(await caf()).toMatchObject({ status: 'closed', closedOn: '2008-09-30', closureReason: 'SU' });
  });

  test('nothing is written in a closed CAF', async () => {
    const cafId = await livePlan();
    const outcome = await office.do('children.addOutcome', { cafId, desired: 'Sleeps', ecmAim: 'BH2' });
    const action = { action: 'Counselling', responsible: 'Ruth', agency: 'EWS', byWhen: '2008-12-01' };
    const added = await office.do('children.addAction', { outcomeId: outcome.id, ...action });
    const version = await cafVersion(office, child);
    await office.do('children.closeCaf', { cafId, version, closedOn: '2008-10-01', reason: 'NM' });
    for (const [name, input] of [
      ['children.saveElement', { cafId, version: 1, element: 'D4', prominence: 'need' }],
      ['children.saveComments', { cafId, version, childComment: 'a', parentComment: 'b' }],
      ['children.addOutcome', { cafId, desired: 'a', ecmAim: 'BH1' }],
      ['children.saveOutcome', { id: outcome.id, version: 1, desired: 'a', ecmAim: 'BH1', status: 'open' }],
      ['children.addAction', { outcomeId: outcome.id, ...action }],
      ['children.saveAction', { id: added.id, version: 1, ...action, status: 'done' }],
      ['children.completeAssessment', { cafId, version, completedOn: '2008-10-01' }],
      ['children.holdMeeting', meetingInput(cafId, version, { kind: 'REVIEW', heldOn: '2008-10-01' })],
      ['children.appointLead', { cafId, personId: 1, from: '2008-10-01', agreedByFamily: true }],
      ['children.recordConsent', { cafId, consent: consentInput('VARY') }],
      ['children.closeCaf', { cafId, version: version + 1, closedOn: '2008-10-01', reason: 'NM' }],
    ] as const)
      expect((await office.refused(name, input)).message, name).toContain('is closed');
  });
});

describe('the timeline', () => {
  test('tells what happened, newest first, with the child’s own words', async () => {
    await livePlan();
    const { timeline } = await office.do('children.get', { id: child });
    expect(timeline.map((each) => `${each.day} ${each.kind} ${each.title}`)).toEqual([
      '2008-02-12 meeting First meeting of the team, plan goes on',
      '2008-02-12 voice I want to talk to someone who isn’t my mum.',
      '2008-02-12 voice We want help with the nights.',
      '2008-02-01 paper Assessment finished',
      '2008-02-01 voice I want to sleep.',
      '2008-02-01 voice He is tired all day.',
      '2008-01-16 lead Lead professional named',
      '2008-01-16 paper CAF started',
      '2008-01-10 consent Consent given to assess, to store, to share',
    ]);
  });
});
