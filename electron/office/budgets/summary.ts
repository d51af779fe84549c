import type { Balance } from '#shared/contract/budgets.ts';
import { addBalances, balanceOf, type StateSums } from '#shared/domain/balances.ts';
import { financialYear, type Period } from '#shared/domain/quarter.ts';
import type { Context } from '../context.ts';
import { type BudgetValues, listBudgets, listFunds } from './budgets.queries.ts';
import { named } from './budgets.service.ts';
import { sumAllocations, sumStates } from './ledger.queries.ts';

/** One row of B1: a fund or one of its budgets, in pence, as the ledger stood at the period's end. */
export type SummaryRow = {
  key: string;
  label: string;
  kind: 'fund' | 'budget' | 'total';
  ownerKind: BudgetValues['owner_kind'] | null;
  ownerId: number | null;
  allocationPence: number;
  transfersPence: number;
  balance: Balance;
};

/** B1 (domain 10.12): per fund and budget of the period's financial year, at the end of the period. */
export async function budgetSummary(context: Context, period: Period): Promise<SummaryRow[]> {
  const { db } = context;
  const budgets = await listBudgets(db, financialYear(period.to).code);
  const names = await named(context, budgets);
  const states = await statesAt(context, period.to);
  const given = await givenAt(context, period.to);
  const rows: SummaryRow[] = [];
  for (const fund of await listFunds(db)) {
    const own = budgets
      .filter((budget) => budget.fund_id === fund.id)
      .map((budget): SummaryRow => ({
        key: `budget-${budget.id}`,
        label: names.get(budget.id) ?? '',
        kind: 'budget',
        ownerKind: budget.owner_kind,
        ownerId: budget.owner_id,
        ...(given.get(budget.id) ?? { allocationPence: 0, transfersPence: 0 }),
        balance: balanceOf(states.get(budget.id) ?? {}),
      }));
    if (own.length > 0) rows.push(addUp(`fund-${fund.id}`, fund.name, 'fund', own), ...own);
  }
  const funds = rows.filter((row) => row.kind === 'fund');
  return [...rows, addUp('total', 'All funds', 'total', funds)];
}

function addUp(key: string, label: string, kind: 'fund' | 'total', rows: SummaryRow[]): SummaryRow {
  return {
    key,
    label,
    kind,
    ownerKind: null,
    ownerId: null,
    allocationPence: rows.reduce((sum, row) => sum + row.allocationPence, 0),
    transfersPence: rows.reduce((sum, row) => sum + row.transfersPence, 0),
    balance: addBalances(rows.map((row) => row.balance)),
  };
}

async function statesAt(context: Context, day: string): Promise<Map<number, StateSums>> {
  const states = new Map<number, StateSums>();
  for (const row of await sumStates(context.db, { upTo: day })) {
    if (row.budget_id !== null)
      states.set(row.budget_id, { ...states.get(row.budget_id), [row.state]: row.pence });
  }
  return states;
}

async function givenAt(context: Context, day: string) {
  const given = new Map<number, { allocationPence: number; transfersPence: number }>();
  for (const row of await sumAllocations(context.db, day)) {
    if (row.budget_id === null) continue;
    const sums = given.get(row.budget_id) ?? { allocationPence: 0, transfersPence: 0 };
    if (row.kind === 'allocate') sums.allocationPence += row.pence;
    else sums.transfersPence += row.pence;
    given.set(row.budget_id, sums);
  }
  return given;
}
