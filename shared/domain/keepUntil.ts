import { addDays, type Day } from './day.ts';

/** How many days a file with exact figures or names may be kept outside the office (12.4). */
export const EXPORT_DAYS = 30;

/** The last day on which an export may be kept, from the moment it was made (UTC). */
export function keepUntil(madeAt: string): Day {
  return addDays(madeAt.slice(0, 10), EXPORT_DAYS);
}
