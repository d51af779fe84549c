import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  addDays,
  addMonths,
  ageInWords,
  ageInYears,
  daysBetween,
  dueInWords,
  formatDay,
  formatDayLong,
  formatDayShort,
  isDay,
  parseDay,
  relativeDay,
} from '#shared/domain/dates.ts';

const day = fc
  .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2049-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('parseDay', () => {
  it.each([
    '14/3/2008',
    '14/03/2008',
    '14 Mar 2008',
    '14 mar 08',
    '14 March 2008',
    '2008-03-14',
    '14.3.08',
    '14-3-2008',
    '14 3 08',
    ' 14  Mar  2008 ',
    '14th March 2008',
    'Friday 14 March 2008',
    'Fri 14 Mar 2008',
    'Fri, 14 Mar 2008',
    '14-MAR-2008',
    '14Mar08',
    '14 March, 2008',
  ])('reads %j', (text) => expect(parseDay(text)).toBe('2008-03-14'));

  it.each([
    '',
    'tomorrow',
    '30/2/2008',
    '2008-02-30',
    '31 Apr 2008',
    '3/14/2008',
    '14/3',
    '14 Mar',
    '2008-3-14',
    '14/3.2008',
    '14 Mars 2008',
    '0/1/2008',
    '14/13/2008',
    '14/3/208',
    '20080314',
    '29/2/2007',
  ])('refuses %j', (text) => expect(parseDay(text)).toBeNull());

  it('puts a year of two figures in the nearer century', () => {
    expect(parseDay('1/1/49')).toBe('2049-01-01');
    expect(parseDay('1/1/50')).toBe('1950-01-01');
    expect(parseDay('9 sept 67')).toBe('1967-09-09');
  });

  it('reads back every way the product writes a day', () => {
    fc.assert(
      fc.property(day, (value) => {
        expect(isDay(value)).toBe(true);
        expect(parseDay(value)).toBe(value);
        expect(parseDay(formatDay(value))).toBe(value);
        expect(parseDay(formatDayLong(value))).toBe(value);
      }),
    );
  });
});

describe('isDay', () => {
  it.each(['2008-02-29', '2007-12-31'])('takes %s', (text) => expect(isDay(text)).toBe(true));
  it.each(['2007-02-29', '2008-13-01', '2008-00-10', '14/3/2008', '2008-03-14T00:00', '2008-03-14 ', ''])(
    'refuses %j',
    (text) => expect(isDay(text)).toBe(false),
  );
});

describe('showing a day', () => {
  it('has three lengths', () => {
    expect(formatDay('2008-03-04')).toBe('4 Mar 2008');
    expect(formatDayLong('2008-10-14')).toBe('Tuesday 14 October 2008');
    expect(formatDayShort('2008-10-10')).toBe('Fri 10 Oct');
    expect(dueInWords('2009-03-03')).toBe('due 3 Mar 2009');
  });
  it('refuses what is no day', () => {
    expect(() => formatDay('2008-02-30')).toThrow(RangeError);
    expect(() => formatDay('')).toThrow(RangeError);
  });
  it('says how far off a day is', () => {
    const today = '2008-10-14';
    expect(
      ['2008-10-14', '2008-10-15', '2008-10-13', '2008-10-17', '2008-10-09'].map((d) =>
        relativeDay(d, today),
      ),
    ).toEqual(['today', 'tomorrow', 'yesterday', 'in 3 days', '5 days ago']);
  });
});

describe('arithmetic', () => {
  it('crosses months, leap days and clock changes', () => {
    expect(addDays('2008-02-28', 1)).toBe('2008-02-29');
    expect(addDays('2008-03-30', 1)).toBe('2008-03-31');
    expect(addDays('2008-01-01', -1)).toBe('2007-12-31');
    expect(addMonths('2008-01-31', 1)).toBe('2008-02-29');
    expect(daysBetween('2008-10-26', '2008-10-27')).toBe(1);
    expect(daysBetween('2008-10-27', '2008-10-26')).toBe(-1);
  });
  it('adding the days between arrives', () => {
    fc.assert(
      fc.property(day, day, (a, b) => {
        expect(addDays(a, daysBetween(a, b))).toBe(b);
      }),
    );
  });
});

describe('age', () => {
  it.each([
    ['2000-10-14', '2008-10-13', 7],
    ['2000-10-14', '2008-10-14', 8],
    ['2004-02-29', '2007-02-28', 2],
    ['2004-02-29', '2007-03-01', 3],
    ['2004-02-29', '2008-02-29', 4],
    ['2008-10-14', '2008-10-14', 0],
  ])('born %s, on %s: %i whole years', (dob, on, years) => expect(ageInYears(dob, on)).toBe(years));

  it.each([
    ['2000-10-01', '2008-10-14', '8 years'],
    ['2006-10-14', '2008-10-14', '2 years'],
    ['2006-10-15', '2008-10-14', '23 months'],
    ['2007-11-14', '2008-10-14', '11 months'],
    ['2008-09-23', '2008-10-14', '3 weeks'],
    ['2008-10-07', '2008-10-14', '1 week'],
    ['2008-10-13', '2008-10-14', '1 day'],
    ['2008-10-14', '2008-10-14', '0 days'],
    ['2008-07-14', '2008-10-14', '3 months'],
    ['2008-07-15', '2008-10-14', '13 weeks'],
  ])('born %s, on %s: %s', (dob, on, words) => expect(ageInWords(dob, on)).toBe(words));

  it('refuses a birth in the future', () => {
    expect(() => ageInYears('2008-10-15', '2008-10-14')).toThrow(RangeError);
    expect(() => ageInWords('2008-10-15', '2008-10-14')).toThrow(RangeError);
  });
});
