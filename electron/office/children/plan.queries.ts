import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** Adds an outcome under the plan's next number; the id. */
export async function insertOutcome(
  db: Db,
  values: Omit<Insertable<Schema['plan_outcomes']>, 'number'>,
): Promise<number> {
  const { next } = await db
    .selectFrom('plan_outcomes')
    .select((is) => is.fn.coalesce(is.fn.max('number'), sql<number>`0`).as('next'))
    .where('caf_id', '=', values.caf_id)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('plan_outcomes')
    .values({ ...values, number: next + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds an action under its outcome's next number; the id. */
export async function insertAction(
  db: Db,
  values: Omit<Insertable<Schema['plan_actions']>, 'number'>,
): Promise<number> {
  const { next } = await db
    .selectFrom('plan_actions')
    .select((is) => is.fn.coalesce(is.fn.max('number'), sql<number>`0`).as('next'))
    .where('outcome_id', '=', values.outcome_id)
    .executeTakeFirstOrThrow();
  const { id } = await db
    .insertInto('plan_actions')
    .values({ ...values, number: next + 1 })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** The CAF that an outcome belongs to; whoever asks must still reach that CAF. */
export async function cafOfOutcome(db: Db, outcomeId: number): Promise<number | null> {
  const row = await db
    .selectFrom('plan_outcomes')
    .select('caf_id')
    .where('id', '=', outcomeId)
    .executeTakeFirst();
  return row?.caf_id ?? null;
}

/** Changes an outcome if nobody else did since; whether it was changed. */
export async function updateOutcome(
  db: Db,
  id: number,
  version: number,
  values: Updateable<Schema['plan_outcomes']>,
): Promise<boolean> {
  const result = await db
    .updateTable('plan_outcomes')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Changes an action if nobody else did since; whether it was changed. */
export async function updateAction(
  db: Db,
  id: number,
  version: number,
  values: Updateable<Schema['plan_actions']>,
): Promise<boolean> {
  const result = await db
    .updateTable('plan_actions')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The outcomes of a plan in order. */
export function listOutcomes(db: Db, cafId: number) {
  return db.selectFrom('plan_outcomes').selectAll().where('caf_id', '=', cafId).orderBy('number').execute();
}
/** A row of {@link listOutcomes}. */
export type OutcomeRow = Awaited<ReturnType<typeof listOutcomes>>[number];

/** The actions of a plan in order, under whichever outcome. */
export function listActions(db: Db, cafId: number) {
  return db
    .selectFrom('plan_actions as a')
    .innerJoin('plan_outcomes as o', 'o.id', 'a.outcome_id')
    .selectAll('a')
    .where('o.caf_id', '=', cafId)
    .orderBy('o.number')
    .orderBy('a.number')
    .execute();
}
/** A row of {@link listActions}. */
export type ActionRow = Awaited<ReturnType<typeof listActions>>[number];

/** One action with its outcome. */
export function findAction(db: Db, actionId: number) {
  return db
    .selectFrom('plan_actions as a')
    .innerJoin('plan_outcomes as o', 'o.id', 'a.outcome_id')
    .select([
      'a.id',
      'a.number',
      'a.action',
      'a.status',
      'o.id as outcome_id',
      'o.caf_id',
      'o.number as outcome_number',
      'o.desired',
      'o.ecm_aim',
    ])
    .where('a.id', '=', actionId)
    .executeTakeFirst();
}
