import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import { mergedIntoIds } from './register.queries.ts';
import { childrenInReach, type Reader } from './scope.queries.ts';

/** A child's family and household in the order in which they were entered, those gone last; for a child found in reach. */
export function listMembers(db: Db, childId: number) {
  return db
    .selectFrom('carers')
    .selectAll()
    .where('child_id', '=', childId)
    .orderBy(sql`gone_on is not null`)
    .orderBy('id')
    .execute();
}
/** A row of {@link listMembers}. */
export type MemberRow = Awaited<ReturnType<typeof listMembers>>[number];

/** Somebody of a family by their id; for a child found in reach. */
export function findMember(db: Db, childId: number, id: number) {
  return db
    .selectFrom('carers')
    .selectAll()
    .where('child_id', '=', childId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** Adds people to families; the ids in order. */
export async function insertMembers(db: Db, values: Insertable<Schema['carers']>[]): Promise<number[]> {
  if (values.length === 0) return [];
  const rows = await db.insertInto('carers').values(values).returning('id').execute();
  return rows.map((row) => row.id);
}

/** Changes somebody of a family if nobody else did since; whether it was changed. */
export async function updateMember(
  db: Db,
  id: number,
  version: number,
  values: Updateable<Schema['carers']>,
): Promise<boolean> {
  const result = await db
    .updateTable('carers')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Of these children, those the reader may see, with what a link to them shows. */
export function listLinked(db: Db, reader: Reader, childIds: readonly number[]) {
  return childrenInReach(db, reader, 'summary')
    .select(['ch.id', 'ch.given_names', 'ch.family_name', 'ch.dob', 'ch.neutral_ref', 'ch.merged_into'])
    .where('ch.id', 'in', sql<number>`(select value from json_each(${JSON.stringify(childIds)}))`)
    .execute();
}

/** Of these children, those with a restricted record: a line that points to one is not told to whoever may not see it. */
export async function restrictedAmong(db: Db, childIds: readonly number[]): Promise<Set<number>> {
  const rows = await db
    .selectFrom('children')
    .select('id')
    .where('restricted', '=', 1)
    .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify(childIds)}))`)
    .execute();
  return new Set(rows.map((row) => row.id));
}

/** The services working with a child, those that ended last; for a child found in reach. */
export function listServices(db: Db, childId: number) {
  return db
    .selectFrom('child_services')
    .selectAll()
    .where('child_id', '=', childId)
    .orderBy(sql`to_day is not null`)
    .orderBy(
      sql`case service when 'gp' then 1 when 'early_years' then 2 when 'school' then 3 when 'further' then 4 else 5 end`,
    )
    .orderBy('id')
    .execute();
}
/** A row of {@link listServices}. */
export type ServiceRow = Awaited<ReturnType<typeof listServices>>[number];

/** Adds a service; the id. */
export async function insertService(db: Db, values: Insertable<Schema['child_services']>): Promise<number> {
  const row = await db.insertInto('child_services').values(values).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** Changes a service of a child if nobody else did since; whether it was changed. */
export async function updateService(
  db: Db,
  childId: number,
  id: number,
  version: number,
  values: Updateable<Schema['child_services']>,
): Promise<boolean> {
  const result = await db
    .updateTable('child_services')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('child_id', '=', childId)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The references of records that were made one with this child's. */
export async function listFormerRefs(db: Db, childId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('children')
    .select('neutral_ref')
    .where('id', 'in', mergedIntoIds(childId))
    .orderBy('id')
    .execute();
  return rows.map((row) => row.neutral_ref);
}

/** The mother's date of birth, from the family or her own record; for the check before a CAF (BR-13). */
export async function motherDob(db: Db, childId: number): Promise<string | null> {
  const row = await db
    .selectFrom('carers as c')
    .leftJoin('children as own', 'own.id', 'c.linked_child_id')
    .select((is) => is.fn.coalesce('own.dob', 'c.dob').as('dob'))
    .where('c.child_id', '=', childId)
    .where('c.relationship', '=', 'mother')
    .where('c.gone_on', 'is', null)
    .orderBy('dob', 'desc')
    .executeTakeFirst();
  return row?.dob ?? null;
}
