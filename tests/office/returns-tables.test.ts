import fc from 'fast-check';
import Papa from 'papaparse';
import readExcelFile from 'read-excel-file/node';
import { describe, expect, test } from 'vitest';
import type { ReturnData, ReturnTable } from '#shared/contract/returns.ts';
import { type BudgetLine, budgetChecks, budgetTable } from '#electron/office/returns/budget-table.ts';
import { hashOf } from '#electron/office/returns/compute.ts';
import { type Flow, flowChecks, type FlowCounts, flowTable } from '#electron/office/returns/flow-table.ts';
import {
  type CategorySpend,
  spendChecks,
  type Spending,
  spendTable,
} from '#electron/office/returns/spend-table.ts';
import { returnCsv } from '#electron/office/returns/writers/csv.ts';
import { returnXlsx } from '#electron/office/returns/writers/xlsx.ts';

const counts = (a: number, b: number, f: number, more: Partial<FlowCounts> = {}): FlowCounts => ({
  openAtStart: a,
  initiated: b,
  repeats: 0,
  completed: 0,
  tacFormed: 0,
  closed: f,
  openAtEnd: a + b - f,
  ...more,
});

const flow: Flow = {
  total: counts(30, 22, 14, { repeats: 3, completed: 11, tacFormed: 9 }),
  areas: [
    {
      key: 'area-1',
      label: '=Hillcrest',
      counts: counts(20, 10, 8, { repeats: 1, completed: 6, tacFormed: 5 }),
    },
    {
      key: 'area-2',
      label: 'Northgate',
      counts: counts(10, 12, 6, { repeats: 2, completed: 5, tacFormed: 4 }),
    },
  ],
  levels: [
    {
      key: 'level-2',
      label: 'Level 2',
      counts: counts(25, 20, 12, { repeats: 3, completed: 11, tacFormed: 9 }),
    },
    { key: 'level-3', label: 'Level 3', counts: counts(5, 2, 2) },
  ],
};

const spend = (
  category: string,
  orders: number,
  episodes: number,
  net: number,
  vat: number,
): CategorySpend => ({
  category,
  orders,
  episodes,
  netPence: net,
  vatPence: vat,
  grossPence: net + vat,
  largestPence: Math.round(net / 3),
});
const spending: Spending = {
  rows: [spend('HOM', 12, 9, 123_457, 18_519), spend('CNS', 7, 6, 300_001, 0), spend('TRA', 2, 2, 150, 0)],
  total: {
    orders: 20,
    episodes: 15,
    netPence: 423_608,
    vatPence: 18_519,
    grossPence: 442_127,
    largestPence: 90_000,
  },
};

const line = (key: string, kind: BudgetLine['kind'], more: Partial<BudgetLine>): BudgetLine => {
  const values = { allocation: 0, transfers: 0, pending: 0, committed: 0, accrued: 0, actual: 0, ...more };
  const { allocation, transfers, committed, accrued, actual } = values;
  return {
    key,
    label: key,
    kind,
    ...values,
    available: allocation + transfers - committed - accrued - actual,
  };
};
const lines = [
  line('fund-1', 'fund', { allocation: 1_500_000, pending: 4_000, committed: 90_009, actual: 12_001 }),
  line('budget-1', 'budget', { allocation: 1_500_000, pending: 4_000, committed: 90_009, actual: 12_001 }),
  line('fund-2', 'fund', { allocation: 700_000, transfers: -100, committed: 5_000 }),
  line('budget-2', 'budget', { allocation: 700_000, transfers: -100, committed: 5_000 }),
  line('total', 'total', {
    allocation: 2_200_000,
    transfers: -100,
    pending: 4_000,
    committed: 95_009,
    actual: 12_001,
  }),
];
/** Two episodes behind the second fund. */
const few = (key: string) => ({ episodes: key === 'fund-2' ? 2 : 20, largestPence: 0 });
const many = () => ({ episodes: 20, largestPence: 0 });

function returnOf(tables: ReturnTable[], profile: ReturnData['profile'] = 'internal'): ReturnData {
  const data = {
    office: 'Marlford Children’s Trust',
    period: '2008-Q2',
    from: '2008-07-01',
    to: '2008-09-30',
    profile,
    classification: 'OFFICIAL-SENSITIVE',
    extractedAt: '2008-10-14T10:00:00Z',
    preparedBy: 'Tom Yardley',
    softwareVersion: '1.0.0',
    tables,
    checks: [{ name: 'It adds up', ok: true, detail: '-1 + 1 = 0' }],
  };
  return { ...data, hash: hashOf(data) };
}

const column = (table: ReturnTable, key: string) => table.columns.findIndex((one) => one.key === key);
const cellOf = (table: ReturnTable, row: string, key: string) =>
  table.rows.find((one) => one.key === row)?.cells[column(table, key)];

