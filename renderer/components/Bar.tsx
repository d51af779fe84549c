import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

const Track = styled('div')({
  height: rem(6),
  borderRadius: rem(3),
  overflow: 'hidden',
  backgroundColor: look.sunken,
  '& > div': { height: '100%', borderRadius: rem(3), backgroundColor: look.teal },
  '@media (forced-colors: active)': {
    border: '1px solid CanvasText',
    '& > div': { backgroundColor: 'Highlight', forcedColorAdjust: 'none' },
  },
});

/** How far something has come, as a bar. `words` says it: "16 of 19 done". */
export function Bar(props: { label: string; value: number; total: number; words: string }) {
  const { label, value, total, words } = props;
  const percent = total > 0 ? Math.min(100, (value / total) * 100) : 0;
  return (
    <Track
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={total}
      aria-valuenow={value}
      aria-valuetext={words}
    >
      <div style={{ width: `${percent}%` }} />
    </Track>
  );
}
