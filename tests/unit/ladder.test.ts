import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  approvalNeeded,
  defaultApprovalPolicy,
  mayApproveAmount,
  splitTotal,
  tierFor,
} from '#shared/domain/ladder.ts';

const policy = defaultApprovalPolicy;

function need(amountPence: number, categories: string[] = ['CLO'], ownLimitPence = 10_000): string {
  const result = approvalNeeded({ amountPence, ownLimitPence, categories }, policy);
  return result.kind === 'tier' ? `${result.tier.role} ${result.why}` : result.kind;
}

describe('approvalNeeded', () => {
  it.each([
    [0, 'own'],
    [150, 'own'],
    [10_000, 'own'],
    [10_001, 'team_manager above_own_limit'],
    [50_000, 'team_manager above_own_limit'],
    [50_001, 'budget_manager above_own_limit'],
    [100_000, 'budget_manager above_own_limit'],
    [100_001, 'director above_own_limit'],
    [99_999_999, 'director above_own_limit'],
  ])('%i pence: %s', (amount, who) => expect(need(amount)).toBe(who));

  it('sends debts and crisis payments to someone else whatever the value', () => {
    expect(need(500, ['DBT'])).toBe('team_manager category');
    expect(need(500, ['CLO', 'CRI'])).toBe('team_manager category');
    expect(need(60_000, ['DBT'])).toBe('budget_manager above_own_limit');
  });

  it('leaves nothing to one without a limit of their own', () =>
    expect(need(1, ['CLO'], 0)).toBe('team_manager above_own_limit'));

  it('says when the ladder does not reach', () => {
    const short = {
      ladder: [{ upToPence: 50_000, role: 'team_manager' as const }],
      alwaysSecondApprover: [],
    };
    expect(approvalNeeded({ amountPence: 50_001, ownLimitPence: 0, categories: [] }, short)).toEqual({
      kind: 'beyond',
    });
    expect(mayApproveAmount(['director'], 50_001, short)).toBe(false);
  });

  it('refuses fractions of a penny', () => expect(() => need(10.5)).toThrow(RangeError));
});

describe('mayApproveAmount', () => {
  it('lets a higher tier approve what a lower one may', () => {
    expect(mayApproveAmount(['director'], 20_000, policy)).toBe(true);
    expect(mayApproveAmount(['team_manager'], 50_000, policy)).toBe(true);
    expect(mayApproveAmount(['team_manager'], 50_001, policy)).toBe(false);
    expect(mayApproveAmount(['lead_professional', 'finance'], 1, policy)).toBe(false);
  });

  it('never lets a larger amount be approved by one who may not approve a smaller', () => {
    fc.assert(
      fc.property(
        fc.nat(200_000),
        fc.nat(200_000),
        fc.subarray(['team_manager', 'budget_manager', 'director'] as const),
        (a, b, roles) => {
          const [small, large] = a < b ? [a, b] : [b, a];
          expect(mayApproveAmount(roles, large, policy) && !mayApproveAmount(roles, small, policy)).toBe(
            false,
          );
        },
      ),
    );
  });
});

describe('splitTotal', () => {
  const day = '2008-10-14';
  it('adds three orders of £40 to one provider in a week, which one alone would not need', () => {
    const orders = ['2008-10-10', '2008-10-13', day].map((on) => ({
      providerId: 7,
      day: on,
      grossPence: 4_000,
    }));
    const total = splitTotal(orders, { providerId: 7, day, windowDays: 14 });
    expect(total).toBe(12_000);
    expect(need(4_000)).toBe('own');
    expect(need(total)).toBe('team_manager above_own_limit');
  });

  it('counts 14 days on both sides and no more, and one provider only', () => {
    const orders = [
      { providerId: 7, day: '2008-09-30', grossPence: 1 },
      { providerId: 7, day: '2008-09-29', grossPence: 10 },
      { providerId: 7, day: '2008-10-28', grossPence: 100 },
      { providerId: 7, day: '2008-10-29', grossPence: 1_000 },
      { providerId: 8, day, grossPence: 10_000 },
    ];
    expect(splitTotal(orders, { providerId: 7, day, windowDays: 14 })).toBe(101);
    expect(splitTotal([], { providerId: 7, day, windowDays: 14 })).toBe(0);
  });
});

it('finds the lowest tier', () => {
  expect(tierFor(50_000, policy)?.role).toBe('team_manager');
  expect(tierFor(1_000_000_00, policy)?.role).toBe('director');
});
