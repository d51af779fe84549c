import { addDays, formatDay, type Day } from '#shared/domain/dates.ts';

/** The office's clock is the computer's, so a test's days are told from today on: `today(-30)` was a month ago. */
export function today(daysOn = 0): Day {
  const now = new Date();
  const utc = new Date(Date.UTC(now.getFullYear(), now.getMonth(), now.getDate()));
  return addDays(utc.toISOString().slice(0, 10), daysOn);
}

/** The same as people type it: `14 Mar 2008`. */
export function dayFromNow(days: number): string {
  return formatDay(today(days));
}
