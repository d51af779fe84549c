import fc from 'fast-check';
import { afterEach, describe, expect, test } from 'vitest';
import { draftOf, type ReadyOffice, readyOffice } from './support/job.ts';

let ready: ReadyOffice;
afterEach(() => ready.office.remove());

const handle = () => ready.office.desk.opened().writerHandle;

/** What somebody in the office might do next. */
const step = fc.oneof(
  fc.record({ do: fc.constant('allocate' as const), pence: fc.integer({ min: 1, max: 40_000 }) }),
  fc.record({ do: fc.constant('submit' as const), quantity: fc.integer({ min: 1, max: 6 }) }),
  fc.record({
    do: fc.constantFrom(
      'approve' as const,
      'refuse' as const,
      'withdraw' as const,
      'issue' as const,
      'cancel' as const,
    ),
  }),
);

type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** Does one step as whoever may; what is refused is refused in words and changes nothing. */
async function act(next: Step): Promise<void> {
  const { office } = ready;
  const find = async (status: 'submitted' | 'approved' | 'issued') =>
    (await office.do('orders.list', { status, pageSize: 1 })).rows[0];
  if (next.do === 'allocate') {
    await office.signIn('margaret');
    await office.do('budgets.allocate', {
      fundId: ready.fundId,
      ownerKind: 'person',
      ownerId: ready.lead,
      financialYear: '2008-09',
      amountPence: next.pence,
      reason: 'More',
    });
    return;
  }
  if (next.do === 'submit') {
    await office.signIn('ruth');
    const lines = [{ itemId: ready.items.session, description: 'Session', quantity: next.quantity * 1000 }];
    const { id, version } = await office.do('orders.start', draftOf(ready, { lines }));
    await office
      .do('orders.submit', { id, version })
      .catch((error: unknown) => expect(String(error)).toContain('gates_stop'));
    return;
  }
  await office.signIn(next.do === 'approve' || next.do === 'refuse' ? 'joan' : 'margaret');
  const wanted = {
    approve: 'submitted',
    refuse: 'submitted',
    withdraw: 'submitted',
    issue: 'approved',
    cancel: 'issued',
  } as const;
  const row = await find(wanted[next.do]);
  if (!row) return;
  const { version } = await office.do('orders.get', { id: row.id });
  const base = { id: row.id, version };
  if (next.do === 'approve') await office.do('orders.decide', { ...base, decision: 'approve' });
  if (next.do === 'refuse')
    await office.do('orders.decide', { ...base, decision: 'refuse', reason: 'Not now' });
  if (next.do === 'withdraw') await office.do('orders.withdraw', { ...base, reason: 'Changed' });
  if (next.do === 'issue') await office.do('orders.issue', base);
  if (next.do === 'cancel') await office.do('orders.cancel', { ...base, reason: 'Not needed' });
}

/** Every pound is in exactly one place, and what the orders hold is what the ledger says they hold. */
async function expectWhole(): Promise<void> {
  const sums = handle()
    .prepare('SELECT posting_id FROM ledger_entries GROUP BY posting_id HAVING sum(amount_pence) <> 0')
    .all();
  expect(sums).toEqual([]);
  const held = (status: string) =>
    (
      handle()
        .prepare(
          `SELECT ifnull(sum(l.net_pence), 0) AS n FROM orders o JOIN order_lines l ON l.order_id = o.id WHERE o.status IN (${status})`,
        )
        .get() as { n: number }
    ).n;
  const { budgets, funds } = await ready.office.do('budgets.list', {});
  const balance = budgets.find((budget) => budget.id === ready.budgetId)?.balance;
  expect(balance?.pending).toBe(held("'submitted','approved'"));
  expect(balance?.committed).toBe(held("'issued'"));
  expect(balance?.headroom).toBeGreaterThanOrEqual(0);
  expect((funds[0]?.unallocatedPence ?? 0) + (balance?.allocated ?? 0)).toBe(funds[0]?.receivedPence);
}

describe('the ledger', () => {
  test('whatever is done in whatever order, every posting balances and every pound is in one place', async () => {
    ready = await readyOffice(60_000);
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 14 }), async (steps) => {
        for (const next of steps) await act(next);
        await expectWhole();
      }),
      { numRuns: 6 },
    );
  });

  test('the database itself refuses a posting that does not balance, and any change to one that does', async () => {
    ready = await readyOffice();
    const post = (amounts: number[]) => {
      const id = (handle().prepare('SELECT max(id) + 1 AS id FROM ledger_postings').get() as { id: number })
        .id;
      handle().exec('BEGIN');
      try {
        handle()
          .prepare("INSERT INTO ledger_postings VALUES (?, 'transfer', '2008-10-14', NULL, 'x', 1, '', ?)")
          .run(id, id);
        const account = handle().prepare('SELECT id FROM ledger_accounts').pluck().all() as number[];
        amounts.forEach((amount, index) =>
          handle()
            .prepare('INSERT INTO ledger_entries (posting_id, account_id, amount_pence) VALUES (?, ?, ?)')
            .run(id, account[index], amount),
        );
        handle().prepare('INSERT INTO ledger_seals VALUES (?)').run(id);
        handle().exec('COMMIT');
      } catch (error) {
        if (handle().inTransaction) handle().exec('ROLLBACK');
        throw error;
      }
    };
    expect(() => post([100, -99])).toThrow(/balance to zero/);
    expect(() => post([100])).toThrow(/balance to zero/);
    post([100, -100]);
    expect(() => handle().exec('UPDATE ledger_entries SET amount_pence = 1')).toThrow(/not changed/);
    expect(() => handle().exec('DELETE FROM ledger_postings')).toThrow(/not deleted/);
  });

  test('a posting without its seal is never committed', async () => {
    ready = await readyOffice();
    expect(() =>
      handle().exec(
        "INSERT INTO ledger_postings VALUES (9999, 'transfer', '2008-10-14', NULL, 'x', 1, '', 9999)",
      ),
    ).toThrow(/FOREIGN KEY/);
  });

  test('the last £50.00 asked for by two at once goes to one of them', async () => {
    ready = await readyOffice(9_000);
    await ready.office.signIn('ruth');
    const lines = [{ itemId: ready.items.session, description: 'Session', quantity: 2000 }];
    const one = await ready.office.do('orders.start', draftOf(ready, { lines }));
    const two = await ready.office.do('orders.start', draftOf(ready, { lines }));
    const results = await Promise.allSettled([
      ready.office.do('orders.submit', { id: one.id, version: one.version }),
      ready.office.do('orders.submit', { id: two.id, version: two.version }),
    ]);
    expect(results.map((result) => result.status).sort()).toEqual(['fulfilled', 'rejected']);
    await expectWhole();
  });
});
