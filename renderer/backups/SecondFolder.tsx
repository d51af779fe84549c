import { styled } from '@mui/material/styles';
import FolderPlus from 'lucide-react/icons/folder-plus';
import type { Output } from '#shared/contract/index.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';
import { Card } from '#renderer/components/Card.tsx';
import { Status } from '#renderer/components/Status.tsx';
import { useToasts } from '#renderer/components/toastQueue.ts';
import { useWrite } from '#renderer/office/useWrite.ts';

const Line = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(8)} ${rem(16)}`,
  '& .words': { flex: '1 1 20rem', minWidth: 0, overflowWrap: 'anywhere' },
  '& .words p': { color: look.ink2, fontSize: rem(13) },
});

/** A second place for every backup: chosen in a dialog, tried at once, let go again. */
export function SecondFolder({ second }: { second: Output<'backups.list'>['second'] }) {
  const write = useWrite('backups.chooseSecond');
  const toasts = useToasts();
  const set = async (folder: string | null) => {
    const result = await write.run({ folder });
    if (!result.ok) toasts.problem(result.problem);
    else
      toasts.done(
        folder ? 'Every backup goes there too, from the next one on.' : 'Backups stay in one place.',
      );
  };
  const choose = async () => {
    const chosen = await window.shell.pickFolder();
    if (!chosen.ok) toasts.problem(chosen.problem);
    else if (chosen.data) await set(chosen.data.token);
  };
  return (
    <Card title="Second folder" padded="tight">
      <Line>
        <div className="words">
          {second ? (
            <>
              <strong>{second.folder}</strong>{' '}
              {second.reachable ? null : <Status kind="stop">Not there now</Status>}
              <p>Each backup is copied there and compared, under the same names.</p>
            </>
          ) : (
            <>
              <strong>None yet.</strong>
              <p>
                If this computer is lost, its backups are lost with it. Choose a folder on another disk, a
                stick or a share; what is in it stays encrypted.
              </p>
            </>
          )}
        </div>
        {second ? (
          <Act kind="text" disabled={write.busy} onPress={() => void set(null)}>
            Stop copying there
          </Act>
        ) : null}
        <Act icon={FolderPlus} busy={write.busy} onPress={() => void choose()}>
          {second ? 'Choose another' : 'Choose a folder'}
        </Act>
      </Line>
    </Card>
  );
}
