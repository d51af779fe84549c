import { styled } from '@mui/material/styles';
import Inbox from 'lucide-react/icons/inbox';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon, type IconShape } from './Icon.tsx';

const Box = styled('div')({
  display: 'flex',
  flexDirection: 'column',
  alignItems: 'center',
  gap: rem(8),
  padding: `${rem(40)} ${rem(24)}`,
  textAlign: 'center',
  color: look.ink2,
  '& > svg': { color: look.ink3 },
  '& .title': { fontSize: rem(15), lineHeight: rem(24), fontWeight: 600, color: look.ink },
  '& .words': { maxWidth: rem(460), textWrap: 'pretty' },
  '& .act': { marginTop: rem(8), display: 'flex', gap: rem(8) },
});

/** An empty list says what it is for and offers the first step. */
export function EmptyState(props: {
  title: string;
  children?: ReactNode;
  action?: ReactNode;
  icon?: IconShape;
}) {
  return (
    <Box>
      <Icon of={props.icon ?? Inbox} size={24} />
      <p className="title">{props.title}</p>
      {props.children ? <div className="words">{props.children}</div> : null}
      {props.action ? <div className="act">{props.action}</div> : null}
    </Box>
  );
}
