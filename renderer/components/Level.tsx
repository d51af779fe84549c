import { styled } from '@mui/material/styles';
import { look, rem } from '#renderer/app/tokens.ts';

const Bars = styled('span')({
  display: 'inline-flex',
  alignItems: 'flex-end',
  gap: rem(3),
  height: rem(14),
  marginRight: rem(8),
  verticalAlign: rem(-1),
  '& i': { width: rem(5), borderRadius: rem(1.5), backgroundColor: look.lineQuiet },
  '& i.on': { backgroundColor: look.teal },
  '@media (forced-colors: active)': {
    '& i': { border: '1px solid CanvasText' },
    '& i.on': { backgroundColor: 'CanvasText', forcedColorAdjust: 'none' },
  },
});

/** The level of need as four steps, with its number and word: "3 Integrated". */
export function Level(props: { level: number; word: string }) {
  const { level, word } = props;
  return (
    <span>
      <Bars aria-hidden="true">
        {[1, 2, 3, 4].map((step) => (
          <i key={step} className={step <= level ? 'on' : ''} style={{ height: rem(5 + step * 2.25) }} />
        ))}
      </Bars>
      {level} {word}
    </span>
  );
}
