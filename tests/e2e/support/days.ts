import { addDays, formatDay } from '#shared/domain/dates.ts';

/** The office's clock is the computer's, so a test's days are told from today on, as people write them. */
export function dayFromNow(days: number): string {
  return formatDay(addDays(new Date().toLocaleDateString('sv-SE'), days));
}
