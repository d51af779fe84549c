import { sql } from 'kysely';
import type { Parsed } from '#shared/contract/index.ts';
import type { visibleCafIds } from '../children/scope.ts';
import type { Db } from '../database/driver.ts';

/**
 * Scopes' ids of CAFs as subqueries; the children feature makes them. `read`: whose case the reader may read; `known`: of
 * whom they see the neutral reference at least, and so no order that is still being written.
 */
export type CafIds = Record<'read' | 'known', (db: Db) => ReturnType<typeof visibleCafIds>>;

/** While it is written nothing has looked for names in it yet (BR-43). */
export const UNCHECKED = ['draft', 'returned'] as const;

type Wanted = Parsed<'orders.list'>;

const OPEN = ['draft', 'submitted', 'returned', 'approved'] as const;

/** Orders of the CAFs that a scope lets through. */
function visible(db: Db, cafIds: CafIds) {
  return db
    .selectFrom('orders as o')
    .leftJoin('providers as p', 'p.id', 'o.provider_id')
    .leftJoin('people as w', 'w.id', 'o.requested_by')
    .where((is) =>
      is.or([
        is('o.caf_id', 'in', cafIds.read(db)),
        is.and([is('o.status', 'not in', UNCHECKED), is('o.caf_id', 'in', cafIds.known(db))]),
      ]),
    );
}

const printed = sql<number>`exists (select 1 from order_prints as q where q.order_id = o.id)`;
const gross = sql<number>`(select ifnull(sum(l.gross_pence), 0) from order_lines as l where l.order_id = o.id)`;
const what = sql<string>`ifnull((select l.description from order_lines as l where l.order_id = o.id order by l.line_no limit 1), '')`;
const lineCount = sql<number>`(select count(*) from order_lines as l where l.order_id = o.id)`;

function filtered(db: Db, cafIds: CafIds, wanted: Pick<Wanted, 'status' | 'cafId' | 'search'>) {
  let query = visible(db, cafIds);
  if (wanted.cafId) query = query.where('o.caf_id', '=', wanted.cafId);
  if (wanted.status === 'open') query = query.where('o.status', 'in', OPEN);
  else if (wanted.status === 'to_print')
    query = query.where('o.status', '=', 'issued').where(printed, '=', 0);
  else if (wanted.status !== 'all') query = query.where('o.status', '=', wanted.status);
  const text = wanted.search.trim();
  if (/^\d{3,7}$/.test(text)) query = query.where(sql<string>`cast(o.number as text)`, 'like', `${text}%`);
  else if (text) {
    const like = `%${text.replaceAll(/[%_]/g, '')}%`;
    query = query.where((is) => is.or([is('p.name', 'like', like), is('o.neutral_ref', 'like', like)]));
  }
  return query;
}

const sortable = {
  number: 'o.number',
  provider: 'p.name',
  submittedOn: 'o.submitted_on',
  issuedOn: 'o.issued_on',
  updatedAt: 'o.updated_at',
  status: 'o.status',
  requiredBy: 'o.required_by',
} as const;

/** A page of orders within a scope, with the count and gross sum of them all. */
export async function pageOrders(db: Db, cafIds: CafIds, wanted: Wanted) {
  const column = sortable[wanted.sort as keyof typeof sortable] ?? 'o.updated_at';
  const direction = wanted.sort ? (wanted.descending ? 'desc' : 'asc') : 'desc';
  const rows = await filtered(db, cafIds, wanted)
    .select([
      'o.id',
      'o.number',
      'o.status',
      'o.caf_id',
      'o.entered_by',
      'o.requested_by as requested_by_id',
      'o.neutral_ref',
      'o.submitted_on',
      'o.issued_on',
      'o.required_by',
      'o.updated_at',
      'p.name as provider',
      'w.name as requested_by',
      gross.as('gross'),
      what.as('what'),
      lineCount.as('line_count'),
      printed.as('printed'),
    ])
    .orderBy(column, direction)
    .orderBy('o.id', 'desc')
    .limit(wanted.pageSize)
    .offset(wanted.page * wanted.pageSize)
    .execute();
  const { total, sum } = await filtered(db, cafIds, wanted)
    .select((is) => [is.fn.countAll<number>().as('total'), sql<number | null>`sum(${gross})`.as('sum')])
    .executeTakeFirstOrThrow();
  return { rows, total, grossPence: sum ?? 0 };
}
/** One row of {@link pageOrders}. */
export type OrderListRow = Awaited<ReturnType<typeof pageOrders>>['rows'][number];

