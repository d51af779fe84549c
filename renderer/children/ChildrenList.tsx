import { styled } from '@mui/material/styles';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import DoorOpen from 'lucide-react/icons/door-open';
import EyeOff from 'lucide-react/icons/eye-off';
import CopyCheck from 'lucide-react/icons/copy-check';
import ShieldAlert from 'lucide-react/icons/shield-alert';
import UserRoundPlus from 'lucide-react/icons/user-round-plus';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { DateWord, dueWords } from '#renderer/components/DateWord.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FilterBar } from '#renderer/components/FilterBar.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { Level } from '#renderer/components/Level.tsx';
import { MoreMenu } from '#renderer/components/MoreMenu.tsx';
import { Page } from '#renderer/components/Page.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useComparingAtIdle } from './duplicates/useComparingAtIdle.ts';
import { recordAt } from './addresses.ts';
import { childFilters, type ChildrenSearch } from './childrenSearch.ts';
import { OpenDialog } from './restricted/OpenDialog.tsx';
import { ageWords, cafLook, levelWord } from './words.ts';

type Row = Output<'children.list'>['rows'][number];
type Areas = Output<'settings.areas'>['areas'];
type Change = (next: Partial<ChildrenSearch>) => void;

const route = getRouteApi('/frame/children');
const PAGE_SIZE = 50;

const Reference = styled('span')({
  display: 'block',
  fontSize: rem(12),
  lineHeight: rem(16),
  fontWeight: 400,
  color: look.ink3,
  whiteSpace: 'nowrap',
});

function columnsOn(today: string): Column<Row>[] {
  return [
    {
      key: 'name',
      label: 'Name',
      sortable: true,
      cell: (row) => (
        <>
          {row.name ?? row.neutralRef}
          <Reference>{row.cafReference ?? row.neutralRef}</Reference>
        </>
      ),
    },
    { key: 'age', label: 'Age', kind: 'date', cell: (row) => (today ? ageWords(row, today) : '') },
    { key: 'area', label: 'Area', cell: (row) => row.area },
    {
      key: 'status',
      label: 'Status',
      kind: 'status',
      cell: (row) => {
        const { kind, word } = cafLook(row.cafStatus);
        return <Status kind={kind}>{word}</Status>;
      },
    },
    {
      key: 'level',
      label: 'Level',
      kind: 'status',
      sortable: true,
      cell: (row) => (row.level === null ? '' : <Level level={row.level} word={levelWord(row.level)} />),
    },
    {
      key: 'lead',
      label: 'Lead professional',
      sortable: true,
      cell: (row) => row.leadProfessional ?? <span className="quiet">None yet</span>,
    },
    {
      key: 'nextReviewOn',
      label: 'Next review',
      kind: 'date',
      sortable: true,
      cell: (row) =>
        row.nextReviewOn && today ? (
          <DateWord {...dueWords(row.nextReviewOn, today)} />
        ) : (
          <span className="quiet">Not set</span>
        ),
    },
  ];
}

/** Every child the reader may see, cut and sorted by the office; what is chosen stays in the address. */
export function ChildrenList() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = usePermissions();
  const today = useToday();
  const areas = useRead('settings.areas', {}).data?.areas ?? [];
  const change: Change = (next) =>
    void navigate({ to: '/children', search: { ...search, page: undefined, ...next }, replace: true });
  const number = search.page ?? 1;
  const { data, problem, retry } = useRead(
    'children.list',
    {
      search: search.q ?? '',
      status: search.status ?? 'open',
      ...(search.area === undefined ? {} : { areaId: search.area }),
      sort: search.sort ?? '',
      descending: search.dir === 'desc',
      page: number - 1,
      pageSize: PAGE_SIZE,
    },
    { enabled: may('children.read') },
  );
  const [isOpening, setOpening] = useState(false);
  if (today !== '' && !may('children.read')) return <NotForThisRole />;
  const start = (
    <Act kind="main" icon={UserRoundPlus} to="/children/new" keys="Ctrl+Shift+N">
      Start a CAF
    </Act>
  );
  return (
    <Page
      title="Children"
      subtitle={subtitle(search)}
      actions={
        <>
          {may('children.merge') ? <DuplicatesAct /> : null}
          <ListActs start={may('children.register') ? start : null} onOpen={() => setOpening(true)} />
        </>
      }
    >
      <Filters search={search} areas={areas} onChange={change} />
      <RestrictedHint count={data?.restrictedMatches ?? 0} />
      {isOpening ? <OpenDialog onClose={() => setOpening(false)} /> : null}
      <Card label="Children" padded={false}>
        <DataTable
          label="Children"
          columns={columnsOn(today)}
          rows={data?.rows}
          rowKey={(row) => row.id}
          rowLink={(row) => recordAt(row.id)}
          sort={search.sort ? { key: search.sort, dir: search.dir ?? 'asc' } : undefined}
          onSort={(sort) => change({ sort: sort.key, dir: sort.dir })}
          page={{ number, size: PAGE_SIZE, total: data?.total ?? 0 }}
          onPage={(page) => change({ page })}
          problem={problem}
          onRetry={retry}
          empty={<Nobody search={search} start={may('children.register') ? start : null} onChange={change} />}
        />
      </Card>
    </Page>
  );
}

