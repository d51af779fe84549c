import type { Output, Parsed } from '#shared/contract/index.ts';
import { closureReasons } from '#shared/codes/closureReasons.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { addDays, formatDay } from '#shared/domain/dates.ts';
import { mayReopen, REOPEN_DAYS } from '#shared/domain/lifecycle.ts';
import { whyNotClose } from '#shared/domain/closing.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import * as queries from './caf.queries.ts';
import { deleteTransfer, endWaiting, insertTransfer } from './referrals.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';
import { refuseMove } from './states.ts';
import { isAccepted, waitingReferral } from './stepping.service.ts';

type Input = Parsed<'children.closeCaf'>;
type Saved = Output<'children.closeCaf'>;

async function refuseDay(context: Context, caf: queries.CafRow, closedOn: string): Promise<void> {
  refuseFuture(closedOn, context.today, 'closedOn', 'The closing day');
  const meetings = await queries.listMeetings(context.db, caf.id);
  const days = [caf.start_on, caf.completed_on, meetings.at(-1)?.held_on].filter(
    (day) => day !== null && day !== undefined,
  );
  const latest = days.reduce((last, day) => (day > last ? day : last), '');
  if (closedOn < latest)
    refuse(
      `The last thing on record is of ${formatDay(latest)}. The CAF was not closed. Close it on that day or later.`,
      'closedOn',
    );
}

async function refuseClosing(context: Context, caf: queries.CafRow, input: Input): Promise<void> {
  const { reason } = input;
  if (!isCodeIn(closureReasons, reason))
    refuse('Choose the reason from the list. The CAF was not closed.', 'reason');
  await refuseDay(context, caf, input.closedOn);
  const why = whyNotClose({
    reason,
    difference: input.difference,
    familyFeedback: input.familyFeedback,
    isWithdrawn: caf.status === 'consent_withdrawn',
    isAccepted: await isAccepted(context, caf),
    waitsForAnswer: caf.status === 'stepping_up' && (await waitingReferral(context, caf.id)) !== undefined,
    hasTransfer: input.transfer !== null,
  });
  if (why) refuse(`${why.sentence} The CAF was not closed.`, why.field);
  if (input.transfer && input.transfer.packSentOn < input.transfer.consentedOn)
    refuse(
      'The pack went out before the family agreed. The CAF was not closed. Look at both days.',
      'transfer.packSentOn',
    );
}

/** Closes an episode for one of the reasons of CL-10, with the difference that was made; nothing is written in it afterwards. */
export async function closeCaf(context: Context, input: Input): Promise<Saved> {
  const { db, person, today } = context;
  const caf = (await queries.findCaf(db, person, 'full', input.cafId)) ?? notFound('CAF');
  if (caf.version !== input.version) throw conflict();
  if (caf.closed_on !== null) refuse('This CAF is closed already. Nothing was changed.');
  refuseMove(caf, today, ['closed'], 'It cannot be closed from there.');
  await refuseClosing(context, caf, input);
  const { transfer } = input;
  if (input.reason === 'MV' && transfer)
    await insertTransfer(db, {
      caf_id: caf.id,
      authority: transfer.authority,
      consented_on: transfer.consentedOn,
      pack_sent_on: transfer.packSentOn,
      received_by: transfer.receivedBy,
      received_on: transfer.receivedOn,
    });
  await endWaiting(db, caf.id, input.closedOn);
  await queries.updateCaf(db, caf.id, caf.version, {
    status: 'closed',
    status_before: caf.status,
    closed_on: input.closedOn,
    closure_reason: input.reason,
    closure_note: input.note,
    closed_at: context.now,
    difference: input.difference,
    family_feedback: input.familyFeedback,
    next_review_on: null,
    last_entry_on: today,
  });
  context.note({ entity: 'caf', id: caf.id, detail: { closedOn: input.closedOn, reason: input.reason } });
  return { id: caf.id, version: input.version + 1 };
}

/** States that a CAF closed in error opens in again; any other goes back to being assessed. */
const reopened: readonly string[] = ['in_assessment', 'completed', 'single_agency', 'tac_active'];

/**
 * Opens a CAF again that was closed in error, within 30 days (4.1). After them, or for a new need, a new episode is opened. Where it stood
 * before is where it goes on; a plan that was closing is live again.
 */
export async function reopenCaf(context: Context, input: Parsed<'children.reopenCaf'>): Promise<Saved> {
  const { db, person, today } = context;
  const caf = (await queries.findCaf(db, person, 'full', input.cafId)) ?? notFound('CAF');
  if (caf.version !== input.version) throw conflict();
  if (caf.closed_on === null) refuse('This CAF is open. Nothing was changed.');
  if (caf.closure_reason === 'CW')
    refuse('The family withdrew consent. It was not opened again. If they agree anew, open a new CAF.');
  if (!mayReopen(caf.closed_on, today))
    refuse(
      `It was closed on ${formatDay(caf.closed_on)}. An error can be put right until ${formatDay(addDays(caf.closed_on, REOPEN_DAYS))}. It was not opened again. Open a new CAF.`,
    );
  if ((await queries.findEpisodes(db, caf.child_id)).open > 0)
    refuse('This child has an open CAF. This one was not opened again. Work in the open one.');
  const status = statusAgain(caf);
  await deleteTransfer(db, caf.id);
  await queries.updateCaf(db, caf.id, caf.version, {
    status,
    status_before: null,
    closed_on: null,
    closure_reason: null,
    closure_note: '',
    reopened_on: today,
    last_entry_on: today,
  });
  context.note({ entity: 'caf', id: caf.id, detail: { reason: input.reason } });
  return { id: caf.id, version: caf.version + 1 };
}

function statusAgain(caf: queries.CafRow): string {
  if (caf.status_before !== null && reopened.includes(caf.status_before)) return caf.status_before;
  if (caf.tac_formed_on !== null) return 'tac_active';
  return caf.completed_on === null ? 'in_assessment' : 'completed';
}
