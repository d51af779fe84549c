import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { agencies } from '#shared/codes/agencies.ts';
import { asksForDifference, type ClosingFacts, whyNotClose } from '#shared/domain/closing.ts';
import { closureReasons } from '#shared/codes/closureReasons.ts';
import {
  agenciesToAskFor,
  type ConsentEvent,
  consentKindCodes,
  consentOn,
  mayShareWith,
  whyNotDisclose,
} from '#shared/domain/consent.ts';
import { addDays, addWorkingDays } from '#shared/domain/dates.ts';
import { firstStandards, type StandardFacts, standardsOf, staleReason } from '#shared/domain/standards.ts';

const DAY = '2008-10-14';
const event = (kind: ConsentEvent['kind'], more: Partial<ConsentEvent> = {}): ConsentEvent => ({
  kind,
  givenBy: 'parent',
  agenciesAgreed: kind === 'TO_SHARE' || kind === 'VARY' ? ['PRI', 'SNS'] : [],
  agenciesExcluded: [],
  effectiveTo: null,
  ...more,
});
const given = [event('TO_ASSESS'), event('TO_STORE'), event('TO_SHARE')];

describe('consent', () => {
  test('4.4 the latest event of each kind counts', () => {
    expect(consentOn([], DAY)).toMatchObject({ assess: false, share: false, givenBy: null });
    expect(consentOn(given, DAY)).toMatchObject({
      assess: true,
      store: true,
      share: true,
      agreed: ['PRI', 'SNS'],
    });
    const varied = [
      ...given,
      event('VARY', { agenciesAgreed: ['SNS'], agenciesExcluded: ['HOU'], givenBy: 'child' }),
    ];
    expect(consentOn(varied, DAY)).toMatchObject({ agreed: ['SNS'], excluded: ['HOU'], givenBy: 'child' });
  });

  test('an agency that is left out may not be told, even where it is named', () => {
    const both = [...given, event('VARY', { agenciesAgreed: ['PRI', 'HOU'], agenciesExcluded: ['HOU'] })];
    expect(mayShareWith(consentOn(both, DAY), 'HOU')).toBe(false);
    expect(mayShareWith(consentOn(both, DAY), 'PRI')).toBe(true);
  });

  test('what has an end counts on its last day and not on the next', () => {
    const until = [event('TO_ASSESS'), event('TO_STORE'), event('TO_SHARE', { effectiveTo: DAY })];
    expect(consentOn(until, DAY).share).toBe(true);
    expect(consentOn(until, addDays(DAY, 1))).toMatchObject({ share: false, expired: true, store: true });
  });

  test('BR-05 whatever came before, a withdrawal ends all of it until consent is given anew', () => {
    const events = fc.array(
      fc.constantFrom(...consentKindCodes).map((kind) => event(kind)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(events, (before) => {
        const state = consentOn([...before, event('WITHDRAW')], DAY);
        expect(state).toMatchObject({
          assess: false,
          store: false,
          share: false,
          provider: false,
          agreed: [],
        });
        const anew = consentOn([...before, event('WITHDRAW'), event('TO_ASSESS')], DAY);
        // Sharing does not come back with the consent to assess.
        expect(anew).toMatchObject({ withdrawn: false, assess: true, share: false });
      }),
    );
  });

  test('BR-06 an agency that joins is one to ask for', () => {
    expect(agenciesToAskFor(consentOn(given, DAY), ['PRI', 'HOU', 'HOU'])).toEqual(['HOU']);
  });
});

describe('telling somebody', () => {
  const claim = { basis: 'consent' as const, agency: 'PRI', reason: '', authorId: 1, managerId: null };
  const state = consentOn(given, DAY);

  test('BR-03 needs consent that covers the agency', () => {
    expect(whyNotDisclose(state, claim)).toBeNull();
    for (const { code } of agencies.filter((each) => !state.agreed.includes(each.code)))
      expect(whyNotDisclose(state, { ...claim, agency: code })).toContain('has not agreed');
    expect(whyNotDisclose(consentOn([...given, event('WITHDRAW')], DAY), claim)).not.toBeNull();
  });

  test('BR-04 or an exception with its reason, and a manager who is not its author', () => {
    const harm = { ...claim, basis: 'child_harm' as const, agency: 'POL' };
    expect(whyNotDisclose(state, harm)).toContain('reason');
    expect(whyNotDisclose(state, { ...harm, reason: 'Said so himself.' })).toContain('manager');
    expect(whyNotDisclose(state, { ...harm, reason: 'Said so himself.', managerId: 1 })).toContain(
      'other than you',
    );
    expect(whyNotDisclose(state, { ...harm, reason: 'Said so himself.', managerId: 2 })).toBeNull();
    expect(whyNotDisclose(state, { ...harm, basis: 'subject_access', reason: 'Asked.' })).toBeNull();
  });
});

describe('closing', () => {
  const facts: ClosingFacts = {
    reason: 'NM',
    difference: 'Sleeps.',
    familyFeedback: 'Glad.',
    isWithdrawn: false,
    isAccepted: false,
    waitsForAnswer: false,
    hasTransfer: false,
  };
  const why = (more: Partial<ClosingFacts>) => whyNotClose({ ...facts, ...more })?.field ?? null;

  test('to social care only when social care has accepted', () => {
    expect(why({ reason: 'SU' })).toBe('reason');
    expect(why({ reason: 'SU', waitsForAnswer: true })).toBe('reason');
    expect(why({ reason: 'SU', isAccepted: true })).toBeNull();
    expect(why({ isAccepted: true })).toBe('reason');
    expect(why({ waitsForAnswer: true })).toBe('reason');
  });

  test('BR-05 for withdrawn consent exactly when it was withdrawn', () => {
    expect(why({ reason: 'CW' })).toBe('reason');
    expect(why({ reason: 'CW', isWithdrawn: true })).toBeNull();
    expect(why({ isWithdrawn: true })).toBe('reason');
  });

  test('BR-17 a move says to whom, with consent and the pack', () => {
    expect(why({ reason: 'MV' })).toBe('transfer');
    expect(why({ reason: 'MV', hasTransfer: true })).toBeNull();
  });

  test('says what difference was made and asks the family, but for where nobody can say', () => {
    for (const { code } of closureReasons) {
      const can: Partial<ClosingFacts> = {
        reason: code,
        isAccepted: code === 'SU',
        isWithdrawn: code === 'CW',
        hasTransfer: true,
      };
      expect(why(can), code).toBeNull();
      expect(why({ ...can, difference: ' ' }), code).toBe(asksForDifference(code) ? 'difference' : null);
      expect(why({ ...can, familyFeedback: '' }), code).toBe(
        asksForDifference(code) ? 'familyFeedback' : null,
      );
    }
  });
});

describe('time standards (5.2)', () => {
  const none: StandardFacts = {
    requestOn: '2008-10-01',
    startOn: '2008-10-02',
    ledFrom: null,
    completedOn: null,
    needsTeam: null,
    firstMeetingOn: null,
    nextReviewOn: null,
    lastMeetingOn: null,
    closedOn: null,
  };
  const steps = (facts: Partial<StandardFacts>, today = DAY) =>
    Object.fromEntries(
      standardsOf({ ...none, ...facts }, firstStandards, today).map(({ step, state, due }) => [
        step,
        [state, due],
      ]),
    );

  test('count in working days, and are met on their last day', () => {
    const due = addWorkingDays('2008-10-01', 1);
    expect(steps({ ledFrom: due })['allocate']).toEqual(['met', due]);
    expect(steps({ ledFrom: addDays(due, 1) })['allocate']).toEqual(['late', due]);
    expect(steps({}, due)['allocate']).toEqual(['due', due]);
    expect(steps({}, addDays(due, 1))['allocate']).toEqual(['overdue', due]);
    expect(steps({ startOn: '2008-12-22' })['complete']?.[1]).toBe('2009-01-22');
  });

  test('ask for a first meeting only where a team is needed', () => {
    const assessed = { completedOn: '2008-10-03' };
    expect(Object.keys(steps(assessed))).toEqual(['allocate', 'complete']);
    expect(steps({ ...assessed, needsTeam: true })['first_meeting']).toEqual(['due', '2008-10-17']);
    expect(steps({ ...assessed, needsTeam: false, firstMeetingOn: '2008-10-20' })['first_meeting']?.[0]).toBe(
      'late',
    );
  });

  test('a review is due on its day, never later than the most weeks allowed', () => {
    const met = { completedOn: '2008-07-01', firstMeetingOn: '2008-07-08', lastMeetingOn: '2008-07-08' };
    expect(steps({ ...met, nextReviewOn: '2008-08-19' })['review']).toEqual(['overdue', '2008-08-19']);
    expect(steps({ ...met, nextReviewOn: '2008-12-01' })['review']?.[1]).toBe('2008-09-30');
    expect(steps({ ...met, nextReviewOn: null, closedOn: '2008-09-01' })['review']).toBeUndefined();
  });

  test('what was not done when it closed is neither due nor late', () => {
    expect(steps({ closedOn: '2008-10-10' })['complete']?.[0]).toBe('ended');
  });
});

describe('BR-20 a CAF that has gone stale', () => {
  const caf = { isLive: true, nextReviewOn: '2008-10-20' as string | null, lastEntryOn: '2008-10-01' };
  const why = (more: Partial<typeof caf>) => staleReason({ ...caf, ...more }, 90, DAY);

  test('has no review day, a review over 14 days late, or nothing for 90 days', () => {
    expect(why({})).toBeNull();
    expect(why({ nextReviewOn: null })).toBe('no_review');
    expect(why({ nextReviewOn: null, isLive: false })).toBeNull();
    expect(why({ nextReviewOn: '2008-09-30' })).toBeNull();
    expect(why({ nextReviewOn: '2008-09-29' })).toBe('review_overdue');
    expect(why({ lastEntryOn: addDays(DAY, -90) })).toBeNull();
    expect(why({ lastEntryOn: addDays(DAY, -91) })).toBe('quiet');
  });
});
