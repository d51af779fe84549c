import { styled } from '@mui/material/styles';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FilterBar } from '#renderer/components/FilterBar.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { type OrdersSearch, statusFilters } from './ordersSearch.ts';
import { orderStatusLook } from './orderWords.ts';

type Row = Output<'orders.list'>['rows'][number];
const route = getRouteApi('/frame/orders');
const PAGE_SIZE = 50;

const Two = styled('span')({
  display: 'block',
  lineHeight: rem(18),
  '& > span': { display: 'block' },
  '& .ref': { whiteSpace: 'nowrap' },
  '& .line': { fontSize: rem(13), fontWeight: 400, color: look.ink2 },
});

const columns: Column<Row>[] = [
  {
    key: 'provider',
    label: 'What and provider',
    sortable: true,
    cell: (row) => (
      <Two>
        <span>{row.what || 'Nothing on it yet'}</span> <span className="line">{row.provider}</span>
      </Two>
    ),
  },
  {
    key: 'number',
    label: 'Number',
    kind: 'reference',
    sortable: true,
    cell: (row) => row.number ?? `Draft ${row.id}`,
  },
  {
    key: 'caf',
    label: 'For, asked by',
    cell: (row) => (
      <Two>
        <span className="ref">{row.cafReference ?? row.neutralRef}</span>{' '}
        <span className="line">{row.requestedBy}</span>
      </Two>
    ),
  },
  {
    key: 'status',
    label: 'Status',
    kind: 'status',
    sortable: true,
    cell: (row) => {
      const { kind, word } = orderStatusLook(row.status);
      return <Status kind={kind}>{word}</Status>;
    },
  },
  {
    key: 'submittedOn',
    label: 'Asked for',
    kind: 'date',
    sortable: true,
    cell: (row) => dayOr(row.submittedOn),
  },
  { key: 'issuedOn', label: 'Issued', kind: 'date', sortable: true, cell: (row) => dayOr(row.issuedOn) },
  { key: 'gross', label: 'With VAT', kind: 'money', cell: (row) => <Money pence={row.grossPence} /> },
];

const dayOr = (day: string | null) => (day ? formatDay(day) : '');

/** Every purchase from draft to issue, cut and sorted by the office; what is chosen stays in the address. */
export function OrdersList() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = usePermissions();
  const change = (next: Partial<OrdersSearch>) =>
    void navigate({ to: '/orders', search: { ...search, page: undefined, ...next }, replace: true });
  const number = search.page ?? 1;
  const { data, problem, retry } = useRead('orders.list', {
    search: search.q ?? '',
    status: search.status ?? 'all',
    sort: search.sort ?? '',
    descending: search.dir === 'desc',
    page: number - 1,
    pageSize: PAGE_SIZE,
  });
  const filter = statusFilters.find((one) => one.value === search.status);
  return (
    <Page
      title="Orders"
      subtitle="From a plan’s action to the paper that the provider gets."
      actions={
        may('orders.request') ? (
          <Act kind="main" icon={Plus} to="/orders/new" keys="Ctrl+Shift+O">
            New order
          </Act>
        ) : null
      }
    >
      <FilterBar
        search={{
          label: 'Number, provider or reference',
          value: search.q ?? '',
          onChange: (q) => change({ q: q || undefined }),
        }}
        controls={
          <QuickSelect
            label="Status"
            value={search.status ?? 'all'}
            options={[{ value: 'all', label: 'Every status' }, ...statusFilters]}
            onChange={(value) =>
              change({ status: value === 'all' ? undefined : (value as OrdersSearch['status']) })
            }
          />
        }
        chips={
          filter ? [{ id: 'status', label: filter.label, onRemove: () => change({ status: undefined }) }] : []
        }
      />
      <Card label="Orders" padded={false}>
        <DataTable
          label="Orders"
          columns={columns}
          rows={data?.rows}
          rowKey={(row) => row.id}
          rowLink={(row) => `/orders/${row.id}`}
          sort={search.sort ? { key: search.sort, dir: search.dir ?? 'asc' } : undefined}
          onSort={(sort) => change({ sort: sort.key, dir: sort.dir })}
          page={{ number, size: PAGE_SIZE, total: data?.total ?? 0 }}
          onPage={(page) => change({ page })}
          totals={{ gross: <Money pence={data?.grossPence ?? 0} strong /> }}
          totalsLabel={data?.total === 1 ? '1 order' : `${data?.total ?? 0} orders`}
          problem={problem}
          onRetry={retry}
          empty={
            <EmptyState
              title={search.q || search.status ? 'No order fits' : 'No orders yet'}
              action={may('orders.request') ? <Act to="/orders/new">Write the first order</Act> : null}
            >
              Orders buy what a plan’s action needs, from a provider’s price list, for a family with a live
              CAF.
            </EmptyState>
          }
        />
      </Card>
    </Page>
  );
}
