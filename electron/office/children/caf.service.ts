import type { Output, Parsed } from '#shared/contract/index.ts';
import { contactSources } from '#shared/codes/contactSources.ts';
import { agencies } from '#shared/codes/agencies.ts';
import { elements } from '#shared/codes/elements.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { ageLimit, isCafOfMother, UPPER_AGE } from '#shared/domain/child.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { areas } from '../settings/settings.service.ts';
import * as queries from './caf.queries.ts';
import { toValues } from './child-values.ts';
import { addConsents, checkConsent, consentOf } from './consent.service.ts';
import { motherDob } from './family.queries.ts';
import { acceptOffer, refuseStartBeforeCall } from './offers.service.ts';
import { refuse, refuseFuture } from './refuse.ts';
import { refreshSearch } from './search.service.ts';
import { goesOn, refuseMove, refuseUnlessLive } from './states.ts';

type OpenInput = Parsed<'children.openCaf'>;

/** A CAF that may be written in by whoever asks; a problem in words when not. */
export async function liveCaf(context: Context, cafId: number): Promise<queries.CafRow> {
  const caf = (await queries.findCaf(context.db, context.person, 'full', cafId)) ?? notFound('CAF');
  refuseUnlessLive(caf);
  return caf;
}

/** Refuses to store a CAF without consent to assess and to store (BR-02). */
function refuseWithoutConsent({ consents }: OpenInput, today: string): void {
  consents.forEach((consent, index) => checkConsent(consent, today, `consents.${index}`));
  const kinds = consents.map((consent) => consent.kind);
  if (kinds.includes('WITHDRAW'))
    refuse('A CAF does not begin with consent withdrawn. Nothing was stored.', 'consents');
  if (!kinds.includes('TO_ASSESS') || !kinds.includes('TO_STORE'))
    refuse(
      'A CAF rests on consent to assess and to store. Nothing was stored. Record both, or leave it at the offer.',
      'consents',
    );
}

async function refuseUnknownCodes(context: Context, input: OpenInput): Promise<void> {
  if (!isCodeIn(contactSources, input.contactSource))
    refuse('Choose who raised the need from the list. Nothing was saved.', 'contactSource');
  if (!isCodeIn(agencies, input.initiatingAgency))
    refuse('Choose the agency from the list. Nothing was saved.', 'initiatingAgency');
  if (input.teamId === null) return;
  const { teams } = await areas(context);
  if (!teams.some((team) => team.id === input.teamId))
    refuse('There is no such team. Nothing was saved. Choose one from the list.', 'teamId');
}

/** Refuses a CAF that is not this child's to have: after a death, past the upper age, or a young mother's own. */
async function refuseUnfit(context: Context, child: queries.ChildRow, startOn: string): Promise<void> {
  if (child.merged_into !== null) notFound('child');
  if (child.died_on !== null) refuse(`This child died on ${formatDay(child.died_on)}. No CAF was opened.`);
  if (ageLimit(toValues(child), startOn) === 'over')
    refuse(
      `A CAF is for young people up to ${UPPER_AGE} at the most. Nothing was saved. Pass the person on to services for adults.`,
      'startOn',
    );
  if (isCafOfMother({ expectedOn: child.expected_on }, await motherDob(context.db, child.id), startOn))
    refuse(
      'The mother is under 18 herself, so the CAF is completed on her, not on the baby. Nothing was saved. Open it on her record, with the day the baby is expected.',
    );
}

function refuseStepDown(input: OpenInput, today: string): void {
  if (input.stepDownOn === null) return;
  refuseFuture(input.stepDownOn, today, 'stepDownOn', 'Stepping down');
  if (input.stepDownOn > input.startOn)
    refuse(
      'It stepped down before the CAF began. Nothing was saved. Enter that day or an earlier one.',
      'stepDownOn',
    );
}

async function refuseEpisode(context: Context, childId: number, input: OpenInput): Promise<number> {
  const before = await queries.findEpisodes(context.db, childId);
  if (before.open > 0)
    refuse('This child has an open CAF. No second one was opened. Work in that one, or close it first.');
  if (before.last_closed_on !== null && input.startOn < before.last_closed_on)
    refuse(
      `The CAF before was closed on ${formatDay(before.last_closed_on)}. Nothing was saved. Start on or after that day.`,
      'startOn',
    );
  await refuseStartBeforeCall(context, childId, input.startOn);
  return before.last_no + 1;
}

/** The next reference of the year in which a CAF begins. */
async function nextReference({ db }: Context, startOn: string): Promise<string> {
  const prefix = `CAF-${startOn.slice(0, 4)}-`;
  return `${prefix}${String((await queries.lastNumber(db, prefix)) + 1).padStart(4, '0')}`;
}

