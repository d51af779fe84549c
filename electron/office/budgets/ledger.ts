import { OfficeProblem } from '#shared/problems.ts';
import { formatPounds } from '#shared/domain/money.ts';
import type { Context } from '../context.ts';
import { accountId, insertPosting, type LedgerState, type PostingKind, sumStates } from './ledger.queries.ts';

/** A budget and the fund it belongs to. */
export type Purse = { fundId: number; budgetId: number };
/** A movement of money from one state to another, in pence, above nothing. */
type Movement = {
  kind: PostingKind;
  from: { state: LedgerState; budgetId: number | null };
  to: { state: LedgerState; budgetId: number | null };
  fundId: number;
  amountPence: number;
  reason: string;
  orderId?: number;
};

/** Writes one balanced posting inside the caller's transaction. Moving nothing writes nothing. */
async function move(context: Context, movement: Movement): Promise<void> {
  const { db, person, today, now } = context;
  if (movement.amountPence === 0) return;
  if (!Number.isSafeInteger(movement.amountPence) || movement.amountPence < 0)
    throw new RangeError('A movement of money is whole pence above nothing.');
  const from = await accountId(db, movement.fundId, movement.from.budgetId, movement.from.state);
  const to = await accountId(db, movement.fundId, movement.to.budgetId, movement.to.state);
  await insertPosting(
    db,
    {
      kind: movement.kind,
      day: today,
      order_id: movement.orderId ?? null,
      reason: movement.reason,
      posted_by: person.id,
      posted_at: now,
    },
    [
      { accountId: from, amountPence: -movement.amountPence },
      { accountId: to, amountPence: movement.amountPence },
    ],
  );
}

/** What is in one state of a budget (or of the fund itself), in pence. */
async function inState(
  context: Context,
  fundId: number,
  budgetId: number | null,
  state: LedgerState,
): Promise<number> {
  const rows = await sumStates(context.db, budgetId === null ? { fundId } : { budgetId });
  return rows.find((row) => row.budget_id === budgetId && row.state === state)?.pence ?? 0;
}

async function refuseShort(
  context: Context,
  fundId: number,
  budgetId: number | null,
  state: LedgerState,
  amountPence: number,
) {
  const left = await inState(context, fundId, budgetId, state);
  if (left < amountPence) {
    throw new OfficeProblem(
      'budget_short',
      `There is ${formatPounds(left)} left and this needs ${formatPounds(amountPence)}. Nothing was moved. ` +
        'Ask for less, or ask the budget manager for more.',
    );
  }
}

/** Money comes into a fund. */
export function receive(
  context: Context,
  fundId: number,
  amountPence: number,
  reason: string,
): Promise<void> {
  return move(context, {
    kind: 'receive',
    fundId,
    from: { state: 'source', budgetId: null },
    to: { state: 'unallocated', budgetId: null },
    amountPence,
    reason,
  });
}

/** Unallocated money of a fund goes into a budget; refused when the fund has less. */
export async function allocate(
  context: Context,
  purse: Purse,
  amountPence: number,
  reason: string,
): Promise<void> {
  await refuseShort(context, purse.fundId, null, 'unallocated', amountPence);
  await move(context, {
    kind: 'allocate',
    fundId: purse.fundId,
    from: { state: 'unallocated', budgetId: null },
    to: { state: 'available', budgetId: purse.budgetId },
    amountPence,
    reason,
  });
}

/** An order's steps through the ledger: from, to, and whether what it takes must be there first. */
const steps = {
  hold: { kind: 'hold', from: 'available', to: 'pending' },
  unhold: { kind: 'unhold', from: 'pending', to: 'available' },
  commit: { kind: 'commit', from: 'pending', to: 'committed' },
  release: { kind: 'release', from: 'committed', to: 'available' },
} as const satisfies Record<string, { kind: PostingKind; from: LedgerState; to: LedgerState }>;

/**
 * Moves an order's net money one step: `hold` at submission, `commit` at issue, `unhold` when it is refused or
 * withdrawn, `release` when an issued order is cancelled (7.3). Refused when the money is not there (BR-35).
 */
export async function moveForOrder(
  context: Context,
  step: keyof typeof steps,
  purse: Purse,
  order: { id: number; netPence: number; reason: string },
): Promise<void> {
  const { kind, from, to } = steps[step];
  await refuseShort(context, purse.fundId, purse.budgetId, from, order.netPence);
  await move(context, {
    kind,
    fundId: purse.fundId,
    from: { state: from, budgetId: purse.budgetId },
    to: { state: to, budgetId: purse.budgetId },
    amountPence: order.netPence,
    reason: order.reason,
    orderId: order.id,
  });
}
