import { Temporal } from 'temporal-polyfill';

/** A calendar day as `yyyy-mm-dd` text: no time, no zone, and it sorts as text. */
export type Day = string;

/** The shape of a `Day`; whether the calendar has it is another question (`isDay`). */
export const DAY_SHAPE = /^\d{4}-\d{2}-\d{2}$/;

/**
 * A `Day` as a Temporal date, for arithmetic this file does not offer.
 * @throws RangeError when the text is no day of the calendar.
 */
export function toPlainDate(day: Day): Temporal.PlainDate {
  if (!DAY_SHAPE.test(day)) throw new RangeError('A day must be written yyyy-mm-dd.');
  return Temporal.PlainDate.from(day);
}

/** The day `days` later, or earlier when negative. Throws RangeError when `day` is no day. */
export function addDays(day: Day, days: number): Day {
  return toPlainDate(day).add({ days }).toString();
}

/** The day `months` later in the calendar; a month too short gives its last day (31 Jan + 1 = 28 or 29 Feb). */
export function addMonths(day: Day, months: number): Day {
  return toPlainDate(day).add({ months }).toString();
}

/** Days from the first to the second: negative when the second is earlier, 0 on the same day. */
export function daysBetween(from: Day, to: Day): number {
  return toPlainDate(from).until(toPlainDate(to), { largestUnit: 'days' }).days;
}
