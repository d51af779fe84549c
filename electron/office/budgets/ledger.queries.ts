import type { Insertable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** A state a pound can be in (domain 3.13). `source` is where a fund's money came from, always negative. */
export type LedgerState = Schema['ledger_accounts']['state'];
/** What a posting is for. */
export type PostingKind = Schema['ledger_postings']['kind'];

/** The account for one state of a fund or a budget, opened when it is first used. */
export async function accountId(
  db: Db,
  fundId: number,
  budgetId: number | null,
  state: LedgerState,
): Promise<number> {
  const found = await db
    .selectFrom('ledger_accounts')
    .select('id')
    .where('fund_id', '=', fundId)
    .where('budget_id', budgetId === null ? 'is' : '=', budgetId)
    .where('state', '=', state)
    .executeTakeFirst();
  if (found) return found.id;
  const made = await db
    .insertInto('ledger_accounts')
    .values({ fund_id: fundId, budget_id: budgetId, state })
    .returning('id')
    .executeTakeFirstOrThrow();
  return made.id;
}

/** Writes a posting with its entries and seals it; the database refuses one that does not sum to zero. */
export async function insertPosting(
  db: Db,
  posting: Omit<Insertable<Schema['ledger_postings']>, 'id' | 'seal_id'>,
  entries: { accountId: number; amountPence: number }[],
): Promise<number> {
  const { last } = await db
    .selectFrom('ledger_postings')
    .select((is) => is.fn.max('id').as('last'))
    .executeTakeFirstOrThrow();
  const id = (last || 0) + 1;
  await db
    .insertInto('ledger_postings')
    .values({ ...posting, id, seal_id: id })
    .execute();
  await db
    .insertInto('ledger_entries')
    .values(
      entries.map((entry) => ({
        posting_id: id,
        account_id: entry.accountId,
        amount_pence: entry.amountPence,
      })),
    )
    .execute();
  await db.insertInto('ledger_seals').values({ posting_id: id }).execute();
  return id;
}

/** Sums of entries by fund, budget and state; of one budget, or up to a day, if asked. */
export function sumStates(db: Db, only: { budgetId?: number; fundId?: number; upTo?: string } = {}) {
  let query = db
    .selectFrom('ledger_accounts as a')
    .innerJoin('ledger_entries as e', 'e.account_id', 'a.id')
    .select((is) => ['a.fund_id', 'a.budget_id', 'a.state', is.fn.sum<number>('e.amount_pence').as('pence')])
    .groupBy('a.id');
  if (only.budgetId !== undefined) query = query.where('a.budget_id', '=', only.budgetId);
  if (only.fundId !== undefined) query = query.where('a.fund_id', '=', only.fundId);
  const { upTo } = only;
  if (upTo !== undefined) {
    query = query.innerJoin('ledger_postings as p', 'p.id', 'e.posting_id').where('p.day', '<=', upTo);
  }
  return query.execute();
}

/** What was put into budgets by kind of posting up to a day: allocations, transfers, carried forward. */
export function sumAllocations(db: Db, upTo: string) {
  return db
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_accounts as a', 'a.id', 'e.account_id')
    .innerJoin('ledger_postings as p', 'p.id', 'e.posting_id')
    .select((is) => ['a.budget_id', 'p.kind', is.fn.sum<number>('e.amount_pence').as('pence')])
    .where('p.kind', 'in', ['allocate', 'transfer', 'carry_forward'])
    .where('a.budget_id', 'is not', null)
    .where('p.day', '<=', upTo)
    .groupBy(['a.budget_id', 'p.kind'])
    .execute();
}

type EntryFilter = {
  fundId?: number | undefined;
  budgetId?: number | undefined;
  state?: LedgerState | 'allocated' | undefined;
  financialYear?: string | undefined;
  notFinancialYear?: string | undefined;
};

/** Postings of these kinds move money inside one budget, so they change nothing of what is allocated to it. */
const insideABudget: PostingKind[] = ['hold', 'unhold', 'commit', 'accrue', 'spend', 'release'];

function budgetsOf(db: Db, is: '=' | '<>', financialYear: string) {
  return db.selectFrom('budgets').select('id').where('financial_year', is, financialYear);
}

function entriesOf(db: Db, filter: EntryFilter) {
  let query = db
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_accounts as a', 'a.id', 'e.account_id')
    .innerJoin('ledger_postings as p', 'p.id', 'e.posting_id')
    .innerJoin('funds as f', 'f.id', 'a.fund_id')
    .innerJoin('people as w', 'w.id', 'p.posted_by');
  const { fundId, budgetId, state, financialYear, notFinancialYear } = filter;
  if (fundId) query = query.where('a.fund_id', '=', fundId);
  if (budgetId) query = query.where('a.budget_id', '=', budgetId);
  if (state === 'allocated')
    query = query.where('a.budget_id', 'is not', null).where('p.kind', 'not in', insideABudget);
  else if (state) query = query.where('a.state', '=', state);
  if (financialYear) query = query.where('a.budget_id', 'in', budgetsOf(db, '=', financialYear));
  if (notFinancialYear) query = query.where('a.budget_id', 'in', budgetsOf(db, '<>', notFinancialYear));
  return query;
}

/** A page of the entries behind a figure, newest first, with their count and sum. */
export async function pageEntries(db: Db, filter: EntryFilter, page: number, pageSize: number) {
  const rows = await entriesOf(db, filter)
    .select([
      'p.id as posting_id',
      'p.day',
      'p.kind',
      'p.reason',
      'p.order_id',
      'a.state',
      'a.budget_id',
      'f.name as fund',
      'e.amount_pence',
      'w.name as by',
    ])
    .orderBy('e.id', 'desc')
    .limit(pageSize)
    .offset(page * pageSize)
    .execute();
  const { total, sum } = await entriesOf(db, filter)
    .select((is) => [
      is.fn.countAll<number>().as('total'),
      is.fn.sum<number | null>('e.amount_pence').as('sum'),
    ])
    .executeTakeFirstOrThrow();
  return { rows, total, sumPence: sum ?? 0 };
}
