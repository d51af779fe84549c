import { styled } from '@mui/material/styles';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import Download from 'lucide-react/icons/download';
import { features } from '#shared/contract/common.ts';
import type { Output } from '#shared/contract/index.ts';
import { auditActionCodes } from '#shared/domain/audit.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FilterBar } from '#renderer/components/FilterBar.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob } from '#renderer/office/useWrite.ts';
import { AuditLineDialog } from './AuditLineDialog.tsx';
import { type AuditSearch, filtersOf } from './auditSearch.ts';
import { actionWord, momentWords, outcomes, plainName } from './auditWords.ts';
import { DayFilter } from './DayFilter.tsx';

type Trail = Output<'assurance.audit'>;
type Line = Trail['rows'][number];
const route = getRouteApi('/frame/assurance');
const PAGE_SIZE = 50;

const Inset = styled('div')({ padding: `${rem(12)} ${rem(16)}` });

const columns: Column<Line>[] = [
  { key: 'seq', label: 'No', kind: 'number', cell: (row) => row.seq },
  { key: 'at', label: 'When (UTC)', kind: 'date', cell: (row) => momentWords(row.at) },
  { key: 'who', label: 'Who', cell: (row) => row.who },
  { key: 'action', label: 'What', cell: (row) => actionWord(row.action) },
  { key: 'operation', label: 'In', cell: (row) => plainName(row.operation) },
  { key: 'record', label: 'Record', cell: (row) => plainRecord(row.record) },
  {
    key: 'outcome',
    label: 'Outcome',
    kind: 'status',
    cell: (row) => <Status kind={outcomes[row.outcome].kind}>{outcomes[row.outcome].word}</Status>,
  },
];

/** References and names stay as they are; `price_item 2` is "Price item 2". */
function plainRecord(record: string): string {
  return /^[a-z_]+ \d+$/.test(record) ? plainName(record) : record;
}

/** Who did what, newest first: one unbroken run that nobody can change. A line opens to all that it says. */
export function AuditTrail() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const number = search.page ?? 1;
  const { data, problem, retry } = useRead('assurance.audit', {
    ...filtersOf(search),
    page: number - 1,
    pageSize: PAGE_SIZE,
  });
  const go = (change: Partial<AuditSearch>) =>
    void navigate({ to: '/assurance', search: { ...search, page: undefined, ...change }, replace: true });
  return (
    <Card
      title="Audit trail"
      note={data ? `${data.total} lines` : ''}
      padded={false}
      actions={<Export search={search} />}
    >
      <Filters search={search} people={data?.people ?? []} onChange={go} />
      <DataTable
        label="Audit trail"
        dense
        columns={columns}
        rows={data?.rows}
        rowKey={(row) => row.seq}
        page={{ number, size: PAGE_SIZE, total: data?.total ?? 0 }}
        onPage={(page) => go({ page })}
        verb={(row) => ({
          label: 'Open',
          spokenLabel: `Open line ${row.seq}`,
          onPress: () => go({ page: search.page, line: row.seq }),
        })}
        problem={problem}
        onRetry={retry}
        empty={<EmptyState title="No line says so">Take a filter away, or look at other days.</EmptyState>}
      />
      {search.line ? (
        <AuditLineDialog seq={search.line} onClose={() => go({ page: search.page, line: undefined })} />
      ) : null}
    </Card>
  );
}

const choice = (all: string, options: { value: string; label: string }[]) => [
  { value: '', label: all },
  ...options,
];

function Filters(props: {
  search: AuditSearch;
  people: Trail['people'];
  onChange: (change: Partial<AuditSearch>) => void;
}) {
  const { search, people, onChange } = props;
  return (
    <Inset>
      <FilterBar
        search={{
          label: 'Reference or order number',
          value: search.q ?? '',
          onChange: (q) => onChange({ q: q === '' ? undefined : q }),
        }}
        controls={<Choices {...props} />}
        chips={chipsOf(search, people, onChange)}
        onClear={() =>
          onChange({
            q: undefined,
            person: undefined,
            feature: undefined,
            action: undefined,
            outcome: undefined,
            from: undefined,
            to: undefined,
          })
        }
      />
    </Inset>
  );
}

function Choices({ search, people, onChange }: Parameters<typeof Filters>[0]) {
  return (
    <>
      <QuickSelect
        label="Who"
        value={String(search.person ?? '')}
        options={choice(
          'Everybody',
          people.map(({ id, name }) => ({ value: String(id), label: name })),
        )}
        onChange={(value) => onChange({ person: value === '' ? undefined : Number(value) })}
      />
      <QuickSelect
        label="What"
        value={search.action ?? ''}
        options={choice(
          'Whatever was done',
          auditActionCodes.map((value) => ({ value, label: actionWord(value) })),
        )}
        onChange={(value) => onChange({ action: auditActionCodes.find((code) => code === value) })}
      />
      <QuickSelect
        label="Where"
        value={search.feature ?? ''}
        options={choice(
          'Everywhere',
          features.map((value) => ({ value, label: plainName(value) })),
        )}
        onChange={(value) => onChange({ feature: features.find((code) => code === value) })}
      />
      <QuickSelect
        label="Outcome"
        value={search.outcome ?? ''}
        options={choice(
          'Any outcome',
          Object.entries(outcomes).map(([value, { word }]) => ({ value, label: word })),
        )}
        onChange={(value) =>
          onChange({ outcome: (['done', 'read', 'refused'] as const).find((code) => code === value) })
        }
      />
      <DayFilter label="From" value={search.from} onChange={(from) => onChange({ from })} />
      <DayFilter label="To" value={search.to} onChange={(to) => onChange({ to })} />
    </>
  );
}

function chipsOf(
  search: AuditSearch,
  people: Trail['people'],
  onChange: (change: Partial<AuditSearch>) => void,
) {
  const { person, action, feature, outcome, from, to } = search;
  const chip = (id: keyof AuditSearch, label: string | undefined | false) =>
    label ? [{ id, label, onRemove: () => onChange({ [id]: undefined }) }] : [];
  return [
    ...chip('person', people.find(({ id }) => id === person)?.name),
    ...chip('action', action && actionWord(action)),
    ...chip('feature', feature && plainName(feature)),
    ...chip('outcome', outcome && outcomes[outcome].word),
    ...chip('from', from && `From ${formatDay(from)}`),
    ...chip('to', to && `To ${formatDay(to)}`),
  ];
}

/** The lines that the filters leave, as a file; for whoever may take them out. */
function Export({ search }: { search: AuditSearch }) {
  const may = usePermissions();
  const job = useJob('assurance.exportAudit');
  const toasts = useToasts();
  if (!may('assurance.export')) return null;
  const press = async () => {
    const chosen = await window.shell.pickSave({ suggestedName: 'Audit trail.csv', extension: 'csv' });
    if (!chosen.ok) toasts.problem(chosen.problem);
    else if (chosen.data) {
      const result = await job.run({ ...filtersOf(search), file: chosen.data.token });
      if (result.ok) toasts.done(`${result.data.lines} lines saved as ${chosen.data.name}.`);
      else toasts.problem(result.problem);
    }
  };
  return (
    <Act small kind="quiet" icon={Download} busy={job.busy} onPress={() => void press()}>
      Export these lines
    </Act>
  );
}