/** Opens an episode: one at a time for a child, after the one before, under the next reference of its year. */
export async function openCaf(context: Context, input: OpenInput): Promise<Output<'children.openCaf'>> {
  const { db, person, today, now } = context;
  const child = (await queries.findChild(db, person, 'full', input.childId)) ?? notFound('child');
  await refuseUnfit(context, child, input.startOn);
  refuseWithoutConsent(input, today);
  refuseFuture(input.startOn, today, 'startOn', 'The start');
  await refuseUnknownCodes(context, input);
  if (input.stepDownFrom !== 'none') refuseStepDown(input, today);
  const episodeNo = await refuseEpisode(context, child.id, input);
  const reference = await nextReference(context, input.startOn);
  const cafId = await queries.insertCaf(db, {
    child_id: child.id,
    reference,
    episode_no: episodeNo,
    status: 'consented',
    contact_source: input.contactSource,
    initiating_agency: input.initiatingAgency,
    area_id: child.area_id,
    team_id: input.teamId,
    reason: input.reason,
    level: input.level,
    start_level: input.level,
    start_on: input.startOn,
    step_down_from: input.stepDownFrom,
    step_down_on: input.stepDownFrom === 'none' ? null : (input.stepDownOn ?? input.startOn),
    last_entry_on: today,
    created_at: now,
    created_by: person.id,
  });
  await begin(context, { ...input, id: cafId, childId: child.id });
  context.note({ entity: 'caf', id: cafId, detail: { reference } });
  return { cafId, reference };
}

/** What a new CAF begins with: the call it answers, its consent and its level. */
async function begin(context: Context, caf: OpenInput & { id: number }): Promise<void> {
  const { db, person } = context;
  const requestOn = await acceptOffer(context, { ...caf, agency: caf.initiatingAgency });
  await queries.updateRequest(db, caf.id, requestOn);
  await addConsents(context, caf.id, caf.consents);
  await queries.insertLevel(db, {
    caf_id: caf.id,
    level: caf.level,
    from_day: caf.startOn,
    set_by: person.id,
  });
  await refreshSearch(db, caf.childId);
}

/** Saves one of the nineteen elements; the first one begins the assessment. */
export async function saveElement(
  context: Context,
  input: Parsed<'children.saveElement'>,
): Promise<Output<'children.saveElement'>> {
  const { db, person, today, now } = context;
  const caf = await liveCaf(context, input.cafId);
  if (!isCodeIn(elements, input.element))
    refuse('There is no such element in the assessment. Nothing was saved.', 'element');
  const values = {
    prominence: input.prominence,
    strengths: input.strengths,
    needs: input.needs,
    evidence: input.evidence,
    view_difference: input.viewDifference,
    author_id: person.id,
    saved_at: now,
  };
  const known = await queries.elementVersion(db, caf.id, input.element);
  if ((known ?? 0) !== input.version) throw conflict();
  if (known === null) await queries.insertElement(db, { caf_id: caf.id, element: input.element, ...values });
  else await queries.updateElement(db, { cafId: caf.id, element: input.element, version: known }, values);
  await queries.touchCaf(db, caf.id, today, begun(caf));
  context.note({ entity: 'caf', id: caf.id, detail: { element: input.element } });
  return { version: input.version + 1 };
}

const begun = (caf: queries.CafRow) => (caf.status === 'consented' ? 'in_assessment' : caf.status);

/** Saves what the child and the parents say of the assessment (BR-11). */
export async function saveComments(
  context: Context,
  input: Parsed<'children.saveComments'>,
): Promise<Output<'children.saveComments'>> {
  const caf = await liveCaf(context, input.cafId);
  const changed = await queries.updateCaf(context.db, caf.id, input.version, {
    child_comment: input.childComment,
    parent_comment: input.parentComment,
    status: begun(caf),
    last_entry_on: context.today,
  });
  if (!changed) throw conflict();
  context.note({ entity: 'caf', id: caf.id, detail: { fields: ['childComment', 'parentComment'] } });
  return { id: caf.id, version: input.version + 1 };
}

async function refuseUnfinished(context: Context, caf: queries.CafRow): Promise<void> {
  const consent = await consentOf(context, caf.id);
  if (!consent.assess || !consent.store)
    refuse('There is no consent to assess and store. The assessment was not finished. Record it first.');
  const written = await queries.listElements(context.db, caf.id);
  if (!written.some((row) => row.prominence !== 'none' || row.strengths + row.needs !== ''))
    refuse('Nothing is assessed yet. The assessment was not finished. Save at least one element first.');
  if (caf.child_comment === '' || caf.parent_comment === '')
    refuse(
      'The child’s and the parents’ comments are missing. The assessment was not finished. “Declined to comment” is an answer.',
      caf.child_comment === '' ? 'childComment' : 'parentComment',
    );
}

/** Finishes the assessment: consent, something assessed and both comments must be there (BR-02, BR-11). */
export async function completeAssessment(
  context: Context,
  input: Parsed<'children.completeAssessment'>,
): Promise<Output<'children.completeAssessment'>> {
  const { db, today } = context;
  const caf = await liveCaf(context, input.cafId);
  if (caf.version !== input.version) throw conflict();
  if (caf.completed_on !== null)
    refuse(`The assessment was finished on ${formatDay(caf.completed_on)} already. Nothing was changed.`);
  await refuseUnfinished(context, caf);
  refuseMove(caf, today, ['completed'], 'The assessment cannot be finished from there.');
  refuseFuture(input.completedOn, today, 'completedOn', 'The assessment');
  if (input.completedOn < caf.start_on)
    refuse(
      `The assessment began on ${formatDay(caf.start_on)}. It was not finished. Enter that day or a later one.`,
      'completedOn',
    );
  await queries.updateCaf(db, caf.id, caf.version, {
    ...goesOn(caf, 'completed'),
    completed_on: input.completedOn,
    completed_at: context.now,
    last_entry_on: today,
  });
  context.note({ entity: 'caf', id: caf.id, detail: { completedOn: input.completedOn } });
  return { id: caf.id, version: input.version + 1 };
}
