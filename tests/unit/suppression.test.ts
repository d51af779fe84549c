import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  isTellingAmount,
  suppress,
  suppressBreakdowns,
  suppressList,
  suppressMoney,
  suppressRate,
  suppressTable,
  suppressWithTotals,
  type MoneyCell,
  type Published,
  type PublishedTable,
} from '#shared/domain/suppression.ts';

/** A published table as one grid with its totals. */
function whole({ cells, rowTotals, columnTotals, total }: PublishedTable): Published[][] {
  return [...cells.map((row, i) => [...row, rowTotals[i] ?? 0]), [...columnTotals, total]];
}

/**
 * Which hidden figures a reader could work out, by solving all the table's sums (Gauss) rather than by the rule under test:
 * a figure is known when some combination of the sums leaves it alone.
 */
function workedOut(published: Published[][]): number {
  const hidden: string[] = [];
  published.forEach((row, r) => row.forEach((cell, c) => cell === 'c' && hidden.push(`${r},${c}`)));
  const width = published[0]?.length ?? 0;
  const lines = [
    ...published.map((row, r) => row.map((_, c) => `${r},${c}`)),
    ...Array.from({ length: width }, (_, c) => published.map((_row, r) => `${r},${c}`)),
  ];
  const matrix: number[][] = lines.map((line) =>
    hidden.map((key) => (line.includes(key) ? (line.at(-1) === key ? -1 : 1) : 0)),
  );
  let pivotRow = 0;
  for (let column = 0; column < hidden.length; column += 1) {
    const found = matrix.findIndex((row, i) => i >= pivotRow && Math.abs(row[column] ?? 0) > 1e-9);
    if (found === -1) continue;
    [matrix[pivotRow], matrix[found]] = [matrix[found]!, matrix[pivotRow]!];
    const pivot = matrix[pivotRow]!;
    const scale = pivot[column]!;
    pivot.forEach((value, i) => (pivot[i] = value / scale));
    matrix.forEach((row, i) => {
      const factor = row[column] ?? 0;
      if (i !== pivotRow && factor !== 0) row.forEach((value, k) => (row[k] = value - factor * pivot[k]!));
    });
    pivotRow += 1;
  }
  return matrix.filter((row) => row.filter((value) => Math.abs(value) > 1e-9).length === 1).length;
}

const counts = fc
  .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
  .chain(([rows, columns]) => {
    const count = fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 8 }), fc.nat(60));
    return fc.array(fc.array(count, { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    });
  });

const hiddenIn = (line: readonly (Published | undefined)[]): number =>
  line.filter((cell) => cell === 'c').length;

const many = (pence: number): MoneyCell => ({ pence, episodes: 9, largestPence: pence / 2 });

describe('suppress', () => {
  it('gives the worked table, with every total visible', () => {
    expect(
      suppressTable([
        [2, 7, 9],
        [0, 3, 12],
        [15, 6, 4],
      ]),
    ).toEqual({
      cells: [
        ['c', 'c', 9],
        [0, 'c', 'c'],
        ['c', 'c', 'c'],
      ],
      rowTotals: [18, 15, 25],
      columnTotals: [17, 16, 25],
      total: 58,
    });
  });

  it('leaves a table without small counts alone', () => {
    expect(
      suppress([
        [5, 0],
        [12, 7],
      ]),
    ).toEqual([
      [5, 0],
      [12, 7],
    ]);
    expect(suppress([])).toEqual([]);
  });

  it('hides a total that the others would give away', () => {
    const table = suppressTable([
      [3, 0],
      [20, 30],
      [10, 40],
    ]);
    expect(table.rowTotals[0]).toBe('c');
    expect(workedOut(whole(table))).toBe(0);
  });

  it('hides more where two ones would be read off a sum of two', () => {
    expect(suppress([[1, 1, 9, 30]])[0]?.filter((cell) => cell === 'c').length).toBeGreaterThan(2);
  });

  it('sees through a bridge between two blocks that are safe by themselves', () => {
    const rows = [
      [1, 1, 3, 0, 0, 50],
      [4, 4, 0, 0, 0, 50],
      [0, 0, 0, 3, 3, 50],
      [0, 0, 4, 4, 4, 50],
      [50, 50, 50, 50, 50, 50],
    ];
    expect(workedOut(whole(suppressTable(rows)))).toBe(0);
  });

  it('never shows a small count, never hides nought, never changes a figure', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        suppress(rows).forEach((row, r) =>
          row.forEach((cell, c) => {
            const exact = rows[r]?.[c] ?? 0;
            if (exact > 0 && exact < 5) expect(cell).toBe('c');
            else if (exact === 0) expect(cell).toBe(0);
            else expect([exact, 'c']).toContain(cell);
          }),
        );
      }),
    );
  });

  it('leaves no lone hidden cell in a row or column whose total shows', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        const { cells, rowTotals, columnTotals } = suppressTable(rows);
        cells.forEach((row, r) => expect(rowTotals[r] !== 'c' && hiddenIn(row) === 1).toBe(false));
        columnTotals.forEach((total, c) =>
          expect(total !== 'c' && hiddenIn(cells.map((row) => row[c])) === 1).toBe(false),
        );
      }),
    );
  });

  it('leaves nothing that can be worked out from all the sums together', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        expect(workedOut(whole(suppressTable(rows)))).toBe(0);
      }),
      { numRuns: 400 },
    );
  });

  it('says the same when asked again', () => {
    fc.assert(
      fc.property(counts, (rows) => {
        expect(suppressTable(rows)).toEqual(suppressTable(rows));
      }),
    );
  });

  it('refuses ragged tables and fractions', () => {
    expect(() => suppress([[1, 2], [3]])).toThrow(RangeError);
    expect(() => suppress([[1.5]])).toThrow(RangeError);
  });
});

