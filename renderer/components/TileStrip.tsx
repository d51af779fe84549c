import { styled } from '@mui/material/styles';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { look, rem, tabular, type as sizes } from '#renderer/app/tokens.ts';
import { Icon } from './Icon.tsx';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';

const Strip = styled('ul')({
  display: 'grid',
  gridTemplateColumns: `repeat(auto-fit, minmax(${rem(118)}, 1fr))`,
  overflow: 'hidden',
  backgroundColor: look.surface,
  border: `1px solid ${look.line}`,
  borderRadius: rem(8),
  // Label, figure and line each keep one row across the strip, however long a label is.
  '& > li': {
    display: 'grid',
    gridRow: 'span 3',
    gridTemplateRows: 'subgrid',
    borderRight: `1px solid ${look.line}`,
    borderBottom: `1px solid ${look.line}`,
    margin: '0 -1px -1px 0',
  },
});

const Link = styled(PlainLink)({
  minWidth: 0,
  display: 'grid',
  gridRow: 'span 3',
  gridTemplateRows: 'subgrid',
  padding: `${rem(12)} ${rem(16)}`,
  color: look.ink,
  textDecoration: 'none',
  '&:hover': { backgroundColor: look.hover },
  '&:focus-visible': { outlineOffset: rem(-4), borderRadius: rem(8) },
  '& .label': { fontSize: rem(13), lineHeight: rem(18), fontWeight: 550, color: look.ink2 },
  '& .figure': { ...sizes.figure, ...tabular, display: 'block', margin: `${rem(2)} 0` },
  '& .line': {
    display: 'flex',
    alignItems: 'center',
    gap: rem(6),
    minHeight: rem(16),
    ...sizes.small,
    color: look.ink3,
    '&.attention': { color: look.amber, fontWeight: 600 },
  },
});

/** A strip of figures split by hairlines. The label says what they count together. */
export function TileStrip(props: { label: string; children: ReactNode }) {
  return <Strip aria-label={props.label}>{props.children}</Strip>;
}

export type TileProps = {
  /** Under 20 characters. */
  label: string;
  figure: ReactNode;
  /** One line that says why it matters. */
  line?: ReactNode;
  /** The line asks for attention: a triangle and amber words. */
  attention?: boolean;
  to: LinkTarget;
};

/** One figure; the whole tile opens the list behind it. */
export function Tile(props: TileProps) {
  const { label, figure, line, attention = false, to } = props;
  return (
    <li>
      <Link target={to}>
        <span className="label">{label}</span>
        <span className="figure">{figure}</span>
        <span className={attention ? 'line attention' : 'line'}>
          {attention ? <Icon of={TriangleAlert} size={14} /> : null}
          {line}
        </span>
      </Link>
    </li>
  );
}
