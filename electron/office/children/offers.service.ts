import type { Output, Parsed } from '#shared/contract/index.ts';
import { agencies } from '#shared/codes/agencies.ts';
import { contactSources } from '#shared/codes/contactSources.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { checklist as checklistShape } from '#shared/contract/case-flow.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { canMove, stateLabel } from '#shared/domain/lifecycle.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { findChild, findEpisodes } from './caf.queries.ts';
import * as queries from './offers.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';

type Saved = Output<'children.recordContact'>;
type Status = queries.OfferRow['status'];

/** The family agreed or declined, or no CAF was to be offered: nothing follows in this call. */
const isOver = (status: Status) => status === 'consented' || status === 'declined' || status === 'closed';

function refuseOfferMove(offer: { status: Status }, to: Status, sentence: string): void {
  if (offer.status !== to && !canMove('caf', offer.status, to))
    refuse(`The call is “${stateLabel('caf', offer.status)}”. Nothing was saved. ${sentence}`);
}

async function refuseOpenCaf(context: Context, childId: number): Promise<void> {
  if ((await findEpisodes(context.db, childId)).open > 0)
    refuse('This child has an open CAF. Nothing was saved. Write what came up in that one.');
}

/** Keeps that somebody raised a need: who, when, from where, and no more (BR-02). One call at a time is open for a child. */
export async function recordContact(
  context: Context,
  input: Parsed<'children.recordContact'>,
): Promise<Saved> {
  const { db, person, today, now } = context;
  const child = (await findChild(db, person, 'full', input.childId)) ?? notFound('child');
  refuseFuture(input.requestedOn, today, 'requestedOn', 'A call on record');
  if (!isCodeIn(contactSources, input.contactSource))
    refuse('Choose who raised the need from the list. Nothing was saved.', 'contactSource');
  if (!isCodeIn(agencies, input.agency))
    refuse('Choose the agency from the list. Nothing was saved.', 'agency');
  await refuseOpenCaf(context, child.id);
  if (await queries.openOffer(db, child.id))
    refuse('A call about this child is open already. Nothing was saved. Go on with that one.');
  const id = await queries.insertOffer(db, {
    child_id: child.id,
    status: 'enquiry',
    contact_source: input.contactSource,
    agency: input.agency,
    requested_on: input.requestedOn,
    recorded_at: now,
    recorded_by: person.id,
  });
  context.note({ entity: 'offer', id, detail: { childId: child.id } });
  return { id, version: 1 };
}

async function offerToChange(context: Context, input: { offerId: number; version: number }) {
  const offer = (await queries.findOffer(context.db, context.person, input.offerId)) ?? notFound('call');
  if (offer.version !== input.version) throw conflict();
  if (isOver(offer.status))
    refuse('This call has been answered. Nothing was saved. For a new need, record a new call.');
  return offer;
}

function refuseBefore(offer: queries.OfferRow, day: string, field: string, what: string): void {
  if (day < offer.requested_on)
    refuse(
      `The call came on ${formatDay(offer.requested_on)}. ${what} was not saved. Enter that day or a later one.`,
      field,
    );
}

/** Any answer "no" asks what more is needed (3.4); a decision other than an offer says why. */
function refuseUnanswered(input: Parsed<'children.saveChecklist'>): void {
  const answers = [input.healthy, input.safe, input.learning, input.positive, input.poverty];
  if (answers.includes('N') && input.servicesNeeded === '')
    refuse(
      'One answer is no. The checklist was not saved. Say which further services are needed.',
      'servicesNeeded',
    );
  if (input.decision !== 'offer' && input.decisionReason === '')
    refuse('The checklist was not saved. Say why no CAF is offered.', 'decisionReason');
}

/**
 * Saves the office's own checklist (F-01). It leads to an offer, or the call ends with another decision; it is never shared.
 */
export async function saveChecklist(
  context: Context,
  input: Parsed<'children.saveChecklist'>,
): Promise<Saved> {
  const { db, person, today } = context;
  const offer = await offerToChange(context, input);
  refuseFuture(input.completedOn, today, 'completedOn', 'A checklist');
  refuseBefore(offer, input.completedOn, 'completedOn', 'The checklist');
  refuseUnanswered(input);
  const status: Status = input.decision === 'offer' ? 'pre_caf' : 'closed';
  refuseOfferMove(offer, status, 'The checklist comes before the offer.');
  await queries.updateOffer(db, offer, {
    status,
    checklist: JSON.stringify(checklistShape.parse(input)),
    checklist_on: input.completedOn,
    checklist_by: person.id,
    decision: input.decision,
  });
  context.note({ entity: 'offer', id: offer.id, detail: { decision: input.decision } });
  return { id: offer.id, version: offer.version + 1 };
}

