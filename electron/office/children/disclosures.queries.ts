import type { Insertable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import { cafsInReach, type Reader } from './scope.queries.ts';

/** Adds a disclosure; the id. */
export async function insertDisclosure(
  db: Db,
  values: Insertable<Schema['caf_disclosures']>,
): Promise<number> {
  const { id } = await db
    .insertInto('caf_disclosures')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** What was told of a child, newest first, over the CAFs that the reader reads whole. */
export function listDisclosures(db: Db, reader: Reader, childId: number) {
  return cafsInReach(db, reader, 'full')
    .innerJoin('caf_disclosures as d', 'd.caf_id', 'ca.id')
    .innerJoin('people as by', 'by.id', 'd.recorded_by')
    .leftJoin('people as m', 'm.id', 'd.authorised_by')
    .selectAll('d')
    .select(['ca.reference', 'by.name as recorder', 'm.name as manager'])
    .where('ca.child_id', '=', childId)
    .orderBy('d.id', 'desc')
    .execute();
}
