import { styled } from '@mui/material/styles';
import QuoteMark from 'lucide-react/icons/quote';
import type { ReactNode } from 'react';
import { look, rem, type as sizes } from '#renderer/app/tokens.ts';
import { Icon } from './Icon.tsx';

const Box = styled('figure')({
  display: 'flex',
  gap: rem(10),
  '& > svg': { color: look.teal, marginTop: rem(3) },
  '& blockquote': { margin: 0, ...sizes.words, fontWeight: 500 },
  '& figcaption': { fontSize: rem(12), lineHeight: rem(18), color: look.ink2 },
});

/** A child's own words, set larger than what surrounds them, and who heard them. */
export function Quote(props: { children: ReactNode; by: ReactNode }) {
  return (
    <Box>
      <Icon of={QuoteMark} size={18} />
      <div>
        <blockquote>{props.children}</blockquote>
        <figcaption>{props.by}</figcaption>
      </div>
    </Box>
  );
}
