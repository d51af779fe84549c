import DatabaseBackup from 'lucide-react/icons/database-backup';
import ShieldCheck from 'lucide-react/icons/shield-check';
import type { Progress } from '#shared/contract/wire.ts';
import { whoMay } from '#shared/domain/roleWords.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { EmptyState } from '#renderer/components/EmptyState.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob } from '#renderer/office/useWrite.ts';
import { OfficePage } from '#renderer/settings/OfficePage.tsx';
import { BackupsTable } from './BackupsTable.tsx';
import { count } from './backupWords.ts';
import { SecondFolder } from './SecondFolder.tsx';

const subtitle = 'Dated, encrypted copies, each opened again and checked. One is made by itself every day.';

function useBackUp() {
  const job = useJob('backups.make');
  const toasts = useToasts();
  const make = async (folder?: string) => {
    const result = await job.run(folder === undefined ? {} : { folder });
    if (!result.ok) toasts.problem(result.problem);
    else toasts.done(`Backed up and checked: ${count(result.data.rows)} rows.`);
  };
  /** Asks for a folder first; leaving that dialog leaves everything as it was. */
  const makeElsewhere = async () => {
    const chosen = await window.shell.pickFolder();
    if (!chosen.ok) toasts.problem(chosen.problem);
    else if (chosen.data) await make(chosen.data.token);
  };
  return { ...job, make, makeElsewhere };
}

function useCheck() {
  const job = useJob('backups.check');
  const toasts = useToasts();
  const check = async () => {
    const result = await job.run({});
    if (!result.ok) {
      toasts.problem(result.problem);
      return;
    }
    const { backups } = result.data;
    const good = backups.filter((one) => one.state === 'verified').length;
    toasts.done(`${count(good)} of ${count(backups.length)} opened and found whole.`);
  };
  return { ...job, check };
}

function Running(props: { label: string; progress: Progress; onCancel: () => void }) {
  const { label, progress, onCancel } = props;
  return (
    <Card label={label}>
      <JobProgress
        label={progress.label || label}
        done={progress.done}
        total={progress.total}
        onCancel={onCancel}
      />
    </Card>
  );
}

function BackupsKept() {
  const { data, problem, retry } = useRead('backups.list', {});
  const job = useBackUp();
  const checking = useCheck();
  const isBusy = job.busy || checking.busy;
  return (
    <OfficePage
      part="Backups"
      subtitle={subtitle}
      actions={
        <>
          <Act icon={ShieldCheck} disabled={isBusy} onPress={() => void checking.check()}>
            Check again
          </Act>
          <Act disabled={isBusy} onPress={() => void job.makeElsewhere()}>
            Back up to another folder
          </Act>
          <Act
            kind="main"
            icon={DatabaseBackup}
            busy={job.busy}
            disabled={checking.busy}
            onPress={() => void job.make()}
          >
            Back up now
          </Act>
        </>
      }
    >
      {job.progress ? <Running label="Backing up" progress={job.progress} onCancel={job.cancel} /> : null}
      {checking.progress ? (
        <Running label="Checking backups" progress={checking.progress} onCancel={checking.cancel} />
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
        <BackupsTable backups={data?.backups} problem={problem} onRetry={retry} />
      </Card>
      {data ? <SecondFolder second={data.second} /> : null}
    </OfficePage>
  );
}

/** The backups of this office: making one, checking them again, and the second place they go to. */
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
