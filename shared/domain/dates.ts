import { Temporal } from 'temporal-polyfill';
import { DAY_SHAPE, daysBetween, toPlainDate, type Day } from './day.ts';

export { addWorkingDays, bankHolidays, isWorkingDay } from './calendar.ts';
export { addDays, addMonths, daysBetween } from './day.ts';
export type { Day } from './day.ts';

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;
const LONG_MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;

function plainDate(year: number, month: number, day: number): Temporal.PlainDate | null {
  try {
    return Temporal.PlainDate.from({ year, month, day }, { overflow: 'reject' });
  } catch {
    return null;
  }
}

/** Whether a text is a real day written `yyyy-mm-dd`: `2008-02-30` is not. */
export function isDay(text: string): text is Day {
  if (!DAY_SHAPE.test(text)) return false;
  return plainDate(Number(text.slice(0, 4)), Number(text.slice(5, 7)), Number(text.slice(8))) !== null;
}

/** Two figures mean this century up to 49 and the last from 50: a parent's 14.3.67 and a child's 14.3.08 both read right. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length !== 2) return year;
  return year < 50 ? 2000 + year : 1900 + year;
}

function monthNumber(word: string): number | null {
  const lower = word.toLowerCase();
  const index = LONG_MONTHS.findIndex((name) => {
    const long = name.toLowerCase();
    return lower === long || lower === long.slice(0, 3) || (long === 'september' && lower === 'sept');
  });
  return index === -1 ? null : index + 1;
}

/**
 * Reads a date as people type it, the day first: `14/3/2008`, `14.3.08`, `14 Mar 2008`, `14 march 08`,
 * `Tuesday 14 October 2008`, `14-MAR-2008` or `2008-03-14`. Null when it is no day of the calendar.
 */
export function parseDay(text: string): Day | null {
  const trimmed = text.trim().replace(/\s+/g, ' ');
  if (DAY_SHAPE.test(trimmed)) return isDay(trimmed) ? trimmed : null;
  const figures = /^(\d{1,2})([/.\- ])(\d{1,2})\2(\d{4}|\d{2})$/.exec(trimmed);
  if (figures !== null) {
    const [, day = '', , month = '', year = ''] = figures;
    return plainDate(fullYear(year), Number(month), Number(day))?.toString() ?? null;
  }
  const words =
    /^(?:(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?,? )?(\d{1,2})(?:st|nd|rd|th)?[ \-.]?([a-z]{3,9})[ \-.,]{0,2}(\d{4}|\d{2})$/i.exec(
      trimmed,
    );
  if (words === null) return null;
  const [, day = '', word = '', year = ''] = words;
  const month = monthNumber(word);
  return month === null ? null : (plainDate(fullYear(year), month, Number(day))?.toString() ?? null);
}

function monthShort(date: Temporal.PlainDate): string {
  return MONTHS[date.month - 1] ?? '';
}

function weekday(date: Temporal.PlainDate): string {
  return WEEKDAYS[date.dayOfWeek - 1] ?? '';
}

/** `14 Mar 2008`: how the product shows a date. Throws RangeError when `day` is no day. */
export function formatDay(day: Day): string {
  const date = toPlainDate(day);
  return `${date.day} ${monthShort(date)} ${date.year}`;
}

/** `Tuesday 14 October 2008`. Throws RangeError when `day` is no day. */
export function formatDayLong(day: Day): string {
  const date = toPlainDate(day);
  return `${weekday(date)} ${date.day} ${LONG_MONTHS[date.month - 1] ?? ''} ${date.year}`;
}

/** `Fri 10 Oct`, for lists where the year is plain. Throws RangeError when `day` is no day. */
export function formatDayShort(day: Day): string {
  const date = toPlainDate(day);
  return `${weekday(date).slice(0, 3)} ${date.day} ${monthShort(date)}`;
}

/**
 * Age in whole years on a day, as every return counts it (domain 8.4). A child born on 29 February turns a year older
 * on 1 March when there is no 29th, as the law of England counts ages. Negative before birth is refused.
 * @throws RangeError when `on` is before `dob`, or either is no day.
 */
export function ageInYears(dob: Day, on: Day): number {
  if (on < dob) throw new RangeError('The date of birth is after the day the age is taken on.');
  const born = toPlainDate(dob);
  const then = toPlainDate(on);
  const hadBirthday = then.month > born.month || (then.month === born.month && then.day >= born.day);
  return then.year - born.year - (hadBirthday ? 0 : 1);
}

function count(number: number, unit: string): string {
  return `${number} ${unit}${number === 1 ? '' : 's'}`;
}

/**
 * Age in words: `3 days` in the first week, `3 weeks` under three months, `11 months` under two, then `8 years`.
 * @throws RangeError when `on` is before `dob`, or either is no day.
 */
export function ageInWords(dob: Day, on: Day): string {
  const years = ageInYears(dob, on);
  if (years >= 2) return count(years, 'year');
  const { months } = toPlainDate(dob).until(toPlainDate(on), { largestUnit: 'months' });
  if (months >= 3) return count(months, 'month');
  const days = daysBetween(dob, on);
  return days < 7 ? count(days, 'day') : count(Math.floor(days / 7), 'week');
}

/** What stands in the age's place for an unborn child: `due 3 Mar 2009` (BR-12). */
export function dueInWords(expected: Day): string {
  return `due ${formatDay(expected)}`;
}

/** Sentence for a day beside today: `today`, `yesterday`, `tomorrow`, `in 3 days`, `5 days ago`. */
export function relativeDay(day: Day, today: Day): string {
  const days = daysBetween(today, day);
  if (days === 0) return 'today';
  if (Math.abs(days) === 1) return days > 0 ? 'tomorrow' : 'yesterday';
  return days > 0 ? `in ${days} days` : `${-days} days ago`;
}
