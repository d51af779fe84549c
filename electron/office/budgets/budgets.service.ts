import type { Balance } from '#shared/contract/budgets.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addBalances, balanceOf, type StateSums } from '#shared/domain/balances.ts';
import { financialYear, parseFinancialYear, shareOfYear } from '#shared/domain/quarter.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { cafForOrder, cafLabels } from '../children/children.service.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import { orderNumbers } from '../orders/numbers.ts';
import * as queries from './budgets.queries.ts';
import { allocate as allocateMoney, receive } from './ledger.ts';
import { pageEntries, sumStates } from './ledger.queries.ts';

type BudgetRow = Output<'budgets.list'>['budgets'][number];

/** Sums by budget (and by fund for what is not in a budget), read in one pass. */
async function allBalances(db: Db, upTo?: string) {
  const byBudget = new Map<number, StateSums>();
  const byFund = new Map<number, { source: number; unallocated: number }>();
  for (const row of await sumStates(db, upTo ? { upTo } : {})) {
    if (row.budget_id === null) {
      const fund = byFund.get(row.fund_id) ?? { source: 0, unallocated: 0 };
      if (row.state === 'source' || row.state === 'unallocated') fund[row.state] = row.pence;
      byFund.set(row.fund_id, fund);
    } else {
      byBudget.set(row.budget_id, { ...byBudget.get(row.budget_id), [row.state]: row.pence });
    }
  }
  return { byFund, of: (budgetId: number): Balance => balanceOf(byBudget.get(budgetId) ?? {}) };
}

/** Names each budget's owner; a CAF's only as its reader may see it. */
export async function named(context: Context, rows: queries.BudgetValues[]): Promise<Map<number, string>> {
  const cafs = rows.filter((row) => row.owner_kind === 'caf').map((row) => row.owner_id);
  const labels = await cafLabels(context, cafs);
  return new Map(
    rows.map((row) => {
      const label = labels.get(row.owner_id);
      return [
        row.id,
        row.owner_kind === 'caf' ? (label?.reference ?? label?.neutralRef ?? 'One CAF') : (row.owner ?? ''),
      ];
    }),
  );
}

const toBudgetRow = (row: queries.BudgetValues, owner: string, balance: Balance): BudgetRow => ({
  id: row.id,
  fundId: row.fund_id,
  fund: row.fund,
  ownerKind: row.owner_kind,
  ownerId: row.owner_id,
  owner,
  financialYear: row.financial_year,
  balance,
});

/** Every fund with where its money is, and the budgets of a financial year. */
export async function list(context: Context, input: Parsed<'budgets.list'>): Promise<Output<'budgets.list'>> {
  const { db, today } = context;
  const year = input.financialYear ?? financialYear(today).code;
  if (!parseFinancialYear(year))
    throw new OfficeProblem('no_such_period', 'There is no such financial year. Write it as 2008-09.', {
      field: 'financialYear',
    });
  const rows = await queries.listBudgets(db, year);
  const [names, balances] = [await named(context, rows), await allBalances(db)];
  const budgets = rows.map((row) => toBudgetRow(row, names.get(row.id) ?? '', balances.of(row.id)));
  const funds = (await queries.listFunds(db)).map((fund) => ({
    id: fund.id,
    name: fund.name,
    funder: fund.funder,
    programme: fund.programme,
    startOn: fund.start_on,
    endOn: fund.end_on,
    carryForward: fund.carry_forward === 1,
    conditions: fund.conditions,
    restrictedCategories: JSON.parse(fund.restricted_categories) as string[],
    costCentre: fund.cost_centre,
    expenseCode: fund.expense_code,
    projectCode: fund.project_code,
    receivedPence: -(balances.byFund.get(fund.id)?.source ?? 0),
    unallocatedPence: balances.byFund.get(fund.id)?.unallocated ?? 0,
    balance: addBalances(
      budgets.filter((budget) => budget.fundId === fund.id).map((budget) => budget.balance),
    ),
  }));
  return { funds, budgets, financialYear: year, yearGoneBp: shareOfYear(today) };
}

/** Opens a fund and takes its money in. */
export async function addFund(context: Context, input: Parsed<'budgets.addFund'>): Promise<{ id: number }> {
  const { db, person, now } = context;
  if (input.endOn < input.startOn)
    throw new OfficeProblem('invalid', 'The fund would end before it begins. It was not added.', {
      field: 'endOn',
    });
  if (await queries.fundNameTaken(db, input.name))
    throw new OfficeProblem(
      'invalid',
      'There is a fund of that name. It was not added. Choose another name.',
      { field: 'name' },
    );
  const id = await queries.insertFund(db, {
    name: input.name,
    funder: input.funder,
    programme: input.programme,
    start_on: input.startOn,
    end_on: input.endOn,
    carry_forward: input.carryForward ? 1 : 0,
    conditions: input.conditions,
    restricted_categories: JSON.stringify(input.restrictedCategories),
    cost_centre: input.costCentre,
    expense_code: input.expenseCode,
    project_code: input.projectCode,
    created_at: now,
    created_by: person.id,
  });
  await receive(context, id, input.totalPence, 'Money the fund began with');
  context.note({ entity: 'fund', id, detail: { totalPence: input.totalPence } });
  return { id };
}