/** A CAF is offered to the family; taking part is theirs to choose. */
export async function offerCaf(context: Context, input: Parsed<'children.offerCaf'>): Promise<Saved> {
  const { db, today } = context;
  const offer = await offerToChange(context, input);
  refuseFuture(input.offeredOn, today, 'offeredOn', 'An offer on record');
  refuseBefore(offer, input.offeredOn, 'offeredOn', 'The offer');
  if (offer.status === 'offered') refuse('It was offered already. Nothing was changed.');
  refuseOfferMove(offer, 'offered', 'It cannot be offered from there. Record a new call.');
  await queries.updateOffer(db, offer, { status: 'offered', offered_on: input.offeredOn });
  context.note({ entity: 'offer', id: offer.id });
  return { id: offer.id, version: offer.version + 1 };
}

/** The family declined: counted, with their reason (BR-19). Nothing of a need is kept. */
export async function declineOffer(context: Context, input: Parsed<'children.declineOffer'>): Promise<Saved> {
  const { db, today } = context;
  const offer = await offerToChange(context, input);
  refuseFuture(input.declinedOn, today, 'declinedOn', 'An answer on record');
  refuseOfferMove(offer, 'declined', 'Only what was offered can be declined.');
  if (offer.offered_on !== null && input.declinedOn < offer.offered_on)
    refuse(
      `It was offered on ${formatDay(offer.offered_on)}. Nothing was saved. Enter that day or a later one.`,
      'declinedOn',
    );
  await queries.updateOffer(db, offer, {
    status: 'declined',
    declined_on: input.declinedOn,
    declined_by: input.declinedBy,
    decline_reason: input.reason,
  });
  context.note({ entity: 'offer', id: offer.id });
  return { id: offer.id, version: offer.version + 1 };
}

/**
 * Joins a CAF that opens to the call it came from, and answers the day on which the need was first raised. A family that comes with its
 * consent has an offer that is accepted on the day the CAF starts, so that every CAF has been offered (4.1).
 */
export async function acceptOffer(
  context: Context,
  caf: { id: number; childId: number; contactSource: string; agency: string; startOn: string },
): Promise<string> {
  const { db, person, now } = context;
  const offer = await queries.openOffer(db, caf.childId);
  if (offer) {
    await queries.updateOffer(db, offer, {
      status: 'consented',
      caf_id: caf.id,
      offered_on: offer.offered_on ?? caf.startOn,
    });
    return offer.requested_on;
  }
  await queries.insertOffer(db, {
    child_id: caf.childId,
    status: 'consented',
    contact_source: caf.contactSource,
    agency: caf.agency,
    requested_on: caf.startOn,
    offered_on: caf.startOn,
    caf_id: caf.id,
    recorded_at: now,
    recorded_by: person.id,
  });
  return caf.startOn;
}

/** Why a CAF cannot start on a day for the call that is open, if there is one. */
export async function refuseStartBeforeCall(
  context: Context,
  childId: number,
  startOn: string,
): Promise<void> {
  const offer = await queries.openOffer(context.db, childId);
  if (offer && startOn < offer.requested_on)
    refuse(
      `The call came on ${formatDay(offer.requested_on)}. The CAF was not opened. Start it on that day or later.`,
      'startOn',
    );
}

function toOffer(row: queries.ListedOffer): Output<'children.offers'>['offers'][number] {
  return {
    id: row.id,
    status: row.status,
    contactSource: row.contact_source,
    agency: row.agency,
    requestedOn: row.requested_on,
    checklist: row.checklist === null ? null : checklistShape.parse(JSON.parse(row.checklist)),
    checklistOn: row.checklist_on,
    checklistBy: row.assessor,
    offeredOn: row.offered_on,
    declinedOn: row.declined_on,
    declinedBy: row.declined_by,
    declineReason: row.decline_reason,
    cafId: row.caf_id,
    recordedBy: row.recorder,
    version: row.version,
  };
}

/** Calls, checklists and offers of a child, newest first; not found for whoever does not read the whole record. */
export async function offers(
  { db, person }: Context,
  { id }: Parsed<'children.offers'>,
): Promise<Output<'children.offers'>> {
  const child = (await findChild(db, person, 'full', id)) ?? notFound('child');
  return { offers: (await queries.listOffers(db, child.id)).map(toOffer) };
}