describe('R1', () => {
  test('shows the whole, areas and levels, and its sums hold', () => {
    const table = flowTable(flow, false);
    expect(table.rows.map((row) => row.key)).toEqual([
      'total',
      'areas',
      'area-1',
      'area-2',
      'levels',
      'level-2',
      'level-3',
    ]);
    expect(table.rows[0]?.cells).toEqual([30, 22, 3, 11, 9, 14, 38]);
    expect(flowChecks(flow).map((check) => check.ok)).toEqual([true, true]);
  });

  test('says which row does not add up', () => {
    const wrong = {
      ...flow,
      levels: [{ ...flow.levels[0]!, counts: counts(25, 20, 12, { openAtEnd: 34 }) }, flow.levels[1]!],
    };
    const checks = flowChecks(wrong);
    expect(checks[0]).toMatchObject({ ok: false, detail: expect.stringContaining('not in Level 2') });
    expect(checks[1]?.ok).toBe(false);
  });

  test('published, no small count is shown nor left to be worked out from rows, areas or levels', () => {
    const table = flowTable(flow, true);
    expect(cellOf(table, 'level-3', 'initiated')).toBe('c');
    // Level 3's 2 would follow from the total and level 2, and from its own row.
    expect(cellOf(table, 'level-2', 'initiated')).toBe('c');
    expect(cellOf(table, 'total', 'repeats')).toBe('c');
    for (const row of table.rows)
      for (const cell of row.cells) if (typeof cell === 'number') expect([1, 2, 3, 4]).not.toContain(cell);
  });
});

describe('B2', () => {
  test('lists every category, means and shares that add up to 100 per cent', () => {
    const table = spendTable(spending, false);
    expect(table.rows).toHaveLength(16);
    expect(cellOf(table, 'HOM', 'perOrder')).toBe(10_288);
    expect(cellOf(table, 'CNS', 'perEpisode')).toBe(50_000);
    expect(cellOf(table, 'CLO', 'perOrder')).toBeNull();
    expect(cellOf(table, 'HOM', 'type')).toBe('Goods');
    expect(cellOf(table, 'CRI', 'type')).toBe('Cash-type');
    const shares = table.rows.map((row) => row.cells[column(table, 'share')] as number);
    expect(shares.at(-1)).toBe(10_000);
    expect(shares.slice(0, -1).reduce((sum, share) => sum + share, 0)).toBe(10_000);
  });

  test('published, few episodes hide their money, and a second row with them', () => {
    const table = spendTable(spending, true);
    for (const key of ['orders', 'episodes', 'net', 'gross', 'perOrder', 'perEpisode', 'share'])
      expect(cellOf(table, 'TRA', key), key).toBe('c');
    expect(cellOf(table, 'HOM', 'net')).toBe('c');
    expect(cellOf(table, 'CNS', 'net')).toBe(300_001);
    expect(cellOf(table, 'total', 'net')).toBe(423_608);
    // One provider has nearly all of it.
    const one = spendTable(
      { ...spending, rows: spending.rows.map((row) => ({ ...row, largestPence: row.netPence })) },
      true,
    );
    expect(cellOf(one, 'CNS', 'net')).toBe('c');
  });

  test('its net is what the ledger holds, or the check says both', () => {
    expect(spendChecks(spending, 423_608).map((check) => check.ok)).toEqual([true, true]);
    expect(spendChecks(spending, 423_607)[1]).toMatchObject({
      ok: false,
      detail: '£4,236.08 in B2, £4,236.07 in the ledger',
    });
    const off = { ...spending, total: { ...spending.total, netPence: 1 } };
    expect(spendChecks(off, 1)[0]?.ok).toBe(false);
  });

  test('an office without orders has noughts and no shares', () => {
    const none = { orders: 0, episodes: 0, netPence: 0, vatPence: 0, grossPence: 0, largestPence: 0 };
    const table = spendTable({ rows: [], total: none }, true);
    expect(cellOf(table, 'total', 'net')).toBe(0);
    expect(cellOf(table, 'total', 'share')).toBe(0);
    expect(cellOf(table, 'total', 'perOrder')).toBeNull();
  });
});

describe('B1', () => {
  test('shows funds with their budgets, and its sums hold', () => {
    const table = budgetTable({ lines, basisOf: many }, false);
    expect(table.rows.map((row) => row.kind)).toEqual(['total', 'row', 'total', 'row', 'total']);
    expect(cellOf(table, 'fund-1', 'available')).toBe(1_397_990);
    expect(cellOf(table, 'fund-1', 'spent')).toBe(80);
    expect(budgetChecks({ lines, basisOf: many }, 0).every((check) => check.ok)).toBe(true);
    expect(budgetChecks({ lines, basisOf: many }, 1).at(-1)?.ok).toBe(false);
    expect(budgetChecks({ lines: lines.slice(1), basisOf: many }, 0)[1]?.ok).toBe(false);
  });

  test('published, single budgets stay inside and what rests on few is hidden with what would give it away', () => {
    const table = budgetTable({ lines, basisOf: few }, true);
    expect(table.rows.map((row) => row.key)).toEqual(['fund-1', 'fund-2', 'total']);
    expect(cellOf(table, 'fund-2', 'committed')).toBe('c');
    expect(cellOf(table, 'fund-2', 'available')).toBe('c');
    expect(cellOf(table, 'fund-1', 'committed')).toBe('c');
    expect(cellOf(table, 'fund-2', 'allocation')).toBe(700_000);
    expect(cellOf(table, 'fund-1', 'actual')).toBe(12_001);
  });
});

