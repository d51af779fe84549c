import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import Calendar from 'lucide-react/icons/calendar';
import { useEffect, useRef } from 'react';
import type { FieldValues } from 'react-hook-form';
import { rem } from '#renderer/app/tokens.ts';
import { formatDay, formatDayShort, isDay, parseDay, type Day } from '#shared/domain/dates.ts';
import { Icon } from '../Icon.tsx';
import { ParsedField, type FieldEndProps, type ParsedFieldProps, type Parsing } from './ParsedField.tsx';

const isValue = (value: unknown): value is Day => typeof value === 'string' && isDay(value);
/** The text itself: no day, so the contract refuses it in its own words. */
const unreadable = (text: string) => text;

const plain: Parsing<Day> = { parse: parseDay, format: formatDay, unreadable, isValue };
const withWeekday: Parsing<Day> = {
  ...plain,
  format: (day) => `${formatDayShort(day)} ${day.slice(0, 4)}`,
};

const Place = styled('span')({
  position: 'relative',
  marginRight: rem(-8),
  '& input[type=date]': {
    position: 'absolute',
    insetInlineEnd: 0,
    bottom: 0,
    width: rem(28),
    height: rem(28),
    padding: 0,
    opacity: 0,
    pointerEvents: 'none',
  },
});

export type DateFieldProps<T extends FieldValues, O> = ParsedFieldProps<T, O> & {
  /** Shows the day of the week too, for days to come; dates people remember do without. */
  weekday?: boolean;
};

/** The computer's own calendar, for who wants it: the button, or Alt+Down in the field. */
function CalendarEnd(props: FieldEndProps) {
  const { id, label, onChange } = props;
  const picker = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const field = document.getElementById(id);
    const onKeyDown = (event: KeyboardEvent) => {
      if (!event.altKey || event.key !== 'ArrowDown') return;
      event.preventDefault();
      picker.current?.showPicker();
    };
    field?.addEventListener('keydown', onKeyDown);
    return () => field?.removeEventListener('keydown', onKeyDown);
  }, [id]);
  return (
    <Place>
      <input
        ref={picker}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => onChange(event.target.value || null)}
      />
      <IconButton
        size="small"
        tabIndex={-1}
        aria-label={`Calendar for ${label}`}
        onClick={() => picker.current?.showPicker()}
      >
        <Icon of={Calendar} size={16} />
      </IconButton>
    </Place>
  );
}

/**
 * A date, typed as people write it: `14/3/08`, `14 mar 2008`, `Tue 14 Oct 2008`. The calendar at its end (Alt+Down)
 * is only an extra.
 */
export function DateField<T extends FieldValues, O>(props: DateFieldProps<T, O>) {
  const { weekday = false, ...rest } = props;
  return (
    <ParsedField
      {...rest}
      parsing={weekday ? withWeekday : plain}
      inputMode="text"
      {...(props.readOnly ? {} : { End: CalendarEnd })}
    />
  );
}
