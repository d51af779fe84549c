import { sql } from 'kysely';
import type { Db } from '../database/driver.ts';

/** The first day of which the ledger knows anything, or null. */
export async function firstLedgerDay(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('ledger_postings')
    .select((is) => is.fn.min('day').as('day'))
    .executeTakeFirst();
  return row?.day ?? null;
}

/** The sum of all ledger entries up to a day: nought, or something is wrong. */
export async function ledgerSum(db: Db, upTo: string): Promise<number> {
  const row = await db
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_postings as p', 'p.id', 'e.posting_id')
    .select((is) => is.fn.sum<number | null>('e.amount_pence').as('pence'))
    .where('p.day', '<=', upTo)
    .executeTakeFirst();
  return row?.pence ?? 0;
}

/**
 * What the ledger has committed, accrued or spent, in pence, for orders issued in a period, whenever it was
 * posted: a cancelled order's release takes it back to nought.
 */
export async function committedFor(db: Db, from: string, to: string): Promise<number> {
  const row = await db
    .selectFrom('orders as o')
    .innerJoin('ledger_postings as p', 'p.order_id', 'o.id')
    .innerJoin('ledger_entries as e', 'e.posting_id', 'p.id')
    .innerJoin('ledger_accounts as a', 'a.id', 'e.account_id')
    .select((is) => is.fn.sum<number | null>('e.amount_pence').as('pence'))
    .where('o.issued_on', '>=', from)
    .where('o.issued_on', '<=', to)
    .where('a.state', 'in', ['committed', 'accrued', 'spent'])
    .executeTakeFirst();
  return row?.pence ?? 0;
}

/** The lines of orders issued in a period that stand. */
function standingLines(db: Db, from: string, to: string) {
  return db
    .selectFrom('orders as o')
    .innerJoin('order_lines as l', 'l.order_id', 'o.id')
    .where('o.issued_on', '>=', from)
    .where('o.issued_on', '<=', to)
    .where('o.status', '=', 'issued');
}

/** The money of a period's standing orders in all, in pence. */
export async function spendTotals(db: Db, from: string, to: string) {
  const row = await standingLines(db, from, to)
    .select((is) => [
      is.fn.sum<number | null>('l.net_pence').as('net'),
      is.fn.sum<number | null>('l.vat_pence').as('vat'),
      is.fn.sum<number | null>('l.gross_pence').as('gross'),
    ])
    .executeTakeFirst();
  return { netPence: row?.net ?? 0, vatPence: row?.vat ?? 0, grossPence: row?.gross ?? 0 };
}

/** The most net pence that one CAF or one provider has of each category; of all categories together under `''`. */
export async function largestShares(db: Db, from: string, to: string): Promise<Map<string, number>> {
  const largest = new Map<string, number>();
  for (const column of ['caf_id', 'provider_id'] as const) {
    const rows = await standingLines(db, from, to)
      .select((is) => ['l.category', `o.${column} as whose`, is.fn.sum<number>('l.net_pence').as('net')])
      .groupBy(['l.category', `o.${column}`])
      .execute();
    const whole = new Map<number | null, number>();
    for (const row of rows) {
      largest.set(row.category, Math.max(largest.get(row.category) ?? 0, row.net));
      whole.set(row.whose, (whole.get(row.whose) ?? 0) + row.net);
    }
    largest.set('', Math.max(largest.get('') ?? 0, ...whole.values()));
  }
  return largest;
}

/** One CAF's and provider's part of a fund's money in one state at a day, in pence. */
export type FundPart = {
  fundId: number;
  state: string;
  cafId: number;
  providerId: number | null;
  pence: number;
};

/** Whose orders a year's money in funds is held, committed or spent for, at the end of a day. */
export async function fundParts(db: Db, financialYear: string, upTo: string): Promise<FundPart[]> {
  const rows = await db
    .selectFrom('ledger_entries as e')
    .innerJoin('ledger_accounts as a', 'a.id', 'e.account_id')
    .innerJoin('budgets as b', 'b.id', 'a.budget_id')
    .innerJoin('ledger_postings as p', 'p.id', 'e.posting_id')
    .innerJoin('orders as o', 'o.id', 'p.order_id')
    .select((is) => [
      'a.fund_id as fundId',
      'a.state',
      'o.caf_id as cafId',
      'o.provider_id as providerId',
      is.fn.sum<number>('e.amount_pence').as('pence'),
    ])
    .where('b.financial_year', '=', financialYear)
    .where('p.day', '<=', upTo)
    .where('a.state', 'in', ['pending', 'committed', 'accrued', 'spent'])
    .groupBy(['a.fund_id', 'a.state', 'o.caf_id', 'o.provider_id'])
    .having(sql<number>`sum(e.amount_pence)`, '<>', 0)
    .execute();
  return rows;
}
