import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { closureReasons } from '#shared/codes/closureReasons.ts';
import { addDays } from '#shared/domain/dates.ts';
import { cafStates, type CafState, canMove, isOpenCaf, mayReopen } from '#shared/domain/lifecycle.ts';
import { call } from '#electron/office/gate.ts';
import { cafInput, consentInput, ended, meetingInput, register } from './support/children.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
let ruth: number;
/** What the office wrote to its log. */
const said: string[] = [];
beforeEach(async () => {
  office = await TestOffice.setUp('2008-01-02', { info: () => undefined, error: (text) => said.push(text) });
  ruth = await office.addPerson('ruth', ['lead_professional'], { name: 'Ruth Adeyemi', agency: 'EWS' });
});
afterEach(() => office.remove());

type Stored = {
  id: number;
  status: CafState;
  closed_on: string | null;
  closure_reason: string | null;
  next_review_on: string | null;
  episode_no: number;
};

const stored = (childId: number): Stored | undefined =>
  office.desk
    .opened()
    .readerHandle.prepare(
      'SELECT id, status, closed_on, closure_reason, next_review_on, episode_no FROM cafs WHERE child_id = ? ORDER BY episode_no DESC LIMIT 1',
    )
    .get(childId) as Stored | undefined;
const one = (sql: string, ...values: unknown[]) =>
  office.desk
    .opened()
    .readerHandle.prepare(sql)
    .pluck()
    .get(...values);

/** Everything that may be done with a CAF, in the words of the contract; chance says which, and when. */
const steps = [
  'recordContact',
  'saveChecklist',
  'offerCaf',
  'declineOffer',
  'openCaf',
  'saveElement',
  'saveComments',
  'completeAssessment',
  'appointLead',
  'agreeCourse',
  'holdMeeting',
  'referUp',
  'answerReferral',
  'withdraw',
  'consentAnew',
  'closeCaf',
  'reopenCaf',
  'wait',
] as const;

const answers = { healthy: 'Y', safe: 'Y', learning: 'Y', positive: 'Y', poverty: 'Y' };

type Step = { do: (typeof steps)[number]; which: number };

async function take(childId: number, step: Step): Promise<void> {
  const today = office.clock.day;
  const { which } = step;
  const record = await office.do('children.get', { id: childId });
  const offer = (await office.do('children.offers', { id: childId })).offers[0];
  const cafId = record.caf?.id ?? 1;
  const version = record.caf?.version ?? 1;
  const offerOf = { offerId: offer?.id ?? 1, version: offer?.version ?? 1 };
  const pick = <T>(list: readonly T[]): T => list[which % list.length] as T;
  const element = record.caf?.elements?.find((each) => each.element === 'D4');
  const inputs: Record<Exclude<Step['do'], 'wait'>, [string, unknown]> = {
    recordContact: [
      'children.recordContact',
      { childId, contactSource: '2A', agency: 'PRI', requestedOn: today },
    ],
    saveChecklist: [
      'children.saveChecklist',
      {
        ...offerOf,
        ...answers,
        decision: pick(['offer', 'offer', 'none']),
        decisionReason: 'As told.',
        completedOn: today,
      },
    ],
    offerCaf: ['children.offerCaf', { ...offerOf, offeredOn: today }],
    declineOffer: ['children.declineOffer', { ...offerOf, declinedOn: today, declinedBy: 'parent' }],
    openCaf: ['children.openCaf', cafInput(childId, { startOn: today, consents: agreed(today) })],
    saveElement: [
      'children.saveElement',
      { cafId, version: element?.version ?? 0, element: 'D4', prominence: 'need', needs: 'Wakes.' },
    ],
    saveComments: ['children.saveComments', { cafId, version, childComment: 'a', parentComment: 'b' }],
    completeAssessment: ['children.completeAssessment', { cafId, version, completedOn: today }],
    appointLead: ['children.appointLead', { cafId, personId: ruth, from: today, agreedByFamily: true }],
    agreeCourse: ['children.agreeCourse', { cafId, version, course: pick(['single_agency', 'tac_pending']) }],
    holdMeeting: [
      'children.holdMeeting',
      meetingInput(cafId, version, {
        kind: record.caf?.tacFormedOn ? pick(['REVIEW', 'REVIEW', 'CLOSURE']) : 'INITIAL',
        heldOn: today,
        decision: pick(['continue', 'continue', 'close', 'step_up', 'step_down']),
        nextReviewOn: addDays(today, 42),
      }),
    ],
    referUp: ['children.referUp', { cafId, version, referredOn: today, reason: 'Worry.' }],
    answerReferral: [
      'children.answerReferral',
      { cafId, version, answer: pick(['accepted', 'refused']), answeredOn: today, plan: 'CIN' },
    ],
    withdraw: ['children.recordConsent', { cafId, consent: consentInput('WITHDRAW', { signedOn: today }) }],
    consentAnew: [
      'children.recordConsent',
      { cafId, consent: consentInput('TO_SHARE', { signedOn: today }) },
    ],
    closeCaf: [
      'children.closeCaf',
      { cafId, version, closedOn: today, reason: pick(closureReasons.map(({ code }) => code)), ...ended },
    ],
    reopenCaf: ['children.reopenCaf', { cafId, version, reason: 'In error.' }],
  };
  if (step.do === 'wait') {
    office.clock.day = addDays(today, 1 + (which % 50));
    return;
  }
  const [name, input] = inputs[step.do];
  const result = await call(office.desk, name, input);
  if (!result.ok)
    expect(['invalid', 'conflict', 'not_found'], `${name} ${said.join('\n')}`).toContain(result.problem.code);
}

