import { requireInteger } from './money.ts';

/**
 * The small-number rule (domain 10.22) for what leaves the office: counts of 1 to 4 are hidden, and enough others with them that
 * no hidden figure can be worked out from the totals.
 *
 * A table with its totals is a set of sums: each row's cells make the row's total, each column's the column's. A hidden figure can
 * be worked out when it is the only one in such a sum, or, over several rows and columns, when it is the only link between two
 * parts of the table (a bridge in the graph whose points are rows and columns and whose lines are hidden figures). Neither is left.
 */

/** What stands in a hidden cell; the legend is `suppressed, fewer than 5`. */
export const SUPPRESSED = 'c';

/** Counts below this, but for nought, are hidden. */
const THRESHOLD = 5;

/** A published figure: the number, or `c`. */
export type Published = number | 'c';

/** A table with its totals, some figures hidden. */
export type PublishedTable = {
  cells: Published[][];
  rowTotals: Published[];
  columnTotals: Published[];
  total: Published;
};

type Cell = { row: number; column: number; value: number; hidden: boolean; total: boolean };
type Grid = { cells: Cell[][]; rows: number; columns: number; leastHiddenSum: number };

function makeGrid(
  table: readonly (readonly number[])[],
  small: (row: number, column: number) => boolean,
  leastHiddenSum: number,
): Grid {
  const rows = table.length;
  const columns = table[0]?.length ?? 0;
  const cells = table.map((values, row) => {
    if (values.length !== columns)
      throw new RangeError('Every row of a table must have the same number of cells.');
    return values.map((value, column) => {
      requireInteger(value, 'A figure of a table');
      return {
        row,
        column,
        value,
        hidden: value !== 0 && small(row, column),
        total: row === rows - 1 || column === columns - 1,
      };
    });
  });
  return { cells, rows, columns, leastHiddenSum };
}

/** Rows top-down, then columns left to right, the totals' own row and column last in each. */
function linesOf(grid: Grid): Cell[][] {
  const columns = Array.from({ length: grid.columns }, (_, column) =>
    grid.cells.flatMap((row) => row.slice(column, column + 1)),
  );
  return [...grid.cells, ...columns];
}

function smallestFirst(a: Cell, b: Cell): number {
  return Number(a.total) - Number(b.total) || Math.abs(a.value) - Math.abs(b.value);
}

/** Hides one more figure in a line that gives a hidden one away; false when the line is safe. The last cell is the line's total. */
function protectLine(line: readonly Cell[], leastHiddenSum: number): boolean {
  const sum = line.at(-1);
  const hidden = line.filter((cell) => cell.hidden);
  if (sum === undefined || hidden.length === 0) return false;
  const hiddenSum = hidden.reduce((total, cell) => total + Math.abs(cell.value), 0);
  const tooSmall = !sum.hidden && hiddenSum < leastHiddenSum;
  if (hidden.length > 1 && !tooSmall) return false;
  const parts = line.slice(0, -1).filter((cell) => !cell.hidden && cell.value !== 0);
  const next =
    parts.sort((a, b) => Math.abs(a.value) - Math.abs(b.value))[0] ??
    (sum.hidden || sum.value === 0 ? undefined : sum);
  if (next === undefined) return false;
  next.hidden = true;
  return true;
}

/** The points of the graph that can be reached from a row along hidden figures, leaving one out. Columns come after the rows. */
function reachable(grid: Grid, without: Cell): Set<number> {
  const links = new Map<number, number[]>();
  for (const cell of grid.cells.flat()) {
    if (!cell.hidden || cell === without) continue;
    const ends: [number, number] = [cell.row, grid.rows + cell.column];
    links.set(ends[0], [...(links.get(ends[0]) ?? []), ends[1]]);
    links.set(ends[1], [...(links.get(ends[1]) ?? []), ends[0]]);
  }
  const seen = new Set([without.row]);
  for (const point of seen) for (const next of links.get(point) ?? []) seen.add(next);
  return seen;
}

/** Hides one more figure beside a bridge; false when there is no bridge. */
function breakBridge(grid: Grid): boolean {
  for (const bridge of grid.cells.flat().filter((cell) => cell.hidden)) {
    const side = reachable(grid, bridge);
    if (side.has(grid.rows + bridge.column)) continue;
    const [next] = grid.cells
      .flat()
      .filter(
        (cell) =>
          !cell.hidden && cell.value !== 0 && side.has(cell.row) !== side.has(grid.rows + cell.column),
      )
      .sort(smallestFirst);
    if (next === undefined) continue;
    next.hidden = true;
    return true;
  }
  return false;
}

function protect(grid: Grid): Published[][] {
  const lines = linesOf(grid);
  let changed = true;
  while (changed) {
    changed = false;
    for (const line of lines) if (protectLine(line, grid.leastHiddenSum)) changed = true;
    if (!changed) changed = breakBridge(grid);
  }
  return grid.cells.map((row) => row.map((cell) => (cell.hidden ? SUPPRESSED : cell.value)));
}

function isSmallCount(value: number): boolean {
  return value !== 0 && Math.abs(value) < THRESHOLD;
}

