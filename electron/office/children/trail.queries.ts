import { sql } from 'kysely';
import type { Db } from '../database/driver.ts';
import { cafsInReach, childrenInReach, type Reader } from './scope.queries.ts';

const each = (ids: readonly number[]) => sql<number>`(select value from json_each(${JSON.stringify(ids)}))`;

/** Neutral references of these children, for those whom the reader may know of. */
export function neutralRefs(db: Db, reader: Reader, childIds: readonly number[]) {
  return childrenInReach(db, reader, 'neutral')
    .select(['ch.id', 'ch.neutral_ref as reference'])
    .where('ch.id', 'in', each(childIds))
    .execute();
}

/** Neutral references of the children of these CAFs, for those that the reader may know of. */
export function neutralRefsOfCafs(db: Db, reader: Reader, cafIds: readonly number[]) {
  return cafsInReach(db, reader, 'neutral')
    .innerJoin('children as ch', 'ch.id', 'ca.child_id')
    .select(['ca.id', 'ch.neutral_ref as reference', 'ca.episode_no'])
    .where('ca.id', 'in', each(cafIds))
    .execute();
}

/** The child of a neutral reference, or of a CAF's for a reader who may know CAF references. */
export async function childOfReference(db: Db, reader: Reader, reference: string): Promise<number | null> {
  const child = await childrenInReach(db, reader, 'neutral')
    .select('ch.id')
    .where('ch.neutral_ref', '=', reference)
    .executeTakeFirst();
  if (child) return child.id;
  const caf = await cafsInReach(db, reader, 'summary')
    .select('ca.child_id as id')
    .where('ca.reference', '=', reference)
    .executeTakeFirst();
  return caf?.id ?? null;
}

/** Ids of the child's CAFs that the reader may know of. */
export function cafIdsOf(db: Db, reader: Reader, childId: number) {
  return cafsInReach(db, reader, 'neutral').select('ca.id').where('ca.child_id', '=', childId).execute();
}
