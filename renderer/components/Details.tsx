import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';

/** What is known of a thing, a label and a value a line; put `Detail`s into it. */
export const Details = styled('dl')({
  display: 'grid',
  gridTemplateColumns: `minmax(${rem(112)}, auto) minmax(0, 1fr)`,
  gap: `${rem(8)} ${rem(16)}`,
  margin: 0,
  '& dt': { color: look.ink2, fontSize: rem(13), lineHeight: rem(20) },
  '& dd': { margin: 0, whiteSpace: 'pre-line', overflowWrap: 'anywhere' },
  '& .none': { color: look.ink3 },
});

/** One line of `Details`; says so when nothing is known. */
export function Detail(props: { label: string; children?: ReactNode; none?: string }) {
  return (
    <>
      <dt>{props.label}</dt>
      <dd>{props.children || <span className="none">{props.none ?? 'Not recorded'}</span>}</dd>
    </>
  );
}
