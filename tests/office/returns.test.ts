import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import readExcelFile from 'read-excel-file/node';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ReturnData } from '#shared/contract/returns.ts';
import { hashOf } from '#electron/office/returns/compute.ts';
import type { TestOffice } from './support/office.ts';
import { as, practiceOffice } from './support/practice.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await practiceOffice();
  await as(office, 'margaret');
});
afterAll(() => office.remove());

const sql = (text: string, ...values: unknown[]): unknown =>
  office.desk
    .opened()
    .readerHandle.prepare(text)
    .get(...values);
const get = (period: string, profile: 'internal' | 'published' = 'internal') =>
  office.do('returns.get', { period, profile });

function figure(data: ReturnData, table: string, row: string, column: string) {
  const found = data.tables.find((one) => one.code === table);
  const index = found?.columns.findIndex((one) => one.key === column) ?? -1;
  return found?.rows.find((one) => one.key === row)?.cells[index];
}

describe('a quarter’s return', () => {
  test('is offered for every quarter from the first record to today, newest first', async () => {
    const { periods } = await office.do('returns.periods', {});
    const codes = periods.map((period) => period.code);
    expect(codes[0]).toBe('2008-Q3');
    expect(codes).toContain('2008-Q2');
    expect(periods.map((period) => period.complete)).toEqual(codes.map((code) => code !== '2008-Q3'));
  });

  test('every check holds in every quarter and profile', async () => {
    for (const { code } of (await office.do('returns.periods', {})).periods)
      for (const profile of ['internal', 'published'] as const) {
        const data = await get(code, profile);
        expect([code, data.checks.filter((check) => !check.ok)]).toEqual([code, []]);
        expect(data.checks).toHaveLength(7);
        expect(data.hash).toBe(hashOf(data));
      }
  });

  test('R1 counts what the records hold', async () => {
    const data = await get('2008-Q2');
    const count = sql(
      `SELECT sum(start_on BETWEEN '2008-07-01' AND '2008-09-30') AS opened,
         ifnull(sum(closed_on BETWEEN '2008-07-01' AND '2008-09-30'), 0) AS closed,
         sum(start_on <= '2008-09-30' AND (closed_on IS NULL OR closed_on > '2008-09-30')) AS open
       FROM cafs WHERE closure_reason IS NOT 'ER'`,
    ) as { opened: number; closed: number; open: number };
    expect(figure(data, 'R1', 'total', 'initiated')).toBe(count.opened);
    expect(figure(data, 'R1', 'total', 'closed')).toBe(count.closed);
    expect(figure(data, 'R1', 'total', 'openAtEnd')).toBe(count.open);
    const before = await get('2008-Q1');
    expect(figure(data, 'R1', 'total', 'openAtStart')).toBe(figure(before, 'R1', 'total', 'openAtEnd'));
  });

  test('B2 is the money of the orders issued and standing, and B1 holds it as committed', async () => {
    const data = await get('2008-Q2');
    const money = sql(
      `SELECT sum(l.net_pence) AS net, sum(l.gross_pence) AS gross, count(DISTINCT o.id) AS orders,
         count(DISTINCT o.caf_id) AS episodes
       FROM orders AS o JOIN order_lines AS l ON l.order_id = o.id
       WHERE o.status = 'issued' AND o.issued_on BETWEEN ? AND ?`,
      '2008-07-01',
      '2008-09-30',
    ) as { net: number; gross: number; orders: number; episodes: number };
    expect(money.net).toBeGreaterThan(0);
    for (const [column, value] of Object.entries(money))
      expect(figure(data, 'B2', 'total', column)).toBe(value);
    const committed = sql(
      `SELECT sum(e.amount_pence) AS pence FROM ledger_entries AS e JOIN ledger_accounts AS a ON a.id = e.account_id
       JOIN ledger_postings AS p ON p.id = e.posting_id WHERE a.state = 'committed' AND p.day <= ?`,
      '2008-09-30',
    ) as { pence: number };
    expect(figure(data, 'B1', 'total', 'committed')).toBe(committed.pence);
  });

  test('is the same for whoever asks, and says who did', async () => {
    const mine = await get('2008-Q2');
    await as(office, 'tom');
    const theirs = await get('2008-Q2');
    expect(theirs.hash).toBe(mine.hash);
    expect([mine.preparedBy, theirs.preparedBy]).toEqual(['Margaret Oakes', 'Tom Yardley']);
    await as(office, 'ruth');
    expect((await office.refused('returns.get', { period: '2008-Q2', profile: 'published' })).code).toBe(
      'not_allowed',
    );
    await as(office, 'margaret');
  });

  test('published, no small count stands in it and nothing in its checks tells a figure', async () => {
    const data = await get('2008-Q2', 'published');
    expect(data.classification).toBe('Published');
    for (const table of data.tables)
      for (const row of table.rows)
        row.cells.forEach((cell, index) => {
          if (table.columns[index]?.kind === 'count') expect([1, 2, 3, 4]).not.toContain(cell);
        });
    expect(data.tables.flatMap((table) => table.rows.flatMap((row) => row.cells))).toContain('c');
    expect(data.checks.map((check) => check.detail)).toEqual(data.checks.map(() => 'Holds'));
    const names = data.tables.flatMap((table) => table.rows.map((row) => row.label)).join('\n');
    expect(names).not.toMatch(/Adeyemi|Sahota/);
  });

  test('B1 names lead professionals by staff code', async () => {
    const data = await get('2008-Q2');
    const labels = data.tables.find((table) => table.code === 'B1')?.rows.map((row) => row.label) ?? [];
    expect(labels.filter((label) => /^Staff code \d+$/.test(label)).length).toBeGreaterThan(0);
    expect(labels.join()).not.toMatch(/Adeyemi|Sahota/);
  });
});

