import { addDays, daysBetween, isDay, type Day } from './dates.ts';

/**
 * A quarter of a council's financial year (domain 8.4): `2007-Q1` is April to June 2007, and the year in the code is
 * the one the financial year starts in, so `2007-Q4` is January to March 2008.
 */
export type Period = { code: string; from: Day; to: Day; year: number; quarter: 1 | 2 | 3 | 4 };

/** A council's year, 1 April to 31 March, written `2007-08`. */
export type FinancialYear = { code: string; from: Day; to: Day };

const QUARTERS = [1, 2, 3, 4] as const;

function period(year: number, quarter: 1 | 2 | 3 | 4): Period {
  const calendarYear = quarter === 4 ? year + 1 : year;
  const bounds = {
    1: ['04-01', '06-30'],
    2: ['07-01', '09-30'],
    3: ['10-01', '12-31'],
    4: ['01-01', '03-31'],
  }[quarter];
  const [from = '', to = ''] = bounds;
  return {
    code: `${year}-Q${quarter}`,
    from: `${calendarYear}-${from}`,
    to: `${calendarYear}-${to}`,
    year,
    quarter,
  };
}

/** Reads a quarter's code such as `2007-Q1` (small q and spaces around it allowed); null when there is no such quarter. */
export function parsePeriod(text: string): Period | null {
  const match = /^(19[5-9]\d|20\d\d)-?q([1-4])$/i.exec(text.trim());
  if (match === null) return null;
  const quarter = QUARTERS.find((candidate) => String(candidate) === match[2]);
  return quarter === undefined ? null : period(Number(match[1]), quarter);
}

function partsOf(day: Day): { year: number; month: number } {
  if (!isDay(day)) throw new RangeError('A day must be a real date written yyyy-mm-dd.');
  return { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
}

/** The quarter a day falls in. Throws RangeError when `day` is no day. */
export function quarterOf(day: Day): Period {
  const { year, month } = partsOf(day);
  if (month <= 3) return period(year - 1, 4);
  if (month <= 6) return period(year, 1);
  return month <= 9 ? period(year, 2) : period(year, 3);
}

/** The quarter before. */
export function previousQuarter(current: Period): Period {
  return quarterOf(addDays(current.from, -1));
}

/** The quarter after. */
export function nextQuarter(current: Period): Period {
  return quarterOf(addDays(current.to, 1));
}

/** Every quarter touched from one day to another, in order; none when the second day is earlier. */
export function quartersBetween(from: Day, to: Day): Period[] {
  const quarters: Period[] = [];
  for (let quarter = quarterOf(from); quarter.from <= to; quarter = nextQuarter(quarter))
    quarters.push(quarter);
  return from <= to ? quarters : [];
}

/** The financial year a day falls in. Throws RangeError when `day` is no day. */
export function financialYear(day: Day): FinancialYear {
  const { year, month } = partsOf(day);
  const start = month >= 4 ? year : year - 1;
  const code = `${start}-${String((start + 1) % 100).padStart(2, '0')}`;
  return { code, from: `${start}-04-01`, to: `${start + 1}-03-31` };
}

/** Reads a financial year's code such as `2007-08`; null when the two halves do not follow. */
export function parseFinancialYear(text: string): FinancialYear | null {
  const match = /^(19[5-9]\d|20\d\d)-(\d\d)$/.exec(text.trim());
  if (match === null) return null;
  const year = financialYear(`${match[1]}-04-01`);
  return year.code === text.trim() ? year : null;
}

/** How much of the financial year has gone by the end of a day, in basis points: 10000 on 31 March. */
export function shareOfYear(day: Day): number {
  const { from, to } = financialYear(day);
  return Math.round(((daysBetween(from, day) + 1) * 10_000) / (daysBetween(from, to) + 1));
}

/** A quarter in words for headings: `April to June 2007 (Q1 of 2007-08)`. */
export function describePeriod({ from, quarter }: Period): string {
  const months =
    ['April to June', 'July to September', 'October to December', 'January to March'][quarter - 1] ?? '';
  return `${months} ${from.slice(0, 4)} (Q${quarter} of ${financialYear(from).code})`;
}