function withTotals(rows: readonly (readonly number[])[]): number[][] {
  const extended = rows.map((row) => [...row, row.reduce((sum, value) => sum + value, 0)]);
  const width = extended[0]?.length ?? 1;
  const totals = Array.from({ length: width }, (_, column) =>
    extended.reduce((sum, row) => sum + (row[column] ?? 0), 0),
  );
  return [...extended, totals];
}

function splitTotals(table: readonly Published[][]): PublishedTable {
  const body = table.slice(0, -1);
  const totals = table.at(-1) ?? [];
  return {
    cells: body.map((row) => row.slice(0, -1)),
    rowTotals: body.map((row) => row.at(-1) ?? 0),
    columnTotals: totals.slice(0, -1),
    total: totals.at(-1) ?? 0,
  };
}

/**
 * Protects a table that carries its own totals, in its last row and last column. The last column may also be a balance of the others
 * with signs (open at start + initiated − closed = open at end): it can be worked out the same way. `alsoHide` names figures that
 * are to be hidden whatever they are.
 * @throws RangeError when rows differ in length or a figure is not a safe integer.
 */
export function suppressWithTotals(
  table: readonly (readonly number[])[],
  alsoHide: (row: number, column: number) => boolean = () => false,
): Published[][] {
  const hide = (row: number, column: number): boolean =>
    isSmallCount(table[row]?.[column] ?? 0) || alsoHide(row, column);
  return protect(makeGrid(table, hide, THRESHOLD));
}

/**
 * Protects several breakdowns of the same totals (by area, by level), each with its own rows above the same last row of totals:
 * a total that one breakdown hides is hidden in all, because another would give it away. Cells come back in the same shape.
 * @throws RangeError when rows differ in length, a figure is not a safe integer, or the last rows are not the same.
 */
export function suppressBreakdowns(tables: readonly (readonly (readonly number[])[])[]): Published[][][] {
  const totals = tables[0]?.at(-1) ?? [];
  if (tables.some((table) => table.at(-1)?.join() !== totals.join()))
    throw new RangeError('Breakdowns of the same figures must have the same totals.');
  const hidden = new Set<number>();
  for (;;) {
    const before = hidden.size;
    const published = tables.map((table) =>
      suppressWithTotals(table, (row, column) => row === table.length - 1 && hidden.has(column)),
    );
    for (const table of published)
      table.at(-1)?.forEach((cell, column) => cell === SUPPRESSED && hidden.add(column));
    if (hidden.size === before) return published;
  }
}

/** Protects a table of counts and the totals of its rows and columns. Nought stays; a total below 5 is hidden like a cell. */
export function suppressTable(rows: readonly (readonly number[])[]): PublishedTable {
  return splitTotals(suppressWithTotals(withTotals(rows)));
}

/** The cells of `suppressTable`. Show totals only as `suppressTable` gives them. */
export function suppress(rows: readonly (readonly number[])[]): Published[][] {
  return suppressTable(rows).cells;
}

/** An amount with what it rests on: the number of episodes behind it, and the largest share of one provider or child, in pence. */
export type MoneyCell = { pence: number; episodes: number; largestPence: number };

/** Whether an amount gives somebody away: fewer than five episodes, or one provider or child with more than 85 % of it. Nought does not. */
export function isTellingAmount({ pence, episodes, largestPence }: MoneyCell): boolean {
  return pence !== 0 && (episodes < THRESHOLD || Math.abs(largestPence) * 100 > Math.abs(pence) * 85);
}

/**
 * Protects a table of amounts that carries its own totals, in its last row and last column, each in pence with what it rests on.
 * A one-column table gets its total as its last row and `pence` again as its last column.
 * @throws RangeError when rows differ in length or a figure is not a safe integer.
 */
export function suppressMoneyWithTotals(table: readonly (readonly MoneyCell[])[]): Published[][] {
  const pence = table.map((row) => row.map((cell) => cell.pence));
  const small = (row: number, column: number): boolean => {
    const cell = table[row]?.[column];
    return cell !== undefined && isTellingAmount(cell);
  };
  return protect(makeGrid(pence, small, 0));
}

/** Protects a list of amounts and its total: the amounts come back in order, the total last. */
export function suppressMoney(amounts: readonly MoneyCell[], total: MoneyCell): Published[] {
  const column = [...amounts, total].map((cell) => [cell, cell]);
  return suppressMoneyWithTotals(column).map((row) => row[0] ?? 0);
}

/** Protects a list of counts and its total, which is their sum: the counts come back in order, the total last. */
export function suppressList(counts: readonly number[]): Published[] {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return suppressWithTotals([...counts, total].map((count) => [count, count])).map((row) => row[0] ?? 0);
}

/** A percentage, mean or rate as published: hidden when its numerator is, or when its denominator is hidden or below five. */
export function suppressRate(rate: number, numerator: Published, denominator: Published): Published {
  return numerator === SUPPRESSED || denominator === SUPPRESSED || denominator < THRESHOLD
    ? SUPPRESSED
    : rate;
}
