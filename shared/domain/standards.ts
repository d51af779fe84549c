import { addWorkingDays } from './calendar.ts';
import { addDays, type Day } from './dates.ts';

/**
 * Time standards of a CAF (domain 5.2), in working days unless said otherwise. None is set by law: they are the office's own,
 * dated, and a step is judged by those in force on the day it was first due to begin.
 */
export type Standards = {
  /** From the request to somebody who leads. */
  allocateDays: number;
  /** From the start of the assessment to its completion. */
  completeDays: number;
  /** From completion to the first meeting of the team. */
  firstMeetingDays: number;
  /** Weeks between reviews, usual and at most. */
  reviewWeeks: number;
  reviewMaxWeeks: number;
  /** Days before a meeting by which its papers are out. */
  papersDays: number;
};

/** What an office begins with (5.2). */
export const firstStandards: Standards = {
  allocateDays: 1,
  completeDays: 20,
  firstMeetingDays: 10,
  reviewWeeks: 6,
  reviewMaxWeeks: 12,
  papersDays: 5,
};

/** What the steps of one CAF are worked out from. */
export type StandardFacts = {
  requestOn: Day;
  startOn: Day;
  /** The first day that anybody led it. */
  ledFrom: Day | null;
  completedOn: Day | null;
  /** Several agencies are needed, so a team meets; null until that is known. */
  needsTeam: boolean | null;
  firstMeetingOn: Day | null;
  nextReviewOn: Day | null;
  lastMeetingOn: Day | null;
  closedOn: Day | null;
};

/** A step that has a standard. */
export type StandardStep = 'allocate' | 'complete' | 'first_meeting' | 'review';

/** The words for a step. */
export const standardLabels: Readonly<Record<StandardStep, string>> = {
  allocate: 'Lead professional named',
  complete: 'Assessment finished',
  first_meeting: 'First meeting of the team',
  review: 'Review of the plan',
};

/**
 * How one step stands: `met` and `late` are done, in time or after it; `due` is to come, `overdue` is past its day; `ended` was not done
 * when the CAF closed.
 */
export type StandardState = {
  step: StandardStep;
  due: Day;
  done: Day | null;
  state: 'met' | 'late' | 'due' | 'overdue' | 'ended';
};

function judge(
  step: StandardStep,
  due: Day,
  done: Day | null,
  closedOn: Day | null,
  today: Day,
): StandardState {
  if (done !== null) return { step, due, done, state: done <= due ? 'met' : 'late' };
  if (closedOn !== null) return { step, due, done, state: 'ended' };
  return { step, due, done, state: today > due ? 'overdue' : 'due' };
}

/**
 * The steps of a CAF that have a standard and have begun, in order (5.2). Working days leave out weekends, England's bank holidays and the
 * office's own closed days. A review is due on the day that the last meeting set, and never later than the most weeks that the
 * standard allows.
 */
export function standardsOf(
  facts: StandardFacts,
  standards: Standards,
  today: Day,
  closedDays: readonly Day[] = [],
): StandardState[] {
  const { closedOn } = facts;
  const inDays = (from: Day, days: number) => addWorkingDays(from, days, closedDays);
  const steps = [
    judge('allocate', inDays(facts.requestOn, standards.allocateDays), facts.ledFrom, closedOn, today),
    judge('complete', inDays(facts.startOn, standards.completeDays), facts.completedOn, closedOn, today),
  ];
  if (facts.completedOn !== null && (facts.needsTeam === true || facts.firstMeetingOn !== null))
    steps.push(
      judge(
        'first_meeting',
        inDays(facts.completedOn, standards.firstMeetingDays),
        facts.firstMeetingOn,
        closedOn,
        today,
      ),
    );
  if (facts.lastMeetingOn !== null && closedOn === null)
    steps.push(
      judge('review', reviewDue(facts.lastMeetingOn, facts.nextReviewOn, standards), null, null, today),
    );
  return steps;
}

/** The day by which a plan is to be reviewed: the one that was set, or the latest that the standard allows. */
function reviewDue(lastMeetingOn: Day, nextReviewOn: Day | null, standards: Standards): Day {
  const latest = addDays(lastMeetingOn, standards.reviewMaxWeeks * 7);
  return nextReviewOn !== null && nextReviewOn < latest ? nextReviewOn : latest;
}

/** Why a CAF is on the list of those that need looking at (BR-20); null when it is not. */
export type StaleReason = 'no_review' | 'review_overdue' | 'quiet';

/** The words for why a CAF has gone stale. */
export const staleWords: Readonly<Record<StaleReason, string>> = {
  no_review: 'No day for the next review',
  review_overdue: 'Review more than two weeks late',
  quiet: 'Nothing written for long',
};

/** Days a review may be late before its CAF counts as stale (BR-20). */
export const REVIEW_GRACE_DAYS = 14;

/**
 * Why an open CAF has gone stale on a day, the gravest reason first: a live plan without a review day, a review more than 14 days late, or
 * nothing written for `quietDays` (BR-20).
 */
export function staleReason(
  caf: { isLive: boolean; nextReviewOn: Day | null; lastEntryOn: Day },
  quietDays: number,
  today: Day,
): StaleReason | null {
  if (caf.isLive && caf.nextReviewOn === null) return 'no_review';
  if (caf.nextReviewOn !== null && addDays(caf.nextReviewOn, REVIEW_GRACE_DAYS) < today)
    return 'review_overdue';
  if (addDays(caf.lastEntryOn, quietDays) < today) return 'quiet';
  return null;
}
