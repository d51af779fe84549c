import MuiDialog from '@mui/material/Dialog';
import { styled } from '@mui/material/styles';
import { useEffect, useId, useState } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { Act } from '#renderer/components/Act.tsx';

const Box = styled('div')({
  padding: `${rem(20)} ${rem(24)}`,
  '& h2': { ...sizes.dialogTitle, margin: `0 0 ${rem(8)}` },
  '& p': { color: look.ink2, textWrap: 'pretty' },
  '& .left': { margin: `${rem(12)} 0 ${rem(16)}`, color: look.ink, fontWeight: 600, fontSize: rem(16) },
});

const spokenAt = [30, 10];

/** Takes the focus as it appears: it is inside the dialog, whose own place for it comes later. */
function Stay({ id, onStay }: { id: string; onStay: () => void }) {
  useEffect(() => document.getElementById(id)?.focus(), [id]);
  return (
    <Act id={id} kind="main" onPress={onStay}>
      Keep working
    </Act>
  );
}

/** The last seconds before the desk locks itself, spoken when they begin and twice more; any key or click stays. */
export function LockWarning({ left, onStay }: { left: number; onStay: () => void }) {
  const id = useId();
  const [first] = useState(left);
  const said = spokenAt.find((second) => left <= second + 1 && left >= second - 1) ?? null;
  return (
    <MuiDialog
      open
      role="alertdialog"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-words`}
      onClose={onStay}
      slotProps={{ paper: { style: { width: rem(440), maxWidth: 'calc(100% - 2rem)' } } }}
    >
      <Box>
        <h2 id={`${id}-title`}>Trust Desk is about to lock</h2>
        <p id={`${id}-words`}>
          Nobody has touched it for a while. It locks in {first} seconds. What you typed is kept for you.
          Press any key or the button to go on.
        </p>
        <p className="left" role="timer" aria-live="off">
          {left} {left === 1 ? 'second' : 'seconds'} left
        </p>
        <p
          aria-live="assertive"
          style={{ position: 'absolute', clipPath: 'inset(50%)', width: 1, height: 1 }}
        >
          {said === null ? '' : `Trust Desk locks in ${said} seconds.`}
        </p>
        <Stay id={`${id}-stay`} onStay={onStay} />
      </Box>
    </MuiDialog>
  );
}