describe('tables with their own totals', () => {
  it('protects a flow whose last column is a balance', () => {
    const flow = [
      [20, 6, 3, 23],
      [30, 9, 8, 31],
      [50, 15, 11, 54],
    ];
    const published = suppressWithTotals(flow);
    expect(published[0]?.[2]).toBe('c');
    for (const row of published) expect(row.filter((cell) => cell === 'c').length).not.toBe(1);
    for (const column of [0, 1, 2, 3])
      expect(published.filter((row) => row[column] === 'c').length).not.toBe(1);
  });

  it('protects a list by hiding a second', () => {
    expect(suppressList([3, 8, 20])).toEqual(['c', 'c', 20, 31]);
    expect(suppressList([0, 8, 20])).toEqual([0, 8, 20, 28]);
    expect(suppressList([3])).toEqual(['c', 'c']);
    expect(suppressList([])).toEqual([0]);
  });
});

describe('money', () => {
  it('hides amounts that rest on few or on one', () => {
    expect(isTellingAmount({ pence: 10_000, episodes: 4, largestPence: 3_000 })).toBe(true);
    expect(isTellingAmount({ pence: 10_000, episodes: 5, largestPence: 8_500 })).toBe(false);
    expect(isTellingAmount({ pence: 10_000, episodes: 50, largestPence: 8_501 })).toBe(true);
    expect(isTellingAmount({ pence: 0, episodes: 0, largestPence: 0 })).toBe(false);
  });

  it('hides a second amount with it when the total shows', () => {
    const few = { pence: 7_000, episodes: 2, largestPence: 5_000 };
    expect(suppressMoney([few, many(90_000), many(40_000)], many(137_000))).toEqual([
      'c',
      90_000,
      'c',
      137_000,
    ]);
    expect(suppressMoney([many(90_000), many(40_000)], many(130_000))).toEqual([90_000, 40_000, 130_000]);
    expect(suppressMoney([few], few)).toEqual(['c', 'c']);
  });
});

describe('suppressRate', () => {
  it('hides what rests on a hidden or small figure', () => {
    expect(suppressRate(2500, 10, 40)).toBe(2500);
    expect(suppressRate(2500, 'c', 40)).toBe('c');
    expect(suppressRate(2500, 10, 'c')).toBe('c');
    expect(suppressRate(0, 0, 4)).toBe('c');
  });
});

const withRowTotals = (table: number[][]) =>
  table.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);

describe('suppressBreakdowns', () => {
  it('hides a total that another breakdown would give away, and only where it must', () => {
    const areas = [
      [3, 10],
      [9, 10],
      [12, 20],
    ];
    const levels = [
      [12, 3],
      [0, 17],
      [12, 20],
    ];
    expect(suppressBreakdowns([areas, levels])).toEqual([
      [
        ['c', 'c'],
        [9, 10],
        ['c', 'c'],
      ],
      [
        ['c', 'c'],
        [0, 17],
        ['c', 'c'],
      ],
    ]);
    expect(suppressBreakdowns([[[20, 30]], [[20, 30]]])).toEqual([[[20, 30]], [[20, 30]]]);
    expect(() => suppressBreakdowns([[[1, 2]], [[1, 3]]])).toThrow(RangeError);
  });

  it('shows the same totals in every breakdown and lets no hidden figure be worked out in any', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 4 }), (rows, parts) => {
        const width = rows[0]?.length ?? 0;
        const totals = Array.from({ length: width }, (_, c) =>
          rows.reduce((sum, row) => sum + (row[c] ?? 0), 0),
        );
        // The same totals, shared out in another way.
        const other = Array.from({ length: parts }, (_, p) =>
          totals.map((total) =>
            p === 0
              ? total - Math.floor(total / 3) * (parts - 1 > 2 ? 2 : parts - 1)
              : p < 3
                ? Math.floor(total / 3)
                : 0,
          ),
        );
        const published = suppressBreakdowns([
          withRowTotals([...rows, totals]),
          withRowTotals([...other, totals]),
        ]);
        expect(published[0]?.at(-1)).toEqual(published[1]?.at(-1));
        for (const table of published) expect(workedOut(table)).toBe(0);
      }),
    );
  });
});
