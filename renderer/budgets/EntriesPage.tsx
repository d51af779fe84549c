import { getRouteApi, useNavigate } from '@tanstack/react-router';
import ScrollText from 'lucide-react/icons/scroll-text';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import type { EntriesSearch } from './budgetsSearch.ts';
import { kindWord, type Listed, stateWords } from './budgetWords.ts';

type Row = Output<'budgets.entries'>['rows'][number];
const route = getRouteApi('/frame/budgets/entries');
const PAGE_SIZE = 50;

function OrderLink({ row }: { row: Row }) {
  const may = usePermissions();
  if (row.orderId === null) return null;
  const words = row.orderNumber === null ? `Request ${row.orderId}` : `Order ${row.orderNumber}`;
  return may('orders.read') ? <RouteLink target={`/orders/${row.orderId}`}>{words}</RouteLink> : <>{words}</>;
}

const words: Record<'day' | 'kind' | 'reason' | 'order' | 'fund' | 'budget' | 'state' | 'by', Column<Row>> = {
  day: { key: 'day', label: 'Day', kind: 'date', cell: (row) => formatDay(row.day) },
  kind: { key: 'kind', label: 'What happened', cell: (row) => kindWord(row.kind) },
  reason: { key: 'reason', label: 'Reason', cell: (row) => row.reason },
  order: { key: 'order', label: 'Order', kind: 'reference', cell: (row) => <OrderLink row={row} /> },
  fund: { key: 'fund', label: 'Fund', cell: (row) => row.fund },
  budget: { key: 'budget', label: 'Budget of', cell: (row) => row.budget ?? '' },
  state: { key: 'state', label: 'Where', cell: (row) => stateWord(row.state) },
  by: { key: 'by', label: 'By', cell: (row) => row.by },
};

function stateWord(state: string): string {
  return Object.entries(stateWords).find(([code]) => code === state)?.[1] ?? state;
}

/** Money that came in stands below nought in the ledger; on its own page it is shown as what it is to people. */
const signOf = (state: EntriesSearch['state']) => (state === 'source' ? -1 : 1);

const amount: Column<Row> = {
  key: 'amount',
  label: '£',
  kind: 'money',
  cell: (row) => <Money pence={row.amountPence} sign={false} />,
};
const received: Column<Row> = {
  ...amount,
  cell: (row) => <Money pence={signOf('source') * row.amountPence} sign={false} />,
};

/** What is the same in every row stands in the page's head, not in a column. */
function columnsFor({ fund, budget, state }: EntriesSearch): Column<Row>[] {
  const isWhole = state === 'source' || state === 'unallocated';
  return [
    words.day,
    words.kind,
    words.reason,
    ...(isWhole ? [] : [words.order]),
    ...(fund === undefined && budget === undefined ? [words.fund] : []),
    ...(budget === undefined && !isWhole ? [words.budget] : []),
    ...(state === undefined ? [words.state] : []),
    words.by,
    state === 'source' ? received : amount,
  ];
}

/** What the entries are of: the figure, whose it is, and the year. */
function headOf(search: EntriesSearch, listed: Listed | undefined, first: Row | undefined) {
  const { fund, budget, state, year, except } = search;
  const title = state === undefined ? 'Entries' : stateWords[state];
  const budgetRow = listed?.budgets.find((one) => one.id === budget);
  const fundName =
    budgetRow?.fund ??
    listed?.funds.find((one) => one.id === fund)?.name ??
    (fund === undefined && budget === undefined ? 'all funds' : (first?.fund ?? ''));
  const owner = budget === undefined ? null : (budgetRow?.owner ?? first?.budget ?? '');
  const when = except === undefined ? year : `every year but ${except}`;
  return {
    title: owner ? `${title}, ${owner}` : `${title}, ${fundName}`,
    subtitle: [owner ? fundName : '', when ?? ''].filter(Boolean).join(', '),
    // A CAF's budget is named by its reference, which belongs on the page and not in the window's title.
    windowTitle: title,
  };
}

/** The postings that make a figure: newest first, and their sum at the foot is the figure. */
export function EntriesPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const { fund, budget, state, year, except } = search;
  const number = search.page ?? 1;
  const { data: listed } = useRead('budgets.list', year === undefined ? {} : { financialYear: year });
  const { data, problem, retry } = useRead('budgets.entries', {
    page: number - 1,
    pageSize: PAGE_SIZE,
    ...(fund === undefined ? {} : { fundId: fund }),
    ...(budget === undefined ? {} : { budgetId: budget }),
    ...(state === undefined ? {} : { state }),
    ...(year === undefined ? {} : { financialYear: year }),
    ...(except === undefined ? {} : { notFinancialYear: except }),
  });
  const { title, subtitle, windowTitle } = headOf(search, listed, data?.rows[0]);
  const shownYear = year ?? except;
  return (
    <Page
      title={title}
      windowTitle={windowTitle}
      subtitle={subtitle}
      crumbs={[
        { label: 'Budgets', to: { to: '/budgets', search: shownYear ? { year: shownYear } : {} } },
        { label: 'Entries' },
      ]}
    >
      <Card label="Entries" padded={false}>
        <DataTable
          label="Entries"
          dense
          columns={columnsFor(search)}
          rows={data?.rows}
          rowKey={(row) => `${row.postingId}-${row.state}-${row.budget ?? ''}`}
          page={{ number, size: PAGE_SIZE, total: data?.total ?? 0 }}
          onPage={(page) => void navigate({ to: '/budgets/entries', search: { ...search, page } })}
          totals={{
            amount: <Money pence={signOf(state) * (data?.sumPence ?? 0)} sign={false} strong />,
          }}
          totalsLabel={data && data.total > PAGE_SIZE ? 'Sum of all pages' : 'Sum'}
          problem={problem}
          onRetry={retry}
          empty={
            <EmptyState title="No entries" icon={ScrollText}>
              No money has been here. Every movement of money is an entry, and entries are never changed.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
