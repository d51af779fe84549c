import type { Db } from '../database/driver.ts';

/** Sets or clears the last day of a person if nobody else changed them since; whether it did. */
export async function setLastDay(
  db: Db,
  id: number,
  version: number,
  lastDay: string | null,
): Promise<boolean> {
  const result = await db
    .updateTable('people')
    .set({ active_to: lastDay, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps that somebody leaves from a day on. */
export async function insertLeaving(
  db: Db,
  values: { personId: number; leavesOn: string; by: number; at: string },
): Promise<void> {
  await db
    .insertInto('person_leavings')
    .values({
      person_id: values.personId,
      leaves_on: values.leavesOn,
      set_by: values.by,
      set_at: values.at,
      returned_on: null,
      returned_by: null,
      returned_at: null,
    })
    .execute();
}

/** Keeps that somebody who left, or was to leave, is back. */
export async function endLeaving(
  db: Db,
  personId: number,
  back: { on: string; by: number; at: string },
): Promise<void> {
  await db
    .updateTable('person_leavings')
    .set({ returned_on: back.on, returned_by: back.by, returned_at: back.at })
    .where('person_id', '=', personId)
    .where('returned_on', 'is', null)
    .execute();
}

/** Ends every role on the day before somebody left: whoever comes back is given roles anew. */
export async function endRolesAtLeaving(
  db: Db,
  personId: number,
  lastDay: string,
  by: number,
): Promise<void> {
  await db
    .updateTable('person_roles')
    .set({ to_day: lastDay, ended_by: by })
    .where('person_id', '=', personId)
    .where((is) => is.or([is('to_day', 'is', null), is('to_day', '>', lastDay)]))
    .execute();
}
