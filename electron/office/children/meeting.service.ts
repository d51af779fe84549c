import type { Output, Parsed } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { CafState } from '#shared/domain/lifecycle.ts';
import { conflict } from '../common-problems.ts';
import type { Context } from '../context.ts';
import * as queries from './caf.queries.ts';
import { liveCaf } from './caf.service.ts';
import { findLeadOn } from './lead.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';
import { goesOn, refuseMove } from './states.ts';
import { addReferral, isAccepted } from './stepping.service.ts';

type Input = Parsed<'children.holdMeeting'>;

/** Where a decision takes the CAF. Closing itself is another step, with its reason. */
const after: Record<Input['decision'], CafState> = {
  continue: 'tac_active',
  step_down: 'tac_active',
  step_up: 'stepping_up',
  close: 'closing',
};

/** The first meeting forms the team; reviews and the closing one come after it. */
function refuseKind(caf: queries.CafRow, input: Input): void {
  if (input.kind === 'INITIAL' && caf.tac_formed_on !== null)
    refuse('The first meeting is on record already. This one was not saved. Record it as a review.', 'kind');
  if (input.kind !== 'INITIAL' && caf.tac_formed_on === null)
    refuse('The team has not met yet. This meeting was not saved. Record the first meeting.', 'kind');
  if (input.kind === 'CLOSURE' && input.decision !== 'close')
    refuse('A closing meeting decides to close. It was not saved. Record it as a review.', 'decision');
}

function refuseDays(caf: queries.CafRow, last: string | undefined, input: Input, today: string): void {
  refuseFuture(input.heldOn, today, 'heldOn', 'A meeting on record');
  const earliest = last ?? caf.completed_on ?? caf.start_on;
  if (input.heldOn < earliest)
    refuse(
      `${formatDay(earliest)} is on record already. The meeting was not saved. Enter that day or a later one.`,
      'heldOn',
    );
  if (input.decision === 'close') return;
  if (input.nextReviewOn === null)
    refuse(
      'The plan needs a day for its next review. The meeting was not saved. Enter one, or decide to close.',
      'nextReviewOn',
    );
  if (input.nextReviewOn <= input.heldOn)
    refuse('The next review comes after the meeting. Nothing was saved. Enter a later day.', 'nextReviewOn');
}

/** A plan is live with a team, one lead professional and a day for its review (BR-09). */
async function refuseWithoutLead(context: Context, caf: queries.CafRow, input: Input): Promise<void> {
  if (after[input.decision] !== 'tac_active') return;
  if (!(await findLeadOn(context.db, caf.id, context.today)))
    refuse('The plan needs a lead professional. The meeting was not saved. Name one first.');
}

/** While social care decides the team may meet and go on; what ends the plan waits for their answer. */
async function refuseWhileReferred(context: Context, caf: queries.CafRow, input: Input): Promise<void> {
  if (caf.status !== 'stepping_up') return;
  if (input.decision === 'step_up')
    refuse(
      'It is with social care already. The meeting was not saved. Decide that the plan goes on.',
      'decision',
    );
  if (input.decision === 'close' && !(await isAccepted(context, caf)))
    refuse(
      'Social care has not answered. The meeting was not saved. Record their answer before you decide to close.',
      'decision',
    );
}

/** Records a meeting of the team around the child and what it decided (3.10). */
export async function holdMeeting(context: Context, input: Input): Promise<Output<'children.holdMeeting'>> {
  const { db, person, today, now } = context;
  const caf = await liveCaf(context, input.cafId);
  if (caf.version !== input.version) throw conflict();
  refuseKind(caf, input);
  const target = after[input.decision];
  await refuseWhileReferred(context, caf, input);
  const first: CafState[] = input.kind === 'INITIAL' ? ['tac_pending'] : [];
  refuseMove(caf, today, [...first, 'tac_active', target], 'Finish the assessment before the team meets.');
  const last = (await queries.listMeetings(db, caf.id)).at(-1);
  refuseDays(caf, last?.held_on, input, today);
  await refuseWithoutLead(context, caf, input);
  const nextReviewOn = input.decision === 'close' ? null : input.nextReviewOn;
  await queries.insertMeeting(db, {
    caf_id: caf.id,
    kind: input.kind,
    held_on: input.heldOn,
    attended: input.attended,
    notes: input.notes,
    child_comment: input.childComment,
    parent_comment: input.parentComment,
    decision: input.decision,
    level: input.level,
    next_review_on: nextReviewOn,
    recorded_by: person.id,
    recorded_at: now,
  });
  if (input.level !== caf.level)
    await queries.insertLevel(db, {
      caf_id: caf.id,
      level: input.level,
      from_day: input.heldOn,
      set_by: person.id,
    });
  if (target === 'stepping_up')
    await addReferral(context, caf, { referredOn: input.heldOn, reason: input.notes });
  await queries.updateCaf(db, caf.id, caf.version, {
    ...(target === 'stepping_up' ? { status: target, status_before: 'tac_active' } : goesOn(caf, target)),
    level: input.level,
    tac_formed_on: caf.tac_formed_on ?? input.heldOn,
    next_review_on: nextReviewOn,
    last_entry_on: today,
  });
  context.note({ entity: 'caf', id: caf.id, detail: { meeting: input.kind, decision: input.decision } });
  return { id: caf.id, version: input.version + 1 };
}
