import { type Insertable, sql } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import { type Reader, shutTo } from './scope.queries.ts';

/** Whether a record is restricted and why; for a child already found in reach, or for whoever answers for them. */
export function findRestriction(db: Db, childId: number) {
  return db
    .selectFrom('children')
    .select(['id', 'neutral_ref', 'restricted', 'restricted_reason'])
    .where('id', '=', childId)
    .executeTakeFirst();
}

/** Marks a record as restricted for a reason, or as open again. */
export async function setRestricted(db: Db, childId: number, reason: string | null): Promise<void> {
  await db
    .updateTable('children')
    .set((is) => ({
      restricted: reason === null ? 0 : 1,
      restricted_reason: reason,
      version: is('version', '+', 1),
    }))
    .where('id', '=', childId)
    .execute();
}

/** Writes what was done with a restricted record. */
export async function insertAct(db: Db, values: Insertable<Schema['child_restrictions']>): Promise<void> {
  await db.insertInto('child_restrictions').values(values).execute();
}

/** Lets a person in by name. */
export async function insertReader(db: Db, childId: number, personId: number, now: string): Promise<void> {
  await db
    .insertInto('child_readers')
    .values({ child_id: childId, person_id: personId, granted_at: now })
    .onConflict((on) => on.doNothing())
    .execute();
}

/** Takes a person out; with no person, everybody. */
export async function removeReaders(db: Db, childId: number, personId: number | null): Promise<void> {
  const all = db.deleteFrom('child_readers').where('child_id', '=', childId);
  await (personId === null ? all : all.where('person_id', '=', personId)).execute();
}

/** Who is let in to these records by name, since when, why and by whom. */
export function listReaders(db: Db, childIds: readonly number[]) {
  const last = sql<number>`(select max(k.id) from child_restrictions as k
    where k.child_id = r.child_id and k.person_id = r.person_id and k.act = 'let_in')`;
  return db
    .selectFrom('child_readers as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .leftJoin('child_restrictions as a', (join) => join.on('a.id', '=', last))
    .leftJoin('people as by', 'by.id', 'a.done_by')
    .select([
      'r.child_id',
      'r.person_id',
      'p.name',
      'p.job_title',
      'r.granted_at',
      'a.reason',
      'by.name as given_by',
    ])
    .where('r.child_id', 'in', sql<number>`(select value from json_each(${JSON.stringify(childIds)}))`)
    .orderBy('p.name')
    .execute();
}

/** Every restricted record by its neutral reference, with when and by whom it was marked. Nothing that names a child. */
export function listRestricted(db: Db) {
  return db
    .selectFrom('children as ch')
    .leftJoin('child_restrictions as a', (join) =>
      join.on(
        'a.id',
        '=',
        sql<number>`(select max(k.id) from child_restrictions as k where k.child_id = ch.id and k.act = 'restricted')`,
      ),
    )
    .leftJoin('people as by', 'by.id', 'a.done_by')
    .select([
      'ch.id',
      'ch.neutral_ref',
      'ch.restricted_reason',
      'a.reason as note',
      'a.done_at',
      'by.name as done_by',
    ])
    .where('ch.restricted', '=', 1)
    .orderBy('ch.id', 'desc')
    .execute();
}

/** How many restricted records that are shut to this reader a full-text query finds: their number, nothing else. */
export async function countShut(db: Db, reader: Reader, words: string): Promise<number> {
  const row = await shutTo(db, reader)
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('n'))
    .where(sql<boolean>`shut.id in (select rowid from child_words where child_words match ${words})`)
    .executeTakeFirstOrThrow();
  return row.n;
}

/** Of these children, those that are not shut to the reader. */
export async function unshutOf(db: Db, reader: Reader, childIds: readonly number[]): Promise<Set<number>> {
  const rows = await shutTo(db, reader)
    .where('shut.id', 'in', sql<number>`(select value from json_each(${JSON.stringify(childIds)}))`)
    .execute();
  const shut = new Set(rows.map((row) => row.id));
  return new Set(childIds.filter((id) => !shut.has(id)));
}

/** How many records are restricted; for rules about all of them, never for a screen. */
export async function countRestricted(db: Db): Promise<number> {
  const row = await db
    .selectFrom('children')
    .select((is) => is.fn.countAll<number>().as('n'))
    .where('restricted', '=', 1)
    .executeTakeFirstOrThrow();
  return row.n;
}
