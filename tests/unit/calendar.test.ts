import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { easterSunday } from '#shared/domain/calendar.ts';
import { addDays, addWorkingDays, bankHolidays, daysBetween, isWorkingDay } from '#shared/domain/dates.ts';

describe('bankHolidays', () => {
  it.each([
    [2006, ['01-02', '04-14', '04-17', '05-01', '05-29', '08-28', '12-25', '12-26']],
    [2007, ['01-01', '04-06', '04-09', '05-07', '05-28', '08-27', '12-25', '12-26']],
    [2008, ['01-01', '03-21', '03-24', '05-05', '05-26', '08-25', '12-25', '12-26']],
    [2009, ['01-01', '04-10', '04-13', '05-04', '05-25', '08-31', '12-25', '12-28']],
    [2010, ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28']],
    [2011, ['01-03', '04-22', '04-25', '04-29', '05-02', '05-30', '08-29', '12-26', '12-27']],
    [2012, ['01-02', '04-06', '04-09', '05-07', '06-04', '06-05', '08-27', '12-25', '12-26']],
    [2022, ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27']],
  ])('%i', (year, days) => {
    expect(bankHolidays(year).map((holiday) => holiday.day)).toEqual(
      expect.arrayContaining(days.map((d) => `${year}-${d}`)),
    );
    expect(bankHolidays(year)).toHaveLength(days.length);
  });

  it('names substitute days', () => {
    expect(bankHolidays(2009).at(-1)).toEqual({ day: '2009-12-28', name: 'Boxing Day (substitute day)' });
  });
});

describe('easterSunday', () => {
  it.each(['2000-04-23', '2008-03-23', '2011-04-24', '2019-04-21', '2024-03-31', '2038-04-25'])('%s', (day) =>
    expect(easterSunday(Number(day.slice(0, 4)))).toBe(day),
  );
});

describe('working days', () => {
  it('skips weekends, bank holidays and the office’s own closed days', () => {
    expect(isWorkingDay('2008-10-14')).toBe(true);
    expect(isWorkingDay('2008-10-18')).toBe(false);
    expect(isWorkingDay('2008-08-25')).toBe(false);
    expect(isWorkingDay('2008-10-14', ['2008-10-14'])).toBe(false);
  });

  it('counts from the next day', () => {
    expect(addWorkingDays('2008-10-14', 1)).toBe('2008-10-15');
    expect(addWorkingDays('2008-10-17', 1)).toBe('2008-10-20');
    expect(addWorkingDays('2008-12-24', 1)).toBe('2008-12-29');
    expect(addWorkingDays('2008-12-29', -1)).toBe('2008-12-24');
    expect(addWorkingDays('2008-10-18', 0)).toBe('2008-10-20');
    expect(addWorkingDays('2008-10-14', 0)).toBe('2008-10-14');
    expect(addWorkingDays('2008-10-14', 20)).toBe('2008-11-11');
  });

  it('always lands on a working day, with just that many passed', () => {
    const start = fc.nat(3000).map((offset) => addDays('2006-01-01', offset));
    fc.assert(
      fc.property(start, fc.integer({ min: 1, max: 60 }), (from, days) => {
        const end = addWorkingDays(from, days);
        expect(isWorkingDay(end)).toBe(true);
        const passed = Array.from({ length: daysBetween(from, end) }, (_, i) => addDays(from, i + 1)).filter(
          (day) => isWorkingDay(day),
        );
        expect(passed).toHaveLength(days);
      }),
      { numRuns: 40 },
    );
  });

  it('refuses half days', () => expect(() => addWorkingDays('2008-10-14', 0.5)).toThrow(RangeError));
});
