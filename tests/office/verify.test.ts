import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { TestOffice } from './support/office.ts';

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
      { name: 'audit_chain', detail: expect.stringContaining('breaks at line 3') },
    ]);
  });

  test('a removed line of the audit trail is named', async () => {
    await withMoney();
    tamper('DROP TRIGGER audit_not_deleted', 'DELETE FROM audit_events WHERE seq = 2');
    expect(await failed()).toEqual([
      { name: 'audit_chain', detail: expect.stringContaining('breaks at line 3') },
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
