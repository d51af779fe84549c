import { styled } from '@mui/material/styles';
import { addBalances } from '#shared/domain/balances.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { sumPence } from '#shared/domain/money.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { BudgetBar, BudgetKey } from '#renderer/components/BudgetBar.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { TableScroll } from '#renderer/components/TableScroll.tsx';
import { Table } from '#renderer/components/tableStyles.ts';
import { balanceStates, figureOf, type Fund, otherYears, stateWords } from './budgetWords.ts';
import { OpenFigure } from './OpenFigure.tsx';

const Grid = styled(Table)({
  '& .from-here': { borderLeft: `1px solid ${look.line}` },
  '& thead .num': { width: rem(88), '@container page (min-width: 72rem)': { width: rem(100) } },
  '& .part': { textAlign: 'center', paddingBottom: 0, borderBottom: 0 },
  '& .line': { display: 'block', fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
  '& .use': { display: 'block', maxWidth: rem(320), minWidth: rem(168), padding: `${rem(6)} 0 ${rem(4)}` },
  '&.dense tbody th, &.dense tbody td': { paddingTop: rem(8), paddingBottom: rem(8) },
});

type Part = { funds: Fund[]; year: string; hasOthers: boolean };

function Heads({ year, hasOthers }: Part) {
  return (
    <thead>
      <tr>
        <td className="part">&nbsp;</td>
        <th scope="colgroup" className="part from-here" colSpan={hasOthers ? 3 : 2}>
          Whole fund
        </th>
        <th scope="colgroup" className="part from-here" colSpan={balanceStates.length}>
          Given out for {year}
        </th>
      </tr>
      <tr>
        <th scope="col">Fund</th>
        <th scope="col" className="num from-here">
          {stateWords.source}
        </th>
        <th scope="col" className="num">
          {stateWords.unallocated}
        </th>
        {hasOthers ? (
          <th scope="col" className="num">
            Other years
          </th>
        ) : null}
        {balanceStates.map((state) => (
          <th key={state} scope="col" className={state === 'allocated' ? 'num from-here' : 'num'}>
            {stateWords[state]}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function FundRow(props: Part & { fund: Fund; yearGone: number }) {
  const { fund, year, hasOthers, yearGone } = props;
  const { allocated, spent, committed, accrued, pending } = fund.balance;
  const whose = fund.name;
  return (
    <tr>
      <th scope="row">
        <RouteLink target={{ to: '/budgets', search: { year, fund: fund.id } }}>{fund.name}</RouteLink>
        <span className="line">
          {fund.funder}, {fund.programme}, until {formatDay(fund.endOn)}
        </span>
        <span className="use">
          <BudgetBar
            label={fund.name}
            total={allocated}
            spent={spent}
            committed={committed + accrued}
            waiting={pending}
            yearGone={yearGone}
          />
        </span>
      </th>
      <td className="num from-here">
        <OpenFigure pence={fund.receivedPence} whose={whose} search={{ fund: fund.id, state: 'source' }} />
      </td>
      <td className="num">
        <OpenFigure
          pence={fund.unallocatedPence}
          whose={whose}
          search={{ fund: fund.id, state: 'unallocated' }}
        />
      </td>
      {hasOthers ? (
        <td className="num">
          <OpenFigure
            pence={otherYears(fund)}
            whose={whose}
            search={{ fund: fund.id, state: 'allocated', except: year }}
          />
        </td>
      ) : null}
      {balanceStates.map((state) => (
        <td key={state} className={state === 'allocated' ? 'num from-here' : 'num'}>
          <OpenFigure
            pence={figureOf(fund.balance, state)}
            whose={`${whose} ${year}`}
            search={{ fund: fund.id, state, year }}
          />
        </td>
      ))}
    </tr>
  );
}

/** The sum over the funds shown. Its whole-fund figures open only when no fund is left out. */
function Totals({ funds, year, hasOthers, areAll }: Part & { areAll: boolean }) {
  const whose = 'all funds';
  const balance = addBalances(funds.map((fund) => fund.balance));
  return (
    <tfoot>
      <tr>
        <th scope="row">All funds</th>
        <td className="num from-here">
          <OpenFigure
            pence={sumPence(funds.map((fund) => fund.receivedPence))}
            whose={whose}
            search={areAll ? { state: 'source' } : null}
          />
        </td>
        <td className="num">
          <OpenFigure
            pence={sumPence(funds.map((fund) => fund.unallocatedPence))}
            whose={whose}
            search={areAll ? { state: 'unallocated' } : null}
          />
        </td>
        {hasOthers ? (
          <td className="num">
            <OpenFigure
              pence={sumPence(funds.map(otherYears))}
              whose={whose}
              search={areAll ? { state: 'allocated', except: year } : null}
            />
          </td>
        ) : null}
        {balanceStates.map((state) => (
          <td key={state} className={state === 'allocated' ? 'num from-here' : 'num'}>
            <OpenFigure
              pence={figureOf(balance, state)}
              whose={`${whose} ${year}`}
              search={{ state, year }}
            />
          </td>
        ))}
      </tr>
    </tfoot>
  );
}

/**
 * Every fund with where its money is: what came in, what is not given out yet, and what became of the rest. `all` is how
 * many funds there are; `isOne` when one of them was chosen, and then there is nothing to add up.
 */
export function FundsCard(props: {
  funds: Fund[];
  all: number;
  isOne: boolean;
  year: string;
  yearGone: number;
}) {
  const { funds, all, isOne, year, yearGone } = props;
  const hasOthers = funds.some((fund) => otherYears(fund) !== 0);
  const part = { funds, year, hasOthers };
  return (
    <Card
      title="Where each pound is"
      note="£, bars against the year so far"
      footer={<BudgetKey />}
      padded={false}
    >
      <TableScroll label="Funds">
        <Grid className="dense">
          <caption>Funds, with where their money is</caption>
          <Heads {...part} />
          <tbody>
            {funds.map((fund) => (
              <FundRow key={fund.id} {...part} fund={fund} yearGone={yearGone} />
            ))}
          </tbody>
          {isOne ? null : <Totals {...part} areAll={funds.length === all} />}
        </Grid>
      </TableScroll>
    </Card>
  );
}
