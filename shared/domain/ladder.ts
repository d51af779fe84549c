import { daysBetween, type Day } from './dates.ts';
import { requireInteger, sumPence } from './money.ts';
import type { Role } from './roles.ts';

/** A step of the approval ladder: who may approve up to how much, in pence; null is no limit. */
export type Tier<R extends Role = Role> = { upToPence: number | null; role: R };

/** The part of the office's dated policy that says who approves what (BR-31, BR-32, BR-41). Tiers in rising order. */
export type ApprovalPolicy = {
  /** What a newly trained budget holder may approve alone, in pence. */
  ownLimitPence: number;
  /** Orders to one provider within so many days are added together. */
  splitWindowDays: number;
  ladder: readonly Tier[];
  /** Categories that need a second approver whatever the value. */
  alwaysSecondApprover: readonly string[];
};

/** The policy an office starts with; each is the office's to change (BR-32, BR-41). */
export const defaultApprovalPolicy = {
  ownLimitPence: 10_000,
  splitWindowDays: 14,
  ladder: [
    { upToPence: 50_000, role: 'team_manager' },
    { upToPence: 100_000, role: 'budget_manager' },
    { upToPence: null, role: 'director' },
  ],
  alwaysSecondApprover: ['DBT', 'CRI'],
} as const satisfies ApprovalPolicy;

/**
 * The lowest tier that may approve an amount in pence, or null when the ladder does not reach so high. A limit is inclusive:
 * £500.00 is within it, £500.01 is not.
 * @throws RangeError when the amount is not a safe integer.
 */
export function tierFor<T extends Tier>(amountPence: number, policy: { ladder: readonly T[] }): T | null {
  requireInteger(amountPence, 'An amount');
  return policy.ladder.find((tier) => tier.upToPence === null || amountPence <= tier.upToPence) ?? null;
}

/** What the ladder says of one purchase. */
export type ApprovalNeed<T extends Tier = Tier> =
  | { kind: 'own' }
  | { kind: 'tier'; tier: T; why: 'above_own_limit' | 'category' }
  /** Nobody in the ladder may approve so much. */
  | { kind: 'beyond' };

/**
 * Whether a purchase is within the budget holder's own limit, or who must approve it (BR-31, BR-32, BR-41).
 * @param purchase `amountPence` is the gross with split purchases added (`splitTotal`); `ownLimitPence` is this person's own limit,
 * 0 for someone without one; `categories` are those of its lines.
 */
export function approvalNeeded<T extends Tier>(
  purchase: { amountPence: number; ownLimitPence: number; categories: readonly string[] },
  policy: { ladder: readonly T[]; alwaysSecondApprover: readonly string[] },
): ApprovalNeed<T> {
  const sensitive = purchase.categories.some((category) => policy.alwaysSecondApprover.includes(category));
  const within = requireInteger(purchase.amountPence, 'An amount') <= purchase.ownLimitPence;
  if (within && !sensitive) return { kind: 'own' };
  const tier = tierFor(purchase.amountPence, policy);
  return tier === null
    ? { kind: 'beyond' }
    : { kind: 'tier', tier, why: within ? 'category' : 'above_own_limit' };
}

/** Whether somebody's roles reach an amount: the tier that is needed, or one above it. */
export function mayApproveAmount(
  roles: readonly Role[],
  amountPence: number,
  policy: { ladder: readonly Tier[] },
): boolean {
  const needed = tierFor(amountPence, policy);
  if (needed === null) return false;
  return policy.ladder.slice(policy.ladder.indexOf(needed)).some((tier) => roles.includes(tier.role));
}

/** What counting split purchases needs to know of an order. `day` is the day it was asked for. */
export type SplitOrder = { providerId: number; day: Day; grossPence: number };

/**
 * The gross in pence of all the orders to one provider within the window of a day, before or after (BR-31). Give it the live orders
 * of one lead professional or one child, the one being judged among them; cancelled and refused ones do not count.
 */
export function splitTotal(
  orders: readonly SplitOrder[],
  around: { providerId: number; day: Day; windowDays: number },
): number {
  const together = orders.filter(
    (order) =>
      order.providerId === around.providerId &&
      Math.abs(daysBetween(order.day, around.day)) <= around.windowDays,
  );
  return sumPence(together.map((order) => order.grossPence));
}
