import { formatDay } from '#shared/domain/dates.ts';
import { FactStrip, type Fact } from '#renderer/components/FactStrip.tsx';
import { categoryWords, type Fund } from './budgetWords.ts';

function codesOf(fund: Fund): string {
  return [
    fund.costCentre ? `Cost centre ${fund.costCentre}` : '',
    fund.expenseCode ? `expense ${fund.expenseCode}` : '',
    fund.projectCode ? `project ${fund.projectCode}` : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** On what terms a fund was given: from whom, for what, until when, and what it does not pay for. */
export function FundTerms({ fund }: { fund: Fund }) {
  const facts: Fact[] = [
    { label: 'Given by', value: fund.funder, detail: fund.programme },
    {
      label: 'Runs',
      value: `${formatDay(fund.startOn)} to ${formatDay(fund.endOn)}`,
      detail: fund.carryForward ? 'What is left may be carried forward' : 'What is left goes back',
    },
    {
      label: 'Does not pay for',
      value: categoryWords(fund.restrictedCategories) || 'Nothing is ruled out',
      detail: fund.conditions,
    },
    { label: 'In the accounts', value: codesOf(fund) || 'No codes given' },
  ];
  return <FactStrip facts={facts} />;
}
