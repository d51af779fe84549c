import { styled } from '@mui/material/styles';
import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Money } from '#renderer/components/Money.tsx';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProblemAlert } from '#renderer/components/ProblemAlert.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { Tile, TileStrip } from '#renderer/components/TileStrip.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob } from '#renderer/office/useWrite.ts';
import { AuditTrail } from './AuditTrail.tsx';
import { plainName } from './auditWords.ts';
import { Heads } from './Heads.tsx';

type Overview = Output<'assurance.overview'>;

/** What lets a manager let go: what the gates said, who approved, whether the file is whole, and who did what. */
export function AssurancePage() {
  const { data, problem, retry } = useRead('assurance.overview', {});
  return (
    <Page title="Assurance" subtitle="What was bought, what the gates said of it, and who did what.">
      {problem ? <ProblemAlert problem={problem} onRetry={retry} /> : null}
      {data ? <Figures data={data} /> : null}
      <AuditTrail />
      <PageColumns>
        <Stack>
          {data ? <Gates data={data} /> : null}
          {data ? <Tiers data={data} /> : null}
        </Stack>
        <Stack>
          <Wholeness />
          <Heads />
        </Stack>
      </PageColumns>
    </Page>
  );
}

function Figures({ data }: { data: Overview }) {
  const clean =
    data.issued === 0 ? 'none yet' : `${Math.round((data.passedEveryGate * 1000) / data.issued) / 10}%`;
  const warned = data.gates.reduce((sum, gate) => sum + gate.warned, 0);
  const stopped = data.gates.reduce((sum, gate) => sum + gate.stopped, 0);
  return (
    <TileStrip label="Assurance">
      <Tile
        label="Passed every gate"
        figure={clean}
        line={`${data.passedEveryGate} of ${data.issued} orders`}
        to="/orders?status=issued"
      />
      <Tile label="Warnings at issue" figure={warned} line="issued all the same" to="/orders?status=issued" />
      <Tile
        label="Requests stopped"
        figure={stopped}
        line="by a gate, then put right"
        to="/orders?status=draft"
      />
      <Tile
        label="Untrained"
        figure={data.untrainedIssues}
        line={data.untrainedIssues > 0 ? 'issued without training' : 'none issued without training'}
        attention={data.untrainedIssues > 0}
        to="/orders?status=issued"
      />
    </TileStrip>
  );
}

const gateColumns: Column<Overview['gates'][number]>[] = [
  { key: 'label', label: 'Gate', cell: (row) => row.label },
  { key: 'warned', label: 'Warned', kind: 'number', cell: (row) => row.warned },
  { key: 'stopped', label: 'Stopped', kind: 'number', cell: (row) => row.stopped },
];

function Gates({ data }: { data: Overview }) {
  return (
    <Card title="What the gates said" padded={false}>
      <DataTable
        label="Gates"
        dense
        columns={gateColumns}
        rows={data.gates}
        rowKey={(row) => row.gate}
        empty={<EmptyState title="Nothing judged yet" />}
      />
    </Card>
  );
}

const tierColumns: Column<Overview['tiers'][number]>[] = [
  { key: 'label', label: 'Approved by', cell: (row) => row.label },
  { key: 'orders', label: 'Orders', kind: 'number', cell: (row) => row.orders },
  { key: 'gross', label: 'With VAT', kind: 'money', cell: (row) => <Money pence={row.grossPence} /> },
];

function Tiers({ data }: { data: Overview }) {
  return (
    <Card title="Who approved" padded={false}>
      <DataTable
        label="Approvals"
        dense
        columns={tierColumns}
        rows={data.tiers}
        rowKey={(row) => row.tier}
        empty={<EmptyState title="Nothing approved yet" />}
      />
    </Card>
  );
}

const Checks = styled('ul')({
  margin: `${rem(-4)} 0`,
  '& li': { padding: `${rem(4)} 0`, overflowWrap: 'anywhere' },
  '& p': { paddingLeft: rem(22), fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
});

/** Runs every check of `verify` and shows each with what it found. */
function Wholeness() {
  const job = useJob('assurance.verify');
  const toasts = useToasts();
  const [found, setFound] = useState<Output<'assurance.verify'> | null>(null);
  const run = async () => {
    const result = await job.run({});
    if (result.ok) setFound(result.data);
    else toasts.problem(result.problem);
  };
  return (
    <Card
      title="Is the file whole?"
      actions={
        <Act small kind="quiet" busy={job.busy} onPress={() => void run()}>
          Check it now
        </Act>
      }
    >
      {job.progress ? (
        <JobProgress
          label={job.progress.label || 'Checking'}
          done={job.progress.done}
          total={job.progress.total}
          onCancel={job.cancel}
        />
      ) : null}
      {found ? (
        <Checks>
          {found.checks.map((check) => (
            <li key={check.name}>
              <Status kind={check.ok ? 'done' : 'stop'} quiet>
                {plainName(check.name)}
              </Status>
              <p>{check.detail}</p>
            </li>
          ))}
        </Checks>
      ) : (
        <p>Ledger, audit trail, numbers, papers and the file itself, checked against each other.</p>
      )}
    </Card>
  );
}
