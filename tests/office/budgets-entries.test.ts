import { afterEach, expect, test } from 'vitest';
import { draftOf, type ReadyOffice, readyOffice } from './support/job.ts';

let ready: ReadyOffice;
afterEach(() => ready.office.remove());

const states = ['pending', 'committed', 'accrued', 'spent'] as const;

test('the entries behind every figure of a fund and a budget add up to the figure, year by year', async () => {
  ready = await readyOffice();
  const { office, fundId, budgetId, lead, areaId } = ready;
  const next = { fundId, ownerKind: 'area' as const, ownerId: areaId, financialYear: '2009-10' };
  await office.do('budgets.allocate', { ...next, amountPence: 70_000, reason: 'Next year' });
  await office.signIn('ruth');
  const lines = [{ itemId: ready.items.session, description: 'Session', quantity: 2000 }];
  const draft = await office.do('orders.start', draftOf(ready, { lines }));
  await office.do('orders.submit', draft);
  await office.signIn('margaret');

  const { funds, budgets } = await office.do('budgets.list', { financialYear: '2008-09' });
  const [fund, budget] = [
    funds.find((one) => one.id === fundId)!,
    budgets.find((one) => one.id === budgetId)!,
  ];
  expect(budget.ownerId).toBe(lead);
  const sum = async (input: Parameters<typeof office.do<'budgets.entries'>>[1]) =>
    (await office.do('budgets.entries', input)).sumPence;
  const year = { financialYear: '2008-09' };
  const moved = states.filter((state) => budget.balance[state] > 0);
  expect(moved.length).toBeGreaterThan(0);
  for (const state of states) {
    expect(await sum({ budgetId, state, ...year })).toBe(budget.balance[state]);
    expect(await sum({ fundId, state, ...year })).toBe(fund.balance[state]);
  }
  expect(await sum({ budgetId, state: 'available', ...year })).toBe(budget.balance.headroom);
  expect(await sum({ budgetId, state: 'allocated', ...year })).toBe(budget.balance.allocated);
  expect(await sum({ fundId, state: 'allocated', ...year })).toBe(fund.balance.allocated);
  expect(await sum({ fundId, state: 'allocated', notFinancialYear: '2008-09' })).toBe(70_000);
  expect(await sum({ fundId, state: 'source' })).toBe(-fund.receivedPence);
  expect(await sum({ fundId, state: 'unallocated' })).toBe(fund.unallocatedPence);
  const allocated = await office.do('budgets.entries', { budgetId, state: 'allocated' });
  expect(allocated.rows.map((row) => row.kind)).toEqual(['allocate']);
});
