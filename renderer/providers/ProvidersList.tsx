import { getRouteApi, useNavigate } from '@tanstack/react-router';
import FileUp from 'lucide-react/icons/file-up';
import Plus from 'lucide-react/icons/plus';
import Store from 'lucide-react/icons/store';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { providerStates } from '#shared/domain/lifecycle.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FilterBar, type FilterChip } from '#renderer/components/FilterBar.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import type { ProvidersSearch } from './providersSearch.ts';
import { kindWord, statusLook } from './providerWords.ts';

type Row = Output<'providers.list'>['rows'][number];
const route = getRouteApi('/frame/providers');
const PAGE_SIZE = 50;

function Checked(props: { row: Row; today: string }) {
  const { safeguardingExpiresOn: expires, contactWithChildren } = props.row;
  if (!contactWithChildren && expires === null) return null;
  if (expires === null) return <Status kind="attention">Not checked</Status>;
  const words = formatDay(expires);
  return expires < props.today ? <Status kind="attention">{`Ran out ${words}`}</Status> : <>{words}</>;
}

function columnsOn(today: string): Column<Row>[] {
  return [
    { key: 'name', label: 'Provider', sortable: true, cell: (row) => row.name },
    {
      key: 'kind',
      label: 'Kind',
      sortable: true,
      cell: (row) => (row.kind === 'unknown' ? '' : kindWord(row.kind)),
    },
    {
      key: 'status',
      label: 'Status',
      kind: 'status',
      sortable: true,
      cell: (row) => {
        const { kind, word } = statusLook(row.status);
        return (
          <Status kind={kind} quiet>
            {word}
          </Status>
        );
      },
    },
    {
      key: 'check',
      label: 'Safeguarding until',
      kind: 'date',
      cell: (row) => <Checked row={row} today={today} />,
    },
    { key: 'items', label: 'Items', kind: 'number', sortable: true, cell: (row) => row.items || '' },
    { key: 'payments', label: 'Payments', kind: 'number', sortable: true, cell: (row) => row.payments || '' },
    {
      key: 'lastPaidOn',
      label: 'Last paid',
      kind: 'date',
      sortable: true,
      cell: (row) => (row.lastPaidOn ? formatDay(row.lastPaidOn) : ''),
    },
    {
      key: 'lastPaid',
      label: 'Amount, £',
      kind: 'money',
      cell: (row) => (row.lastPaidPence === null ? '' : <Money pence={row.lastPaidPence} sign={false} />),
    },
  ];
}

const statusOptions = [
  { value: 'all', label: 'Every status' },
  ...providerStates.map((state) => ({ value: state, label: statusLook(state).word })),
];
const itemOptions = [
  { value: 'all', label: 'With and without prices' },
  { value: 'priced', label: 'With a price list' },
];

function ListActs() {
  const may = usePermissions();
  if (!may('providers.manage')) return null;
  return (
    <>
      <Act icon={FileUp} to="/providers/import">
        Import from Finance
      </Act>
      <Act kind="main" icon={Plus} to="/providers/new" keys="Ctrl+Shift+A">
        Add provider
      </Act>
    </>
  );
}

function NoProviders(props: { narrowed: boolean }) {
  const may = usePermissions();
  if (props.narrowed)
    return (
      <EmptyState title="No provider fits" icon={Store}>
        Take a filter away, or look for a part of the name.
      </EmptyState>
    );
  return (
    <EmptyState
      title="No providers yet"
      icon={Store}
      action={
        may('providers.manage') ? (
          <>
            <Act icon={FileUp} to="/providers/import">
              Import from Finance
            </Act>
            <Act to="/providers/new">Add the first by hand</Act>
          </>
        ) : null
      }
    >
      Providers are who orders are sent to. Start from the file of payments that Finance publishes: every
      supplier of the children’s service in it becomes a provider to check and approve.
    </EmptyState>
  );
}

/** Everyone orders can be sent to, cut and sorted by the office; what is chosen stays in the address. */
export function ProvidersList() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const today = useToday();
  const change = (next: Partial<ProvidersSearch>) =>
    void navigate({ to: '/providers', search: { ...search, page: undefined, ...next }, replace: true });
  const number = search.page ?? 1;
  const { data, problem, retry } = useRead('providers.list', {
    search: search.q ?? '',
    status: search.status ?? 'all',
    withItems: search.priced ?? false,
    sort: search.sort ?? '',
    descending: search.dir === 'desc',
    page: number - 1,
    pageSize: PAGE_SIZE,
  });
  const chips: FilterChip[] = [];
  if (search.status)
    chips.push({
      id: 'status',
      label: statusLook(search.status).word,
      onRemove: () => change({ status: undefined }),
    });
  if (search.priced)
    chips.push({ id: 'priced', label: 'With a price list', onRemove: () => change({ priced: undefined }) });
  return (
    <Page
      title="Providers"
      subtitle="Who supplies goods and services, their checks and their prices."
      actions={<ListActs />}
    >
      <FilterBar
        search={{
          label: 'Search name or supplier number',
          value: search.q ?? '',
          onChange: (q) => change({ q: q || undefined }),
        }}
        controls={
          <>
            <QuickSelect
              label="Status"
              value={search.status ?? 'all'}
              options={statusOptions}
              onChange={(value) => change({ status: providerStates.find((state) => state === value) })}
            />
            <QuickSelect
              label="Price lists"
              value={search.priced ? 'priced' : 'all'}
              options={itemOptions}
              onChange={(value) => change({ priced: value === 'priced' ? true : undefined })}
            />
          </>
        }
        chips={chips}
        onClear={() => change({ status: undefined, priced: undefined })}
      />
      <Card label="Providers" padded={false}>
        <DataTable
          label="Providers"
          columns={columnsOn(today)}
          rows={data?.rows}
          rowKey={(row) => row.id}
          rowLink={(row) => `/providers/${row.id}`}
          sort={{ key: search.sort ?? 'name', dir: search.dir ?? 'asc' }}
          onSort={(sort) => change({ sort: sort.key, dir: sort.dir })}
          page={{ number, size: PAGE_SIZE, total: data?.total ?? 0 }}
          onPage={(page) => change({ page })}
          problem={problem}
          onRetry={retry}
          empty={<NoProviders narrowed={chips.length > 0 || (search.q ?? '') !== ''} />}
        />
      </Card>
    </Page>
  );
}
