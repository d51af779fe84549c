import DoorOpen from 'lucide-react/icons/door-open';
import FileOutput from 'lucide-react/icons/file-output';
import LockKeyhole from 'lucide-react/icons/lock-keyhole';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import { useState } from 'react';
import { labelIn } from '#shared/codes/list.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { restrictedReasons } from '#shared/domain/restricted.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { MoreMenu, type MoreItem } from '#renderer/components/MoreMenu.tsx';
import { NotYours } from '#renderer/components/NotYours.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useWrite } from '#renderer/office/useWrite.ts';
import { AgreeDialog, EndDialog, LetInDialog, type Act as EndAct } from './ReaderDialogs.tsx';
import { momentWords, timeWords, type Opening, type RestrictedRecord } from './words.ts';

type Shown =
  | { kind: 'agree' }
  | { kind: 'letIn'; record: RestrictedRecord }
  | { kind: 'end'; record: RestrictedRecord; act: EndAct };

function recordMenu(record: RestrictedRecord, show: (shown: Shown) => void): MoreItem[] {
  return [
    { label: 'Let somebody in', icon: UserRoundPlus, onPress: () => show({ kind: 'letIn', record }) },
    ...record.readers.map(({ personId, name }) => ({
      label: `Let ${name} out`,
      danger: true,
      onPress: () => show({ kind: 'end', record, act: { kind: 'letOut', personId, name } }),
    })),
    {
      label: 'Lift the restriction',
      icon: LockKeyhole,
      danger: true,
      onPress: () => show({ kind: 'end', record, act: { kind: 'lift' } }),
    },
  ];
}

function recordColumns(show: (shown: Shown) => void): Column<RestrictedRecord>[] {
  return [
    {
      key: 'ref',
      label: 'Record',
      cell: (row) => (row.name === null ? row.neutralRef : `${row.name}, ${row.neutralRef}`),
    },
    { key: 'reason', label: 'Why', cell: (row) => labelIn(restrictedReasons, row.reason) },
    {
      key: 'since',
      label: 'Since',
      kind: 'date',
      cell: (row) => (row.since ? `${formatDay(row.since)}, ${row.by}` : ''),
    },
    {
      key: 'readers',
      label: 'Read by',
      cell: (row) => row.readers.map((reader) => reader.name).join(', ') || 'Nobody',
    },
    {
      key: 'more',
      label: 'Acts',
      cell: (row) => <MoreMenu label={`More for ${row.neutralRef}`} items={recordMenu(row, show)} />,
    },
  ];
}

function OpeningState({ opening }: { opening: Opening }) {
  if (opening.live) return <Status kind="attention">Open until {timeWords(opening.untilAt)}</Status>;
  return (
    <Status kind="done">
      {opening.endedAt
        ? `Ended ${timeWords(opening.endedAt)} by ${opening.endedBy ?? ''}`
        : 'Ended by itself'}
    </Status>
  );
}

function Verbs({ opening }: { opening: Opening }) {
  const see = useWrite('children.seeOpening');
  const end = useWrite('children.endOpening');
  const id = { id: opening.id };
  return (
    <>
      {opening.seen ? null : (
        <Act small busy={see.busy} onPress={() => void see.run(id)} spokenLabel={`Looked at: ${opening.who}`}>
          Looked at
        </Act>
      )}{' '}
      {opening.live ? (
        <Act
          small
          kind="danger"
          busy={end.busy}
          onPress={() => void end.run(id)}
          spokenLabel={`End: ${opening.who}`}
        >
          End it
        </Act>
      ) : null}
    </>
  );
}

const openingColumns: Column<Opening>[] = [
  { key: 'who', label: 'Who', cell: (row) => row.who },
  {
    key: 'record',
    label: 'Record',
    cell: (row) => `${row.neutralRef}${row.restricted ? ', restricted' : ''}`,
  },
  { key: 'when', label: 'When', kind: 'date', cell: (row) => momentWords(row.openedAt) },
  { key: 'why', label: 'Why', cell: (row) => row.reason || 'Named the child, so it is not shown here' },
  { key: 'state', label: 'State', kind: 'status', cell: (row) => <OpeningState opening={row} /> },
  { key: 'verbs', label: 'Acts', cell: (row) => <Verbs opening={row} /> },
];

function ShownDialog(props: { shown: Shown; onClose: () => void }) {
  const { shown, onClose } = props;
  if (shown.kind === 'agree') return <AgreeDialog onClose={onClose} />;
  if (shown.kind === 'letIn') return <LetInDialog record={shown.record} onClose={onClose} />;
  return <EndDialog record={shown.record} act={shown.act} onClose={onClose} />;
}

/** The restricted records and who reads each, and every record that somebody opened by exception. */
export function RestrictedPage() {
  const may = usePermissions();
  const today = useToday();
  const [shown, setShown] = useState<Shown | null>(null);
  const isMine = may('children.restrict');
  const { data, problem, retry } = useRead('children.restricted', {}, { enabled: isMine });
  if (today !== '' && !isMine) return <NotYours place="Restricted records" needs="children.restrict" />;
  return (
    <Page
      title="Restricted records"
      subtitle="Who reads each, and what was opened by exception"
      crumbs={[{ label: 'Children', to: '/children' }, { label: 'Restricted records' }]}
      actions={
        <Act icon={FileOutput} onPress={() => setShown({ kind: 'agree' })}>
          Agree to a takeout
        </Act>
      }
    >
      <Card title="Opened by exception" padded={false}>
        <DataTable
          label="Records opened by exception"
          columns={openingColumns}
          rows={data?.openings}
          rowKey={(row) => row.id}
          problem={problem}
          onRetry={retry}
          empty={
            <EmptyState title="Nothing was opened by exception" icon={DoorOpen}>
              When somebody opens a record that is not theirs to read, it stands here with the reason.
            </EmptyState>
          }
        />
      </Card>
      <Card title="Restricted records" padded={false}>
        <DataTable
          label="Restricted records"
          columns={recordColumns(setShown)}
          rows={data?.records}
          rowKey={(row) => row.id}
          problem={problem}
          onRetry={retry}
          empty={
            <EmptyState title="No record is restricted" icon={LockKeyhole}>
              A co-ordinator restricts a record from its own page, under its three dots.
            </EmptyState>
          }
        />
      </Card>
      {shown ? <ShownDialog shown={shown} onClose={() => setShown(null)} /> : null}
    </Page>
  );
}
