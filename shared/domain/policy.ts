import type { Policy } from '../contract/settings.ts';

/**
 * The rules a new office begins with: Devon's £100 at once and no one above it alone (BR-31), the ladder of
 * BR-32, second approvers for debts and crisis money (BR-41), six-weekly reviews, 90 quiet days (BR-20).
 */
export const firstPolicy: Policy = {
  ownLimitPence: 10_000,
  splitWindowDays: 14,
  overlapWindowDays: 182,
  ladder: [
    { upToPence: 50_000, role: 'team_manager' },
    { upToPence: 100_000, role: 'budget_manager' },
    { upToPence: null, role: 'director' },
  ],
  alwaysSecondApprover: ['DBT', 'CRI'],
  reviewWeeks: 6,
  quietDays: 90,
};
