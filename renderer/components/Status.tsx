import { styled } from '@mui/material/styles';
import CircleCheck from 'lucide-react/icons/circle-check';
import CircleDashed from 'lucide-react/icons/circle-dashed';
import Circle from 'lucide-react/icons/circle';
import Equal from 'lucide-react/icons/equal';
import OctagonX from 'lucide-react/icons/octagon-x';
import Pencil from 'lucide-react/icons/pencil';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon, type IconShape } from './Icon.tsx';

/** What a status says; the picture and the colour follow from it, the word comes from the caller. */
export type StatusKind = 'done' | 'attention' | 'stop' | 'course' | 'notStarted' | 'neutral' | 'writing';

export const statusLooks: Record<
  StatusKind,
  { icon: IconShape; colour: string; tint: string; line: string }
> = {
  done: { icon: CircleCheck, colour: look.green, tint: look.greenTint, line: look.greenLine },
  attention: { icon: TriangleAlert, colour: look.amber, tint: look.amberTint, line: look.amberLine },
  stop: { icon: OctagonX, colour: look.red, tint: look.redTint, line: look.redLine },
  course: { icon: Equal, colour: look.ink2, tint: look.sunken, line: look.line },
  notStarted: { icon: CircleDashed, colour: look.ink2, tint: look.sunken, line: look.line },
  neutral: { icon: Circle, colour: look.ink2, tint: look.sunken, line: look.line },
  writing: { icon: Pencil, colour: look.teal, tint: look.tealTint, line: look.tealLine },
};

const Line = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(6),
  fontSize: rem(13),
  lineHeight: rem(18),
  fontWeight: 600,
  whiteSpace: 'nowrap',
  verticalAlign: 'middle',
  '&.quiet > span': { fontWeight: 450, fontSize: rem(12.5), color: look.ink2 },
});

/** A status: picture, word and colour, always all three. It is never pressed. `quiet` for long lists of them. */
export function Status(props: { kind: StatusKind; children: ReactNode; quiet?: boolean; icon?: IconShape }) {
  const { icon, colour } = statusLooks[props.kind];
  return (
    <Line className={props.quiet ? 'quiet' : ''} style={{ color: colour }}>
      <Icon of={props.icon ?? icon} size={16} />
      <span>{props.children}</span>
    </Line>
  );
}

const Badge = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(5),
  padding: `${rem(1)} ${rem(7)}`,
  borderRadius: rem(4),
  border: '1px solid',
  fontSize: rem(12),
  lineHeight: rem(18),
  fontWeight: 600,
  whiteSpace: 'nowrap',
});

/** A status in a small box, for beside a title: Draft, Locked. */
export function Tag(props: { kind: StatusKind; children: ReactNode; icon?: IconShape }) {
  const { icon, colour, tint, line } = statusLooks[props.kind];
  return (
    <Badge style={{ color: colour, backgroundColor: tint, borderColor: line }}>
      <Icon of={props.icon ?? icon} size={14} />
      {props.children}
    </Badge>
  );
}
