import { type CafState, canMove, isCafState, stateLabel } from '#shared/domain/lifecycle.ts';
import { refuse } from './refuse.ts';

type Placed = { status: string; next_review_on: string | null; status_before?: string | null };

/**
 * A CAF's state on a day. A live plan whose review day has come is due for review; nothing has to run at midnight
 * to make it so, and a record is never stale for not having been opened.
 */
export function stateOn(caf: Placed, day: string): CafState {
  const state = isCafState(caf.status) ? caf.status : 'closed';
  const due = state === 'tac_active' && caf.next_review_on !== null && caf.next_review_on <= day;
  return due ? 'review_due' : state;
}

/** Refuses writing in a CAF that is over, or that the family has withdrawn from (BR-05). */
export function refuseUnlessLive(caf: { status: string }): void {
  if (caf.status === 'closed' || caf.status === 'declined')
    refuse('This CAF is closed. Nothing was saved. For new needs, open a new CAF.');
  if (caf.status === 'consent_withdrawn')
    refuse('The family has withdrawn consent, so nothing more is written here. Close the CAF.');
}

/** Moves that end the work, and so are made from wherever the CAF really is. */
const leavesWork: readonly CafState[] = ['closed', 'closing', 'consent_withdrawn', 'stepping_up'];

/** Refuses a move that the life-cycle does not have (4.1). `way` is the states gone through, in order. */
export function refuseMove(caf: Placed, day: string, way: readonly CafState[], sentence: string): void {
  let from = stateOn(way.every((to) => !leavesWork.includes(to)) ? standing(caf) : caf, day);
  for (const to of way) {
    if (from !== to && !canMove('caf', from, to))
      refuse(`The CAF is “${stateLabel('caf', from)}”. Nothing was saved. ${sentence}`);
    from = to;
  }
}

/**
 * Where a CAF stands apart from being with social care: while they decide, the work goes on, and this is where it goes on from.
 */
function standing(caf: Placed): Placed {
  return caf.status === 'stepping_up' ? { ...caf, status: caf.status_before ?? 'tac_active' } : caf;
}

/** The move that is written when a CAF goes on to a state: one that is with social care stays there, and goes on behind it. */
export function goesOn(caf: Placed, to: CafState): { status: string; status_before?: string } {
  return caf.status === 'stepping_up' ? { status: 'stepping_up', status_before: to } : { status: to };
}
