import { BudgetAxis, BudgetKey, BudgetLine } from '#renderer/components/BudgetBar.tsx';
import { BudgetCourse } from '#renderer/components/BudgetCourse.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import type { Person } from './personWords.ts';

/** The money in this person's hands this financial year; each fund's name opens its entries. */
export function BudgetsCard({ person }: { person: Person }) {
  const { data, problem, loading, retry } = useRead('budgets.list', {});
  const own = data?.budgets.filter((one) => one.ownerKind === 'person' && one.ownerId === person.id) ?? [];
  const yearGone = (data?.yearGoneBp ?? 0) / 10_000;
  return (
    <Card
      title="Budgets"
      note={data ? `in their hands, ${data.financialYear}` : null}
      footer={own.length > 0 ? <BudgetKey /> : undefined}
    >
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      <Late pending={loading}>
        {own.length > 0 ? <BudgetAxis yearGone={yearGone} /> : null}
        {own.map(({ id, fund, financialYear, balance }) => (
          <BudgetLine
            key={id}
            label={fund}
            name={
              <RouteLink
                target={{
                  to: '/budgets/entries',
                  search: { budget: id, state: 'allocated', year: financialYear },
                }}
              >
                {fund}
              </RouteLink>
            }
            total={balance.allocated}
            spent={balance.spent + balance.accrued}
            committed={balance.committed}
            waiting={balance.pending}
            left={balance.headroom}
            yearGone={yearGone}
            word={
              <BudgetCourse
                allocated={balance.allocated}
                used={balance.spent + balance.accrued + balance.committed}
                yearGone={yearGone}
              />
            }
          />
        ))}
        {data && own.length === 0 ? <p>No money is in {person.name}’s hands this year.</p> : null}
      </Late>
    </Card>
  );
}
