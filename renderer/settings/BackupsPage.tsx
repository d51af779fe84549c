import DatabaseBackup from 'lucide-react/icons/database-backup';
import type { Output } from '#shared/contract/index.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { type Column, DataTable } from '#renderer/components/DataTable.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob } from '#renderer/office/useWrite.ts';
import { OfficePage } from './OfficePage.tsx';

type Backup = Output<'backups.list'>['backups'][number];
const subtitle = 'Dated, encrypted copies, each opened again and checked.';

const moment = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'short',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
});
const whole = new Intl.NumberFormat('en-GB');
const tenths = new Intl.NumberFormat('en-GB', { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const columns: Column<Backup>[] = [
  { key: 'madeAt', label: 'Made', kind: 'date', cell: (row) => moment.format(new Date(row.madeAt)) },
  {
    key: 'verified',
    label: 'Checked',
    kind: 'status',
    cell: (row) =>
      row.verified ? (
        <Status kind="done">Opened and compared</Status>
      ) : (
        <Status kind="stop">Cannot be relied on</Status>
      ),
  },
  { key: 'file', label: 'File', kind: 'reference', cell: (row) => row.file },
  { key: 'rows', label: 'Rows', kind: 'number', cell: (row) => whole.format(row.rows) },
  { key: 'size', label: 'Size, MB', kind: 'number', cell: (row) => tenths.format(row.bytes / 1_000_000) },
];

function useBackUp() {
  const job = useJob('backups.make');
  const toasts = useToasts();
  const make = async (folder?: string) => {
    const result = await job.run(folder === undefined ? {} : { folder });
    if (!result.ok) toasts.problem(result.problem);
    else toasts.done(`Backed up and checked: ${whole.format(result.data.rows)} rows.`);
  };
  /** Asks for a folder first; leaving that dialog leaves everything as it was. */
  const makeElsewhere = async () => {
    const chosen = await window.shell.pickFolder();
    if (!chosen.ok) toasts.problem(chosen.problem);
    else if (chosen.data) await make(chosen.data.token);
  };
  return { ...job, make, makeElsewhere };
}

function BackupsKept() {
  const { data, problem, retry } = useRead('backups.list', {});
  const job = useBackUp();
  return (
    <OfficePage
      part="Backups"
      subtitle={subtitle}
      actions={
        <>
          <Act disabled={job.busy} onPress={() => void job.makeElsewhere()}>
            Back up to another folder
          </Act>
          <Act kind="main" icon={DatabaseBackup} busy={job.busy} onPress={() => void job.make()}>
            Back up now
          </Act>
        </>
      }
    >
      {job.progress ? (
        <Card label="Backing up">
          <JobProgress
            label={job.progress.label || 'Backing up'}
            done={job.progress.done}
            total={job.progress.total}
            onCancel={job.cancel}
          />
        </Card>
      ) : null}
      <Card
        label="Backups"
        padded={false}
        footer={
          data
            ? `Kept in ${data.folder}: the newest three of the latest day, one for each of 14 days, and one for each of 12 months.`
            : undefined
        }
      >
        <DataTable
          label="Backups"
          columns={columns}
          rows={data?.backups}
          rowKey={(row) => row.file}
          problem={problem}
          onRetry={retry}
          empty={
            <EmptyState title="No backup yet" icon={DatabaseBackup}>
              A backup is the whole office in one encrypted file. It opens with the same passphrases.
            </EmptyState>
          }
        />
      </Card>
    </OfficePage>
  );
}

/** The backups of this office, and making one. */
export function BackupsPage() {
  const may = usePermissions();
  if (may('backups.manage')) return <BackupsKept />;
  return (
    <OfficePage part="Backups" subtitle={subtitle}>
      <Card label="Backups">
        <EmptyState title="Not with your roles" icon={DatabaseBackup}>
          Only {whoMay('backups.manage')} sees and makes backups.
        </EmptyState>
      </Card>
    </OfficePage>
  );
}
