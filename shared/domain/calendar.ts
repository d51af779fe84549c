import { addDays, toPlainDate, type Day } from './day.ts';

/** A day on which the office's clock of working days stands still, with its name. */
export type Holiday = { day: Day; name: string };

/**
 * Days set by proclamation, which no rule gives. `instead` are the days that a rule would have given and that were moved.
 * Add to this list when a proclamation is made.
 */
const proclaimed: readonly { year: number; add: readonly Holiday[]; instead: readonly Day[] }[] = [
  {
    year: 2002,
    add: [
      { day: '2002-06-03', name: 'Golden Jubilee' },
      { day: '2002-06-04', name: 'Spring bank holiday' },
    ],
    instead: ['2002-05-27'],
  },
  { year: 2011, add: [{ day: '2011-04-29', name: 'Royal Wedding' }], instead: [] },
  {
    year: 2012,
    add: [
      { day: '2012-06-04', name: 'Spring bank holiday' },
      { day: '2012-06-05', name: 'Diamond Jubilee' },
    ],
    instead: ['2012-05-28'],
  },
  {
    year: 2020,
    add: [{ day: '2020-05-08', name: 'Early May bank holiday (VE day)' }],
    instead: ['2020-05-04'],
  },
  {
    year: 2022,
    add: [
      { day: '2022-06-02', name: 'Spring bank holiday' },
      { day: '2022-06-03', name: 'Platinum Jubilee' },
      { day: '2022-09-19', name: 'State Funeral of Queen Elizabeth II' },
    ],
    instead: ['2022-05-30'],
  },
  { year: 2023, add: [{ day: '2023-05-08', name: 'Coronation of King Charles III' }], instead: [] },
];

function dayOf(year: number, month: number, day: number): Day {
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** Easter Sunday of a year, by the Gregorian computus in its anonymous form. */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const ordinal = epact + weekdayShift - 7 * late + 114;
  return dayOf(year, Math.floor(ordinal / 31), (ordinal % 31) + 1);
}

function isWeekend(day: Day): boolean {
  return toPlainDate(day).dayOfWeek >= 6;
}

function firstMonday(year: number, month: number): Day {
  const first = dayOf(year, month, 1);
  return addDays(first, (8 - toPlainDate(first).dayOfWeek) % 7);
}

function lastMonday(year: number, month: number): Day {
  const last = toPlainDate(dayOf(year, month, 1))
    .add({ months: 1 })
    .subtract({ days: 1 });
  return last.subtract({ days: last.dayOfWeek - 1 }).toString();
}

/** Holidays that fall on a weekend move to the next weekday that is not one already. */
function substitute(holidays: readonly Holiday[]): Holiday[] {
  const taken = new Set(holidays.map((holiday) => holiday.day).filter((day) => !isWeekend(day)));
  return holidays.map((holiday) => {
    if (!isWeekend(holiday.day)) return holiday;
    let { day } = holiday;
    while (isWeekend(day) || taken.has(day)) day = addDays(day, 1);
    taken.add(day);
    return { day, name: `${holiday.name} (substitute day)` };
  });
}

function computeBankHolidays(year: number): readonly Holiday[] {
  const easter = easterSunday(year);
  const change = proclaimed.find((entry) => entry.year === year);
  const ruled: Holiday[] = [
    ...substitute([{ day: dayOf(year, 1, 1), name: 'New Year’s Day' }]),
    { day: addDays(easter, -2), name: 'Good Friday' },
    { day: addDays(easter, 1), name: 'Easter Monday' },
    { day: firstMonday(year, 5), name: 'Early May bank holiday' },
    { day: lastMonday(year, 5), name: 'Spring bank holiday' },
    { day: lastMonday(year, 8), name: 'Summer bank holiday' },
    ...substitute([
      { day: dayOf(year, 12, 25), name: 'Christmas Day' },
      { day: dayOf(year, 12, 26), name: 'Boxing Day' },
    ]),
  ];
  return [...ruled.filter((holiday) => !change?.instead.includes(holiday.day)), ...(change?.add ?? [])].sort(
    (a, b) => (a.day < b.day ? -1 : 1),
  );
}

const byYear = new Map<number, readonly Holiday[]>();

/**
 * England's bank holidays in a calendar year, in order: by rule, with proclaimed days and days moved by proclamation.
 * Right from 1978, when the early May holiday began.
 */
export function bankHolidays(year: number): readonly Holiday[] {
  const known = byYear.get(year);
  if (known !== undefined) return known;
  const computed = computeBankHolidays(year);
  byYear.set(year, computed);
  return computed;
}

/**
 * Whether the office works on a day: not a weekend, not a bank holiday, not one of the office's own closed days.
 * @throws RangeError when `day` is no day.
 */
export function isWorkingDay(day: Day, closedDays: readonly Day[] = []): boolean {
  if (isWeekend(day) || closedDays.includes(day)) return false;
  return !bankHolidays(Number(day.slice(0, 4))).some((holiday) => holiday.day === day);
}

/**
 * The day that is `days` working days after (or, when negative, before) a day; the day itself is not counted (domain 5.2).
 * With 0 the day itself if it is a working day, otherwise the next that is.
 * @throws RangeError when `days` is not a whole number or `day` is no day.
 */
export function addWorkingDays(day: Day, days: number, closedDays: readonly Day[] = []): Day {
  if (!Number.isSafeInteger(days)) throw new RangeError('Working days must be a whole number.');
  const step = days < 0 ? -1 : 1;
  let current = day;
  if (days === 0) {
    while (!isWorkingDay(current, closedDays)) current = addDays(current, 1);
    return current;
  }
  for (let left = Math.abs(days); left > 0;) {
    current = addDays(current, step);
    if (isWorkingDay(current, closedDays)) left -= 1;
  }
  return current;
}
