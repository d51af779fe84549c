import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

const Track = styled('progress')({
  appearance: 'none',
  display: 'block',
  width: '100%',
  height: rem(6),
  border: 0,
  borderRadius: rem(3),
  overflow: 'hidden',
  backgroundColor: look.sunken,
  '&::-webkit-progress-bar': { backgroundColor: look.sunken },
  '&::-webkit-progress-value': { borderRadius: rem(3), backgroundColor: look.teal },
  '@media (forced-colors: active)': {
    border: '1px solid CanvasText',
    '&::-webkit-progress-value': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

/** How far something has come, as a bar. `words` says it: "16 of 19 done". */
export function Bar(props: { label: string; value: number; total: number; words: string }) {
  const { label, value, total, words } = props;
  return (
    <Track
      aria-label={label}
      aria-valuetext={words}
      value={Math.min(value, total)}
      max={Math.max(total, 1)}
    />
  );
}
