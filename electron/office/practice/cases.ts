import { addDays } from '#shared/domain/dates.ts';
import type { Builder } from './builder.ts';
import type { Scene } from './office.ts';
import { buy, type Ending } from './purchases.ts';
import { familyNames, givenNames, schools, type Story, stories, streets } from './people-and-places.ts';

/** Who enters the records: the co-ordinator. */
const DESK = 'margaret';

/** One child of the practice office, and how their CAF goes. */
export type Life = {
  givenNames: string;
  familyName: string;
  sex: 'M' | 'F' | 'U';
  dob: string | null;
  expectedOn: string | null;
  street: string;
  postcode: string;
  school: string;
  story: Story;
  startOn: string;
  areaIndex: number;
  level: number;
  /** How far the CAF has come by the practice day. */
  course: 'registered' | 'assessing' | 'assessed' | 'live' | 'late_review' | 'closed' | 'withdrawn';
  purchase: Ending | null;
};

/** What a life has collected on the way. */
export type Case = {
  life: Life;
  childId: number;
  cafId: number;
  actionId: number;
  lead: Scene['areas'][number]['leads'][number];
};

const courses: Life['course'][] = [
  'live',
  'live',
  'closed',
  'live',
  'late_review',
  'assessing',
  'live',
  'closed',
  'assessed',
  'live',
  'withdrawn',
  'registered',
];
/** Endings in turn, so that even a small office has each of them once. */
const openEndings: Ending[] = [
  'submitted',
  'approved',
  'issued',
  'draft',
  'returned',
  'issued',
  'withdrawn',
  'refused',
  'issued',
];
const closedEndings: Ending[] = ['issued', 'cancelled', 'issued', 'issued'];

/** The child of the pictures, whose story is told first. */
const callum: Life = {
  givenNames: 'Callum',
  familyName: 'Birchall',
  sex: 'M',
  dob: '2000-05-03',
  expectedOn: null,
  street: '7 Canal Street',
  postcode: 'MF2 4AB',
  school: 'Hillcrest Primary',
  story: stories[0] as Story,
  startOn: '2008-04-14',
  areaIndex: 0,
  level: 3,
  course: 'live',
  purchase: 'issued',
};

/** What is bought for a life, in turn; a CAF that is closed by the practice day has nothing open. */
function endingsInTurn(): (course: Life['course']) => Ending | null {
  const given = { open: 0, closed: 0 };
  return (course) => {
    if (course === 'closed') return closedEndings[given.closed++ % closedEndings.length] ?? null;
    if (course !== 'live' && course !== 'late_review') return null;
    return openEndings[given.open++ % openEndings.length] ?? null;
  };
}

/** Lives for a scale: the first is always Callum's, one is always an unborn child's. */
export function makeLives(builder: Builder, count: number): Life[] {
  const { dice } = builder;
  const lives: Life[] = [callum];
  const endingOf = endingsInTurn();
  for (let index = 1; index < count; index++) {
    const { name, sex } = dice.pick(givenNames);
    const place = dice.pick(streets);
    const course = courses[index % courses.length] ?? 'live';
    const unborn = index === 5;
    const startOn = addDays('2008-04-15', Math.floor((index * 160) / count));
    lives.push({
      givenNames: unborn ? 'Unborn baby' : name,
      familyName: dice.pick(familyNames),
      sex: unborn ? 'U' : sex,
      dob: unborn ? null : addDays('2008-03-01', -dice.between(200, 16 * 365)),
      expectedOn: unborn ? '2008-12-09' : null,
      street: `${dice.between(1, 80)} ${place.street}`,
      postcode: place.postcode,
      school: unborn ? '' : dice.pick(schools),
      story: dice.pick(stories),
      startOn:
        course === 'assessing' || course === 'registered'
          ? addDays('2008-09-22', dice.between(0, 14))
          : startOn,
      areaIndex: dice.between(0, 1),
      level: dice.between(2, 3),
      course,
      purchase: endingOf(course),
    });
  }
  return lives;
}

