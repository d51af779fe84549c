import { sql } from 'kysely';
import type { Db } from '../database/driver.ts';
import { visibleChildren, type Reader } from './scope.queries.ts';

/** Children as two records are compared, for the office itself: what is shown of them goes through the reading scope. */
export function listComparable(db: Db, ids: readonly number[]) {
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
      'nhs_number',
      'upn',
      'version',
      'merged_into',
    ])
    .where('id', 'in', sql<number>`(select value from json_each(${JSON.stringify(ids)}))`)
    .execute();
}
/** A row of {@link listComparable}. */
export type ComparableRow = Awaited<ReturnType<typeof listComparable>>[number];

/** Other children with one of these numbers. */
export async function idsByNumber(db: Db, nhsNumber: string, upn: string): Promise<number[]> {
  const rows = await db
    .selectFrom('children')
    .select('id')
    .where('merged_into', 'is', null)
    .where((is) =>
      is.or([
        is.and([is('nhs_number', '=', nhsNumber), is('nhs_number', '<>', '')]),
        is.and([is('upn', '=', upn), is('upn', '<>', '')]),
      ]),
    )
    .execute();
  return rows.map((row) => row.id);
}

/** Children that a child's family names as brothers or sisters with records of their own, either way. */
export async function linkedIds(db: Db, childId: number): Promise<Set<number>> {
  const rows = await db
    .selectFrom('carers')
    .select(['child_id', 'linked_child_id'])
    .where((is) =>
      is.or([
        is.and([is('child_id', '=', childId), is('linked_child_id', 'is not', null)]),
        is('linked_child_id', '=', childId),
      ]),
    )
    .execute();
  return new Set(rows.flatMap((row) => [row.child_id, row.linked_child_id ?? row.child_id]));
}

/** The pairs of a child as they stand become these; what somebody said are two children stays said. */
export async function replacePairs(
  db: Db,
  childId: number,
  found: readonly { otherId: number; score: number; why: string[] }[],
  now: string,
): Promise<void> {
  await db
    .deleteFrom('child_pairs')
    .where((is) => is.or([is('low_id', '=', childId), is('high_id', '=', childId)]))
    .where('not_same_by', 'is', null)
    .execute();
  for (const pair of found)
    await db
      .insertInto('child_pairs')
      .values({
        low_id: Math.min(childId, pair.otherId),
        high_id: Math.max(childId, pair.otherId),
        score: pair.score,
        why: JSON.stringify(pair.why),
        found_at: now,
        not_same_by: null,
        not_same_on: null,
      })
      .onConflict((on) => on.columns(['low_id', 'high_id']).doNothing())
      .execute();
  await db.updateTable('children').set({ compared: 1 }).where('id', '=', childId).execute();
}

/** Pairs of which the reader may see both children and neither was merged, the likeliest first. */
function pairs(db: Db, reader: Reader, notSame: boolean) {
  const inReach = visibleChildren(db, reader, 'full').where('ch.merged_into', 'is', null);
  return db
    .selectFrom('child_pairs as pa')
    .where('pa.not_same_by', notSame ? 'is not' : 'is', null)
    .where('pa.low_id', 'in', inReach)
    .where('pa.high_id', 'in', inReach);
}

/** A page of pairs. */
export function pagePairs(db: Db, reader: Reader, notSame: boolean, page: number, size: number) {
  return pairs(db, reader, notSame)
    .leftJoin('people as by', 'by.id', 'pa.not_same_by')
    .selectAll('pa')
    .select('by.name as not_same_name')
    .orderBy('pa.score', 'desc')
    .orderBy('pa.low_id')
    .orderBy('pa.high_id')
    .limit(size)
    .offset(page * size)
    .execute();
}

/** How many pairs there are. */
export async function countPairs(db: Db, reader: Reader, notSame: boolean): Promise<number> {
  const row = await pairs(db, reader, notSame)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** What somebody said of a pair, whether or not it was found before. */
export async function judge(
  db: Db,
  low: number,
  high: number,
  said: { not_same_by: number | null; not_same_on: string | null; not_same_note: string },
  now: string,
): Promise<void> {
  await db
    .insertInto('child_pairs')
    .values({ low_id: low, high_id: high, score: 0, why: '[]', found_at: now, ...said })
    .onConflict((on) => on.columns(['low_id', 'high_id']).doUpdateSet(said))
    .execute();
}

/** Children that were not compared yet, the first registered first. */
export async function notCompared(db: Db, limit: number): Promise<number[]> {
  const rows = await db
    .selectFrom('children')
    .select('id')
    .where('compared', '=', sql<number>`0`)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.id);
}

/** How many were not. */
export async function countNotCompared(db: Db): Promise<number> {
  const row = await db
    .selectFrom('children')
    .select(sql<number>`count(*)`.as('n'))
    .where('compared', '=', sql<number>`0`)
    .executeTakeFirstOrThrow();
  return row.n;
}
