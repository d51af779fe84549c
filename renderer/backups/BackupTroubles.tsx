import { styled } from '@mui/material/styles';
import OctagonX from 'lucide-react/icons/octagon-x';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Icon } from '#renderer/components/Icon.tsx';
import { RouteLink } from '#renderer/components/RouteLink.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { usePermissions } from '#renderer/office/usePermissions.ts';
import { useRead } from '#renderer/office/useRead.ts';
import { useJob } from '#renderer/office/useWrite.ts';
import { momentWords } from './backupWords.ts';

const Strip = styled('section')({
  display: 'flex',
  alignItems: 'center',
  flexWrap: 'wrap',
  gap: `${rem(4)} ${rem(12)}`,
  padding: `${rem(8)} ${rem(24)}`,
  backgroundColor: look.redTint,
  borderBottom: `1px solid ${look.redLine}`,
  color: look.ink,
  fontSize: rem(13),
  lineHeight: rem(20),
  '& > svg': { color: look.red },
  '& .words': { flex: '1 1 24rem', minWidth: 0, overflowWrap: 'anywhere' },
});

/**
 * Stays at the top of every page as long as a backup fails or is far too old: what happened, why, and what to do.
 * It never stands in the way of work.
 */
export function BackupTroubles() {
  const may = usePermissions();
  const { data } = useRead('backups.state', {});
  const job = useJob('backups.make');
  const toasts = useToasts();
  const again = async () => {
    const result = await job.run({});
    if (!result.ok) toasts.problem(result.problem);
    else if (result.data.second?.ok !== false)
      toasts.done(`Backed up and checked: ${result.data.rows} rows.`);
  };
  if (!data) return null;
  const { failed, secondFailed, age, lastAt } = data;
  const isTooOld = age === 'too_old' && !failed;
  if (!failed && !secondFailed && !isTooOld) return null;
  const manages = may('backups.manage');
  return (
    <Strip role="alert" aria-label="Backup">
      <Icon of={OctagonX} size={18} />
      <div className="words">
        {failed ? (
          <p>
            <strong>The backup of {momentWords(failed.at)} failed.</strong> {failed.why}
          </p>
        ) : null}
        {isTooOld && lastAt ? (
          <p>
            <strong>The newest backup is of {momentWords(lastAt)}.</strong> What was written since would be
            lost with this computer.
          </p>
        ) : null}
        {secondFailed ? (
          <p>
            <strong>The copy in the second folder failed on {momentWords(secondFailed.at)}.</strong>{' '}
            {secondFailed.why}
          </p>
        ) : null}
        {manages ? null : <p>Tell a co-ordinator or your system administrator.</p>}
      </div>
      {manages ? (
        <>
          <RouteLink target="/office/backups">Open Backups</RouteLink>
          <Act small busy={job.busy} onPress={() => void again()}>
            Back up now
          </Act>
        </>
      ) : null}
    </Strip>
  );
}
