import { sql } from 'kysely';
import type { Depth } from '#shared/domain/roles.ts';
import type { Db } from '../database/driver.ts';
import { cafsInReach, type Reader } from './scope.queries.ts';

/** A CAF with its child as other features need them, if the reader reaches it by its neutral reference. */
export function findCafWithChild(db: Db, reader: Reader, cafId: number) {
  return cafsInReach(db, reader, 'neutral')
    .innerJoin('children as ch', 'ch.id', 'ca.child_id')
    .select([
      'ca.id',
      'ca.reference',
      'ca.child_id',
      'ca.status',
      'ca.area_id',
      'ca.team_id',
      'ca.closed_on',
      'ca.next_review_on',
      'ch.neutral_ref',
      'ch.given_names',
      'ch.family_name',
      'ch.dob',
      'ch.address',
      'ch.postcode',
    ])
    .where('ca.id', '=', cafId)
    .executeTakeFirst();
}

/** References and names of CAFs, for those that the reader reaches at this depth. */
export function listLabels(db: Db, reader: Reader, depth: Depth, cafIds: readonly number[]) {
  return cafsInReach(db, reader, depth)
    .innerJoin('children as ch', 'ch.id', 'ca.child_id')
    .select(['ca.id', 'ca.reference', 'ca.child_id', 'ch.neutral_ref', 'ch.given_names', 'ch.family_name'])
    .where('ca.id', 'in', sql<number>`(select value from json_each(${JSON.stringify(cafIds)}))`)
    .execute();
}

const identifying = [
  'ch.id',
  'ch.given_names',
  'ch.family_name',
  'ch.known_as',
  'ch.dob',
  'ch.address',
  'ch.postcode',
  'ch.school',
] as const;

/** The child of a CAF with all that could tell who the child is; for checks inside the office only. */
export function findIdentity(db: Db, cafId: number) {
  return db
    .selectFrom('cafs as ca')
    .innerJoin('children as ch', 'ch.id', 'ca.child_id')
    .select(identifying)
    .where('ca.id', '=', cafId)
    .executeTakeFirst();
}

/** A child with all that could tell who the child is; for checks inside the office only. */
export function findIdentityOfChild(db: Db, childId: number) {
  return db.selectFrom('children as ch').select(identifying).where('ch.id', '=', childId).executeTakeFirst();
}

/** Children at a postcode, for finding who shares the address; for checks inside the office only. */
export function listAtPostcode(db: Db, postcode: string) {
  return db
    .selectFrom('children')
    .select(['id', 'given_names', 'family_name', 'known_as', 'address', 'postcode', 'school'])
    .where('postcode', '=', postcode)
    .execute();
}

/** Names of the carers of children; for checks inside the office only. */
export async function listCarerNames(db: Db, childIds: readonly number[]): Promise<string[]> {
  const rows = await db.selectFrom('carers').select('name').where('child_id', 'in', childIds).execute();
  return rows.map((row) => row.name);
}

/** Where people of a family live when not with the child, and their schools; for checks inside the office only. */
export function listHomes(db: Db, childId: number) {
  return db
    .selectFrom('carers')
    .select(['address', 'postcode', 'school'])
    .where('child_id', '=', childId)
    .execute();
}

/** Ids of every episode of these children. */
export async function listCafIds(db: Db, childIds: readonly number[]): Promise<number[]> {
  const rows = await db.selectFrom('cafs').select('id').where('child_id', 'in', childIds).execute();
  return rows.map((row) => row.id);
}

/** Children who died: nothing of theirs is due any more. */
function diedIds(db: Db) {
  return db.selectFrom('children as late').select('late.id').where('late.died_on', 'is not', null);
}

/** Open CAFs of the reader's whose review is due by a day, or that nothing was written in since one. */
function waiting(db: Db, reader: Reader) {
  return cafsInReach(db, reader, 'full')
    .innerJoin('children as ch', 'ch.id', 'ca.child_id')
    .where('ca.closed_on', 'is', null)
    .where('ch.died_on', 'is', null)
    .select([
      'ca.id as cafId',
      'ca.child_id as childId',
      'ca.reference',
      'ca.next_review_on as nextReviewOn',
      'ca.last_entry_on as lastEntryOn',
      sql<string>`ch.given_names || ' ' || ch.family_name`.as('childName'),
      sql<string | null>`(
        select p.name from lead_professionals as l join people as p on p.id = l.person_id
        where l.caf_id = ca.id and l.to_day is null)`.as('lead'),
    ]);
}

/** Reviews due by a day, the longest due first. */
export function listReviews(db: Db, reader: Reader, upTo: string, limit: number) {
  return waiting(db, reader)
    .where('ca.next_review_on', '<=', upTo)
    .orderBy('ca.next_review_on')
    .limit(limit)
    .execute();
}

/** How many reviews are due by a day, and how many of them were due before `today`. */
export function countReviews(db: Db, reader: Reader, upTo: string, today: string) {
  return cafsInReach(db, reader, 'full')
    .where('ca.closed_on', 'is', null)
    .where('ca.next_review_on', '<=', upTo)
    .where('ca.child_id', 'not in', diedIds(db))
    .select([
      sql<number>`count(*)`.as('count'),
      sql<number>`ifnull(sum(ca.next_review_on < ${today}), 0)`.as('late'),
    ])
    .executeTakeFirstOrThrow();
}

/** Open CAFs that nothing was written in since a day, the quietest first. */
export function listQuiet(db: Db, reader: Reader, before: string, limit: number) {
  return waiting(db, reader)
    .where('ca.last_entry_on', '<', before)
    .orderBy('ca.last_entry_on')
    .limit(limit)
    .execute();
}

/** How many open CAFs nothing was written in since a day. */
export async function countQuiet(db: Db, reader: Reader, before: string): Promise<number> {
  const row = await cafsInReach(db, reader, 'full')
    .where('ca.closed_on', 'is', null)
    .where('ca.last_entry_on', '<', before)
    .where('ca.child_id', 'not in', diedIds(db))
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}
