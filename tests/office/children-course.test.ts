import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  assess,
  cafVersion,
  consentInput,
  meetingInput,
  openCaf,
  register,
  ended,
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
      office.refused('children.closeCaf', {
        cafId,
        version,
        closedOn: '2008-09-30',
        reason: 'NM',
        ...ended,
        ...more,
      });
    expect((await close({ closedOn: '2008-02-11' })).field).toBe('closedOn');
    expect((await close({ closedOn: '2008-10-15' })).field).toBe('closedOn');
    expect((await close({ reason: 'ZZ' })).field).toBe('reason');
    expect((await close({ reason: 'CW' })).message).toContain('Record the withdrawal first');
    expect((await close({ version: 1 })).code).toBe('conflict');
    expect((await close({ difference: '' })).field).toBe('difference');
    expect((await close({ familyFeedback: ' ' })).field).toBe('familyFeedback');
    expect((await close({ reason: 'SU' })).message).toContain('a referral alone closes nothing');
    await office.do('children.closeCaf', { cafId, version, closedOn: '2008-09-30', reason: 'NM', ...ended });
    expect(await caf()).toMatchObject({ status: 'closed', closedOn: '2008-09-30', closureReason: 'NM' });
  });

  test('nothing is written in a closed CAF', async () => {
    const cafId = await livePlan();
    const outcome = await office.do('children.addOutcome', { cafId, desired: 'Sleeps', ecmAim: 'BH2' });
    const action = { action: 'Counselling', responsible: 'Ruth', agency: 'EWS', byWhen: '2008-12-01' };
    const added = await office.do('children.addAction', { outcomeId: outcome.id, ...action });
    const version = await cafVersion(office, child);
    await office.do('children.closeCaf', { cafId, version, closedOn: '2008-10-01', reason: 'NM', ...ended });
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
      ['children.closeCaf', { cafId, version: version + 1, closedOn: '2008-10-01', reason: 'NM', ...ended }],
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
