import { styled } from '@mui/material/styles';
import { look, rem, spokenOnly, tabular } from '#renderer/app/tokens.ts';

const inset = 11;

const Spoken = styled('span')(spokenOnly);

const Box = styled('div')({
  ...tabular,
  position: 'relative',
  height: rem(26),
  margin: `0 ${rem(inset)}`,
  '& .track, & .way': { position: 'absolute', top: rem(11), height: rem(4), borderRadius: rem(2) },
  '& .track': { left: 0, right: 0, backgroundColor: look.sunken },
  '& .way': { backgroundColor: look.teal },
  '& .tick': { position: 'absolute', top: rem(9), width: 1, height: rem(8), backgroundColor: look.lineQuiet },
  '& .dot': {
    position: 'absolute',
    top: rem(3),
    width: rem(20),
    height: rem(20),
    marginLeft: rem(-10),
    boxSizing: 'border-box',
    display: 'grid',
    placeItems: 'center',
    borderRadius: '50%',
    border: `1.5px solid ${look.ink3}`,
    backgroundColor: look.surface,
    color: look.ink,
    fontSize: rem(11),
    lineHeight: 1,
    fontWeight: 600,
  },
  '& .dot.aim': { borderStyle: 'dashed', borderColor: look.teal, color: look.teal },
  '& .dot.now': { backgroundColor: look.teal, borderColor: look.teal, color: look.onTeal },
  '@media (forced-colors: active)': {
    '& .track': { height: 0, borderTop: '1px solid GrayText' },
    '& .way': { height: 0, borderTop: `${rem(4)} solid CanvasText` },
    '& .dot.now': { forcedColorAdjust: 'none', backgroundColor: 'Highlight', color: 'HighlightText' },
  },
  '& .dot.met': { backgroundColor: look.green, borderColor: look.green, color: look.surface },
});

export type DistanceProps = { start: number; now: number; aim: number; label: string };

const at = (score: number) => ({ left: `${score * 10}%` });

/**
 * Distance travelled on a scale of 0 to 10: hollow circle start, filled now, dashed aim, the score inside each. Green
 * when the aim is met. Said in words to screen readers.
 */
export function DistanceLine(props: DistanceProps) {
  const { start, now, aim, label } = props;
  const isMet = now >= aim;
  const [from, to] = [Math.min(start, now), Math.max(start, now)];
  return (
    <Box>
      <Spoken>{`${label}: started at ${start}, now ${now}, aim ${aim}, of 10`}</Spoken>
      <div aria-hidden="true">
        <span className="track" />
        {Array.from({ length: 11 }, (_tick, score) => (
          <span key={score} className="tick" style={at(score)} />
        ))}
        <span className="way" style={{ ...at(from), width: `${(to - from) * 10}%` }} />
        {start === now ? null : (
          <span className="dot" style={at(start)}>
            {start}
          </span>
        )}
        {aim === now || aim === start ? null : (
          <span className="dot aim" style={at(aim)}>
            {aim}
          </span>
        )}
        <span className={isMet ? 'dot now met' : 'dot now'} style={at(now)}>
          {now}
        </span>
      </div>
    </Box>
  );
}

const Key = styled('span')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(14),
  fontSize: rem(12),
  color: look.ink2,
  '& span': { display: 'inline-flex', alignItems: 'center', gap: rem(6) },
  '& i': {
    width: rem(12),
    height: rem(12),
    boxSizing: 'border-box',
    borderRadius: '50%',
    border: `1.5px solid ${look.ink3}`,
  },
  '& .now': { backgroundColor: look.teal, borderColor: look.teal },
  '& .aim': { borderStyle: 'dashed', borderColor: look.teal },
  '@media (forced-colors: active)': { '& .now': { forcedColorAdjust: 'none', backgroundColor: 'Highlight' } },
});

/** What the three circles mean. */
export function DistanceKey() {
  return (
    <Key>
      <span>
        <i /> start
      </span>
      <span>
        <i className="now" /> now
      </span>
      <span>
        <i className="aim" /> aim
      </span>
    </Key>
  );
}
