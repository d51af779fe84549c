import { type Insertable, sql, type Updateable } from 'kysely';
import type { Depth } from '#shared/domain/roles.ts';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import { cafsInReach, childrenInReach, type Reader } from './scope.queries.ts';

/** One CAF, if the reader reaches it at this depth. */
export function findCaf(db: Db, reader: Reader, depth: Depth, id: number) {
  return cafsInReach(db, reader, depth).selectAll('ca').where('ca.id', '=', id).executeTakeFirst();
}
/** A row of {@link findCaf}. */
export type CafRow = NonNullable<Awaited<ReturnType<typeof findCaf>>>;

/** One child, if the reader reaches it at this depth. */
export function findChild(db: Db, reader: Reader, depth: Depth, id: number) {
  return childrenInReach(db, reader, depth)
    .innerJoin('areas as ar', 'ar.id', 'ch.area_id')
    .selectAll('ch')
    .select('ar.name as area')
    .where('ch.id', '=', id)
    .executeTakeFirst();
}
/** A row of {@link findChild}. */
export type ChildRow = NonNullable<Awaited<ReturnType<typeof findChild>>>;

/** What the next episode of a child must know of those before, whoever may read them. */
export function findEpisodes(db: Db, childId: number) {
  return db
    .selectFrom('cafs')
    .select((is) => [
      is.fn.coalesce(is.fn.max('episode_no'), sql<number>`0`).as('last_no'),
      is.fn.max('closed_on').as('last_closed_on'),
      is.fn.coalesce(is.fn.sum<number>(sql`closed_on is null`), sql<number>`0`).as('open'),
    ])
    .where('child_id', '=', childId)
    .executeTakeFirstOrThrow();
}

/** The highest running number among references that begin so, such as `CAF-2008-`; 0 when there is none. */
export async function lastNumber(db: Db, prefix: string): Promise<number> {
  const number = sql<number>`cast(substr(reference, ${prefix.length + 1}) as integer)`;
  const row = await db
    .selectFrom('cafs')
    .select((is) => is.fn.max<number | null>(number).as('last'))
    .where('reference', '>=', prefix)
    .where('reference', '<', `${prefix}:`)
    .executeTakeFirstOrThrow();
  return row.last ?? 0;
}

/** Adds a CAF; the id. */
export async function insertCaf(db: Db, values: Insertable<Schema['cafs']>): Promise<number> {
  const { id } = await db.insertInto('cafs').values(values).returning('id').executeTakeFirstOrThrow();
  return id;
}

/** Changes a CAF if nobody else did since; whether it was changed. */
export async function updateCaf(
  db: Db,
  id: number,
  version: number,
  values: Updateable<Schema['cafs']>,
): Promise<boolean> {
  const result = await db
    .updateTable('cafs')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Sets the day on which the need behind a new CAF was first raised. */
export async function updateRequest(db: Db, id: number, requestOn: string): Promise<void> {
  await db.updateTable('cafs').set({ request_on: requestOn }).where('id', '=', id).execute();
}

/** Notes that something was written in a CAF, and moves it on if that began its assessment. */
export async function touchCaf(db: Db, id: number, day: string, status?: string): Promise<void> {
  await db
    .updateTable('cafs')
    .set((is) => ({
      last_entry_on: is.fn<string>('max', ['last_entry_on', is.val(day)]),
      ...(status ? { status } : {}),
    }))
    .where('id', '=', id)
    .execute();
}

/** Adds consent events in the order given. */
export async function insertConsents(db: Db, values: Insertable<Schema['caf_consents']>[]): Promise<void> {
  await db.insertInto('caf_consents').values(values).execute();
}

/** The run of consent events of a CAF, oldest first, with who wrote each down. */
export function listConsents(db: Db, cafId: number) {
  return db
    .selectFrom('caf_consents as c')
    .innerJoin('people as p', 'p.id', 'c.recorded_by')
    .selectAll('c')
    .select('p.name as recorder')
    .where('c.caf_id', '=', cafId)
    .orderBy('c.id')
    .execute();
}
/** A row of {@link listConsents}. */
export type ConsentRow = Awaited<ReturnType<typeof listConsents>>[number];

/** Adds a line to the history of levels. */
export async function insertLevel(db: Db, values: Insertable<Schema['caf_levels']>): Promise<void> {
  await db.insertInto('caf_levels').values(values).execute();
}

/** The day since which a CAF has had its level. */
export async function levelSince(db: Db, cafId: number): Promise<string | null> {
  const row = await db
    .selectFrom('caf_levels')
    .select('from_day')
    .where('caf_id', '=', cafId)
    .orderBy('from_day', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.from_day ?? null;
}

/** The version of one element of an assessment; null when nothing was written yet. */
export async function elementVersion(db: Db, cafId: number, element: string): Promise<number | null> {
  const row = await db
    .selectFrom('caf_elements')
    .select('version')
    .where('caf_id', '=', cafId)
    .where('element', '=', element)
    .executeTakeFirst();
  return row?.version ?? null;
}

/** Writes the first text of an element. */
export async function insertElement(db: Db, values: Insertable<Schema['caf_elements']>): Promise<void> {
  await db.insertInto('caf_elements').values(values).execute();
}

/** Changes an element if nobody else did since; whether it was changed. */
export async function updateElement(
  db: Db,
  of: { cafId: number; element: string; version: number },
  values: Updateable<Schema['caf_elements']>,
): Promise<boolean> {
  const result = await db
    .updateTable('caf_elements')
    .set({ ...values, version: of.version + 1 })
    .where('caf_id', '=', of.cafId)
    .where('element', '=', of.element)
    .where('version', '=', of.version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** The elements of an assessment with who wrote them. */
export function listElements(db: Db, cafId: number) {
  return db
    .selectFrom('caf_elements as e')
    .innerJoin('people as p', 'p.id', 'e.author_id')
    .selectAll('e')
    .select('p.name as author')
    .where('e.caf_id', '=', cafId)
    .orderBy('e.id')
    .execute();
}

/** Adds a meeting of the team around the child. */
export async function insertMeeting(db: Db, values: Insertable<Schema['caf_meetings']>): Promise<void> {
  await db.insertInto('caf_meetings').values(values).execute();
}

/** The meetings of a CAF, oldest first, with who wrote each down. */
export function listMeetings(db: Db, cafId: number) {
  return db
    .selectFrom('caf_meetings as m')
    .innerJoin('people as p', 'p.id', 'm.recorded_by')
    .selectAll('m')
    .select('p.name as recorder')
    .where('m.caf_id', '=', cafId)
    .orderBy('m.held_on')
    .orderBy('m.id')
    .execute();
}
/** A row of {@link listMeetings}. */
export type MeetingRow = Awaited<ReturnType<typeof listMeetings>>[number];
