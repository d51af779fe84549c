import DatabaseBackup from 'lucide-react/icons/database-backup';
import { formatDay } from '#shared/domain/dates.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { JobProgress } from '#renderer/components/JobProgress.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useJob } from '#renderer/office/useWrite.ts';

/** How old the newest verified backup is, and making one now. */
export function BackupCard({ lastAt }: { lastAt: string | null }) {
  const may = usePermissions();
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
