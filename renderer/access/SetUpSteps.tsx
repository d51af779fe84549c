import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

const List = styled('ol')({
  display: 'flex',
  flexDirection: 'column',
  gap: rem(20),
  counterReset: 'step',
  '& li': {
    counterIncrement: 'step',
    position: 'relative',
    minHeight: rem(28),
    paddingLeft: rem(42),
    fontSize: rem(13),
    lineHeight: rem(18),
    '&::before': {
      content: 'counter(step)',
      position: 'absolute',
      left: 0,
      top: 0,
      display: 'grid',
      placeItems: 'center',
      width: rem(26),
      height: rem(26),
      borderRadius: '50%',
      border: '1px solid currentColor',
      fontWeight: 600,
    },
    '&[aria-current]': { color: '#FFFFFF' },
    '&[aria-current]::before': { backgroundColor: look.page, color: look.teal, borderColor: look.page },
    '& strong': { display: 'block', fontSize: rem(14), lineHeight: rem(26), fontWeight: 600 },
  },
});

const steps = [
  { title: 'Your office', words: 'Names, addresses, areas, and who begins.' },
  { title: 'The recovery key', words: 'Shown once, written down, kept in a safe.' },
  { title: 'Work', words: 'Add people, providers and the first fund.' },
] as const;

/** Where the set-up is, beside it. */
export function Steps({ now }: { now: 1 | 2 }) {
  return (
    <List aria-label="Steps">
      {steps.map((step, at) => (
        <li key={step.title} aria-current={at + 1 === now ? 'step' : undefined}>
          <strong>{step.title}</strong>
          {step.words}
        </li>
      ))}
    </List>
  );
}

/** The acts at the end of a page without a frame. */
export const Foot = styled('div')({
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: rem(8),
  '& .words': { marginRight: 'auto', color: look.ink2 },
});
