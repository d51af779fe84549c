import type { Insertable, Updateable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** One order as it is stored. */
export function findOrder(db: Db, id: number) {
  return db.selectFrom('orders').selectAll().where('id', '=', id).executeTakeFirst();
}
/** See {@link findOrder}. */
export type OrderValues = NonNullable<Awaited<ReturnType<typeof findOrder>>>;

/** An order's lines in order. */
export function listLines(db: Db, orderId: number) {
  return db
    .selectFrom('order_lines')
    .selectAll()
    .where('order_id', '=', orderId)
    .orderBy('line_no')
    .execute();
}
/** See {@link listLines}. */
export type LineValues = Awaited<ReturnType<typeof listLines>>[number];

/** Adds an order; its id. */
export async function insertOrder(db: Db, values: Insertable<Schema['orders']>): Promise<number> {
  return (await db.insertInto('orders').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** Changes an order if nobody else did since; whether it was changed. */
export async function updateOrder(
  db: Db,
  id: number,
  version: number,
  values: Updateable<Schema['orders']>,
): Promise<boolean> {
  const result = await db
    .updateTable('orders')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Puts these lines in place of those that are there; the database refuses it once the order is issued. */
export async function replaceLines(
  db: Db,
  orderId: number,
  lines: Omit<Insertable<Schema['order_lines']>, 'order_id'>[],
): Promise<void> {
  await db.deleteFrom('order_lines').where('order_id', '=', orderId).execute();
  if (lines.length === 0) return;
  await db
    .insertInto('order_lines')
    .values(lines.map((line) => ({ ...line, order_id: orderId })))
    .execute();
}

/** The highest number taken so far. */
export async function lastNumber(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom('orders')
    .select((is) => is.fn.max('number').as('last'))
    .executeTakeFirst();
  return row?.last ?? null;
}

/** The id behind a printed number. */
export async function findNumber(db: Db, number: number): Promise<number | null> {
  const row = await db.selectFrom('orders').select('id').where('number', '=', number).executeTakeFirst();
  return row?.id ?? null;
}

/** Printed numbers by id. */
export async function numbersOf(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('orders').select(['id', 'number']).where('id', 'in', ids).execute();
  return new Map(rows.flatMap((row) => (row.number === null ? [] : [[row.id, row.number]])));
}

const LIVE = ['submitted', 'approved', 'issued'] as const;

/** Live orders of one budget holder to one provider around a day, but for the one being judged (BR-31). */
export async function ordersToProvider(
  db: Db,
  wanted: { holderId: number; providerId: number; from: string; to: string; except: number | null },
) {
  const rows = await db
    .selectFrom('orders as o')
    .innerJoin('order_lines as l', 'l.order_id', 'o.id')
    .select((is) => ['o.id', 'o.submitted_on', is.fn.sum<number>('l.gross_pence').as('gross')])
    .where('o.requested_by', '=', wanted.holderId)
    .where('o.provider_id', '=', wanted.providerId)
    .where('o.status', 'in', LIVE)
    .where('o.submitted_on', '>=', wanted.from)
    .where('o.submitted_on', '<=', wanted.to)
    .where('o.id', '!=', wanted.except ?? 0)
    .groupBy('o.id')
    .execute();
  return rows.map((row) => ({ id: row.id, day: row.submitted_on ?? '', grossPence: row.gross }));
}

/** Live orders of these categories for these CAFs since a day: what may overlap. */
export function ordersOfKind(
  db: Db,
  wanted: { cafIds: readonly number[]; categories: readonly string[]; since: string; except: number | null },
) {
  return db
    .selectFrom('orders as o')
    .innerJoin('order_lines as l', 'l.order_id', 'o.id')
    .select(['o.id', 'o.caf_id', 'o.submitted_on', 'l.category'])
    .where('o.caf_id', 'in', wanted.cafIds)
    .where('l.category', 'in', wanted.categories)
    .where('o.status', 'in', LIVE)
    .where('o.submitted_on', '>=', wanted.since)
    .where('o.id', '!=', wanted.except ?? 0)
    .groupBy('o.id')
    .orderBy('o.submitted_on', 'desc')
    .limit(5)
    .execute();
}

/** Decisions on an order, oldest first, with who made them. */
export function listDecisions(db: Db, orderId: number) {
  return db
    .selectFrom('order_decisions as d')
    .innerJoin('people as p', 'p.id', 'd.decided_by')
    .select([
      'd.id',
      'd.decision',
      'd.tier',
      'd.decided_by',
      'd.decided_on',
      'd.reason',
      'd.gross_pence',
      'd.left_pence',
      'p.name as by',
      'p.job_title',
    ])
    .where('d.order_id', '=', orderId)
    .orderBy('d.id')
    .execute();
}

/** Keeps a decision. */
export async function insertDecision(db: Db, values: Insertable<Schema['order_decisions']>): Promise<void> {
  await db.insertInto('order_decisions').values(values).execute();
}

/** Keeps what the gates said. */
export async function insertGates(db: Db, rows: Insertable<Schema['order_gates']>[]): Promise<void> {
  await db.insertInto('order_gates').values(rows).execute();
}

/** Freezes what the provider is told. */
export async function insertPaper(db: Db, orderId: number, paper: string): Promise<void> {
  await db
    .insertInto('order_papers')
    .values({ order_id: orderId, paper, pdf: null, sha256: null, made_at: null })
    .execute();
}

/** What the provider was told, with the stored PDF if it was made. */
export function findPaper(db: Db, orderId: number) {
  return db.selectFrom('order_papers').selectAll().where('order_id', '=', orderId).executeTakeFirst();
}

/** Keeps the first PDF; whether it was kept. */
export async function storePdf(
  db: Db,
  orderId: number,
  pdf: Buffer,
  sha256: string,
  at: string,
): Promise<boolean> {
  const result = await db
    .updateTable('order_papers')
    .set({ pdf, sha256, made_at: at })
    .where('order_id', '=', orderId)
    .where('pdf', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Records a print or a save. */
export async function insertPrint(db: Db, values: Insertable<Schema['order_prints']>): Promise<void> {
  await db.insertInto('order_prints').values(values).execute();
}

/** Prints and saves of an order, oldest first. */
export function listPrints(db: Db, orderId: number) {
  return db
    .selectFrom('order_prints as p')
    .innerJoin('people as w', 'w.id', 'p.done_by')
    .select(['p.how', 'p.as_copy', 'p.copies', 'p.done_at', 'w.name as by'])
    .where('p.order_id', '=', orderId)
    .orderBy('p.id')
    .execute();
}
