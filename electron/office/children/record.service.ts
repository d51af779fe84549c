import type { Output, Parsed } from '#shared/contract/index.ts';
import { ageLimit } from '#shared/domain/child.ts';
import type { Depth } from '#shared/domain/roles.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { holderOn } from '../people/people.service.ts';
import * as queries from './caf.queries.ts';
import { ordersOf } from './case-orders.ts';
import { nothingShown, shownValues, toValues } from './child-values.ts';
import { listFormerRefs } from './family.queries.ts';
import { familyOf, servicesOf } from './family.service.ts';
import { findLeadOn, listLeads } from './lead.queries.ts';
import { newestCafs } from './list.queries.ts';
import { type ActionRow, listActions, listOutcomes, type OutcomeRow } from './plan.queries.ts';
import { listEarlierCafs, nameOf } from './record.queries.ts';
import { findLive } from './openings.queries.ts';
import { restrictionOf } from './restricted.service.ts';
import { depthOfCaf, depthOfChild } from './scope.queries.ts';
import { stateOn } from './states.ts';
import * as timeline from './timeline.ts';

type Child = Output<'children.get'>;
type Caf = NonNullable<Child['caf']>;

/** Everything read of one CAF. What the depth does not allow is read and dropped here, in one place. */
async function readCaf(context: Context, row: queries.CafRow, depth: Depth) {
  const { db, today } = context;
  const full = depth === 'full';
  return {
    row,
    full,
    since: (await queries.levelSince(db, row.id)) ?? row.start_on,
    lead: await leadOf(context, row.id, row.closed_on ?? today),
    leads: await listLeads(db, row.id),
    consents: await queries.listConsents(db, row.id),
    elements: full ? await queries.listElements(db, row.id) : null,
    outcomes: await listOutcomes(db, row.id),
    actions: await listActions(db, row.id),
    meetings: await queries.listMeetings(db, row.id),
    opener: await nameOf(db, row.created_by),
  };
}
type Read = Awaited<ReturnType<typeof readCaf>>;

async function leadOf({ db, today }: Context, cafId: number, day: string): Promise<Caf['lead']> {
  const lead = await findLeadOn(db, cafId, day);
  if (!lead) return null;
  const holder = await holderOn(db, lead.person_id, today);
  return {
    personId: lead.person_id,
    name: lead.name,
    agency: lead.agency,
    from: lead.from_day,
    trainedOn: holder?.trainedOn ?? null,
  };
}

function toOutcomes(outcomes: OutcomeRow[], actions: ActionRow[]): Caf['outcomes'] {
  return outcomes.map((outcome) => ({
    id: outcome.id,
    number: outcome.number,
    desired: outcome.desired,
    ecmAim: outcome.ecm_aim,
    baseline: outcome.baseline,
    latest: outcome.latest,
    target: outcome.target,
    status: outcome.status,
    version: outcome.version,
    actions: actions
      .filter((action) => action.outcome_id === outcome.id)
      .map((action) => ({
        id: action.id,
        number: action.number,
        action: action.action,
        responsible: action.responsible,
        agency: action.agency,
        byWhen: action.by_when,
        status: action.status,
        version: action.version,
      })),
  }));
}

const toConsents = (rows: queries.ConsentRow[]): Caf['consents'] =>
  rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    givenBy: row.given_by as Caf['consents'][number]['givenBy'],
    capacityBasis: row.capacity_basis,
    agenciesAgreed: JSON.parse(row.agencies_agreed) as string[],
    agenciesExcluded: JSON.parse(row.agencies_excluded) as string[],
    reasonsExplained: row.reasons_explained === 1,
    signedMode: row.signed_mode as Caf['consents'][number]['signedMode'],
    signedOn: row.signed_on,
    signatory: row.signatory,
    witnessedBy: row.witnessed_by,
    limits: row.limits,
    effectiveTo: row.effective_to,
    recordedBy: row.recorder,
  }));

const toElements = (rows: NonNullable<Read['elements']>): Caf['elements'] =>
  rows.map((row) => ({
    element: row.element,
    prominence: row.prominence,
    strengths: row.strengths,
    needs: row.needs,
    evidence: row.evidence,
    viewDifference: row.view_difference,
    version: row.version,
    savedAt: row.saved_at,
    author: row.author,
  }));

const toMeetings = (rows: queries.MeetingRow[]): Caf['meetings'] =>
  rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    heldOn: row.held_on,
    attended: row.attended,
    notes: row.notes,
    childComment: row.child_comment,
    parentComment: row.parent_comment,
    decision: row.decision,
    level: row.level,
    nextReviewOn: row.next_review_on,
    recordedBy: row.recorder,
  }));

