import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import { type Reader, visibleChildren } from './scope.queries.ts';

const eachOf = (ids: readonly number[]) => sql<number>`(select value from json_each(${JSON.stringify(ids)}))`;

/** Every CAF of a child, for a child that its reader may merge. */
export function listCafs(db: Db, childId: number) {
  return db
    .selectFrom('cafs')
    .select([
      'id',
      'reference',
      'status',
      'episode_no',
      'start_on',
      'closed_on',
      'closure_reason',
      'closure_note',
      'next_review_on',
      'version',
    ])
    .where('child_id', '=', childId)
    .orderBy('episode_no')
    .execute();
}
/** A row of {@link listCafs}. */
export type MergeCafRow = Awaited<ReturnType<typeof listCafs>>[number];

/** Numbers high enough to be out of the way while episodes change theirs. */
const ASIDE = 1_000_000;

/** Gives CAFs to a child, each under its episode's number; in two steps, so that no two ever share one. */
export async function placeCafs(
  db: Db,
  places: readonly { id: number; childId: number; episodeNo: number }[],
): Promise<void> {
  for (const { id } of places)
    await db
      .updateTable('cafs')
      .set({ episode_no: ASIDE + id })
      .where('id', '=', id)
      .execute();
  for (const { id, childId, episodeNo } of places)
    await db
      .updateTable('cafs')
      .set({ child_id: childId, episode_no: episodeNo })
      .where('id', '=', id)
      .execute();
}

/** Writes a CAF's state as given. */
export async function setCaf(db: Db, id: number, values: Updateable<Schema['cafs']>): Promise<void> {
  await db
    .updateTable('cafs')
    .set((is) => ({ ...values, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** The calls and offers of a child (BR-19), with whether each still waits for an answer. */
export function listOffers(db: Db, childId: number) {
  return db
    .selectFrom('caf_offers')
    .select(['id', sql<number>`status in ('enquiry', 'pre_caf', 'offered')`.as('open')])
    .where('child_id', '=', childId)
    .execute();
}

/** Gives calls and offers to a child. */
export async function moveOffers(db: Db, offers: readonly number[], childId: number): Promise<void> {
  await db.updateTable('caf_offers').set({ child_id: childId }).where('id', 'in', eachOf(offers)).execute();
}

/** Gives lines of a family, and services, to a child. */
export async function moveFamily(
  db: Db,
  lines: { members: readonly number[]; services: readonly number[] },
  childId: number,
): Promise<void> {
  await db
    .updateTable('carers')
    .set({ child_id: childId })
    .where('id', 'in', eachOf(lines.members))
    .execute();
  await db
    .updateTable('child_services')
    .set({ child_id: childId })
    .where('id', 'in', eachOf(lines.services))
    .execute();
}

/** Lines of families, but one's, that point to a child; their ids. */
export async function linesTo(db: Db, childId: number, exceptOf: number): Promise<number[]> {
  const rows = await db
    .selectFrom('carers')
    .select('id')
    .where('linked_child_id', '=', childId)
    .where('child_id', '<>', exceptOf)
    .execute();
  return rows.map((row) => row.id);
}

/** Points lines of families to a child. */
export async function pointTo(db: Db, lines: readonly number[], childId: number): Promise<void> {
  await db.updateTable('carers').set({ linked_child_id: childId }).where('id', 'in', eachOf(lines)).execute();
}

/** Sets a record aside as one with another, or takes it back (null). */
export async function setMergedInto(db: Db, id: number, keptId: number | null): Promise<void> {
  await db
    .updateTable('children')
    .set((is) => ({ merged_into: keptId, version: is('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

/** Keeps a merge with all that it takes to undo it; the id. */
export async function insertMerge(db: Db, values: Insertable<Schema['child_merges']>): Promise<number> {
  const row = await db.insertInto('child_merges').values(values).returning('id').executeTakeFirstOrThrow();
  return row.id;
}

/** A merge by its id. */
export function findMerge(db: Db, id: number) {
  return db.selectFrom('child_merges').selectAll().where('id', '=', id).executeTakeFirst();
}

/** Whether a child's record was made one with another that stands and is newer than this. */
export async function mergedSince(db: Db, childId: number, mergeId: number): Promise<boolean> {
  const row = await db
    .selectFrom('child_merges')
    .select('id')
    .where('gone_id', '=', childId)
    .where('id', '>', mergeId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}

/** Notes that a merge was undone. */
export async function closeMerge(db: Db, id: number, personId: number, at: string): Promise<void> {
  await db
    .updateTable('child_merges')
    .set({ undone_by: personId, undone_at: at })
    .where('id', '=', id)
    .execute();
}

/** Merges that stand, of records in the reader's reach, the newest first; of one child when its id is given. */
export function listMerges(db: Db, reader: Reader, childId: number | undefined) {
  const all = db
    .selectFrom('child_merges as m')
    .innerJoin('children as kept', 'kept.id', 'm.kept_id')
    .innerJoin('children as gone', 'gone.id', 'm.gone_id')
    .innerJoin('people as p', 'p.id', 'm.merged_by')
    .select([
      'm.id',
      'm.kept_id',
      'm.merged_on',
      'm.reason',
      'p.name as merged_by',
      'kept.given_names as kept_given',
      'kept.family_name as kept_family',
      'kept.neutral_ref as kept_ref',
      'gone.given_names as gone_given',
      'gone.family_name as gone_family',
      'gone.neutral_ref as gone_ref',
    ])
    .where('m.undone_at', 'is', null)
    .where('m.kept_id', 'in', visibleChildren(db, reader, 'full'))
    .where('m.gone_id', 'in', visibleChildren(db, reader, 'full'))
    .orderBy('m.id', 'desc')
    .limit(200);
  return (childId === undefined ? all : all.where('m.kept_id', '=', childId)).execute();
}