describe('export', () => {
  test('writes the file whole, says its SHA-256, and is in the audit trail', async () => {
    for (const format of ['json', 'csv', 'xlsx'] as const) {
      const file = path.join(office.folder, `return.${format}`);
      const told = await office.do('returns.export', {
        period: '2008-q2',
        profile: 'internal',
        format,
        file: office.desk.tokens.add(file, 'write'),
      });
      const bytes = readFileSync(file);
      expect(told).toEqual({ bytes: bytes.length, sha256: createHash('sha256').update(bytes).digest('hex') });
    }
    const data = await get('2008-Q2');
    const json = JSON.parse(readFileSync(path.join(office.folder, 'return.json'), 'utf8')) as ReturnData;
    expect(json.tables).toEqual(data.tables);
    expect(readFileSync(path.join(office.folder, 'return.csv'), 'utf8')).toContain(data.hash);
    const sheets = await readExcelFile(readFileSync(path.join(office.folder, 'return.xlsx')));
    expect(sheets.map((sheet) => sheet.sheet)).toEqual(['Cover', 'R1', 'B1', 'B2']);
    const line = sql(
      "SELECT entity, detail FROM audit_events WHERE operation = 'returns.export' ORDER BY seq DESC LIMIT 1",
    ) as { entity: string; detail: string };
    expect(line.entity).toBe('return');
    expect(JSON.parse(line.detail)).toMatchObject({ period: '2008-Q2', format: 'xlsx', hash: data.hash });
  });

  test('a period that does not exist is refused in words and no file is made', async () => {
    for (const period of ['2008-Q5', 'Michaelmas', '', '2031-Q1', '1999-Q4', '0000-Q1', '2008-Q2; --']) {
      const file = path.join(office.folder, 'never.csv');
      const input = {
        period,
        profile: 'internal',
        format: 'csv',
        file: office.desk.tokens.add(file, 'write'),
      };
      const problem = await office.refused('returns.export', input);
      expect([period, problem.code, problem.field]).toEqual([period, 'no_such_period', 'period']);
      expect(problem.message).toContain('Choose one from');
      expect(existsSync(file)).toBe(false);
    }
  });

  test('printing is in the audit trail', async () => {
    await office.do('returns.recordPrint', { period: '2008-Q2', profile: 'published', how: 'saved' });
    const line = sql('SELECT detail FROM audit_events ORDER BY seq DESC LIMIT 1') as { detail: string };
    expect(JSON.parse(line.detail)).toEqual({ period: '2008-Q2', profile: 'published', how: 'saved' });
  });
});
