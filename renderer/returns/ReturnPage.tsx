import { styled } from '@mui/material/styles';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import Download from 'lucide-react/icons/download';
import { useState } from 'react';
import type { ReturnData } from '#shared/contract/returns.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { Act } from '#renderer/components/Act.tsx';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { SegmentedChoice } from '#renderer/components/form/Choice.tsx';
import { QuickSelect } from '#renderer/components/form/SelectField.tsx';
import { Page, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Late } from '#renderer/components/Skeleton.tsx';
import { Status, Tag } from '#renderer/components/Status.tsx';
import { useRead } from '#renderer/office/useRead.ts';
import { ExportDialog } from './ExportDialog.tsx';
import { ReturnTableCard } from './ReturnTableCard.tsx';

const route = getRouteApi('/frame/returns');
const profiles = [
  { value: 'internal', label: 'Internal, exact' },
  { value: 'published', label: 'Published, small numbers hidden' },
];

/** The quarterly return: a period, a profile, the checks that must hold, the tables, the export. */
export function ReturnPage() {
  const search = route.useSearch();
  const navigate = useNavigate();
  const [exporting, setExporting] = useState(false);
  const { data: list, problem: listProblem } = useRead('returns.periods', {});
  const period = search.period ?? list?.periods[0]?.code;
  const profile = search.profile ?? 'internal';
  const { data, problem, loading, retry } = useRead(
    'returns.get',
    { period: period ?? '', profile },
    { enabled: period !== undefined },
  );
  const change = (next: Partial<typeof search>) =>
    void navigate({ to: '/returns', search: { ...search, ...next }, replace: true });
  const chosen = list?.periods.find((one) => one.code === period);
  const failed = listProblem ?? problem;
  return (
    <Page
      title={period ? `Quarterly return ${period}` : 'Quarterly return'}
      subtitle={
        data
          ? `${formatDay(data.from)} to ${formatDay(data.to)}, whole trust. Figures as at ${formatDay(data.extractedAt.slice(0, 10))}, ${data.extractedAt.slice(11, 16)}.`
          : undefined
      }
      tag={
        chosen && !chosen.complete ? (
          <Tag kind="attention">The quarter is not over</Tag>
        ) : (
          <Tag kind="writing">Draft</Tag>
        )
      }
      actions={
        <>
          <QuickSelect
            label="Quarter"
            value={period ?? ''}
            options={(list?.periods ?? []).map((one) => ({ value: one.code, label: one.code }))}
            onChange={(value) => change({ period: value })}
          />
          <SegmentedChoice
            id="profile"
            name="profile"
            label="Profile"
            options={profiles}
            value={profile}
            onChange={(value) => change({ profile: value === 'published' ? 'published' : 'internal' })}
          />
          <Act kind="main" icon={Download} keys="Ctrl+E" disabled={!data} onPress={() => setExporting(true)}>
            Export
          </Act>
        </>
      }
    >
      {failed ? <ProblemAlert problem={failed} onRetry={retry} /> : null}
      {list?.periods.length === 0 ? (
        <Card label="Return">
          <EmptyState title="No quarter to report yet">
            The first CAF or the first pound makes the first quarter. Its return then counts itself.
          </EmptyState>
        </Card>
      ) : null}
      <Late pending={loading}>{data ? <ReturnBody data={data} /> : null}</Late>
      {data && exporting ? <ExportDialog data={data} onClose={() => setExporting(false)} /> : null}
    </Page>
  );
}

function ReturnBody({ data }: { data: ReturnData }) {
  return (
    <Stack>
      <Checks data={data} />
      {data.tables.map((table) => (
        <ReturnTableCard key={table.code} table={table} />
      ))}
    </Stack>
  );
}

const Sums = styled('ul')({
  '& li': {
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    gap: `0 ${rem(24)}`,
    padding: `${rem(6)} ${rem(16)}`,
  },
  '& li + li': { borderTop: `1px solid ${look.line}` },
  '& .sum': { ...tabular, fontSize: rem(13), lineHeight: rem(20), color: look.ink2 },
});

/** What must hold before the figures may leave the office, each with its sum. */
function Checks({ data }: { data: ReturnData }) {
  const broken = data.checks.filter((check) => !check.ok).length;
  return (
    <Card
      title="Reconciled"
      actions={
        broken > 0 ? (
          <Status kind="stop">{`${broken} do not hold`}</Status>
        ) : (
          <Status kind="done">All hold</Status>
        )
      }
      padded={false}
    >
      <Sums>
        {data.checks.map((check) => (
          <li key={check.name}>
            <Status kind={check.ok ? 'done' : 'stop'} quiet>
              {check.name}
            </Status>
            <span className="sum">{check.detail}</span>
          </li>
        ))}
      </Sums>
    </Card>
  );
}
