import DatabaseBackup from 'lucide-react/icons/database-backup';
import { formatDay } from '#shared/domain/dates.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob } from '#renderer/office/useWrite.ts';

const ages = {
  fresh: null,
  old: <Status kind="attention">Days old: back up now</Status>,
  too_old: <Status kind="stop">Far too old: back up now</Status>,
  none: <Status kind="attention">Nothing is safe from the loss of this computer</Status>,
} as const;

/** How old the newest verified backup is, in words and colour, and making one now. */
export function BackupCard({ lastAt }: { lastAt: string | null }) {
  const may = usePermissions();
  const { data: state } = useRead('backups.state', {});
  const job = useJob('backups.make');
  const toasts = useToasts();
  const make = async () => {
    const result = await job.run({});
    if (result.ok) toasts.done(`Backed up and checked: ${result.data.rows} rows.`);
    else toasts.problem(result.problem);
  };
  return (
    <Card label="Backup">
      <div style={{ display: 'flex', alignItems: 'center', gap: '0.625rem' }}>
        <Icon of={DatabaseBackup} size={18} />
        <span style={{ flex: 1 }}>
          {lastAt ? (
            <>
              <strong>Backed up {formatDay(lastAt.slice(0, 10))}</strong> and checked
            </>
          ) : (
            <strong>No backup yet</strong>
          )}
          {state && ages[state.age] ? <div>{ages[state.age]}</div> : null}
        </span>
        {may('backups.manage') && !job.busy ? (
          <Act kind="text" small onPress={() => void make()}>
            Back up now
          </Act>
        ) : null}
      </div>
      {job.progress ? (
        <JobProgress
          label={job.progress.label || 'Backing up'}
          done={job.progress.done}
          total={job.progress.total}
          onCancel={job.cancel}
        />
      ) : null}
    </Card>
  );
}
