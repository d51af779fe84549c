import { type Insertable, sql } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** Children whose records a person opened by exception and may still read at this moment. */
export async function openedBy(db: Db, personId: number, now: string): Promise<number[]> {
  const rows = await db
    .selectFrom('child_openings')
    .select('child_id')
    .where('person_id', '=', personId)
    .where('until_at', '>', now)
    .where('ended_at', 'is', null)
    .execute();
  return rows.map((row) => row.child_id);
}

/**
 * The child whom somebody names exactly, in whoever's reach: by the neutral or a CAF's reference, or by both names
 * and the date of birth. For opening a record by exception alone, which is recorded and told.
 */
export async function findExactly(
  db: Db,
  wanted: { reference: string; givenNames: string; familyName: string; dob: string | null },
): Promise<number[]> {
  const { reference, givenNames, familyName, dob } = wanted;
  const named = sql<boolean>`ch.given_names = ${givenNames} collate nocase
    and ch.family_name = ${familyName} collate nocase and ch.dob = ${dob}`;
  const rows = await db
    .selectFrom('children as ch')
    .select('ch.id')
    .where((is) =>
      is.or([
        is('ch.neutral_ref', '=', reference),
        is('ch.id', 'in', is.selectFrom('cafs').select('child_id').where('reference', '=', reference)),
        ...(familyName !== '' && dob !== null ? [named] : []),
      ]),
    )
    .limit(2)
    .execute();
  return rows.map((row) => row.id);
}

/** Keeps an opening; its id. */
export async function insertOpening(db: Db, values: Insertable<Schema['child_openings']>): Promise<number> {
  const { id } = await db
    .insertInto('child_openings')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

function openings(db: Db) {
  return db
    .selectFrom('child_openings as o')
    .innerJoin('children as ch', 'ch.id', 'o.child_id')
    .innerJoin('people as p', 'p.id', 'o.person_id')
    .leftJoin('people as e', 'e.id', 'o.ended_by')
    .select([
      'o.id',
      'o.child_id',
      'o.person_id',
      'o.reason',
      'o.opened_at',
      'o.until_at',
      'o.ended_at',
      'ch.neutral_ref',
      'ch.restricted',
      'p.name as who',
      'e.name as ended_by',
    ]);
}

/** The newest openings of all records, with whether this person has looked at each. Neutral references only. */
export function listOpenings(db: Db, personId: number, limit: number) {
  return openings(db)
    .select(
      sql<number>`exists (select 1 from child_openings_seen as s
        where s.opening_id = o.id and s.person_id = ${personId})`.as('seen'),
    )
    .orderBy('o.id', 'desc')
    .limit(limit)
    .execute();
}

/** Openings by others that this person has not looked at, the newest first. */
export function listUnseen(db: Db, personId: number) {
  return openings(db)
    .where('o.person_id', '!=', personId)
    .where(
      sql<boolean>`not exists (select 1 from child_openings_seen as s
        where s.opening_id = o.id and s.person_id = ${personId})`,
    )
    .orderBy('o.id', 'desc')
    .execute();
}

/** One opening. */
export function findOpening(db: Db, id: number) {
  return openings(db).where('o.id', '=', id).executeTakeFirst();
}

/** The opening by which a person reads a child's record at this moment; none when they need none. */
export function findLive(db: Db, personId: number, childId: number, now: string) {
  return openings(db)
    .where('o.person_id', '=', personId)
    .where('o.child_id', '=', childId)
    .where('o.until_at', '>', now)
    .where('o.ended_at', 'is', null)
    .orderBy('o.until_at', 'desc')
    .executeTakeFirst();
}

/** Ends an opening before its time. */
export async function endOpening(db: Db, id: number, personId: number, now: string): Promise<void> {
  await db
    .updateTable('child_openings')
    .set({ ended_at: now, ended_by: personId })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .execute();
}

/** Keeps that somebody looked at an opening. */
export async function insertSeen(db: Db, openingId: number, personId: number, now: string): Promise<void> {
  await db
    .insertInto('child_openings_seen')
    .values({ opening_id: openingId, person_id: personId, seen_at: now })
    .onConflict((on) => on.doNothing())
    .execute();
}
