import type { Db } from '../database/driver.ts';

/** Requests that were neither issued nor ended. */
const UNDECIDED = ['draft', 'submitted', 'returned', 'approved'] as const;

/** How many requests of a CAF wait to be decided or issued. */
export async function countUndecided(db: Db, cafId: number): Promise<number> {
  const row = await db
    .selectFrom('orders')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('caf_id', '=', cafId)
    .where('status', 'in', UNDECIDED)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Gives the requests of CAFs that have no number yet another neutral reference; how many. */
export async function renameUnissued(db: Db, cafIds: readonly number[], neutralRef: string): Promise<number> {
  if (cafIds.length === 0) return 0;
  const result = await db
    .updateTable('orders')
    .set({ neutral_ref: neutralRef })
    .where('caf_id', 'in', cafIds)
    .where('number', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}
