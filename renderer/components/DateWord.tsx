import { styled } from '@mui/material/styles';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { daysBetween, formatDayShort, type Day } from '#shared/domain/dates.ts';
import { Icon } from './Icon.tsx';

const Box = styled('span')({
  ...tabular,
  display: 'block',
  paddingLeft: rem(8),
  borderLeft: `${rem(3)} solid ${look.line}`,
  whiteSpace: 'nowrap',
  '&.late': { borderLeftColor: look.amberMark },
  '& .bold': {
    display: 'flex',
    alignItems: 'center',
    gap: rem(6),
    fontSize: rem(13),
    lineHeight: rem(18),
    fontWeight: 600,
    color: look.ink2,
  },
  '&.late .bold': { color: look.amber },
  '& .line': { display: 'block', fontSize: rem(12), lineHeight: rem(16), color: look.ink2 },
});

export type DateWordProps = {
  /** In bold: "4 days late", "Today", "Ready to issue". */
  bold: string;
  /** Below it: "due Fri 10 Oct". */
  line: string;
  late?: boolean;
};

/** A date with a word, and a bar at its side; never the bar alone. */
export function DateWord(props: DateWordProps) {
  return (
    <Box className={props.late ? 'late' : ''}>
      <span className="bold">
        {props.late ? <Icon of={TriangleAlert} size={14} /> : null}
        {props.bold}
      </span>
      <span className="line">{props.line}</span>
    </Box>
  );
}

function many(count: number): string {
  return `${count} ${count === 1 ? 'day' : 'days'}`;
}

/**
 * The words for a day something is due: "4 days late", "Today", "Tomorrow", "In 6 days", over "due Fri 10 Oct".
 * `kind` is the word before the date; only what is due or to be done by a day can be late.
 */
export function dueWords(day: Day, today: Day, kind: 'due' | 'by' | 'asked' = 'due'): DateWordProps {
  const days = daysBetween(today, day);
  const line = `${kind} ${formatDayShort(day)}`;
  if (days === 0) return { bold: 'Today', line };
  if (kind === 'asked') return { bold: `${many(-days)} waiting`, line, late: days < -1 };
  if (days < 0) return { bold: `${many(-days)} late`, line, late: true };
  return { bold: days === 1 ? 'Tomorrow' : `In ${many(days)}`, line };
}
