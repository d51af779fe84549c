import { type Insertable, sql } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** A list as one parameter, so that its length does not make another statement. */
const eachOf = (values: readonly (string | number)[]) =>
  sql<string>`(select value from json_each(${JSON.stringify(values)}))`;

/** What a search before a new record looks with (BR-01). */
export type CandidateQuery = {
  sounds: string[];
  /** A full-text query for names that begin the same; null when no name was given. */
  words: string | null;
  days: string[];
  /** Where an expected date may lie. */
  expected: { from: string; to: string } | null;
  /** Where a date of birth may lie, of a child who was looked for unborn. */
  born: { from: string; to: string } | null;
  postcode: string | null;
};

function candidateIds(db: Db, wanted: CandidateQuery) {
  let ids = db
    .selectFrom('child_sounds')
    .select('child_id as id')
    .where('sound', 'in', eachOf(wanted.sounds))
    .union(db.selectFrom('children').select('id').where('dob', 'in', eachOf(wanted.days)));
  if (wanted.postcode !== null)
    ids = ids.union(db.selectFrom('children').select('id').where('postcode', '=', wanted.postcode));
  const { expected, born } = wanted;
  if (expected !== null)
    ids = ids.union(
      db
        .selectFrom('children')
        .select('id')
        .where('expected_on', '>=', expected.from)
        .where('expected_on', '<=', expected.to),
    );
  if (born !== null)
    ids = ids.union(
      db.selectFrom('children').select('id').where('dob', '>=', born.from).where('dob', '<=', born.to),
    );
  if (wanted.words !== null)
    ids = ids.union(
      db
        .selectFrom('child_words')
        .select('rowid as id')
        .where(sql<boolean>`child_words match ${wanted.words}`),
    );
  return ids;
}

/**
 * Every child who may be the one looked for, in whoever's reach: the search before a new record must know of all,
 * or it would make a second record of a child somebody may not see. What comes back is matched here and only
 * what the reader may see is shown.
 */
export function findCandidates(db: Db, wanted: CandidateQuery) {
  return db
    .selectFrom('children')
    .select([
      'id',
      'given_names',
      'family_name',
      'known_as',
      'dob',
      'expected_on',
      'postcode',
      'address_restricted',
    ])
    .where('id', 'in', candidateIds(db, wanted))
    .where('merged_into', 'is', null)
    .execute();
}

/** Keeps a search and what it found (BR-01); its id. */
export async function insertCheck(db: Db, values: Insertable<Schema['child_checks']>): Promise<number> {
  const { id } = await db.insertInto('child_checks').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** A search made earlier and the record it led to, if it did. */
export function findCheck(db: Db, id: number) {
  return db
    .selectFrom('child_checks as k')
    .select((is) => [
      'k.id',
      'k.query',
      'k.checked_by',
      'k.checked_on',
      is
        .selectFrom('children as c')
        .select('c.id')
        .whereRef('c.check_id', '=', 'k.id')
        .limit(1)
        .as('used_for'),
    ])
    .where('k.id', '=', id)
    .executeTakeFirst();
}

/** Whether a neutral reference is taken. */
export async function neutralRefTaken(db: Db, neutralRef: string): Promise<boolean> {
  return !!(await db
    .selectFrom('children')
    .select('id')
    .where('neutral_ref', '=', neutralRef)
    .executeTakeFirst());
}

/** Adds a child; the id. */
export async function insertChild(db: Db, values: Insertable<Schema['children']>): Promise<number> {
  const { id } = await db.insertInto('children').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Changes a child if nobody else did since; whether it was changed. */
export async function updateChild(
  db: Db,
  id: number,
  version: number,
  values: Partial<Insertable<Schema['children']>>,
): Promise<boolean> {
  const result = await db
    .updateTable('children')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Ids of the records that were made one with a child's, and of those that were made one with them before. */
export const mergedIntoIds = (childId: number) => sql<number>`(
  with recursive former (id) as (
    select id from children where merged_into = ${childId}
    union select c.id from children as c join former as f on c.merged_into = f.id)
  select id from former)`;

/** What a child is found by, as it stands: for building the search words anew. */
export async function findNamed(db: Db, childId: number) {
  const child = await db
    .selectFrom('children')
    .select([
      'given_names',
      'family_name',
      'known_as',
      'postcode',
      'address_restricted',
      'neutral_ref',
      'merged_into',
    ])
    .where('id', '=', childId)
    .executeTakeFirstOrThrow();
  const references = await db
    .selectFrom('cafs')
    .select('reference')
    .where('child_id', '=', childId)
    .orderBy('episode_no')
    .execute();
  const former = await db
    .selectFrom('children')
    .select(['given_names', 'family_name', 'known_as', 'neutral_ref'])
    .where('id', 'in', mergedIntoIds(childId))
    .orderBy('id')
    .execute();
  return { child, references: references.map((row) => row.reference), former };
}

/** Replaces what a child is found by: the words and the sounds of the name. */
export async function replaceSearch(
  db: Db,
  childId: number,
  words: string,
  sounds: readonly string[],
): Promise<void> {
  await db.deleteFrom('child_words').where('rowid', '=', childId).execute();
  await db.insertInto('child_words').values({ rowid: childId, words }).execute();
  await db.deleteFrom('child_sounds').where('child_id', '=', childId).execute();
  if (sounds.length > 0)
    await db
      .insertInto('child_sounds')
      .values(sounds.map((sound) => ({ child_id: childId, sound })))
      .execute();
}
