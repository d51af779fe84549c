import type { Output } from '#shared/contract/index.ts';
import { BudgetAxis, BudgetKey, BudgetLine } from '#renderer/components/BudgetBar.tsx';
import { BudgetCourse } from '#renderer/components/BudgetCourse.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';

/** Each budget's spent, committed and waiting money against the year so far. */
export function BudgetsCard({ today }: { today: Output<'work.today'> }) {
  if (today.budgets.length === 0) return null;
  const yearGone = today.yearGoneBp / 10_000;
  return (
    <Card
      title="Budgets against the year"
      actions={<RouteLink target="/budgets">All budgets</RouteLink>}
      footer={<BudgetKey />}
    >
      <BudgetAxis yearGone={yearGone} />
      {today.budgets.map((budget) => (
        <BudgetLine
          key={budget.id}
          label={budget.name}
          total={budget.allocatedPence}
          spent={budget.spentPence}
          committed={budget.committedPence}
          waiting={budget.pendingPence}
          yearGone={yearGone}
          left={budget.leftPence}
          word={
            <BudgetCourse
              allocated={budget.allocatedPence}
              used={budget.spentPence + budget.committedPence}
              yearGone={yearGone}
            />
          }
        />
      ))}
    </Card>
  );
}
