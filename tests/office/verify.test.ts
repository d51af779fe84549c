import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestOffice } from './support/office.ts';
import { as, practiceOffice } from './support/practice.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await TestOffice.setUp();
});
afterEach(() => office.remove());

const NAMES = [
  'integrity_check',
  'encryption',
  'foreign_key_check',
  'schema_version',
  'settings_row',
  'ledger_balances_to_zero',
  'balances_equal_entries',
  'orders_equal_ledger',
  'order_numbers_without_gaps',
  'stored_papers',
  'audit_chain',
  'audit_seal',
];

/** Changes the file as somebody with the key and a database tool could, past every trigger. */
function tamper(...statements: string[]): void {
  const handle = office.desk.opened().writerHandle;
  handle.pragma('foreign_keys = OFF');
  for (const statement of statements) handle.exec(statement);
  handle.pragma('foreign_keys = ON');
}

async function failed(): Promise<{ name: string; detail: string }[]> {
  const result = await office.do('assurance.verify', {});
  const wrong = result.checks.filter((check) => !check.ok);
  expect(result.ok).toBe(wrong.length === 0);
  return wrong.map(({ name, detail }) => ({ name, detail }));
}

async function withMoney(): Promise<void> {
  const { id: fundId } = await office.do('budgets.addFund', {
    name: 'BHLP pilot',
    funder: 'DCSF',
    programme: 'Additional needs',
    startOn: '2008-04-01',
    endOn: '2009-03-31',
    totalPence: 1_500_000,
    carryForward: false,
  });
  const { areas } = await office.do('settings.areas', {});
  for (const area of areas)
    await office.do('budgets.allocate', {
      fundId,
      ownerKind: 'area',
      ownerId: area.id,
      financialYear: '2008-09',
      amountPence: 400_000,
      reason: 'Share of the year',
    });
}

describe('verify', () => {
  test('a new office and one with money pass every check, and nothing is written', async () => {
    expect((await office.do('assurance.verify', {})).checks.map((check) => check.name)).toEqual(NAMES);
    await withMoney();
    const seen: string[] = [];
    const before = await office.do('assurance.audit', {});
    const result = await office.do(
      'assurance.verify',
      {},
      { onProgress: (_done, _total, label) => seen.push(label) },
    );
    expect(result.ok).toBe(true);
    expect(result.checks.find((check) => check.name === 'ledger_balances_to_zero')?.detail).toBe(
      '3 postings; the whole ledger sums to £0.00.',
    );
    expect(seen).toContain('The audit trail');
    expect(await office.do('assurance.audit', {})).toEqual(before);
  });

  test('a changed line of the audit trail is named', async () => {
    await withMoney();
    tamper(
      'DROP TRIGGER audit_not_changed',
      `UPDATE audit_events SET detail = '{"amountPence":1}' WHERE seq = 3`,
    );
    expect(await failed()).toEqual([
      { name: 'audit_chain', detail: expect.stringMatching(/Line 3, of 14 Oct 2008 .* was changed/) },
    ]);
  });

  test('a removed line of the audit trail is named', async () => {
    await withMoney();
    tamper('DROP TRIGGER audit_not_deleted', 'DELETE FROM audit_events WHERE seq = 2');
    expect(await failed()).toEqual([
      { name: 'foreign_key_check', detail: expect.stringContaining('audit_bodies') },
      { name: 'audit_chain', detail: expect.stringContaining('Line 2 was removed, just before line 3') },
    ]);
  });

  test('an entry that was changed breaks its posting, the ledger and a balance', async () => {
    await withMoney();
    tamper(
      'DROP TRIGGER ledger_entries_not_changed',
      'UPDATE ledger_entries SET amount_pence = amount_pence + 100 WHERE id = 4',
    );
    expect(await failed()).toEqual([
      { name: 'ledger_balances_to_zero', detail: 'Postings that do not balance: 2.' },
    ]);
  });

  test('money that was spent twice shows as an account below nought', async () => {
    await withMoney();
    tamper(
      'DROP TRIGGER ledger_entries_not_changed',
      'UPDATE ledger_entries SET amount_pence = amount_pence * 9 WHERE posting_id = 2',
    );
    expect((await failed()).map((check) => check.name)).toEqual(['balances_equal_entries']);
  });

  test('a posting without its seal, a row that points at nothing and a foreign migration are found', async () => {
    await withMoney();
    tamper(
      'DROP TRIGGER ledger_seals_not_deleted',
      'DELETE FROM ledger_seals WHERE posting_id = 3',
      "UPDATE migrations_done SET checksum = 'other' WHERE number = 10",
    );
    const found = await failed();
    expect(found.map((check) => check.name)).toEqual([
      'foreign_key_check',
      'schema_version',
      'ledger_balances_to_zero',
    ]);
    expect(found[0]?.detail).toContain('ledger_postings');
  });

  test('is stopped when a person stops it, without a word on the file', async () => {
    const controller = new AbortController();
    controller.abort();
    await expect(office.do('assurance.verify', {}, { signal: controller.signal })).rejects.toThrow(
      'cancelled',
    );
  });
});