/** The list's own acts; the seldom ones behind three dots. */
function ListActs(props: { start: React.ReactNode; onOpen: () => void }) {
  const may = usePermissions();
  return (
    <>
      {props.start}
      <MoreMenu
        label="More for children"
        items={[
          ...(may('children.restrict')
            ? [{ label: 'Restricted records', icon: ShieldAlert, to: '/children/restricted' as const }]
            : []),
          { label: 'Open a record by exception', icon: DoorOpen, danger: true, onPress: props.onOpen },
        ]}
      />
    </>
  );
}

/** What a search finds and does not show; only co-ordinators hear of it (12.3). */
function RestrictedHint({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <output>
      {count === 1
        ? 'A restricted record fits what you searched for. Ask the co-ordinator who reads it before you start another.'
        : `${count} restricted records fit what you searched for. Ask the co-ordinator who reads them before you start another.`}
    </output>
  );
}

const subtitles = {
  open: 'With an open CAF',
  overdue: 'With a review that should have been held',
  closed: 'Whose CAF is closed',
  all: 'Everyone on record',
} as const;

function subtitle(search: ChildrenSearch): string {
  return subtitles[search.status ?? 'open'];
}

function Filters(props: { search: ChildrenSearch; areas: Areas; onChange: Change }) {
  const { search, areas, onChange } = props;
  const chosen = areas.find((area) => area.id === search.area);
  const isCut = search.status !== undefined && search.status !== 'open';
  return (
    <FilterBar
      search={{
        label: 'Name, reference or postcode',
        value: search.q ?? '',
        onChange: (q) => onChange({ q: q || undefined }),
      }}
      controls={
        <>
          <QuickSelect
            label="Which children"
            value={search.status ?? 'open'}
            options={Object.entries(childFilters).map(([value, label]) => ({ value, label }))}
            onChange={(status) => onChange({ status: status as NonNullable<ChildrenSearch['status']> })}
          />
          <QuickSelect
            label="Area"
            value={String(search.area ?? '')}
            options={[
              { value: '', label: 'All areas' },
              ...areas.map((area) => ({ value: String(area.id), label: area.name })),
            ]}
            onChange={(area) => onChange({ area: area === '' ? undefined : Number(area) })}
          />
        </>
      }
      chips={[
        ...(isCut && search.status
          ? [
              {
                id: 'status',
                label: childFilters[search.status],
                onRemove: () => onChange({ status: undefined }),
              },
            ]
          : []),
        ...(chosen
          ? [{ id: 'area', label: `Area: ${chosen.name}`, onRemove: () => onChange({ area: undefined }) }]
          : []),
      ]}
      onClear={() => onChange({ status: undefined, area: undefined })}
    />
  );
}

function NotForThisRole() {
  return (
    <Page title="Children">
      <Card label="Children">
        <EmptyState title="Your role does not read children’s records" icon={EyeOff}>
          Orders, budgets and returns name a child by a neutral reference only. Ask whoever manages people in
          your office if your work needs more.
        </EmptyState>
      </Card>
    </Page>
  );
}

function Nobody(props: { search: ChildrenSearch; start: React.ReactNode; onChange: Change }) {
  const { search, start, onChange } = props;
  const isCut = search.q !== undefined || search.status !== undefined || search.area !== undefined;
  if (isCut)
    return (
      <EmptyState
        title="No child fits"
        action={
          <Act onPress={() => onChange({ q: undefined, status: 'all', area: undefined })}>
            Show everyone you may see
          </Act>
        }
      >
        Nobody on record fits what you searched for and the filters together.
      </EmptyState>
    );
  return (
    <EmptyState title="No open CAFs yet" action={start}>
      {start
        ? 'Children whose needs are being assessed, or whose plan is live, are listed here. A CAF starts with a search for the child.'
        : 'Children whose CAF you lead, or whose team you are in, are listed here. The co-ordinator registers new children.'}
    </EmptyState>
  );
}

/** The way to the pairs that may be one child, with how many there are. */
function DuplicatesAct() {
  const { data } = useRead('children.duplicates', { pageSize: 1 });
  const count = data?.total ?? 0;
  useComparingAtIdle(data?.waiting ?? 0);
  return (
    <Act icon={CopyCheck} to="/children/duplicates">
      {count === 0 ? 'Possible duplicates' : `Possible duplicates (${count})`}
    </Act>
  );
}
