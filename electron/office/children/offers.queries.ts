import type { Insertable, Updateable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import { childrenInReach, type Reader } from './scope.queries.ts';

/** One offer, if the reader reaches its child's whole record. */
export function findOffer(db: Db, reader: Reader, id: number) {
  return childrenInReach(db, reader, 'full')
    .innerJoin('caf_offers as of', 'of.child_id', 'ch.id')
    .selectAll('of')
    .where('of.id', '=', id)
    .executeTakeFirst();
}
/** A row of {@link findOffer}. */
export type OfferRow = NonNullable<Awaited<ReturnType<typeof findOffer>>>;

/** Calls and offers of a child already found in reach, newest first, with who wrote each down. */
export function listOffers(db: Db, childId: number) {
  return db
    .selectFrom('caf_offers as of')
    .innerJoin('people as by', 'by.id', 'of.recorded_by')
    .leftJoin('people as assessor', 'assessor.id', 'of.checklist_by')
    .selectAll('of')
    .select(['by.name as recorder', 'assessor.name as assessor'])
    .where('of.child_id', '=', childId)
    .orderBy('of.id', 'desc')
    .execute();
}
/** A row of {@link listOffers}. */
export type ListedOffer = Awaited<ReturnType<typeof listOffers>>[number];

/** The call or offer that a child has open; there is one at most. */
export function openOffer(db: Db, childId: number) {
  return db
    .selectFrom('caf_offers')
    .selectAll()
    .where('child_id', '=', childId)
    .where('status', 'in', ['enquiry', 'pre_caf', 'offered'])
    .executeTakeFirst();
}

/** Adds an offer; the id. */
export async function insertOffer(db: Db, values: Insertable<Schema['caf_offers']>): Promise<number> {
  const { id } = await db.insertInto('caf_offers').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Changes an offer if nobody else did since; whether it was changed. */
export async function updateOffer(
  db: Db,
  of: { id: number; version: number },
  values: Updateable<Schema['caf_offers']>,
): Promise<boolean> {
  const result = await db
    .updateTable('caf_offers')
    .set({ ...values, version: of.version + 1 })
    .where('id', '=', of.id)
    .where('version', '=', of.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
