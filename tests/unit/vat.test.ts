import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatRate, isVatCode, orderTotals, vatAgrees, vatCodes, vatRateBp } from '#shared/domain/vat.ts';

describe('vatRateBp', () => {
  it.each([
    ['2006-04-01', 1750],
    ['2008-11-30', 1750],
    ['2008-12-01', 1500],
    ['2009-12-31', 1500],
    ['2010-01-01', 1750],
    ['2011-01-03', 1750],
    ['2011-01-04', 2000],
    ['2026-06-01', 2000],
  ])('on %s the standard rate is %i basis points', (day, rate) => expect(vatRateBp('S', day)).toBe(rate));

  it.each([
    ['R', 500],
    ['Z', 0],
    ['E', 0],
    ['O', 0],
    ['N', 0],
  ] as const)('%s carries %i whatever the day', (code, rate) => {
    expect(vatRateBp(code, '2007-06-01')).toBe(rate);
    expect(vatRateBp(code, '2020-06-01')).toBe(rate);
  });

  it('refuses a day before the table', () => expect(() => vatRateBp('S', '1991-03-31')).toThrow(RangeError));

  it('keeps each code’s rates in order of date', () => {
    for (const { rates } of vatCodes) {
      const days = rates.map((rate) => rate.from);
      expect(days).toEqual([...days].sort());
    }
  });

  it('knows its codes', () => {
    expect(isVatCode('S')).toBe(true);
    expect(isVatCode('X')).toBe(false);
  });
});

describe('orderTotals', () => {
  it('gives the worked figures', () => {
    const day = '2012-06-01';
    expect(orderTotals([{ quantity: 3000, unitPriceE4: 3350, vatCode: 'S' }], day)).toMatchObject({
      net: 101,
      vat: 20,
      gross: 121,
    });
    expect(orderTotals([{ quantity: 7000, unitPriceE4: 19900, vatCode: 'S' }], day)).toMatchObject({
      net: 1393,
      vat: 279,
      gross: 1672,
    });
    expect(orderTotals([{ quantity: 1000, unitPriceE4: 125000, vatCode: 'S' }], '2008-10-14')).toMatchObject({
      net: 1250,
      vat: 219,
      gross: 1469,
    });
  });

  it('taxes sessions and a bed apart', () => {
    const totals = orderTotals(
      [
        { quantity: 4000, unitPriceE4: 450000, vatCode: 'E' },
        { quantity: 1000, unitPriceE4: 1500000, vatCode: 'S' },
      ],
      '2012-06-01',
    );
    expect(totals).toEqual({
      lines: [
        { net: 18000, vat: 0, gross: 18000, rateBp: 0 },
        { net: 15000, vat: 3000, gross: 18000, rateBp: 2000 },
      ],
      vatSummary: [
        { code: 'S', rateBp: 2000, net: 15000, vat: 3000 },
        { code: 'E', rateBp: 0, net: 18000, vat: 0 },
      ],
      net: 33000,
      vat: 3000,
      gross: 36000,
    });
  });

  it('charges by the order’s date over the change of 2008', () => {
    const lines = [{ quantity: 1000, unitPriceE4: 1000000, vatCode: 'S' as const }];
    expect(orderTotals(lines, '2008-11-30').vat).toBe(1750);
    expect(orderTotals(lines, '2008-12-01').vat).toBe(1500);
  });

  it('sums an empty order to nothing', () => {
    expect(orderTotals([], '2008-10-14')).toEqual({ lines: [], vatSummary: [], net: 0, vat: 0, gross: 0 });
  });

  it('always adds up', () => {
    const line = fc.record({
      quantity: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      unitPriceE4: fc.nat(100_000_000),
      vatCode: fc.constantFrom(...vatCodes.map((entry) => entry.code)),
    });
    fc.assert(
      fc.property(fc.array(line), fc.constantFrom('2008-11-30', '2008-12-01', '2012-06-01'), (lines, day) => {
        const totals = orderTotals(lines, day);
        const sum = (pick: (l: { net: number; vat: number; gross: number }) => number) =>
          totals.lines.reduce((a, l) => a + pick(l), 0);
        expect(sum((l) => l.net)).toBe(totals.net);
        expect(sum((l) => l.vat)).toBe(totals.vat);
        expect(sum((l) => l.gross)).toBe(totals.gross);
        expect(totals.net + totals.vat).toBe(totals.gross);
        expect(totals.vatSummary.reduce((a, row) => a + row.net, 0)).toBe(totals.net);
        expect(totals.vatSummary.reduce((a, row) => a + row.vat, 0)).toBe(totals.vat);
        expect(vatAgrees(totals.vat, totals)).toBe(true);
      }),
    );
  });
});

describe('vatAgrees', () => {
  const totals = orderTotals(
    Array.from({ length: 3 }, () => ({ quantity: 1000, unitPriceE4: 100, vatCode: 'S' as const })),
    '2012-06-01',
  );
  it('takes an invoice by line or by rate within a penny a line', () => {
    expect(totals.vat).toBe(0);
    expect(vatAgrees(4, totals)).toBe(true);
    expect(vatAgrees(5, totals)).toBe(false);
  });
});

describe('formatRate', () => {
  it('writes rates as people do', () => {
    expect(formatRate(1750)).toBe('17.5%');
    expect(formatRate(2000)).toBe('20%');
    expect(formatRate(0)).toBe('0%');
  });
});
