import type { Policy } from '../contract/settings.ts';
import { defaultApprovalPolicy } from './ladder.ts';
import { firstStandards } from './standards.ts';

/**
 * The rules a new office begins with: who approves what (BR-31, BR-32, BR-41), overlap looked for over half a
 * year, six-weekly reviews (domain 5.2), 90 quiet days (BR-20), an hour for a
 * record opened by exception (12.2). Dated; an office changes it from a day on.
 */
export const firstPolicy: Policy = {
  ...defaultApprovalPolicy,
  ladder: [...defaultApprovalPolicy.ladder],
  alwaysSecondApprover: [...defaultApprovalPolicy.alwaysSecondApprover],
  overlapWindowDays: 182,
  reviewWeeks: 6,
  quietDays: 90,
  openingMinutes: 60,
  standards: firstStandards,
};