describe('the audit trail', () => {
  test('is paged, newest first, with who and what and no text that was typed', async () => {
    await withMoney();
    const page = await office.do('assurance.audit', { pageSize: 2 });
    expect(page.total).toBe(4);
    expect(page.rows.map((row) => [row.seq, row.who, row.operation])).toEqual([
      [4, 'Margaret Oakes', 'budgets.allocate'],
      [3, 'Margaret Oakes', 'budgets.allocate'],
    ]);
    expect(page.head).toMatch(/^[0-9a-f]{64}$/);
    const last = await office.do('assurance.audit', { page: 1, pageSize: 2 });
    expect(last.rows.map((row) => row.operation)).toEqual(['budgets.addFund', 'access.setUp']);
    expect(JSON.stringify([page, last])).not.toContain('Share of the year');
  });
});

describe('verify on an office with orders', () => {
  let practice: TestOffice;
  beforeEach(async () => {
    practice = await practiceOffice();
    await as(practice, 'margaret');
    office.remove();
    office = practice;
  });

  test('passes, and finds what was done to orders, numbers and papers behind its back', async () => {
    const { rows } = await office.do('orders.list', { status: 'issued' });
    const order = rows[0];
    if (!order) throw new Error('The practice office has no issued order.');
    const pdf = Buffer.from('%PDF-1.7 as it was made');
    await office.do('orders.keepPdf', { id: order.id, pdf: pdf.toString('base64') });
    expect(await failed()).toEqual([]);
    tamper(
      'DROP TRIGGER order_papers_frozen',
      "UPDATE order_papers SET pdf = x'255044462d' WHERE pdf IS NOT NULL",
    );
    expect(await failed()).toEqual([
      { name: 'stored_papers', detail: `The stored PDF of order ${order.id} is not the one that was kept.` },
    ]);
    tamper(`DELETE FROM order_papers WHERE order_id = ${order.id}`);
    expect(await failed()).toEqual([
      { name: 'stored_papers', detail: `Orders without their paper: ${order.number}.` },
    ]);
    tamper(
      'DROP TRIGGER order_lines_frozen_update',
      `UPDATE order_lines SET net_pence = net_pence + 1, gross_pence = gross_pence + 1 WHERE order_id = ${order.id}`,
    );
    expect((await failed()).find((check) => check.name === 'orders_equal_ledger')?.detail).toBe(
      `Orders for which the ledger holds something else: ${order.id}.`,
    );
    tamper(
      'DROP TRIGGER orders_number_stays',
      'UPDATE orders SET number = number + 1 WHERE number = (SELECT max(number) FROM orders)',
    );
    expect((await failed()).find((check) => check.name === 'order_numbers_without_gaps')?.detail).toMatch(
      /^Number \d{7} is missing\.$/,
    );
    // The return's own reconciliation says so too.
    const { checks } = await office.do('returns.get', { period: '2008-Q3', profile: 'internal' });
    const earlier = await office.do('returns.get', { period: '2008-Q2', profile: 'internal' });
    expect(
      [...checks, ...earlier.checks].some((check) => check.name.startsWith('B2: net total') && !check.ok),
    ).toBe(true);
  });
});

describe('what lies on the disk', () => {
  test('no file of the office, its log, its backup or its write-ahead log holds a child’s name in clear', async () => {
    const practice = await practiceOffice();
    try {
      await as(practice, 'margaret');
      await practice.do('backups.make', {});
      const handle = practice.desk.opened().readerHandle;
      // Short names could stand in random bytes by chance.
      const names = (handle.prepare('SELECT family_name FROM children').pluck().all() as string[]).filter(
        (name) => name.length > 5,
      );
      expect(names.length).toBeGreaterThan(5);
      const files = readdirSync(practice.folder, { recursive: true, withFileTypes: true }).filter((entry) =>
        entry.isFile(),
      );
      expect(files.map((entry) => entry.name)).toEqual(
        expect.arrayContaining(['office.db', 'office.db-wal']),
      );
      for (const entry of files) {
        const bytes = readFileSync(path.join(entry.parentPath, entry.name));
        for (const name of names) expect([entry.name, bytes.includes(name)]).toEqual([entry.name, false]);
      }
    } finally {
      practice.remove();
    }
  });
});
