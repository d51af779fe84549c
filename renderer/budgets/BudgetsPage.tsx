import { getRouteApi, useNavigate } from '@tanstack/react-router';
import ArrowRightLeft from 'lucide-react/icons/arrow-right-left';
import Plus from 'lucide-react/icons/plus';
import Wallet from 'lucide-react/icons/wallet';
import { useState } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import { parseFinancialYear } from '#shared/domain/quarter.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FilterBar } from '#renderer/components/FilterBar.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { AllocateDialog } from './AllocateDialog.tsx';
import { BudgetsByOwner } from './BudgetsByOwner.tsx';
import type { BudgetsSearch } from './budgetsSearch.ts';
import { type Listed, runsIn, yearGone, yearsBetween } from './budgetWords.ts';
import { FundsCard } from './FundsCard.tsx';
import { FundTerms } from './FundTerms.tsx';

const route = getRouteApi('/frame/budgets');

function yearWords(code: string, gone: number): string {
  const year = parseFinancialYear(code);
  if (!year) return '';
  const share = gone === 1 ? 'over' : gone === 0 ? 'not begun' : `${Math.round(gone * 100)}% gone`;
  return `${formatDay(year.from)} to ${formatDay(year.to)}, ${share}.`;
}

/** The years that any fund runs in, the one shown and today's among them, newest first. */
function yearOptions(listed: Listed, today: string) {
  const days = [today, ...listed.funds.flatMap((fund) => [fund.startOn, fund.endOn])].sort();
  const codes = new Set([...yearsBetween(days[0] ?? today, days.at(-1) ?? today), listed.financialYear]);
  return [...codes].sort((a, b) => b.localeCompare(a)).map((code) => ({ value: code, label: code }));
}

function AddFund(props: { main: boolean }) {
  const navigate = useNavigate();
  return (
    <Act
      kind={props.main ? 'main' : 'quiet'}
      icon={Plus}
      onPress={() => void navigate({ to: '/budgets/new' })}
    >
      Add a fund
    </Act>
  );
}

/** Where each pound of each fund is, and who holds what of it in a financial year. */
export function BudgetsPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const today = useToday();
  const may = usePermissions();
  const [isAllocating, setAllocating] = useState(false);
  const { data, problem, loading, retry } = useRead(
    'budgets.list',
    search.year === undefined ? {} : { financialYear: search.year },
  );
  const change = (next: Partial<BudgetsSearch>) =>
    void navigate({ to: '/budgets', search: { ...search, ...next }, replace: true });
  const gone = data && today ? yearGone(data.financialYear, today, data.yearGoneBp) : 0;
  const isManager = may('budgets.manage');
  const hasFunds = (data?.funds.length ?? 0) > 0;
  return (
    <Page
      title={data ? `Budgets ${data.financialYear}` : 'Budgets'}
      subtitle={data && today ? yearWords(data.financialYear, gone) : undefined}
      actions={
        data && today ? (
          <>
            <QuickSelect
              label="Financial year"
              value={data.financialYear}
              options={yearOptions(data, today)}
              onChange={(year) => change({ year })}
            />
            {isManager && hasFunds ? (
              <>
                <AddFund main={false} />
                <Act
                  kind="main"
                  icon={ArrowRightLeft}
                  keys="Ctrl+Shift+A"
                  onPress={() => setAllocating(true)}
                >
                  Allocate money
                </Act>
              </>
            ) : null}
          </>
        ) : null
      }
    >
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      <Late pending={loading}>
        {data ? (
          <Body listed={data} fund={search.fund} gone={gone} isManager={isManager} change={change} />
        ) : null}
      </Late>
      {data && isAllocating ? (
        <AllocateDialog
          funds={data.funds}
          year={data.financialYear}
          fund={search.fund}
          onClose={() => setAllocating(false)}
        />
      ) : null}
    </Page>
  );
}

type BodyProps = {
  listed: Listed;
  fund: number | undefined;
  gone: number;
  isManager: boolean;
  change: (next: Partial<BudgetsSearch>) => void;
};

const whyNot = 'Only a budget manager adds funds and allocates money.';

function Body({ listed, fund, gone, isManager, change }: BodyProps) {
  const year = listed.financialYear;
  const chosen = listed.funds.find((one) => one.id === fund);
  const funds = listed.funds.filter((one) => (chosen ? one === chosen : runsIn(one, year)));
  const budgets = chosen ? listed.budgets.filter((one) => one.fundId === chosen.id) : listed.budgets;
  if (listed.funds.length === 0)
    return (
      <Card label="Budgets">
        <EmptyState title="No funds yet" icon={Wallet} action={isManager ? <AddFund main /> : null}>
          A fund is money given for a purpose and a time. Add one, allocate it to areas, teams and lead
          professionals, and every order is held against what they have. {isManager ? '' : whyNot}
        </EmptyState>
      </Card>
    );
  if (funds.length === 0)
    return (
      <Card label="Budgets">
        <EmptyState title={`No fund runs in ${year}`} icon={Wallet}>
          Choose another financial year at the top of the page to see its funds and who holds them.
        </EmptyState>
      </Card>
    );
  return (
    <>
      {chosen ? (
        <>
          <FilterBar
            chips={[{ id: 'fund', label: chosen.name, onRemove: () => change({ fund: undefined }) }]}
          />
          <FundTerms fund={chosen} />
        </>
      ) : null}
      <FundsCard
        funds={funds}
        all={listed.funds.length}
        isOne={chosen !== undefined}
        year={year}
        yearGone={gone}
      />
      <Card title={`Who holds it in ${year}`} note="£" padded={false} footer={isManager ? undefined : whyNot}>
        {budgets.length > 0 ? (
          <BudgetsByOwner budgets={budgets} year={year} yearGone={gone} fund={chosen?.id} />
        ) : (
          <EmptyState title={`Nothing allocated for ${year}`} icon={Wallet}>
            {isManager
              ? 'Allocate money to an area, a team or a lead professional, and orders can be paid from it.'
              : 'Nothing can be paid from this year’s money yet.'}
          </EmptyState>
        )}
      </Card>
    </>
  );
}
