import type { Input } from '#shared/contract/index.ts';
import type { TestOffice } from './office.ts';

type Child = Omit<Input<'children.register'>, 'checkId'>;
type Consent = Input<'children.recordConsent'>['consent'];

/** A child as a test needs one; anything may be given otherwise. */
export const childInput = (more: Partial<Child> = {}): Child => ({
  givenNames: 'Callum',
  familyName: 'Birchall',
  knownAs: '',
  sex: 'M',
  dob: '2000-05-03',
  expectedOn: null,
  address: '4 Elm Row, Hillcrest',
  postcode: 'MF1 4QT',
  school: 'Hillcrest Primary School',
  areaId: 1,
  carers: [{ name: 'Donna Birchall', relationship: 'mother', parentalResponsibility: 'Y' }],
  ...more,
});

/** One event of consent, signed today. */
export const consentInput = (kind: Consent['kind'], more: Partial<Consent> = {}): Consent => ({
  kind,
  givenBy: 'parent',
  capacityBasis: 'PR holder',
  agenciesAgreed: kind === 'TO_SHARE' ? ['EWS'] : [],
  reasonsExplained: true,
  signedMode: 'paper',
  signedOn: '2008-01-10',
  ...more,
});

/** Searches and registers a child; the id. The co-ordinator must be signed in. */
export async function register(office: TestOffice, more: Partial<Child> = {}): Promise<number> {
  const child = childInput(more);
  const { checkId } = await office.do('children.check', {
    givenNames: child.givenNames,
    familyName: child.familyName,
    dob: child.dob,
    ...(child.postcode ? { postcode: child.postcode } : {}),
  });
  return (await office.do('children.register', { ...child, checkId })).id;
}

/** A CAF of this child with consent to assess, store and share. */
export const cafInput = (
  childId: number,
  more: Partial<Input<'children.openCaf'>> = {},
): Input<'children.openCaf'> => ({
  childId,
  contactSource: '2A',
  initiatingAgency: 'PRI',
  reason: 'Not sleeping since the move; often late for school.',
  level: 3,
  startOn: '2008-01-16',
  consents: [consentInput('TO_ASSESS'), consentInput('TO_STORE'), consentInput('TO_SHARE')],
  ...more,
});

/** Opens a CAF; its id. */
export async function openCaf(
  office: TestOffice,
  childId: number,
  more: Partial<Input<'children.openCaf'>> = {},
): Promise<number> {
  return (await office.do('children.openCaf', cafInput(childId, more))).cafId;
}

/** The version of the child's newest CAF. */
export async function cafVersion(office: TestOffice, childId: number): Promise<number> {
  const { caf } = await office.do('children.get', { id: childId });
  if (!caf) throw new Error('The child has no CAF.');
  return caf.version;
}

/** Assesses: one element, both comments, finished. */
export async function assess(
  office: TestOffice,
  childId: number,
  cafId: number,
  completedOn = '2008-02-01',
): Promise<void> {
  await office.do('children.saveElement', {
    cafId,
    version: 0,
    element: 'D4',
    prominence: 'need',
    needs: 'Wakes most nights.',
  });
  const { version } = await office.do('children.saveComments', {
    cafId,
    version: await cafVersion(office, childId),
    childComment: 'I want to sleep.',
    parentComment: 'He is tired all day.',
  });
  await office.do('children.completeAssessment', { cafId, version, completedOn });
}

/** What a closing says of the difference it made. */
export const ended = {
  difference: 'Sleeps through most nights and is at school on time.',
  familyFeedback: 'It helped that somebody listened.',
};

/** What a first meeting decides. */
export const meetingInput = (
  cafId: number,
  version: number,
  more: Partial<Input<'children.holdMeeting'>> = {},
): Input<'children.holdMeeting'> => ({
  cafId,
  version,
  kind: 'INITIAL',
  heldOn: '2008-02-12',
  attended: 'Donna Birchall, Ruth Adeyemi',
  notes: 'Plan agreed.',
  childComment: 'I want to talk to someone who isn’t my mum.',
  parentComment: 'We want help with the nights.',
  decision: 'continue',
  level: 3,
  nextReviewOn: '2008-03-25',
  ...more,
});

/** Lets a test write where no operation does, such as restricting a record. */
export function sqlRun(office: TestOffice, statement: string, ...values: unknown[]): void {
  office.desk
    .opened()
    .writerHandle.prepare(statement)
    .run(...values);
}
