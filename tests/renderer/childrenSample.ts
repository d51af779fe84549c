import { firstStandards } from '#shared/domain/standards.ts';
import type { Output } from '#shared/contract/index.ts';
import { type Answers, refuse } from './fakeOffice.ts';

type Record = Output<'children.get'>;
type Caf = NonNullable<Record['caf']>;

const given = {
  givenBy: 'parent' as const,
  capacityBasis: 'Parental responsibility',
  agenciesAgreed: [],
  agenciesExcluded: [],
  reasonsExplained: true,
  signedMode: 'paper' as const,
  signedOn: '2008-01-16',
  signatory: '',
  witnessedBy: '',
  limits: '',
  effectiveTo: null,
  recordedBy: 'Margaret Oakes',
};

/** A CAF with a finished assessment, one outcome, one late action and a review in nine days. */
export const caf: Caf = {
  id: 7,
  reference: 'CAF-2007-0142',
  episodeNo: 1,
  status: 'tac_active',
  reason: 'Tired and sad.',
  level: 3,
  levelSince: '2008-01-16',
  startOn: '2007-11-14',
  completedOn: '2007-12-05',
  tacFormedOn: '2008-01-16',
  nextReviewOn: '2008-10-23',
  closedOn: null,
  closureReason: null,
  initiatingAgency: 'PRI',
  version: 3,
  lead: { personId: 4, name: 'Ruth Adeyemi', agency: 'EWS', from: '2008-07-17', trainedOn: '2008-03-03' },
  consents: [
    { id: 1, kind: 'TO_ASSESS', ...given },
    { id: 2, kind: 'TO_STORE', ...given },
    { id: 3, kind: 'TO_SHARE', ...given, agenciesAgreed: ['PRI', 'SNS'], agenciesExcluded: ['HOU'] },
  ],
  elements: [
    {
      element: 'D4',
      prominence: 'need',
      strengths: '',
      needs: 'Wakes most nights.',
      evidence: '',
      viewDifference: '',
      version: 2,
      savedAt: '2008-10-09T09:42:18.000Z',
      author: 'Ben Osei',
    },
  ],
  outcomes: [
    {
      id: 11,
      number: 1,
      desired: 'Sleeps through most nights',
      ecmAim: 'BH2',
      baseline: 2,
      latest: 4,
      target: 8,
      status: 'open',
      version: 1,
      actions: [
        {
          id: 21,
          number: 1,
          action: 'Counselling, six sessions',
          responsible: 'Ben Osei',
          agency: 'PRI',
          byWhen: '2008-10-10',
          status: 'on_track',
          version: 1,
        },
      ],
    },
  ],
  meetings: [],
  childComment: 'I want to talk to someone who isn’t my mum.',
  parentComment: 'Declined to comment',
};

/** Callum Birchall, eight years old, seen in full. */
export const callum: Record = {
  id: 2,
  neutralRef: 'K7Q4-29M',
  depth: 'full',
  givenNames: 'Callum',
  familyName: 'Birchall',
  knownAs: '',
  sex: 'M',
  dob: '2000-05-03',
  expectedOn: null,
  address: '4 Mill Lane',
  postcode: 'MF1 4QT',
  phone: '',
  school: 'Hillcrest Primary',
  ethnicity: 'WBRI',
  disabled: 'N',
  areaId: 1,
  area: 'Hillcrest',
  restriction: null,
  opening: null,
  carers: [
    {
      id: 1,
      name: 'Donna Birchall',
      relationship: 'Mother',
      parentalResponsibility: 'Y',
      phone: '01632 960377',
    },
  ],
  version: 1,
  caf,
  earlierCafs: [],
  timeline: [
    {
      day: '2008-10-13',
      kind: 'money',
      title: 'Counselling package',
      detail: 'Approved',
      who: '',
      amountPence: 56_765,
    },
    {
      day: '2008-10-09',
      kind: 'voice',
      title: 'I want to talk to someone who isn’t my mum.',
      detail: 'The child, at the meeting',
      who: 'Ben Osei',
      amountPence: null,
    },
    {
      day: '2008-07-17',
      kind: 'lead',
      title: 'Lead professional changed',
      detail: 'Ruth Adeyemi',
      who: '',
      amountPence: null,
    },
  ],
};

const lead = {
  id: 4,
  name: 'Ruth Adeyemi',
  jobTitle: 'Education welfare officer',
  agency: 'EWS',
  area: 'Hillcrest',
  team: null,
  roles: ['lead_professional' as const],
  trainedOn: '2008-03-03',
  ownLimitPence: 50_000,
  signsIn: true,
  waiting: 0,
  leavesOn: null,
};

/** What a record's page asks of the office, answered. */
export function recordAnswers(record: Record = callum): Answers {
  return {
    'children.get': record,
    'orders.list': { rows: [], total: 0, grossPence: 0 },
    'budgets.forCaf': { budgets: [] },
    'people.get': {
      ...lead,
      areaId: 1,
      teamId: null,
      phone: '01632 960142',
      email: '',
      userName: 'ruth',
      heldRoles: [],
      proposals: [],
      training: [],
      version: 1,
    },
    'children.course': { course: null },
    'people.list': { rows: [lead], total: 1 },
    'settings.areas': { areas: [{ id: 1, name: 'Hillcrest' }], teams: [] },
    'settings.policy': {
      ownLimitPence: 50_000,
      splitWindowDays: 30,
      overlapWindowDays: 365,
      ladder: [],
      alwaysSecondApprover: [],
      reviewWeeks: 6,
      quietDays: 90,
      openingMinutes: 60,
      standards: firstStandards,
      validFrom: '2006-04-01',
      reason: '',
    },
  };
}

/** The office's answer when somebody else saved first. */
export const someoneElse = refuse({
  code: 'conflict',
  message: 'Somebody else changed this since you opened it, so yours was not saved.',
});