/** Gives some of a fund's unallocated money to an area, team, person or CAF for a year (BR-35). */
export async function allocate(
  context: Context,
  input: Parsed<'budgets.allocate'>,
): Promise<{ budgetId: number }> {
  const { db, now } = context;
  const fund = (await queries.findFund(db, input.fundId)) ?? notFound('fund');
  const year = parseFinancialYear(input.financialYear);
  if (!year || year.to < fund.start_on || year.from > fund.end_on)
    throw new OfficeProblem('invalid', `${fund.name} does not run in that year. Nothing was allocated.`, {
      field: 'financialYear',
    });
  if (input.ownerKind === 'caf') await cafForOrder(context, input.ownerId);
  else if (!(await queries.ownerExists(db, input.ownerKind, input.ownerId))) notFound(input.ownerKind);
  const budgetId = await queries.budgetOf(db, {
    fund_id: fund.id,
    owner_kind: input.ownerKind,
    owner_id: input.ownerId,
    financial_year: input.financialYear,
    created_at: now,
  });
  await allocateMoney(context, { fundId: fund.id, budgetId }, input.amountPence, input.reason);
  context.note({ entity: 'budget', id: budgetId, detail: { amountPence: input.amountPence } });
  return { budgetId };
}

/** Budgets whose reasons the reader may see: one of a CAF may be given with words about the child. */
async function readableWords(context: Context, rows: queries.BudgetValues[]): Promise<Set<number>> {
  const labels = await cafLabels(
    context,
    rows.filter((row) => row.owner_kind === 'caf').map((row) => row.owner_id),
  );
  const readable = rows.filter((row) => row.owner_kind !== 'caf' || !!labels.get(row.owner_id)?.reference);
  return new Set(readable.map((row) => row.id));
}

/** The postings behind a figure. */
export async function entries(
  context: Context,
  input: Parsed<'budgets.entries'>,
): Promise<Output<'budgets.entries'>> {
  const { db } = context;
  const found = await pageEntries(db, input, input.page, input.pageSize);
  const budgetIds = [...new Set(found.rows.map((row) => row.budget_id).filter((id) => id !== null))];
  const rows = (await Promise.all(budgetIds.map((id) => queries.findBudget(db, id)))).filter(
    (row) => row !== undefined,
  );
  const names = await named(context, rows);
  const worded = await readableWords(context, rows);
  const numbers = await orderNumbers(
    db,
    found.rows.map((row) => row.order_id).filter((id) => id !== null),
  );
  return {
    rows: found.rows.map((row) => ({
      postingId: row.posting_id,
      day: row.day,
      kind: row.kind,
      state: row.state,
      fund: row.fund,
      budget: row.budget_id === null ? null : (names.get(row.budget_id) ?? ''),
      reason: row.budget_id === null || worded.has(row.budget_id) ? row.reason : '',
      orderId: row.order_id,
      orderNumber: row.order_id === null ? null : (numbers.get(row.order_id) ?? null),
      amountPence: row.amount_pence,
      by: row.by,
    })),
    total: found.total,
    sumPence: found.sumPence,
  };
}

/** Who a purchase for a CAF may be paid by, nearest first: the CAF's own budget, the holder's, the team's, the area's. */
async function purseRows(context: Context, cafId: number): Promise<queries.BudgetValues[]> {
  const caf = await cafForOrder(context, cafId);
  const owners = [
    { kind: 'caf' as const, id: caf.cafId },
    ...(caf.lead ? [{ kind: 'person' as const, id: caf.lead.personId }] : []),
    ...(caf.teamId ? [{ kind: 'team' as const, id: caf.teamId }] : []),
    { kind: 'area' as const, id: caf.areaId },
  ];
  const rows = await queries.budgetsOfOwners(
    context.db,
    owners,
    financialYear(context.today).code,
    context.today,
  );
  const rank = (row: queries.BudgetValues) => owners.findIndex((owner) => owner.kind === row.owner_kind);
  return rows.sort((a, b) => rank(a) - rank(b));
}

/** The budgets a purchase for this CAF may draw on today. */
export async function forCaf(
  context: Context,
  { cafId }: { cafId: number },
): Promise<Output<'budgets.forCaf'>> {
  const rows = await purseRows(context, cafId);
  const names = await named(context, rows);
  const budgets: BudgetRow[] = [];
  for (const row of rows)
    budgets.push(toBudgetRow(row, names.get(row.id) ?? '', await balanceOn(context.db, row.id)));
  return { budgets };
}

async function balanceOn(db: Db, budgetId: number): Promise<Balance> {
  const sums: StateSums = {};
  for (const row of await sumStates(db, { budgetId }))
    if (row.state !== 'source' && row.state !== 'unallocated') sums[row.state] = row.pence;
  return balanceOf(sums);
}

/** A budget as an order sees it: whose, from which fund, what is left, and whether it serves this CAF today. */
export async function budgetForOrder(context: Context, budgetId: number, cafId: number) {
  const row = await queries.findBudget(context.db, budgetId);
  if (!row) return null;
  const names = await named(context, [row]);
  const purses = await purseRows(context, cafId);
  const { today } = context;
  return {
    id: row.id,
    fundId: row.fund_id,
    fund: row.fund,
    name: `${names.get(row.id) ?? ''}, ${row.fund}`,
    restrictedCategories: JSON.parse(row.restricted_categories) as string[],
    headroomPence: (await balanceOn(context.db, budgetId)).headroom,
    inForce: row.financial_year === financialYear(today).code && row.start_on <= today && row.end_on >= today,
    forThisCaf: purses.some((purse) => purse.id === budgetId),
    ourUse: [
      row.cost_centre ? `Cost centre ${row.cost_centre}` : '',
      [
        row.expense_code ? `Expense ${row.expense_code}` : '',
        row.project_code ? `project ${row.project_code}` : '',
      ]
        .filter(Boolean)
        .join(', '),
    ].filter(Boolean),
  };
}