function toCaf(read: Read, today: string): Caf {
  const { row, full } = read;
  return {
    id: row.id,
    reference: row.reference,
    episodeNo: row.episode_no,
    status: stateOn(row, today),
    reason: full ? row.reason : null,
    level: row.level,
    levelSince: read.since,
    startOn: row.start_on,
    completedOn: row.completed_on,
    tacFormedOn: row.tac_formed_on,
    nextReviewOn: row.next_review_on,
    closedOn: row.closed_on,
    closureReason: row.closure_reason,
    initiatingAgency: row.initiating_agency,
    version: row.version,
    lead: read.lead,
    consents: toConsents(read.consents),
    elements: read.elements && toElements(read.elements),
    outcomes: toOutcomes(read.outcomes, read.actions),
    meetings: full ? toMeetings(read.meetings) : null,
    childComment: full ? row.child_comment : null,
    parentComment: full ? row.parent_comment : null,
  };
}

async function happeningsOf(context: Context, read: Read): Promise<Child['timeline']> {
  const { row, full } = read;
  return timeline.inOrder([
    ...timeline.orderHappenings(await ordersOf(context, row.id)),
    ...timeline.meetingHappenings(read.meetings, full),
    ...timeline.leadHappenings(read.leads, full),
    ...timeline.outcomeHappenings(read.outcomes),
    ...timeline.consentHappenings(read.consents),
    ...timeline.cafHappenings(row, read.opener, full),
  ]);
}

/** What of a child's identity any reader of the neutral reference may see. */
const neutralChild = (row: queries.ChildRow) =>
  ({
    ...nothingShown,
    id: row.id,
    neutralRef: row.neutral_ref,
    depth: 'neutral',
    ageLimit: 'within',
    areaId: row.area_id,
    area: row.area,
    carers: [],
    restriction: null,
    opening: null,
    services: [],
    formerRefs: [],
    version: row.version,
    caf: null,
    earlierCafs: [],
    timeline: [],
  }) satisfies Child;

/** The opening by which the reader sees the record, if it is by exception. */
async function openingOf({ db, person, now }: Context, childId: number): Promise<Child['opening']> {
  if (!person.opened?.includes(childId)) return null;
  const found = await findLive(db, person.id, childId, now);
  return found ? { id: found.id, untilAt: found.until_at } : null;
}

async function getNeutral(context: Context, row: queries.ChildRow): Promise<Child> {
  const [newest] = await newestCafs(context.db, context.person, 'neutral', [row.id]);
  const orders = newest ? await ordersOf(context, newest.id) : [];
  return { ...neutralChild(row), timeline: timeline.inOrder(timeline.orderHappenings(orders)) };
}

/** A record that was made one with another is read as that one. */
async function findRow(context: Context, id: number) {
  const { db, person } = context;
  const known = (await depthOfChild(db, person, id)) ?? notFound('child');
  const row = (await queries.findChild(db, person, known, id)) ?? notFound('child');
  if (row.merged_into !== null) return findRow(context, row.merged_into);
  return { known, row };
}

/**
 * One child's record, as deep as the reader may see (12.2): the newest CAF in their reach or the one asked for, the
 * others, and what happened. Whoever may see nothing of it hears that there is none.
 */
export async function get(context: Context, input: Parsed<'children.get'>): Promise<Child> {
  const { db, person, today } = context;
  const { known, row } = await findRow(context, input.id);
  const { id } = row;
  if (known === 'neutral') return getNeutral(context, row);
  const wanted = input.cafId ?? (await newestCafs(db, person, 'summary', [id]))[0]?.id;
  const depth = wanted === undefined ? known : ((await depthOfCaf(db, person, wanted)) ?? notFound('CAF'));
  if (depth === 'neutral') return getNeutral(context, row);
  const caf = wanted === undefined ? undefined : await queries.findCaf(db, person, depth, wanted);
  if (wanted !== undefined && caf?.child_id !== id) notFound('CAF');
  const read = caf ? await readCaf(context, caf, depth) : null;
  const earlier = await listEarlierCafs(db, person, id, caf?.id ?? 0);
  return {
    ...neutralChild(row),
    ...shownValues(row, depth === 'full'),
    depth,
    restriction: row.restricted === 1 ? await restrictionOf(context, id) : null,
    opening: await openingOf(context, id),
    ageLimit: ageLimit(toValues(row), today),
    carers: await familyOf(context, id),
    services: await servicesOf(context, id),
    formerRefs: await listFormerRefs(db, id),
    caf: read && toCaf(read, today),
    earlierCafs: earlier.map((each) => ({
      id: each.id,
      reference: each.reference,
      startOn: each.start_on,
      closedOn: each.closed_on,
    })),
    timeline: read ? await happeningsOf(context, read) : [],
  };
}
