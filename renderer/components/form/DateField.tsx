import IconButton from '@mui/material/IconButton';
import { styled } from '@mui/material/styles';
import Calendar from 'lucide-react/icons/calendar';
import { useRef, type KeyboardEvent } from 'react';
import type { FieldValues } from 'react-hook-form';
import { rem } from '#renderer/app/tokens.ts';
import { formatDay, formatDayShort, isDay, parseDay, type Day } from '#shared/domain/dates.ts';
import { Icon } from '../Icon.tsx';
import { ParsedField, type ParsedFieldProps, type Parsing } from './ParsedField.tsx';

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

/**
 * A date, typed as people write it: `14/3/08`, `14 mar 2008`, `Tue 14 Oct 2008`. The calendar at its end (Alt+Down)
 * is only an extra.
 */
export function DateField<T extends FieldValues, O>(props: DateFieldProps<T, O>) {
  const { weekday = false, readOnly = false, ...rest } = props;
  const picker = useRef<HTMLInputElement>(null);
  const open = () => picker.current?.showPicker();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!event.altKey || event.key !== 'ArrowDown' || readOnly) return;
    event.preventDefault();
    open();
  };
  return (
    <ParsedField
      {...rest}
      readOnly={readOnly}
      parsing={weekday ? withWeekday : plain}
      inputMode="text"
      onKeyDown={onKeyDown}
      end={(_typed, change) =>
        readOnly ? null : (
          <Place>
            <input
              ref={picker}
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              onChange={(event) => change(event.target.value || null)}
            />
            <IconButton size="small" tabIndex={-1} aria-label={`Calendar for ${props.label}`} onClick={open}>
              <Icon of={Calendar} size={16} />
            </IconButton>
          </Place>
        )
      }
    />
  );
}
