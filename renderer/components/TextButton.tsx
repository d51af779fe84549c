import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';

const Plain = styled('button')({
  appearance: 'none',
  border: 0,
  background: 'none',
  padding: `${rem(3)} ${rem(2)}`,
  margin: `${rem(-3)} ${rem(-2)}`,
  borderRadius: rem(4),
  color: look.teal,
  fontWeight: 600,
  cursor: 'pointer',
  textAlign: 'left',
  '&:hover': { textDecoration: 'underline', textUnderlineOffset: '0.2em' },
});

/** A press that reads as a link in words, for acts inside sentences and bars. */
export function TextButton(props: {
  children: ReactNode;
  onPress: () => void;
  spokenLabel?: string;
  expanded?: boolean;
}) {
  return (
    <Plain
      type="button"
      onClick={props.onPress}
      aria-label={props.spokenLabel}
      aria-expanded={props.expanded}
    >
      {props.children}
    </Plain>
  );
}
