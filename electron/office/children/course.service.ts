import type { Output, Parsed } from '#shared/contract/index.ts';
import { agenciesToAskFor } from '#shared/domain/consent.ts';
import { addDays, daysBetween } from '#shared/domain/dates.ts';
import { REOPEN_DAYS } from '#shared/domain/lifecycle.ts';
import { staleReason, standardsOf } from '#shared/domain/standards.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { policyOn } from '../settings/settings.service.ts';
import { type CafRow, findChild, listMeetings } from './caf.queries.ts';
import { consentOf } from './consent.service.ts';
import * as queries from './course.queries.ts';
import { findTransfer, listReferrals } from './referrals.queries.ts';
import { stateOn } from './states.ts';

type Course = NonNullable<Output<'children.course'>['course']>;

/** Each step by the standards that were in force when the need was raised (5.2). */
async function standardsNow(context: Context, caf: CafRow): Promise<Course['standards']> {
  const { db, today } = context;
  const requestOn = caf.request_on ?? caf.start_on;
  const { standards } = await policyOn(db, requestOn);
  const meetings = await listMeetings(db, caf.id);
  const state = stateOn(caf, today);
  return standardsOf(
    {
      requestOn,
      startOn: caf.start_on,
      ledFrom: await queries.firstLedOn(db, caf.id),
      completedOn: caf.completed_on,
      needsTeam: state === 'tac_pending' ? true : state === 'single_agency' ? false : null,
      firstMeetingOn: caf.tac_formed_on,
      nextReviewOn: caf.next_review_on,
      lastMeetingOn: meetings.at(-1)?.held_on ?? null,
      closedOn: caf.closed_on,
    },
    standards,
    today,
  );
}

async function staleNow(context: Context, caf: CafRow): Promise<Course['stale']> {
  if (caf.closed_on !== null) return null;
  const state = stateOn(caf, context.today);
  const { quietDays } = await policyOn(context.db, context.today);
  return staleReason(
    {
      isLive: state === 'tac_active' || state === 'review_due',
      nextReviewOn: caf.next_review_on,
      lastEntryOn: caf.last_entry_on,
    },
    quietDays,
    context.today,
  );
}

async function referralsOf(context: Context, cafId: number): Promise<Course['referrals']> {
  return (await listReferrals(context.db, cafId)).map((row) => ({
    id: row.id,
    referredOn: row.referred_on,
    reason: row.reason,
    referredBy: row.referrer,
    answer: row.answer,
    answeredOn: row.answered_on,
    plan: row.plan,
    note: row.note,
  }));
}

async function previousOf({ db, person }: Context, caf: CafRow): Promise<Course['previous']> {
  const row = await queries.findPrevious(db, person, caf.child_id, caf.episode_no);
  if (!row?.closed_on) return null;
  return {
    cafId: row.id,
    reference: row.reference,
    closedOn: row.closed_on,
    gapDays: daysBetween(row.closed_on, caf.start_on),
  };
}

async function transferOf({ db }: Context, cafId: number): Promise<Course['transfer']> {
  const row = await findTransfer(db, cafId);
  return row
    ? {
        authority: row.authority,
        consentedOn: row.consented_on,
        packSentOn: row.pack_sent_on,
        receivedBy: row.received_by,
        receivedOn: row.received_on,
      }
    : null;
}

/** How a CAF stands on its way: time standards, social care's answers, agencies to ask consent for, the episode before. */
export async function course(
  context: Context,
  input: Parsed<'children.course'>,
): Promise<Output<'children.course'>> {
  const { db, person } = context;
  const child = (await findChild(db, person, 'full', input.id)) ?? notFound('child');
  const caf = await queries.findCourseCaf(db, person, child.id, input.cafId);
  if (!caf) return { course: null };
  const open = caf.closed_on === null;
  return {
    course: {
      requestOn: caf.request_on ?? caf.start_on,
      standards: await standardsNow(context, caf),
      stale: await staleNow(context, caf),
      agenciesToAskFor: open
        ? agenciesToAskFor(await consentOf(context, caf.id), await queries.agenciesAtWork(db, caf.id))
        : [],
      referrals: await referralsOf(context, caf.id),
      previous: await previousOf(context, caf),
      stepDownFrom: caf.step_down_from,
      stepDownOn: caf.step_down_on,
      difference: caf.difference,
      familyFeedback: caf.family_feedback,
      closureNote: caf.closure_note,
      transfer: await transferOf(context, caf.id),
      reopenUntil: caf.closed_on === null ? null : addDays(caf.closed_on, REOPEN_DAYS),
    },
  };
}
