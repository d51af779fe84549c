import type { Gate } from '../contract/orders.ts';
import { purchaseCategories } from '../codes/purchaseCategories.ts';
import { formatDay } from './dates.ts';
import type { GateFacts } from './gate-facts.ts';
import { formatPounds } from './money.ts';

/** Within the holder's own limit with split purchases added, or approved by somebody else with authority (BR-31 to BR-33). */
function limitGate({ approval, amount, stage }: GateFacts): Gate {
  const { need, given, ownLimitPence } = approval;
  if (given) {
    const sentence = given.own
      ? `Within the own limit of ${formatPounds(ownLimitPence)}`
      : `Approved by ${given.by}, ${formatDay(given.on)}`;
    return { id: 'limit', verdict: 'pass', sentence };
  }
  if (need.kind === 'own')
    return {
      id: 'limit',
      verdict: 'pass',
      sentence: `Within the own limit of ${formatPounds(ownLimitPence)}`,
    };
  if (need.kind === 'beyond') {
    return {
      id: 'limit',
      verdict: 'stop',
      sentence: `Nobody may approve ${formatPounds(amount.grossPence)}.`,
      detail: 'The ladder of approval does not reach so high.',
    };
  }
  const together =
    amount.togetherOrders > 1
      ? `With ${amount.togetherOrders - 1} more to this provider it comes to ${formatPounds(amount.togetherPence)}. `
      : '';
  const sentence =
    need.why === 'category'
      ? 'This kind of purchase always needs a second approver.'
      : `${together ? formatPounds(amount.togetherPence) : formatPounds(amount.grossPence)} is above the own limit of ${formatPounds(ownLimitPence)}.`;
  return {
    id: 'limit',
    verdict: stage === 'issue' ? 'stop' : 'warn',
    sentence,
    detail: `${together}A ${need.roleLabel.toLowerCase()} or above approves it${stage === 'issue' ? ' first' : ''}.`,
  };
}

/** The budget is one this CAF may draw on, is in force, and has the money (BR-35). */
function moneyGate({ budget, amount, to }: GateFacts): Gate {
  const fix = { label: 'Choose a budget', to: `${to}#budgetId` };
  if (!budget)
    return {
      id: 'money',
      verdict: 'stop',
      sentence: 'No budget is chosen.',
      detail: 'Say which money pays for it.',
      fix,
    };
  if (!budget.forThisCaf)
    return {
      id: 'money',
      verdict: 'stop',
      sentence: `${budget.name} is not for this CAF.`,
      detail: 'Choose the lead professional’s, their team’s or the area’s.',
      fix,
    };
  if (!budget.inForce)
    return {
      id: 'money',
      verdict: 'stop',
      sentence: `${budget.name} is not in force today.`,
      detail: 'Its fund or its year has ended or not begun.',
      fix,
    };
  const after = budget.headroomPence - amount.netPence;
  if (after < 0) {
    return {
      id: 'money',
      verdict: 'stop',
      sentence: `${budget.name} is ${formatPounds(-after)} short.`,
      detail: `${formatPounds(budget.headroomPence)} is left, and this comes to ${formatPounds(amount.netPence)} before VAT.`,
      fix,
    };
  }
  return {
    id: 'money',
    verdict: 'pass',
    sentence: `${budget.name} covers it: ${formatPounds(after)} left afterwards`,
  };
}

/** The fund allows what is bought (domain 3.13). */
function categoryGate({ lines, restricted, to }: GateFacts): Gate {
  const line = lines.find(({ category }) => restricted.categories.includes(category));
  if (!line) return { id: 'category', verdict: 'pass', sentence: 'The fund allows what is bought' };
  const label = purchaseCategories.find(({ code }) => code === line.category)?.label ?? line.category;
  return {
    id: 'category',
    verdict: 'stop',
    sentence: `${restricted.fund} does not pay for ${label.toLowerCase()}.`,
    detail: `Line ${line.no} is of that kind. Choose another fund or leave it out.`,
    fix: { label: 'Choose a budget', to: `${to}#budgetId` },
  };
}

/** The gates about money, in the order in which they are shown. */
export const moneyGates: ((facts: GateFacts) => Gate)[] = [limitGate, moneyGate, categoryGate];
