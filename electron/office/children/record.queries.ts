import type { Db } from '../database/driver.ts';
import { cafsInReach, type Reader } from './scope.queries.ts';

/** The child's other CAFs that the reader may see, newest first. */
export function listEarlierCafs(db: Db, reader: Reader, childId: number, exceptId: number) {
  return cafsInReach(db, reader, 'summary')
    .select(['ca.id', 'ca.reference', 'ca.start_on', 'ca.closed_on'])
    .where('ca.child_id', '=', childId)
    .where('ca.id', '!=', exceptId)
    .orderBy('ca.episode_no', 'desc')
    .execute();
}

/** A person's name, whether or not they are still here. */
export async function nameOf(db: Db, personId: number): Promise<string> {
  const row = await db.selectFrom('people').select('name').where('id', '=', personId).executeTakeFirst();
  return row?.name ?? '';
}
