import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Placement } from '#renderer/documents/pages/flow.ts';
import { paginate, type MeasuredItem, type MeasuredTable } from '#renderer/documents/pages/paginate.ts';

const room = { first: 100, later: 100 };

const block = (height: number, keepWithNext = false): MeasuredItem => ({
  kind: 'block',
  height,
  keepWithNext,
});

function table(heights: number[], over: Partial<MeasuredTable> = {}): MeasuredTable {
  const rows = heights.map((height) => ({ height, keepWithNext: false }));
  return { kind: 'table', whole: false, head: 10, continuedHead: 15, rows, ...over };
}

/** What stands on a page, one by one: `b0` for a block, `t1.3` for the fourth row of the second piece. */
const named = (page: Placement[]): string[] =>
  page.flatMap((placement) =>
    'from' in placement
      ? Array.from(
          { length: placement.to - placement.from },
          (_, index) => `t${placement.item}.${placement.from + index}`,
        )
      : [`b${placement.item}`],
  );

/** Height that a page's placements take, each part of a table with its head. */
function used(items: readonly MeasuredItem[], page: Placement[]): number {
  return page.reduce((sum, placement) => {
    const item = items[placement.item];
    if (item === undefined) return sum;
    if (item.kind === 'block') return sum + item.height;
    if (!('from' in placement)) return sum;
    const head = placement.from === 0 ? item.head : item.continuedHead;
    return (
      sum + head + item.rows.slice(placement.from, placement.to).reduce((total, row) => total + row.height, 0)
    );
  }, 0);
}

describe('sharing pieces out over pages', () => {
  it('puts all on one page when it fits, to the last pixel', () => {
    expect(paginate([block(40), table([25, 25])], room).map(named)).toEqual([['b0', 't1.0', 't1.1']]);
  });

  it('pays for the head again on each page', () => {
    const pages = paginate([table([40, 40, 40, 40])], room).map(named);
    expect(pages).toEqual([
      ['t0.0', 't0.1'],
      ['t0.2', 't0.3'],
    ]);
  });

  it('never leaves a head without a row', () => {
    expect(paginate([block(85), table([10])], room).map(named)).toEqual([['b0'], ['t1.0']]);
  });

  it('takes the last line along when the totals move to the next page', () => {
    const lines = table([30, 30], {
      rows: [
        { height: 30, keepWithNext: false },
        { height: 30, keepWithNext: true },
      ],
    });
    expect(paginate([lines, block(40)], room).map(named)).toEqual([['t0.0'], ['t0.1', 'b1']]);
  });

  it('moves a whole table rather than cut it, and cuts one that no page can hold', () => {
    const whole = table([20, 20, 20], { whole: true });
    expect(paginate([block(50), whole], room).map(named)).toEqual([['b0'], ['t1.0', 't1.1', 't1.2']]);
    const longer = table([40, 40, 40], { whole: true });
    expect(paginate([block(40), longer], room).map(named)).toEqual([
      ['b0', 't1.0'],
      ['t1.1', 't1.2'],
    ]);
  });

  it('keeps a title with its table', () => {
    expect(paginate([block(75), block(10, true), table([10])], room).map(named)).toEqual([
      ['b0'],
      ['b1', 't2.0'],
    ]);
  });

  it('gives a piece that is taller than a page one of its own', () => {
    expect(paginate([block(10), block(250), block(10)], room).map(named)).toEqual([['b0'], ['b1'], ['b2']]);
  });

  it('always makes a page', () => {
    expect(paginate([], room)).toEqual([[]]);
  });

  it('loses nothing, keeps the order and overfills no page, whatever the pieces', () => {
    const height = fc.integer({ min: 1, max: 60 });
    const anyTable = fc
      .record({
        whole: fc.boolean(),
        rows: fc.array(fc.record({ height, keepWithNext: fc.boolean() }), { minLength: 1, maxLength: 30 }),
      })
      .map(({ whole, rows }): MeasuredItem => ({ kind: 'table', whole, head: 12, continuedHead: 18, rows }));
    const anyBlock = fc
      .record({ height, keepWithNext: fc.boolean() })
      .map((each): MeasuredItem => ({ kind: 'block', ...each }));
    fc.assert(
      fc.property(fc.array(fc.oneof(anyBlock, anyTable), { minLength: 1, maxLength: 12 }), (items) => {
        const pages = paginate(items, { first: 90, later: 100 });
        const all = items.flatMap((item, at) =>
          item.kind === 'block' ? [`b${at}`] : item.rows.map((_, row) => `t${at}.${row}`),
        );
        expect(pages.flatMap(named)).toEqual(all);
        pages.forEach((page, index) => {
          expect(page.length).toBeGreaterThan(index === 0 ? -1 : 0);
          expect(used(items, page)).toBeLessThanOrEqual(index === 0 ? 90 : 100);
        });
      }),
    );
  });
});
