import { styled } from '@mui/material/styles';
import { addBalances } from '#shared/domain/balances.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { BudgetCourse } from '#renderer/components/BudgetCourse.tsx';
import { BudgetBar } from '#renderer/components/BudgetBar.tsx';
import { TableScroll } from '#renderer/components/TableScroll.tsx';
import { Table } from '#renderer/components/tableStyles.ts';
import { balanceStates, type Budget, figureOf, ownerKinds, stateWords } from './budgetWords.ts';
import { OpenFigure } from './OpenFigure.tsx';

const Grid = styled(Table)({
  '& .course': { width: rem(220), paddingLeft: rem(16) },
  '& thead .num': { width: rem(88), '@container page (min-width: 72rem)': { width: rem(100) } },
  '& .fund': { color: look.ink2 },
  '& tr.group > *': { paddingTop: rem(8) },
  '@container page (max-width: 66rem)': { '& .course': { display: 'none' } },
});

const Together = styled('span')({
  display: 'grid',
  gridTemplateColumns: `minmax(${rem(80)}, 1fr) ${rem(112)}`,
  alignItems: 'center',
  gap: rem(12),
});

type RowProps = { budget: Budget; year: string; yearGone: number; hasFunds: boolean };

function BudgetRow({ budget, year, yearGone, hasFunds }: RowProps) {
  const { allocated, spent, committed, accrued, pending } = budget.balance;
  return (
    <tr>
      <th scope="row" className="strong">
        {budget.owner}
      </th>
      {hasFunds ? <td className="fund">{budget.fund}</td> : null}
      <td className="course">
        <Together>
          <BudgetBar
            label={budget.owner}
            total={allocated}
            spent={spent}
            committed={committed + accrued}
            waiting={pending}
            yearGone={yearGone}
          />
          <BudgetCourse allocated={allocated} used={spent + accrued + committed} yearGone={yearGone} />
        </Together>
      </td>
      {balanceStates.map((state) => (
        <td key={state} className="num">
          <OpenFigure
            pence={figureOf(budget.balance, state)}
            whose={`${budget.owner}, ${budget.fund} ${year}`}
            search={{ budget: budget.id, state, year }}
          />
        </td>
      ))}
    </tr>
  );
}

type Props = { budgets: Budget[]; year: string; yearGone: number; fund: number | undefined };

/** The budgets of a year by who holds them, with where their money is and how they run against the year. */
export function BudgetsByOwner({ budgets, year, yearGone, fund }: Props) {
  const hasFunds = fund === undefined;
  const total = addBalances(budgets.map((budget) => budget.balance));
  const label = `Budgets of ${year}`;
  return (
    <TableScroll label={label}>
      <Grid className="dense">
        <caption>{label}</caption>
        <thead>
          <tr>
            <th scope="col">Who holds it</th>
            {hasFunds ? <th scope="col">Fund</th> : null}
            <th scope="col" className="course">
              Against the year
            </th>
            {balanceStates.map((state) => (
              <th key={state} scope="col" className="num">
                {stateWords[state]}
              </th>
            ))}
          </tr>
        </thead>
        {ownerKinds.map(({ kind, label: group }) => {
          const own = budgets.filter((budget) => budget.ownerKind === kind);
          if (own.length === 0) return null;
          return (
            <tbody key={kind}>
              <tr className="group">
                <th scope="rowgroup" colSpan={balanceStates.length + (hasFunds ? 3 : 2)}>
                  {group}
                </th>
              </tr>
              {own.map((budget) => (
                <BudgetRow
                  key={budget.id}
                  budget={budget}
                  year={year}
                  yearGone={yearGone}
                  hasFunds={hasFunds}
                />
              ))}
            </tbody>
          );
        })}
        <tfoot>
          <tr>
            <th scope="row">All budgets</th>
            {hasFunds ? <td>&nbsp;</td> : null}
            <td className="course">&nbsp;</td>
            {balanceStates.map((state) => (
              <td key={state} className="num">
                <OpenFigure
                  pence={figureOf(total, state)}
                  whose={`all budgets ${year}`}
                  search={fund === undefined ? { state, year } : { fund, state, year }}
                />
              </td>
            ))}
          </tr>
        </tfoot>
      </Grid>
    </TableScroll>
  );
}
