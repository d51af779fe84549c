import { formatDay } from '#shared/domain/dates.ts';
import type { Output } from '#shared/contract/index.ts';

/** An opening by exception as the office gives it. */
export type Opening = Output<'children.restricted'>['openings'][number];
/** A restricted record as its keepers see it. */
export type RestrictedRecord = Output<'children.restricted'>['records'][number];

const two = (value: number) => String(value).padStart(2, '0');

/** A moment as a day and a time of this computer's clock: `14 Oct 2008, 11:05`. */
export function momentWords(moment: string): string {
  const at = new Date(moment);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${formatDay(day)}, ${timeWords(moment)}`;
}

/** The time of a moment on this computer's clock: `11:05`. */
export function timeWords(moment: string): string {
  const at = new Date(moment);
  return `${two(at.getHours())}:${two(at.getMinutes())}`;
}
