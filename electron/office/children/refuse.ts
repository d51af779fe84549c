import { OfficeProblem } from '#shared/problems.ts';
import { isDay } from '#shared/domain/dates.ts';

/** Throws a problem in words: what happened and what to do. The field is the input's path. */
export function refuse(message: string, field?: string): never {
  throw new OfficeProblem('invalid', message, field ? { field } : {});
}

/** Refuses a day that the calendar does not have or that is still to come. */
export function refuseFuture(day: string, today: string, field: string, what: string): void {
  if (!isDay(day)) refuse('The calendar has no such day. Nothing was saved. Enter another.', field);
  if (day > today) refuse(`${what} cannot be in the future. Nothing was saved. Enter the day it was.`, field);
}