/** Plans a life from the first call on. */
export function tell(builder: Builder, scene: Scene, life: Life): void {
  builder.on(life.startOn, async () => {
    const childId = await register(builder, scene, life);
    if (life.course === 'registered') return;
    const made = await open(builder, scene, life, childId);
    if (life.course === 'withdrawn') builder.on(addDays(life.startOn, 30), () => withdraw(builder, made));
    builder.on(addDays(life.startOn, 8), () => assess(builder, made));
    if (life.course === 'assessing') return;
    builder.on(addDays(life.startOn, 16), () => finish(builder, made));
    if (life.course === 'assessed' || life.course === 'withdrawn') return;
    builder.on(addDays(life.startOn, 24), () => meet(builder, made, 'INITIAL'));
    planReviews(builder, made);
    if (life.purchase) buy(builder, scene, made, addDays(life.startOn, 28), life.purchase);
    if (life.course === 'closed') builder.on(addDays(life.startOn, 84), () => close(builder, made));
  });
}

/** Reviews every six weeks, as the plan asks; one CAF's were forgotten, and a closed one had its last. */
function planReviews(builder: Builder, made: Case): void {
  const { life } = made;
  const most = { late_review: 0, closed: 1 }[life.course as string] ?? 12;
  for (let review = 1; review <= most; review++)
    builder.on(addDays(life.startOn, 24 + review * 42), () => meet(builder, made, 'REVIEW'));
}

async function register(builder: Builder, scene: Scene, life: Life): Promise<number> {
  const { checkId } = await builder.as(DESK, 'children.check', {
    givenNames: life.givenNames,
    familyName: life.familyName,
    dob: life.dob,
    postcode: life.postcode,
  });
  const { id } = await builder.as(DESK, 'children.register', {
    checkId,
    givenNames: life.givenNames,
    familyName: life.familyName,
    sex: life.sex,
    dob: life.dob,
    expectedOn: life.expectedOn,
    address: `${life.street}\nMarlford`,
    postcode: life.postcode,
    school: life.school,
    areaId: scene.areas[life.areaIndex]?.id ?? 0,
    carers: [
      {
        name: `Donna ${life.familyName}`,
        relationship: 'mother',
        parentalResponsibility: 'Y',
        phone: '01632 960377',
      },
    ],
  });
  return id;
}

async function open(builder: Builder, scene: Scene, life: Life, childId: number): Promise<Case> {
  const area = scene.areas[life.areaIndex];
  const lead = area && builder.dice.pick(area.leads);
  if (!area || !lead) throw new Error('The practice office has no such area.');
  const consent = {
    givenBy: 'parent' as const,
    capacityBasis: 'Parental responsibility',
    reasonsExplained: true,
    signedMode: 'paper' as const,
    signedOn: builder.clock.day,
  };
  const { cafId } = await builder.as(DESK, 'children.openCaf', {
    childId,
    contactSource: '2A',
    initiatingAgency: life.dob === null ? 'MID' : builder.dice.pick(['PRI', 'SEC', 'HVS', 'CCT']),
    reason: life.story.need,
    level: life.level,
    startOn: builder.clock.day,
    teamId: area.teamId,
    consents: [
      { kind: 'TO_ASSESS', ...consent },
      { kind: 'TO_STORE', ...consent },
      { kind: 'TO_SHARE', ...consent, agenciesAgreed: ['PRI', 'SNS', 'FAM'], agenciesExcluded: ['HOU'] },
    ],
  });
  await builder.as(DESK, 'children.appointLead', {
    cafId,
    personId: lead.id,
    from: builder.clock.day,
    agreedByFamily: true,
    reason: 'The family knows them best',
  });
  return { life, childId, cafId, actionId: 0, lead };
}