/** Issued orders of a period that still stand, by category: orders, episodes and money in pence (B2). */
export function spendRows(db: Db, from: string, to: string) {
  return db
    .selectFrom('orders as o')
    .innerJoin('order_lines as l', 'l.order_id', 'o.id')
    .select((is) => [
      'l.category',
      sql<number>`count(distinct o.id)`.as('orders'),
      sql<number>`count(distinct o.caf_id)`.as('episodes'),
      is.fn.sum<number>('l.net_pence').as('net'),
      is.fn.sum<number>('l.vat_pence').as('vat'),
      is.fn.sum<number>('l.gross_pence').as('gross'),
    ])
    .where('o.issued_on', '>=', from)
    .where('o.issued_on', '<=', to)
    .where('o.status', '=', 'issued')
    .groupBy('l.category')
    .execute();
}

/** How many orders and episodes a period's spend is made of, each counted once. */
export function spendCounts(db: Db, from: string, to: string) {
  return db
    .selectFrom('orders')
    .select([sql<number>`count(*)`.as('orders'), sql<number>`count(distinct caf_id)`.as('episodes')])
    .where('issued_on', '>=', from)
    .where('issued_on', '<=', to)
    .where('status', '=', 'issued')
    .executeTakeFirstOrThrow();
}

/** What the gates said of issued orders, by gate and verdict. */
export function gateRows(db: Db) {
  return db
    .selectFrom('order_gates')
    .select((is) => ['gate', 'verdict', is.fn.countAll<number>().as('count')])
    .where('stage', '=', 'issue')
    .groupBy(['gate', 'verdict'])
    .execute();
}

/** Issued orders whose gates all passed, and all issued orders. */
export function cleanIssues(db: Db) {
  return db
    .selectFrom('orders as o')
    .select([
      sql<number>`count(*)`.as('issued'),
      sql<number>`ifnull(sum(not exists (select 1 from order_gates as g where g.order_id = o.id and g.stage = 'issue' and g.verdict <> 'pass')), 0)`.as(
        'clean',
      ),
    ])
    .where('o.number', 'is not', null)
    .executeTakeFirstOrThrow();
}

/** Issued orders by the tier that approved them. */
export function tierRows(db: Db) {
  return db
    .selectFrom('orders as o')
    .innerJoin('order_decisions as d', (join) =>
      join.on(
        'd.id',
        '=',
        sql<number>`(select max(x.id) from order_decisions as x where x.order_id = o.id and x.decision in ('approve', 'own_limit'))`,
      ),
    )
    .select((is) => [
      'd.tier',
      is.fn.countAll<number>().as('orders'),
      is.fn.sum<number>('d.gross_pence').as('gross'),
    ])
    .where('o.number', 'is not', null)
    .groupBy('d.tier')
    .execute();
}

/** How many purchases that somebody asked for or entered are not issued or ended yet. */
export async function countOpenRequests(db: Db, personId: number): Promise<number> {
  const { open } = await db
    .selectFrom('orders')
    .select((is) => is.fn.countAll<number>().as('open'))
    .where((is) => is.or([is('requested_by', '=', personId), is('entered_by', '=', personId)]))
    .where('status', 'in', ['draft', 'returned', 'submitted', 'approved'])
    .executeTakeFirstOrThrow();
  return open;
}
