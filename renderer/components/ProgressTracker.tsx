import { styled } from '@mui/material/styles';
import Check from 'lucide-react/icons/check';
import { look, rem, spokenOnly } from '#renderer/app/tokens.ts';
import { Icon } from './Icon.tsx';

export type ProgressStep = { label: string; detail?: string; state: 'done' | 'now' | 'later' };

const List = styled('ol')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: `${rem(6)} ${rem(8)}`,
  '& li': {
    display: 'inline-flex',
    alignItems: 'center',
    gap: rem(8),
    fontSize: rem(13),
    lineHeight: rem(20),
    fontWeight: 600,
    color: look.ink2,
    whiteSpace: 'nowrap',
  },
  '& li + li::before': { content: '""', width: rem(20), borderTop: `1px solid ${look.lineQuiet}` },
  '& .later': { fontWeight: 500, color: look.ink3 },
  '& .now': { color: look.teal },
  '& .detail': { fontWeight: 400, color: look.ink2, fontVariantNumeric: 'tabular-nums' },
  '& .dot': {
    boxSizing: 'border-box',
    width: rem(18),
    height: rem(18),
    borderRadius: '50%',
    display: 'inline-grid',
    placeItems: 'center',
    border: `1.5px solid ${look.lineField}`,
    color: look.surface,
    backgroundColor: look.surface,
    flex: 'none',
  },
  '& .done .dot': { backgroundColor: look.green, borderColor: look.green },
  '& .now .dot': { border: `${rem(5.5)} solid ${look.teal}` },
});

const Spoken = styled('span')(spokenOnly);
const spoken = { done: ', done', now: ', now', later: ', to come' } as const;

/** The fixed steps something passes through, and where it stands. */
export function ProgressTracker(props: { label: string; steps: ProgressStep[] }) {
  return (
    <List aria-label={props.label}>
      {props.steps.map((step) => (
        <li key={step.label} className={step.state} aria-current={step.state === 'now' ? 'step' : undefined}>
          <span className="dot">{step.state === 'done' ? <Icon of={Check} size={12} /> : null}</span>
          {step.label}
          {step.detail ? <span className="detail">{step.detail}</span> : null}
          <Spoken>{spoken[step.state]}</Spoken>
        </li>
      ))}
    </List>
  );
}
