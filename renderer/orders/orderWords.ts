import type { Gate, OrderStatus } from '#shared/contract/orders.ts';
import { stateLabel } from '#shared/domain/lifecycle.ts';
import type { GateItem } from '#renderer/components/GateList.tsx';
import type { ProgressStep } from '#renderer/components/ProgressTracker.tsx';
import type { StatusKind } from '#renderer/components/Status.tsx';
import { formatDay } from '#shared/domain/dates.ts';
import { roleCodes, roles, type Role } from '#shared/domain/roles.ts';

const kinds: Record<OrderStatus, StatusKind> = {
  draft: 'writing',
  submitted: 'attention',
  returned: 'attention',
  approved: 'course',
  refused: 'stop',
  withdrawn: 'neutral',
  issued: 'done',
  cancelled: 'neutral',
};

/** How an order's state is shown: always an icon, a word and a colour. */
export function orderStatusLook(status: OrderStatus): { kind: StatusKind; word: string } {
  return { kind: kinds[status], word: stateLabel('order', status) };
}

/** What is done is named as done, what is to come by its verb. */
function step(past: string, verb: string, done: string | null | undefined, now: boolean): ProgressStep {
  return {
    label: done ? past : verb,
    state: done ? 'done' : now ? 'now' : 'later',
    ...(done ? { detail: formatDay(done) } : {}),
  };
}

/** Where an order stands on its way. Receiving and invoicing follow the issue. */
export function orderSteps(order: {
  status: OrderStatus;
  submittedOn: string | null;
  issuedOn: string | null;
  decisions: { on: string; decision: string }[];
}): ProgressStep[] {
  const { status, submittedOn, issuedOn } = order;
  const approval = order.decisions.findLast(
    (one) => one.decision === 'approve' || one.decision === 'own_limit',
  );
  const isWriting = status === 'draft' || status === 'returned';
  const isIssued = issuedOn !== null;
  return [
    step('Asked for', 'Ask', isWriting ? null : submittedOn, isWriting),
    step(
      'Approved',
      'Approve',
      status === 'approved' || isIssued ? approval?.on : null,
      status === 'submitted',
    ),
    step('Issued', 'Issue', issuedOn, status === 'approved'),
  ];
}

/** Puts a field of the form right: with these words if the gate knows them, otherwise by giving it the keyboard. */
export type PutRight = (field: string, words: string | undefined) => void;

/**
 * The office's gates as a page shows them. An address with a `#` is a field of the form: `putRight` deals with it on
 * the page that has the form; elsewhere the sentence stands without a link.
 */
export function gateItems(gates: readonly Gate[], putRight?: PutRight): GateItem[] {
  return gates.map(({ fix, ...gate }) => {
    if (!fix) return gate;
    const { label, words } = fix;
    const [to = '', field] = fix.to.split('#');
    if (!field) return { ...gate, fix: { label, to } };
    return putRight ? { ...gate, fix: { label, onPress: () => putRight(field, words) } } : gate;
  });
}

/** A tier of the ladder in words. */
export function tierLabel(tier: string): string {
  return roleCodes.includes(tier as Role) ? roles[tier as Role] : tier;
}
