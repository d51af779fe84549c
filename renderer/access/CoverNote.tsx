import { styled } from '@mui/material/styles';
import Lock from 'lucide-react/icons/lock';
import RotateCw from 'lucide-react/icons/rotate-cw';
import { Icon } from '#renderer/components/Icon.tsx';
import { look, rem } from '#renderer/app/tokens.ts';
import type { Cover } from './useSession.ts';

const Box = styled('div')({
  display: 'flex',
  gap: rem(12),
  margin: `${rem(16)} 0`,
  padding: `${rem(12)} ${rem(16)}`,
  borderRadius: rem(8),
  border: `1px solid ${look.tealLine}`,
  borderLeft: `${rem(3)} solid ${look.teal}`,
  backgroundColor: look.tealTint,
  color: look.ink,
  '& > svg': { color: look.teal, marginTop: rem(2) },
  '&.restarted': {
    borderColor: look.amberLine,
    borderLeftColor: look.amberMark,
    backgroundColor: look.amberTint,
    '& > svg': { color: look.amber },
  },
  '& strong': { display: 'block' },
});

/** Why the screens are covered, what was kept, and what brings them back. */
export function CoverNote({ cover }: { cover: Cover }) {
  if (cover === 'restarted')
    return (
      <Box className="restarted" role="alert">
        <Icon of={RotateCw} size={18} />
        <p>
          <strong>The office stopped and was started again.</strong>
          Everything it had said was saved is safe, and what you typed is still here. Sign in again, then look
          whether the last thing you did was saved.
        </p>
      </Box>
    );
  if (cover === 'locked')
    return (
      <Box aria-live="polite">
        <Icon of={Lock} size={18} />
        <p>
          <strong>What was typed is kept.</strong>
          It comes back for whoever locked it. Anyone else who signs in begins with a fresh screen.
        </p>
      </Box>
    );
  return null;
}
