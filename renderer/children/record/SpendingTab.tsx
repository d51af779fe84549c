import ClipboardList from 'lucide-react/icons/clipboard-list';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { stateLabel } from '#shared/domain/lifecycle.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { DataTable, type Column } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Status, type StatusKind } from '#renderer/components/Status.tsx';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { newOrderAt } from '../addresses.ts';
import { isLive, type Caf } from '../words.ts';
import { useRecord } from './recordContext.ts';
import { RecordTab } from './RecordTab.tsx';

type Row = Output<'orders.list'>['rows'][number];

const PAGE_SIZE = 50;

const kinds: Record<Row['status'], StatusKind> = {
  draft: 'writing',
  submitted: 'course',
  returned: 'attention',
  approved: 'course',
  refused: 'stop',
  withdrawn: 'neutral',
  issued: 'done',
  cancelled: 'neutral',
};

const dayOr = (day: string | null) => (day ? formatDay(day) : '');

const columns: Column<Row>[] = [
  { key: 'what', label: 'What', cell: (row) => row.what || 'Nothing on it yet' },
  { key: 'number', label: 'Number', kind: 'reference', cell: (row) => row.number ?? `Draft ${row.id}` },
  { key: 'provider', label: 'Provider', cell: (row) => row.provider ?? '' },
  { key: 'requestedBy', label: 'Asked by', cell: (row) => row.requestedBy ?? '' },
  {
    key: 'status',
    label: 'Status',
    kind: 'status',
    cell: (row) => <Status kind={kinds[row.status]}>{stateLabel('order', row.status)}</Status>,
  },
  { key: 'submittedOn', label: 'Asked for', kind: 'date', cell: (row) => dayOr(row.submittedOn) },
  { key: 'issuedOn', label: 'Issued', kind: 'date', cell: (row) => dayOr(row.issuedOn) },
  { key: 'gross', label: 'With VAT', kind: 'money', cell: (row) => <Money pence={row.grossPence} /> },
];

/** What was bought, or asked for, for this CAF. */
export function SpendingTab() {
  const { record } = useRecord();
  return <RecordTab>{record.caf ? <Orders caf={record.caf} /> : null}</RecordTab>;
}

function Orders(props: { caf: Caf }) {
  const { caf } = props;
  const { record } = useRecord();
  const may = usePermissions();
  const [page, setPage] = useState(1);
  const { data, problem, retry } = useRead('orders.list', {
    cafId: caf.id,
    page: page - 1,
    pageSize: PAGE_SIZE,
  });
  const isAsking = may('orders.request') && isLive(caf);
  return (
    <Card title="Spending" note={`on ${caf.reference}`} padded={false}>
      <DataTable
        label={`Orders for ${caf.reference}`}
        columns={columns}
        rows={data?.rows}
        rowKey={(row) => row.id}
        rowLink={(row) => `/orders/${row.id}`}
        page={{ number: page, size: PAGE_SIZE, total: data?.total ?? 0 }}
        onPage={setPage}
        totals={{ gross: <Money pence={data?.grossPence ?? 0} strong /> }}
        totalsLabel={`${data?.total ?? 0} ${data?.total === 1 ? 'order' : 'orders'}`}
        problem={problem}
        onRetry={retry}
        empty={
          <EmptyState
            title="Nothing bought yet"
            action={
              isAsking ? (
                <Act icon={ClipboardList} to={newOrderAt(record.id)}>
                  New order
                </Act>
              ) : null
            }
          >
            Purchases start from an action of the plan: open Plan & reviews and choose Buy for this action.
          </EmptyState>
        }
      />
    </Card>
  );
}
