import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays } from '#shared/domain/dates.ts';
import {
  describePeriod,
  financialYear,
  nextQuarter,
  parseFinancialYear,
  parsePeriod,
  previousQuarter,
  quarterOf,
  quartersBetween,
  shareOfYear,
} from '#shared/domain/quarter.ts';

const day = fc.nat(12_000).map((offset) => addDays('1996-01-01', offset));

describe('parsePeriod', () => {
  it.each([
    ['2007-Q1', '2007-04-01', '2007-06-30'],
    ['2007-Q2', '2007-07-01', '2007-09-30'],
    ['2007-Q3', '2007-10-01', '2007-12-31'],
    ['2007-Q4', '2008-01-01', '2008-03-31'],
    [' 2007-q1 ', '2007-04-01', '2007-06-30'],
    ['2007Q1', '2007-04-01', '2007-06-30'],
  ])('%s runs from %s to %s', (code, from, to) => expect(parsePeriod(code)).toMatchObject({ from, to }));

  it.each(['2007-Q0', '2007-Q5', '2007', 'Q1', '07-Q1', '2007-08', '', '1066-Q1', '2007-Q11'])(
    'refuses %j',
    (text) => expect(parsePeriod(text)).toBeNull(),
  );
});

describe('quarterOf', () => {
  it.each([
    ['2007-03-31', '2006-Q4'],
    ['2007-04-01', '2007-Q1'],
    ['2007-06-30', '2007-Q1'],
    ['2007-07-01', '2007-Q2'],
    ['2007-12-31', '2007-Q3'],
    ['2008-01-01', '2007-Q4'],
    ['2008-02-29', '2007-Q4'],
  ])('%s is in %s', (date, code) => expect(quarterOf(date).code).toBe(code));

  it('holds its own day, and neighbours touch without a gap', () => {
    fc.assert(
      fc.property(day, (date) => {
        const quarter = quarterOf(date);
        expect(quarter.from <= date && date <= quarter.to).toBe(true);
        expect(parsePeriod(quarter.code)).toEqual(quarter);
        expect(addDays(previousQuarter(quarter).to, 1)).toBe(quarter.from);
        expect(previousQuarter(nextQuarter(quarter))).toEqual(quarter);
      }),
    );
  });

  it('refuses what is no day', () => expect(() => quarterOf('2008-02-30')).toThrow(RangeError));
});

describe('quartersBetween', () => {
  it('lists ten quarters from April 2006', () => {
    const codes = quartersBetween('2006-04-01', '2008-09-30').map((quarter) => quarter.code);
    expect(codes).toHaveLength(10);
    expect([codes[0], codes.at(-1)]).toEqual(['2006-Q1', '2008-Q2']);
  });
  it('is empty backwards and one on a single day', () => {
    expect(quartersBetween('2008-10-14', '2008-10-13')).toEqual([]);
    expect(quartersBetween('2008-10-14', '2008-10-14').map((q) => q.code)).toEqual(['2008-Q3']);
  });
});

describe('financialYear', () => {
  it.each([
    ['2008-03-31', '2007-08', '2007-04-01', '2008-03-31'],
    ['2008-04-01', '2008-09', '2008-04-01', '2009-03-31'],
    ['2000-01-01', '1999-00', '1999-04-01', '2000-03-31'],
  ])('%s is in %s', (date, code, from, to) => {
    expect(financialYear(date)).toEqual({ code, from, to });
    expect(parseFinancialYear(code)).toEqual({ code, from, to });
  });
  it.each(['2007-09', '2007', '2007-Q1', ''])('refuses %j', (text) =>
    expect(parseFinancialYear(text)).toBeNull(),
  );

  it('goes from nearly nothing to the whole', () => {
    expect(shareOfYear('2008-04-01')).toBe(27);
    expect(shareOfYear('2009-03-31')).toBe(10_000);
    expect(shareOfYear('2008-10-14')).toBe(5397);
    expect(shareOfYear('2008-03-31')).toBe(10_000);
  });
});

describe('describePeriod', () => {
  it('names the months and the year', () => {
    expect(describePeriod(quarterOf('2007-05-01'))).toBe('April to June 2007 (Q1 of 2007-08)');
    expect(describePeriod(quarterOf('2008-02-01'))).toBe('January to March 2008 (Q4 of 2007-08)');
  });
});