async function assess(builder: Builder, made: Case): Promise<void> {
  const { story } = made.life;
  const element = { cafId: made.cafId, version: 0 };
  await builder.as(DESK, 'children.saveElement', {
    ...element,
    element: story.element,
    prominence: 'need',
    needs: story.need,
    evidence: story.evidence,
  });
  await builder.as(DESK, 'children.saveElement', {
    ...element,
    element: 'D12',
    prominence: 'strength',
    strengths: 'Knows what they want to get better at.',
  });
  await builder.as(DESK, 'children.saveElement', {
    ...element,
    element: 'P2',
    prominence: 'strength',
    strengths: 'Warm and close at home.',
  });
}

async function finish(builder: Builder, made: Case): Promise<void> {
  const { story } = made.life;
  const outcome = await builder.as(DESK, 'children.addOutcome', {
    cafId: made.cafId,
    desired: story.outcome,
    ecmAim: story.ecmAim,
    baseline: builder.dice.between(1, 4),
    latest: builder.dice.between(3, 7),
    target: builder.dice.between(8, 10),
  });
  const action = await builder.as(DESK, 'children.addAction', {
    outcomeId: outcome.id,
    action: story.action,
    responsible: made.lead.name,
    agency: 'FAM',
    byWhen: addDays(builder.clock.day, 60),
  });
  made.actionId = action.id;
  const version = await versionOf(builder, made);
  const saved = await builder.as(DESK, 'children.saveComments', {
    cafId: made.cafId,
    version,
    childComment: story.view,
    parentComment: 'Agrees with what is written.',
  });
  await builder.as(DESK, 'children.completeAssessment', {
    cafId: made.cafId,
    version: saved.version,
    completedOn: builder.clock.day,
  });
}

async function versionOf(builder: Builder, made: Case): Promise<number> {
  return (await builder.as(DESK, 'children.get', { id: made.childId })).caf?.version ?? 0;
}

async function meet(builder: Builder, made: Case, kind: 'INITIAL' | 'REVIEW'): Promise<void> {
  await builder.as(DESK, 'children.holdMeeting', {
    cafId: made.cafId,
    version: await versionOf(builder, made),
    kind,
    heldOn: builder.clock.day,
    attended: `${made.lead.name}, mother, school`,
    notes: kind === 'INITIAL' ? 'Plan agreed.' : 'The plan goes on.',
    childComment: kind === 'INITIAL' ? made.life.story.view : 'Declined to comment.',
    parentComment: 'Says it is going better.',
    decision: 'continue',
    level: made.life.level,
    nextReviewOn: addDays(builder.clock.day, 42),
  });
}

async function close(builder: Builder, made: Case): Promise<void> {
  const record = await builder.as(DESK, 'children.get', { id: made.childId });
  const outcome = record.caf?.outcomes[0];
  if (outcome) {
    const { actions: _actions, number: _number, ...fields } = outcome;
    await builder.as(DESK, 'children.saveOutcome', { ...fields, latest: outcome.target, status: 'achieved' });
  }
  const reason = builder.dice.pick(['NM', 'NM', 'NM', 'SA', 'MV']);
  const day = builder.clock.day;
  await builder.as(DESK, 'children.closeCaf', {
    cafId: made.cafId,
    version: await versionOf(builder, made),
    closedOn: day,
    reason,
    difference: 'The family says what they wanted has come about.',
    familyFeedback: 'It helped that one person knew all of it.',
    transfer:
      reason === 'MV' ? { authority: 'Northshire County Council', consentedOn: day, packSentOn: day } : null,
  });
}

async function withdraw(builder: Builder, made: Case): Promise<void> {
  await builder.as(DESK, 'children.recordConsent', {
    cafId: made.cafId,
    consent: {
      kind: 'WITHDRAW',
      givenBy: 'parent',
      capacityBasis: 'Parental responsibility',
      reasonsExplained: true,
      signedMode: 'verbal',
      signedOn: builder.clock.day,
    },
  });
}