const agreed = (today: string) =>
  (['TO_ASSESS', 'TO_STORE', 'TO_SHARE'] as const).map((kind) => consentInput(kind, { signedOn: today }));

/** What must hold of a CAF whatever was done, and of every move. */
function judge(childId: number, before: Stored | undefined, after: Stored | undefined): void {
  if (!after) return;
  expect(cafStates).toContain(after.status);
  expect(isOpenCaf(after.status)).toBe(after.closed_on === null);
  expect(one('SELECT count(*) FROM cafs WHERE child_id = ? AND closed_on IS NULL', childId)).toBeLessThan(2);
  if (before?.id === after.id && before.status !== after.status) {
    const reopens = before.status === 'closed' && mayReopen(before.closed_on ?? '', office.clock.day);
    const due = before.next_review_on !== null && before.next_review_on <= office.clock.day;
    const from = before.status === 'tac_active' && due ? 'review_due' : before.status;
    // The first meeting goes through the forming of the team, and any meeting through the live plan to its decision.
    const ways: CafState[][] = [
      [after.status],
      ['tac_active', after.status],
      ['tac_pending', 'tac_active', after.status],
      ['tac_pending', after.status],
    ];
    const isWay = (way: CafState[]) =>
      way.reduce<CafState | null>(
        (at, to) => (at !== null && (at === to || canMove('caf', at, to)) ? to : null),
        from,
      ) !== null;
    expect(ways.some(isWay) || reopens, `${before.status} to ${after.status}`).toBe(true);
  }
  if (after.status === 'tac_active') {
    // BR-09: a live plan has met, has one lead professional, and a day for its review.
    expect(one('SELECT tac_formed_on FROM cafs WHERE id = ?', after.id)).not.toBeNull();
    expect(one('SELECT count(*) FROM lead_professionals WHERE caf_id = ? AND to_day IS NULL', after.id)).toBe(
      1,
    );
  }
  if (after.closure_reason === 'SU')
    expect(one('SELECT answer FROM caf_referrals WHERE caf_id = ? ORDER BY id DESC LIMIT 1', after.id)).toBe(
      'accepted',
    );
  if (after.closure_reason === 'CW' || after.status === 'consent_withdrawn')
    expect(
      one("SELECT count(*) FROM caf_consents WHERE caf_id = ? AND kind = 'WITHDRAW'", after.id),
    ).toBeGreaterThan(0);
  expect(one('SELECT count(*) FROM caf_offers WHERE caf_id = ?', after.id)).toBe(1);
}

test('no order of what may be done leads to a state or a move that the life-cycle does not have (4.1)', async () => {
  const sequence = fc.array(fc.record({ do: fc.constantFrom(...steps), which: fc.nat(1000) }), {
    minLength: 25,
    maxLength: 40,
    size: 'max',
  });
  const seen = new Set<string>();
  let runs = 0;
  await fc.assert(
    fc.asyncProperty(sequence, async (wanted) => {
      runs += 1;
      const childId = await register(office, {
        givenNames: `Child ${runs}`,
        familyName: `Run ${runs}`,
        postcode: '',
      });
      // Chance alone seldom gets far: some runs begin further on.
      const start: Step[] = [[], toLive.slice(0, 6), teamPending, toLive][runs % 4] ?? [];
      for (const step of [...start, ...wanted]) {
        const before = stored(childId);
        await take(childId, step);
        const after = stored(childId);
        judge(childId, before, after);
        if (after) seen.add(after.status);
      }
    }),
    { numRuns: 40, seed: 20081014, endOnFailure: true },
  );
  const verified = await office.do('assurance.verify', {});
  expect(verified.checks.filter((check) => !check.ok)).toEqual([]);
  for (const state of [
    'consented',
    'in_assessment',
    'completed',
    'single_agency',
    'tac_pending',
    'tac_active',
    'stepping_up',
    'consent_withdrawn',
    'closing',
    'closed',
  ])
    expect([...seen], 'every state was reached').toContain(state);
}, 120_000);

const toLive: Step[] = (
  [
    'recordContact',
    'offerCaf',
    'openCaf',
    'saveElement',
    'saveComments',
    'completeAssessment',
    'appointLead',
    'holdMeeting',
  ] as const
).map((step) => ({ do: step, which: 0 }));

const teamPending: Step[] = [...toLive.slice(0, 6), { do: 'agreeCourse', which: 1 }];
