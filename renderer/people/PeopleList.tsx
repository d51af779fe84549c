import { styled } from '@mui/material/styles';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import Plus from 'lucide-react/icons/plus';
import UsersRound from 'lucide-react/icons/users-round';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { roleCodes, roles } from '#shared/domain/roles.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { FilterBar, type FilterChip } from '#renderer/components/FilterBar.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { usePermissions, useToday } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { OfficePage } from '#renderer/settings/OfficePage.tsx';
import type { PeopleSearch } from './peopleSearch.ts';
import { agencyWord, roleNames, trainingLook } from './personWords.ts';

type Row = Output<'people.list'>['rows'][number];
const route = getRouteApi('/frame/office/people');
const PAGE_SIZE = 50;

const Two = styled('span')({
  display: 'block',
  '& > span': { display: 'block', lineHeight: rem(18) },
  '& .line': { fontSize: rem(13), lineHeight: rem(16), fontWeight: 400, color: look.ink2 },
});

function Training({ row }: { row: Row }) {
  const training = trainingLook(row);
  if (!training) return null;
  return training.kind === 'done' ? (
    <>{training.word}</>
  ) : (
    <Status kind={training.kind}>{training.word}</Status>
  );
}

/** Roles, and below them what waits for a second person or when they leave. */
function Roles({ row }: { row: Row }) {
  const today = useToday();
  const { leavesOn } = row;
  return (
    <Two>
      <span>{roleNames(row.roles).join(', ')}</span>{' '}
      {row.waiting > 0 ? <Status kind="attention">Waits for a second person</Status> : null}
      {leavesOn === null ? null : (
        <span className="line">
          {leavesOn <= today ? 'Left' : 'Leaves'} on {formatDay(leavesOn)}
        </span>
      )}
    </Two>
  );
}

const columns: Column<Row>[] = [
  {
    key: 'name',
    label: 'Name',
    sortable: true,
    cell: (row) => (
      <Two>
        <span>{row.name}</span> <span className="line">{row.jobTitle}</span>
      </Two>
    ),
  },
  { key: 'agency', label: 'Agency', cell: (row) => agencyWord(row.agency) },
  {
    key: 'area',
    label: 'Area and team',
    sortable: true,
    cell: (row) => (
      <Two>
        <span>{row.area}</span> <span className="line">{row.team}</span>
      </Two>
    ),
  },
  { key: 'roles', label: 'Roles', cell: (row) => <Roles row={row} /> },
  { key: 'trainedOn', label: 'Trained on', kind: 'date', cell: (row) => <Training row={row} /> },
  {
    key: 'ownLimit',
    label: 'Own limit, £',
    kind: 'money',
    cell: (row) => (row.ownLimitPence > 0 ? <Money pence={row.ownLimitPence} sign={false} /> : ''),
  },
];

const showLabels = {
  here: 'Here now',
  left: 'Left the office',
  waiting: 'Waiting for a second person',
} as const;
const showOptions = (['here', 'left', 'waiting'] as const).map((value) => ({
  value,
  label: showLabels[value],
}));

const roleOptions = [
  { value: 'all', label: 'Every role' },
  ...roleCodes.map((role) => ({ value: role, label: roles[role] })),
];

function ListActs() {
  const may = usePermissions();
  if (!may('people.manage')) return null;
  return (
    <Act kind="main" icon={Plus} to="/office/people/new" keys="Ctrl+Shift+A">
      Add a person
    </Act>
  );
}

/** Everyone who works with Trust Desk or is named in its records; what is chosen stays in the address. */
export function PeopleList() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const may = usePermissions();
  const change = (next: Partial<PeopleSearch>) =>
    void navigate({ to: '/office/people', search: { ...search, page: undefined, ...next }, replace: true });
  const number = search.page ?? 1;
  const { data, problem, retry } = useRead('people.list', {
    search: search.q ?? '',
    role: search.role,
    show: search.show ?? 'here',
    sort: search.sort ?? '',
    descending: search.dir === 'desc',
    page: number - 1,
    pageSize: PAGE_SIZE,
  });
  const chips: FilterChip[] = [
    ...(search.show
      ? [{ id: 'show', label: showLabels[search.show], onRemove: () => change({ show: undefined }) }]
      : []),
    ...(search.role
      ? [{ id: 'role', label: roles[search.role], onRemove: () => change({ role: undefined }) }]
      : []),
  ];
  return (
    <OfficePage
      part="People"
      subtitle={
        may('people.manage')
          ? 'Who works here, what each may do, and who may spend.'
          : `Who works here, what each may do, and who may spend. Only ${whoMay('people.manage')} adds people.`
      }
      actions={<ListActs />}
    >
      <FilterBar
        search={{
          label: 'Search name',
          value: search.q ?? '',
          onChange: (q) => change({ q: q || undefined }),
        }}
        controls={
          <>
            <QuickSelect
              label="Show"
              value={search.show ?? 'here'}
              options={showOptions}
              onChange={(value) =>
                change({ show: value === 'left' || value === 'waiting' ? value : undefined })
              }
            />
            <QuickSelect
              label="Role"
              value={search.role ?? 'all'}
              options={roleOptions}
              onChange={(value) => change({ role: roleCodes.find((role) => role === value) })}
            />
          </>
        }
        chips={chips}
      />
      <Card label="People" padded={false}>
        <DataTable
          label="People"
          columns={columns}
          rows={data?.rows}
          rowKey={(row) => row.id}
          rowLink={(row) => `/office/people/${row.id}`}
          sort={{ key: search.sort ?? 'name', dir: search.dir ?? 'asc' }}
          onSort={(sort) => change({ sort: sort.key, dir: sort.dir })}
          page={{ number, size: PAGE_SIZE, total: data?.total ?? 0 }}
          onPage={(page) => change({ page })}
          problem={problem}
          onRetry={retry}
          empty={
            <EmptyState title="Nobody fits" icon={UsersRound}>
              Take the role away, or look for a part of the name.
            </EmptyState>
          }
        />
      </Card>
    </OfficePage>
  );
}
