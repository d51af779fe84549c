import type { Output } from '#shared/contract/index.ts';
import { BudgetAxis, BudgetKey, BudgetLine } from '#renderer/components/BudgetBar.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { Status } from '#renderer/components/Status.tsx';

type Budget = Output<'work.today'>['budgets'][number];

/** Used money this far from the year's course, in hundredths of the whole, is worth a word. */
const FAR = 20;

/** How a budget runs against the year: on course, fast, or slow enough to ask why (domain FM-11). */
function courseWord(budget: Budget, yearGoneBp: number) {
  if (budget.allocatedPence === 0) return null;
  const used = ((budget.spentPence + budget.committedPence) * 100) / budget.allocatedPence;
  const gone = yearGoneBp / 100;
  if (used > gone + FAR) return <Status kind="attention">Fast</Status>;
  if (used < gone - FAR) return <Status kind="attention">Slow, ask why</Status>;
  return <Status kind="course">On course</Status>;
}

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
          word={courseWord(budget, today.yearGoneBp)}
        />
      ))}
    </Card>
  );
}
