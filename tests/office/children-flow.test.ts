import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import {
  assess,
  cafVersion,
  consentInput,
  ended,
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

const course = async () => {
  const found = (await office.do('children.course', { id: child })).course;
  if (!found) throw new Error('The child has no CAF.');
  return found;
};
const caf = async () => (await office.do('children.get', { id: child })).caf;
const call = { contactSource: '2A', agency: 'PRI', requestedOn: '2008-01-14' };
const contact = () => office.do('children.recordContact', { childId: child, ...call });
const answers = { healthy: 'Y', safe: 'Y', learning: 'N', positive: 'U', poverty: 'Y' } as const;
const offersNow = async () => (await office.do('children.offers', { id: child })).offers;

async function livePlan(): Promise<number> {
  const cafId = await openCaf(office, child);
  await assess(office, child, cafId);
  await office.do('children.appointLead', {
    cafId,
    personId: ruth,
    from: '2008-01-16',
    agreedByFamily: true,
  });
  await office.do('children.holdMeeting', meetingInput(cafId, await cafVersion(office, child)));
  return cafId;
}

describe('before a CAF', () => {
  test('a call, the checklist, an offer, and the CAF that the family agrees to', async () => {
    const { id: offerId } = await contact();
    const asked = await office.do('children.saveChecklist', {
      offerId,
      version: 1,
      ...answers,
      servicesNeeded: 'Help with mornings',
      canProvide: 'N',
      decision: 'offer',
      completedOn: '2008-01-15',
    });
    const offered = await office.do('children.offerCaf', {
      offerId,
      version: asked.version,
      offeredOn: '2008-01-15',
    });
    expect(offered.version).toBe(3);
    const cafId = await openCaf(office, child);
    expect((await offersNow())[0]).toMatchObject({
      status: 'consented',
      cafId,
      checklist: { learning: 'N' },
    });
    // The clock of the standards starts with the call, not with the CAF.
    expect((await course()).requestOn).toBe('2008-01-14');
  });

  test('BR-02 nothing of the need is kept with a call, and nothing without consent', async () => {
    await contact();
    const columns = office.desk
      .opened()
      .readerHandle.prepare("SELECT group_concat(name) AS names FROM pragma_table_info('caf_offers')")
      .get() as { names: string };
    expect(columns.names).not.toMatch(/reason_for|need|story|note/);
    const input = { consents: [consentInput('TO_ASSESS')] };
    await expect(openCaf(office, child, input)).rejects.toThrow(/consent to assess and to store/);
  });

  test('BR-19 a declined offer is counted with its reason, and a later call is a new one', async () => {
    const { id: offerId } = await contact();
    const early = {
      offerId,
      version: 1,
      declinedOn: '2008-01-20',
      declinedBy: 'parent',
      reason: 'Not now',
    } as const;
    expect((await office.refused('children.declineOffer', early)).message).toContain('Only what was offered');
    await office.do('children.offerCaf', { offerId, version: 1, offeredOn: '2008-01-18' });
    expect(
      (await office.refused('children.declineOffer', { ...early, version: 2, declinedOn: '2008-01-17' }))
        .field,
    ).toBe('declinedOn');
    await office.do('children.declineOffer', { ...early, version: 2 });
    expect(await offersNow()).toMatchObject([{ status: 'declined', declineReason: 'Not now', cafId: null }]);
    expect(
      (await office.refused('children.offerCaf', { offerId, version: 3, offeredOn: '2008-01-21' })).code,
    ).toBe('invalid');
    await contact();
    expect(await offersNow()).toHaveLength(2);
  });

  test('a checklist with another decision ends the call, and says why', async () => {
    const { id: offerId } = await contact();
    const checklist = {
      offerId,
      version: 1,
      ...answers,
      decision: 'advice',
      completedOn: '2008-01-15',
    } as const;
    expect((await office.refused('children.saveChecklist', checklist)).field).toBe('servicesNeeded');
    const told = { ...checklist, servicesNeeded: 'Attendance' };
    expect((await office.refused('children.saveChecklist', told)).field).toBe('decisionReason');
    await office.do('children.saveChecklist', { ...told, decisionReason: 'The school can help alone.' });
    expect((await offersNow())[0]?.status).toBe('closed');
  });

  test('one call at a time, none beside an open CAF, none before itself', async () => {
    await contact();
    expect((await office.refused('children.recordContact', { childId: child, ...call })).message).toContain(
      'open already',
    );
    await expect(openCaf(office, child, { startOn: '2008-01-13' })).rejects.toThrow(/call came on/);
    await openCaf(office, child);
    expect((await office.refused('children.recordContact', { childId: child, ...call })).message).toContain(
      'open CAF',
    );
  });
});

describe('with social care', () => {
  const refer = async (cafId: number) =>
    office.do('children.referUp', {
      cafId,
      version: await cafVersion(office, child),
      referredOn: '2008-03-01',
      reason: 'Bruises that nobody can explain.',
    });
  const answer = async (cafId: number, more: object) =>
    office.do('children.answerReferral', {
      cafId,
      version: await cafVersion(office, child),
      answer: 'accepted',
      answeredOn: '2008-03-05',
      plan: 'CIN',
      ...more,
    });
  const close = async (cafId: number, reason: string) =>
    office.refused('children.closeCaf', {
      cafId,
      version: await cafVersion(office, child),
      closedOn: '2008-10-01',
      reason,
      ...ended,
    });

  test('a referral that is refused leads back to where the CAF was', async () => {
    const cafId = await livePlan();
    await refer(cafId);
    expect((await caf())?.status).toBe('stepping_up');
    expect((await close(cafId, 'SU')).message).toContain('has not accepted');
    expect((await close(cafId, 'NM')).message).toContain('has not answered');
    await answer(cafId, { answer: 'refused', plan: null, note: 'Below their threshold.' });
    expect((await caf())?.status).toBe('review_due');
    expect((await course()).referrals).toMatchObject([{ answer: 'refused', note: 'Below their threshold.' }]);
  });

  test('one that is accepted closes as stepped up, and as nothing else', async () => {
    const cafId = await livePlan();
    await refer(cafId);
    await answer(cafId, {});
    expect((await close(cafId, 'NM')).message).toContain('closes as stepped up');
    await office.do('children.closeCaf', {
      cafId,
      version: await cafVersion(office, child),
      closedOn: '2008-10-01',
      reason: 'SU',
      ...ended,
    });
    expect((await caf())?.closureReason).toBe('SU');
  });

  test('the plan goes on while they decide', async () => {
    const cafId = await livePlan();
    await refer(cafId);
    await office.do(
      'children.holdMeeting',
      meetingInput(cafId, await cafVersion(office, child), {
        kind: 'REVIEW',
        heldOn: '2008-03-25',
        nextReviewOn: '2008-11-04',
      }),
    );
    expect((await caf())?.status).toBe('stepping_up');
    await answer(cafId, { answer: 'refused', plan: null, answeredOn: '2008-03-26' });
    expect((await caf())?.status).toBe('tac_active');
  });
});

describe('closed and after', () => {
  const closeNow = async (cafId: number, more: object = {}) =>
    office.do('children.closeCaf', {
      cafId,
      version: await cafVersion(office, child),
      closedOn: '2008-10-01',
      reason: 'NM',
      ...ended,
      ...more,
    });
  const reopen = async (cafId: number) => ({
    cafId,
    version: await cafVersion(office, child),
    reason: 'Closed on the wrong child.',
  });

  test('an error is put right for 30 days and not on the 31st', async () => {
    const cafId = await livePlan();
    await closeNow(cafId);
    expect((await course()).reopenUntil).toBe('2008-10-31');
    office.clock.day = '2008-11-01';
    expect((await office.refused('children.reopenCaf', await reopen(cafId))).message).toContain(
      'Open a new CAF',
    );
    office.clock.day = '2008-10-31';
    await office.do('children.reopenCaf', await reopen(cafId));
    expect(await caf()).toMatchObject({ closedOn: null, closureReason: null, status: 'tac_active' });
  });

  test('BR-15 a later CAF is a new episode, with the gap since the one before', async () => {
    const first = await livePlan();
    await closeNow(first, { closedOn: '2008-05-01' });
    await openCaf(office, child, { startOn: '2008-10-01' });
    expect((await course()).previous).toMatchObject({ cafId: first, closedOn: '2008-05-01', gapDays: 153 });
    expect((await caf())?.episodeNo).toBe(2);
    expect(
      (await office.refused('children.reopenCaf', { cafId: first, version: 99, reason: 'x' })).code,
    ).toBe('conflict');
  });

  test('BR-17 a move to another authority keeps to whom, with consent and a receipt', async () => {
    const cafId = await livePlan();
    const transfer = { authority: 'Northshire', consentedOn: '2008-09-20', packSentOn: '2008-09-22' };
    const move = {
      cafId,
      version: await cafVersion(office, child),
      closedOn: '2008-10-01',
      reason: 'MV',
      ...ended,
    };
    expect((await office.refused('children.closeCaf', move)).field).toBe('transfer');
    const early = { ...transfer, packSentOn: '2008-09-19' };
    expect((await office.refused('children.closeCaf', { ...move, transfer: early })).field).toBe(
      'transfer.packSentOn',
    );
    await office.do('children.closeCaf', { ...move, transfer });
    expect((await course()).transfer).toMatchObject(transfer);
  });
});

describe('what is told to others', () => {
  const claim = (cafId: number, more: object) => ({
    cafId,
    what: 'Assessment and plan',
    agency: 'EWS',
    basis: 'consent' as const,
    disclosedOn: '2008-10-14',
    ...more,
  });

  test('BR-03 to an agency that consent covers, until it is withdrawn', async () => {
    const cafId = await openCaf(office, child);
    await office.do('children.recordDisclosure', claim(cafId, {}));
    expect((await office.refused('children.recordDisclosure', claim(cafId, { agency: 'HOU' }))).field).toBe(
      'agency',
    );
    await office.do('children.recordConsent', { cafId, consent: consentInput('WITHDRAW') });
    expect((await office.refused('children.recordDisclosure', claim(cafId, {}))).field).toBe('agency');
    const { disclosures } = await office.do('children.disclosures', { id: child });
    // What was lawfully told stays on record (BR-05).
    expect(disclosures).toMatchObject([{ agency: 'EWS', basis: 'consent', recordedBy: 'Margaret Oakes' }]);
  });

  test('BR-04 without consent: a reason, and a manager of this office who agreed', async () => {
    const cafId = await openCaf(office, child);
    const harm = { agency: 'POL', basis: 'child_harm', reason: 'He said he would run away tonight.' };
    const tell = (more: object) =>
      office.refused('children.recordDisclosure', claim(cafId, { ...harm, ...more }));
    expect((await tell({})).message).toContain('manager');
    expect((await tell({ managerId: ruth })).field).toBe('managerId');
    expect((await tell({ reason: '' })).message).toContain('reason');
  });

  test('BR-06 agencies at work that the family has not agreed to are named', async () => {
    const cafId = await livePlan();
    expect((await course()).agenciesToAskFor).toEqual([]);
    const outcome = await office.do('children.addOutcome', { cafId, desired: 'Sleeps', ecmAim: 'BH2' });
    const action = { action: 'Talk to the landlord', responsible: 'Jo', agency: 'HOU', byWhen: '2008-12-01' };
    await office.do('children.addAction', { outcomeId: outcome.id, ...action });
    expect((await course()).agenciesToAskFor).toEqual(['HOU']);
  });
});

test('BR-20 and 5.2: a CAF says which steps are late, and why it has gone stale', async () => {
  await livePlan();
  const now = await course();
  expect(now.stale).toBe('review_overdue');
  expect(now.standards.map(({ step, state }) => `${step} ${state}`)).toEqual([
    'allocate met',
    'complete met',
    'first_meeting met',
    'review overdue',
  ]);
  office.clock.day = addDays('2008-03-25', 14);
  expect((await course()).stale).toBeNull();
});
