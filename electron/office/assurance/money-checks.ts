import { formatPounds } from '#shared/domain/money.ts';
import { balanceOf, type StateSums } from '#shared/domain/balances.ts';
import { list as listBudgets } from '../budgets/budgets.service.ts';
import type { Context } from '../context.ts';
import * as queries from './verify.queries.ts';

/** What one check found; its name is added by whoever runs it. */
export type Finding = { ok: boolean; detail: string };
/** Reports that some of a check is done, and lets others run. */
export type Tick = () => Promise<void>;

const PAGE = 5000;

/** The first few of many, so that a sentence stays a sentence. */
export function some(numbers: readonly number[]): string {
  return numbers.slice(0, 5).join(', ') + (numbers.length > 5 ? ` and ${numbers.length - 5} more` : '');
}

/** Every posting balances to zero and is sealed, and so does the whole ledger. */
export async function ledgerBalances({ db }: Context, tick: Tick): Promise<Finding> {
  const last = await queries.lastId(db, 'ledger_postings');
  const wrong: number[] = [];
  for (let after = 0; after < last; after += PAGE) {
    wrong.push(...(await queries.unbalancedPostings(db, after, after + PAGE)));
    await tick();
  }
  const sum = await queries.wholeLedger(db);
  if (wrong.length > 0) return { ok: false, detail: `Postings that do not balance: ${some(wrong)}.` };
  return { ok: sum === 0, detail: `${last} postings; the whole ledger sums to ${formatPounds(sum)}.` };
}

/** Adds every entry up one by one, in the order in which they were written. */
async function replay(context: Context, tick: Tick): Promise<{ sums: Map<number, number>; entries: number }> {
  const sums = new Map<number, number>();
  let entries = 0;
  for (let after = 0; ;) {
    const page = await queries.entriesAfter(context.db, after, PAGE);
    for (const entry of page)
      sums.set(entry.account_id, (sums.get(entry.account_id) ?? 0) + entry.amount_pence);
    entries += page.length;
    const last = page.at(-1);
    if (!last) return { sums, entries };
    after = last.id;
    await tick();
  }
}

/**
 * The balances that people see are what the entries come to, added up in another way; and no account but a
 * fund's source is below nought, so no pound was used twice.
 */
export async function balancesEqualEntries(context: Context, tick: Tick): Promise<Finding> {
  const { sums, entries } = await replay(context, tick);
  const states = new Map<number, StateSums>();
  const below: number[] = [];
  for (const account of await queries.listAccounts(context.db)) {
    const pence = sums.get(account.id) ?? 0;
    if (pence < 0 && account.state !== 'source') below.push(account.id);
    if (account.budget_id !== null)
      states.set(account.budget_id, { ...states.get(account.budget_id), [account.state]: pence });
  }
  const differ: number[] = [];
  let budgets = 0;
  for (const financialYear of await queries.budgetYears(context.db)) {
    for (const budget of (await listBudgets(context, { financialYear })).budgets) {
      budgets += 1;
      const added = balanceOf(states.get(budget.id) ?? {});
      const same = (Object.keys(added) as (keyof typeof added)[]).every(
        (part) => added[part] === budget.balance[part],
      );
      if (!same) differ.push(budget.id);
    }
  }
  if (differ.length > 0)
    return { ok: false, detail: `Budgets whose figures are not their entries’: ${some(differ)}.` };
  if (below.length > 0) return { ok: false, detail: `Accounts below nought: ${some(below)}.` };
  return { ok: true, detail: `${budgets} budgets, ${entries} entries.` };
}

/** What an order must hold in the ledger in each state (domain 7.3): its net while it is asked for, then once it is issued. */
function expected(status: string, net: number): { pending: number; used: number } {
  if (status === 'submitted' || status === 'approved') return { pending: net, used: 0 };
  return { pending: 0, used: status === 'issued' ? net : 0 };
}

/** The ledger holds for every order what its lines come to. */
export async function ordersEqualLedger({ db }: Context, tick: Tick): Promise<Finding> {
  const last = await queries.lastId(db, 'orders');
  const wrong: number[] = [];
  let orders = 0;
  for (let after = 0; after < last; after += PAGE) {
    for (const order of await queries.ordersAgainstLedger(db, after, after + PAGE)) {
      orders += 1;
      const { pending, used } = expected(order.status, order.net);
      if (order.pending !== pending || order.used !== used) wrong.push(order.id);
    }
    await tick();
  }
  return wrong.length === 0
    ? { ok: true, detail: `${orders} orders.` }
    : { ok: false, detail: `Orders for which the ledger holds something else: ${some(wrong)}.` };
}

/** Numbers run without a gap from the office's first, each belonging to an issued or cancelled order. */
export async function numbersWithoutGaps({ db }: Context, tick: Tick): Promise<Finding> {
  const { firstNumber } = await queries.settingsRows(db);
  let next = firstNumber;
  for (let after = 0; ;) {
    const page = await queries.takenNumbers(db, after, PAGE);
    for (const { number, status } of page) {
      if (number !== next) return { ok: false, detail: `Number ${next} is missing.` };
      if (status !== 'issued' && status !== 'cancelled')
        return { ok: false, detail: `Number ${number} belongs to an order that is not issued.` };
      next += 1;
    }
    const last = page.at(-1)?.number;
    if (!last) break;
    after = last;
    await tick();
  }
  if (next === firstNumber)
    return { ok: true, detail: `No numbers taken; the first will be ${firstNumber}.` };
  return { ok: true, detail: `${next - firstNumber} numbers, ${firstNumber} to ${next - 1}.` };
}
