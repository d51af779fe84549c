import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { formatPounds, formatPoundsPlain } from '#shared/domain/money.ts';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';

const Amount = styled('span')({ ...tabular, whiteSpace: 'nowrap', '&.strong': { fontWeight: 600 } });

/** Pence as pounds, figures that line up. Without `sign` for columns whose head carries the £. */
export function Money(props: { pence: number; sign?: boolean; strong?: boolean }) {
  const { pence, sign = true, strong = false } = props;
  return (
    <Amount className={strong ? 'strong' : ''}>
      {sign ? formatPounds(pence) : formatPoundsPlain(pence)}
    </Amount>
  );
}

const Opens = styled(PlainLink)({
  ...tabular,
  color: 'inherit',
  textDecoration: 'underline dotted',
  textDecorationColor: look.ink3,
  textUnderlineOffset: rem(4),
  borderRadius: rem(2),
  '&:hover': { color: look.teal, textDecorationStyle: 'solid' },
});

/** A figure that opens what it is made of. `label` says where it leads: "21 orders for household goods". */
export function Figure(props: { children: ReactNode; to: LinkTarget; label: string }) {
  return (
    <Opens target={props.to} aria-label={props.label}>
      {props.children}
    </Opens>
  );
}