/** The figures of a table as every format shows them: pounds, per cent, counts and text. */
function shown(table: ReturnTable): (string | number | null)[][] {
  return table.rows.map((row) => [
    row.label.startsWith('=') ? `'${row.label}` : row.label,
    ...table.columns.map(({ kind }, index) => {
      const cell = row.cells[index] ?? null;
      return typeof cell === 'number' && (kind === 'pence' || kind === 'share') ? cell / 100 : cell;
    }),
  ]);
}

const tables = (published: boolean) => [
  flowTable(flow, published),
  budgetTable({ lines, basisOf: many }, published),
  spendTable(spending, published),
];

describe('the formats', () => {
  test.each([false, true])('JSON, CSV and XLSX agree cell for cell (published: %s)', async (published) => {
    const data = returnOf(tables(published), published ? 'published' : 'internal');
    const json = JSON.parse(JSON.stringify(data)) as ReturnData;
    const csv = returnCsv(data);
    expect(csv.startsWith('\ufeff')).toBe(true);
    const csvRows = Papa.parse<string[]>(csv.slice(1), { skipEmptyLines: false }).data;
    const workbook = await readExcelFile(await returnXlsx(data));
    expect(workbook.map((sheet) => sheet.sheet)).toEqual(['Cover', 'R1', 'B1', 'B2']);
    for (const table of json.tables) {
      const expected = shown(table);
      const start = csvRows.findIndex((row) => row[0] === table.code && row[1] === 'Row') + 1;
      const fromCsv = csvRows.slice(start, start + table.rows.length).map((row) =>
        row.slice(1).map((cell, index) => {
          const figure = index > 0 && table.columns[index - 1]?.kind !== 'text' && cell !== 'c';
          return cell === '' ? null : figure ? Number(cell) : cell;
        }),
      );
      expect(fromCsv).toEqual(expected.map((row) => row.map((cell) => (cell === '' ? null : cell))));
      const sheet = workbook.find((one) => one.sheet === table.code)?.data ?? [];
      const fromXlsx = sheet.slice(4, 4 + table.rows.length);
      expect(fromXlsx.map((row) => expected[0]?.map((_, index) => row[index] ?? null))).toEqual(
        expected.map((row) => row.map((cell) => (cell === '' ? null : cell))),
      );
    }
    const cover = workbook[0]?.data.flat() ?? [];
    for (const said of [data.hash, data.classification, data.period, '2008-07-01', "'-1 + 1 = 0"])
      expect(cover).toContain(said);
    expect(csv).toContain(data.hash);
  });

  test('money reads back to the same penny in every format', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: -99_999_999_999, max: 99_999_999_999 }), { minLength: 1, maxLength: 40 }),
        async (amounts) => {
          const table: ReturnTable = {
            code: 'B9',
            title: 'Money',
            basis: '',
            columns: [{ key: 'net', label: 'Net', kind: 'pence' }],
            rows: amounts.map((amount, index) => ({
              key: String(index),
              label: `Row ${index}`,
              kind: 'row',
              cells: [amount],
            })),
            notes: [],
          };
          const data = returnOf([table]);
          const csv = Papa.parse<string[]>(returnCsv(data).slice(1))
            .data.filter((row) => row[0] === 'B9')
            .slice(2);
          expect(csv.map((row) => Number(row[2]?.replace('.', '')))).toEqual(
            amounts.map((amount) => (amount === 0 ? 0 : amount)),
          );
          const sheet = (await readExcelFile(await returnXlsx(data)))[1]?.data.slice(4) ?? [];
          expect(sheet.slice(0, amounts.length).map((row) => Math.round(Number(row[1]) * 100))).toEqual(
            amounts,
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  test('the hash is over the figures alone, whatever the order of keys', () => {
    const data = returnOf(tables(false));
    const shuffled = {
      ...data,
      tables: data.tables.map((table) => Object.fromEntries(Object.entries(table).toReversed())),
    };
    expect(hashOf(shuffled as unknown as ReturnData)).toBe(data.hash);
    expect(hashOf({ ...data, period: '2008-Q1' })).not.toBe(data.hash);
    expect(hashOf({ ...data, tables: data.tables.slice(1) })).not.toBe(data.hash);
  });
});
