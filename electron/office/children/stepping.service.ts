import type { Output, Parsed } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { type CafState, isCafState } from '#shared/domain/lifecycle.ts';
import { conflict } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { type CafRow, updateCaf } from './caf.queries.ts';
import { liveCaf } from './caf.service.ts';
import * as queries from './referrals.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';
import { goesOn, refuseMove } from './states.ts';

type Saved = Output<'children.referUp'>;

async function cafToChange(context: Context, input: { cafId: number; version: number }): Promise<CafRow> {
  const caf = await liveCaf(context, input.cafId);
  if (caf.version !== input.version) throw conflict();
  return caf;
}

/** The referral that social care has not answered, if there is one. */
export async function waitingReferral(context: Context, cafId: number) {
  return (await queries.listReferrals(context.db, cafId)).find((referral) => referral.answer === null);
}

/** Whether social care has taken the case: only then is it closed as stepped up (4.1). */
export async function isAccepted(context: Context, caf: CafRow): Promise<boolean> {
  if (caf.status !== 'stepping_up') return false;
  return (await queries.listReferrals(context.db, caf.id)).at(-1)?.answer === 'accepted';
}

/** After the assessment one agency goes on alone, or a team around the child is formed (4.1). */
export async function agreeCourse(context: Context, input: Parsed<'children.agreeCourse'>): Promise<Saved> {
  const caf = await cafToChange(context, input);
  if (caf.status === input.course) refuse('That is its course already. Nothing was changed.', 'course');
  refuseMove(caf, context.today, [input.course], 'Finish the assessment first, or record the meeting.');
  await updateCaf(context.db, caf.id, caf.version, {
    ...goesOn(caf, input.course),
    last_entry_on: context.today,
  });
  context.note({ entity: 'caf', id: caf.id, detail: { course: input.course } });
  return { id: caf.id, version: caf.version + 1 };
}

/** Puts a CAF with social care: where it stood is kept, for when they say no. Used by a meeting that decides so, too. */
export async function addReferral(
  context: Context,
  caf: CafRow,
  referral: { referredOn: string; reason: string },
): Promise<void> {
  await queries.insertReferral(context.db, {
    caf_id: caf.id,
    referred_on: referral.referredOn,
    reason: referral.reason,
    referred_by: context.person.id,
    recorded_at: context.now,
  });
}

/** Refers to social care. The CAF stays open, and its plan goes on, until they have decided (4.1). */
export async function referUp(context: Context, input: Parsed<'children.referUp'>): Promise<Saved> {
  const { db, today } = context;
  const caf = await cafToChange(context, input);
  refuseFuture(input.referredOn, today, 'referredOn', 'A referral on record');
  if (input.referredOn < caf.start_on)
    refuse(
      `The CAF began on ${formatDay(caf.start_on)}. Nothing was saved. Enter that day or a later one.`,
      'referredOn',
    );
  if (caf.status === 'stepping_up') refuse('It is with social care already. Nothing was changed.');
  refuseMove(caf, today, ['stepping_up'], 'It cannot be referred from there.');
  await addReferral(context, caf, input);
  await updateCaf(db, caf.id, caf.version, {
    status: 'stepping_up',
    status_before: caf.status,
    last_entry_on: today,
  });
  context.note({ entity: 'caf', id: caf.id, detail: { referredOn: input.referredOn } });
  return { id: caf.id, version: caf.version + 1 };
}

/**
 * Writes down what social care decided. A no leads back to where the CAF stood; a yes leaves it to be closed as stepped up, with the
 * difference that was made (4.1).
 */
export async function answerReferral(
  context: Context,
  input: Parsed<'children.answerReferral'>,
): Promise<Saved> {
  const { db, today } = context;
  const caf = await cafToChange(context, input);
  const waiting = caf.status === 'stepping_up' ? await waitingReferral(context, caf.id) : undefined;
  if (!waiting) refuse('Nothing waits for social care’s answer. Nothing was saved.');
  refuseFuture(input.answeredOn, today, 'answeredOn', 'An answer on record');
  if (input.answeredOn < waiting.referred_on)
    refuse(
      `It was referred on ${formatDay(waiting.referred_on)}. Nothing was saved. Enter that day or a later one.`,
      'answeredOn',
    );
  const accepted = input.answer === 'accepted';
  if (accepted && input.plan === null)
    refuse('Nothing was saved. Say what social care decided: in need, protection, or looked after.', 'plan');
  await queries.answerReferral(db, waiting.id, {
    answer: input.answer,
    answered_on: input.answeredOn,
    plan: accepted ? input.plan : null,
    note: input.note,
  });
  await updateCaf(db, caf.id, caf.version, {
    ...(accepted ? {} : { status: wayBack(caf), status_before: null }),
    last_entry_on: today,
  });
  context.note({ entity: 'caf', id: caf.id, detail: { answer: input.answer } });
  return { id: caf.id, version: caf.version + 1 };
}

/** Where a CAF goes back to when social care says no. */
function wayBack(caf: CafRow): CafState {
  const before = caf.status_before ?? '';
  return isCafState(before) && before !== 'stepping_up' ? before : 'tac_active';
}
