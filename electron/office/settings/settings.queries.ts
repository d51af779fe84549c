import type { Insertable, Updateable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** The one row of settings. */
export function getSettings(db: Db) {
  return db.selectFrom('settings').selectAll().executeTakeFirstOrThrow();
}

/** Writes the first settings of a new office. */
export async function insertSettings(db: Db, values: Insertable<Schema['settings']>): Promise<void> {
  await db.insertInto('settings').values(values).execute();
}

/** Changes settings if nobody else did since; whether they were changed. */
export async function updateSettings(
  db: Db,
  version: number,
  values: Updateable<Schema['settings']>,
): Promise<boolean> {
  const result = await db
    .updateTable('settings')
    .set({ ...values, version: version + 1 })
    .where('id', '=', 1)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Moves the practice office's day; whether it is a practice office. */
export async function setPracticeDay(db: Db, day: string): Promise<boolean> {
  const result = await db
    .updateTable('settings')
    .set({ practice_day: day })
    .where('practice', '=', 1)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Areas and teams, by name. */
export async function listAreas(db: Db) {
  const areas = await db.selectFrom('areas').select(['id', 'name']).orderBy('name').execute();
  const teams = await db.selectFrom('teams').select(['id', 'area_id', 'name']).orderBy('name').execute();
  return { areas, teams };
}

/** Adds an area; its id. */
export async function insertArea(db: Db, name: string): Promise<number> {
  return (await db.insertInto('areas').values({ name }).returning('id').executeTakeFirstOrThrow()).id;
}

/** Adds a team; its id. */
export async function insertTeam(db: Db, areaId: number, name: string): Promise<number> {
  return (
    await db.insertInto('teams').values({ area_id: areaId, name }).returning('id').executeTakeFirstOrThrow()
  ).id;
}

/** The policy in force on a day: the newest that had begun. */
export function findPolicy(db: Db, day: string) {
  return db
    .selectFrom('policies')
    .select(['valid_from', 'body', 'reason'])
    .where('valid_from', '<=', day)
    .orderBy('valid_from', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Adds a policy from a day on. */
export async function insertPolicy(db: Db, values: Insertable<Schema['policies']>): Promise<void> {
  await db.insertInto('policies').values(values).execute();
}
