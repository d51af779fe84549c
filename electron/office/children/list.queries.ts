import { sql, type SqlBool } from 'kysely';
import type { Depth } from '#shared/domain/roles.ts';
import type { Db } from '../database/driver.ts';
import { cafsInReach, childrenInReach, type Reader } from './scope.queries.ts';

/** How the list of children can be sorted. */
export const childSorts = ['name', 'reference', 'level', 'nextReviewOn', 'lead'] as const;
/** See {@link childSorts}. */
export type ChildSort = (typeof childSorts)[number];

/** What a list of children was asked for. `words` is a full-text query. */
export type ChildListWanted = {
  words: string | null;
  status: 'all' | 'open' | 'closed' | 'overdue';
  areaId: number | null;
  sort: ChildSort;
  descending: boolean;
  page: number;
  pageSize: number;
  today: string;
};

/** Names and references are shown in a list, so only what may be read as a summary is in it. */
const LISTED = 'summary';

/** Ids of the children that the filters keep; null when there is no filter. */
function filtered(db: Db, { words, areaId }: Pick<ChildListWanted, 'words' | 'areaId'>) {
  if (words === null && areaId === null) return null;
  let ids = db.selectFrom('children as fc').select('fc.id');
  if (areaId !== null) ids = ids.where('fc.area_id', '=', areaId);
  if (words !== null)
    ids = ids.where(sql<SqlBool>`fc.id in (select rowid from child_words where child_words match ${words})`);
  return ids;
}

/** CAFs of the children that the filters keep. */
function wantedCafs(db: Db, reader: Reader, wanted: ChildListWanted) {
  const all = cafsInReach(db, reader, LISTED);
  const ids = filtered(db, wanted);
  return ids ? all.where('ca.child_id', 'in', ids) : all;
}

/** The open CAFs among them, or the overdue. */
function openCafs(db: Db, reader: Reader, wanted: ChildListWanted) {
  const open = wantedCafs(db, reader, wanted).where('ca.closed_on', 'is', null);
  return wanted.status === 'overdue'
    ? open.where('ca.next_review_on', '<', wanted.today).where('ca.child_id', 'not in', diedIds(db))
    : open;
}

/** Each child's newest CAF in reach. An open one is always the newest. */
function newestOnes(db: Db, reader: Reader, wanted: ChildListWanted) {
  const later = cafsInReach(db, reader, LISTED)
    .select('ca.id')
    .where('ca.child_id', '=', sql.ref<number>('mine.child_id'))
    .where('ca.episode_no', '>', sql.ref<number>('mine.episode_no'));
  if (wanted.status === 'open' || wanted.status === 'overdue')
    return db.selectFrom(openCafs(db, reader, wanted).selectAll('ca').as('mine'));
  const newest = db
    .selectFrom(wantedCafs(db, reader, wanted).selectAll('ca').as('mine'))
    .where((is) => is.not(is.exists(later)));
  return wanted.status === 'closed' ? newest.where('mine.closed_on', 'is not', null) : newest;
}

/** Records that were made one with another: few, so they are gathered; a walk along an index reads no row for it. */
function mergedIds(db: Db) {
  return db.selectFrom('children as gone').select('gone.id').where('gone.merged_into', 'is not', null);
}

/** Children who died: nothing of theirs is due any more. */
function diedIds(db: Db) {
  return db.selectFrom('children as late').select('late.id').where('late.died_on', 'is not', null);
}

/**
 * Children that the filters keep. The area is asked of each child walked past, not looked up: an index of areas
 * would give thousands of children, to be sorted for one page.
 */
function wantedChildren(db: Db, reader: Reader, wanted: ChildListWanted) {
  const all = childrenInReach(db, reader, LISTED).where('ch.id', 'not in', mergedIds(db));
  const { areaId } = wanted;
  const inArea = areaId === null ? all : all.where(sql<number>`+ch.area_id`, '=', areaId);
  const ids = filtered(db, { words: wanted.words, areaId: null });
  return ids ? inArea.where('ch.id', 'in', ids) : inArea;
}

const leadOf = (caf: string) => sql<string | null>`(
  select pl.name from lead_professionals as lp join people as pl on pl.id = lp.person_id
  where lp.caf_id = ${sql.ref(`${caf}.id`)} and lp.to_day is null)`;

const onPage = ({ page, pageSize }: ChildListWanted) => ({ from: page * pageSize, size: pageSize });

/**
 * A page by a column of the CAF: the ids alone, walked in the order of an index, so that it stops when the page is
 * full. What has no value comes last either way.
 */
export function pageByCaf(db: Db, reader: Reader, wanted: ChildListWanted) {
  const { from, size } = onPage(wanted);
  const direction = wanted.descending ? 'desc' : 'asc';
  const ids = newestOnes(db, reader, wanted)
    .select(['mine.child_id', 'mine.id as caf_id'])
    .limit(size)
    .offset(from);
  if (wanted.sort === 'reference') return ids.orderBy('mine.reference', direction);
  if (wanted.sort === 'level')
    return ids.orderBy('mine.level', direction).orderBy('mine.child_id', direction);
  if (wanted.sort === 'lead')
    return ids
      .orderBy(leadOf('mine'), (by) => (wanted.descending ? by.desc() : by.asc()).nullsLast())
      .orderBy('mine.child_id');
  // Descending, what is empty is last by itself; ascending, the index keeps it apart.
  const apart = wanted.descending ? ids : ids.orderBy(sql`mine.next_review_on is null`);
  return apart.orderBy('mine.next_review_on', direction).orderBy('mine.child_id', direction);
}

/** Children in reach without a CAF in reach: after all the others when the list is by a column of the CAF. */
export function pageWithoutCaf(db: Db, reader: Reader, wanted: ChildListWanted, from: number, size: number) {
  const any = cafsInReach(db, reader, LISTED)
    .select('ca.id')
    .where('ca.child_id', '=', sql.ref<number>('ch.id'));
  return wantedChildren(db, reader, wanted)
    .where((is) => is.not(is.exists(any)))
    .select(['ch.id as child_id', sql<null>`null`.as('caf_id')])
    .orderBy('ch.id')
    .limit(size)
    .offset(from);
}

/**
 * A page by name. When there are many, the children are walked in the order of the index of names and each asked
 * for its CAF, which stops when the page is full; few are gathered and sorted.
 */
export function pageByName(db: Db, reader: Reader, wanted: ChildListWanted, many: boolean) {
  const { from, size } = onPage(wanted);
  const direction = wanted.descending ? 'desc' : 'asc';
  const gather = !many && wanted.status !== 'all';
  const named = gather
    ? newestOnes(db, reader, wanted)
        .innerJoin('children as ch', 'ch.id', 'mine.child_id')
        .select('mine.id as caf_id')
    : walked(db, reader, wanted);
  return named
    .select('ch.id as child_id')
    .orderBy(sql`ch.family_name collate nocase`, direction)
    .orderBy(sql`ch.given_names collate nocase`, direction)
    .orderBy('ch.id')
    .limit(size)
    .offset(from);
}

/** Every question here is answered from an index: a CAF's own row is long, and is read for the page alone. */
function walked(db: Db, reader: Reader, wanted: ChildListWanted) {
  const ofChild = cafsInReach(db, reader, LISTED)
    .select('ca.id')
    .where('ca.child_id', '=', sql.ref<number>('ch.id'));
  const open = ofChild.where('ca.closed_on', 'is', null);
  const children = wantedChildren(db, reader, wanted).select(
    ofChild.orderBy('ca.episode_no', 'desc').limit(1).as('caf_id'),
  );
  if (wanted.status === 'all') return children;
  if (wanted.status === 'closed')
    return children.where((is) => is.and([is.exists(ofChild), is.not(is.exists(open))]));
  const due =
    wanted.status === 'overdue'
      ? open.where('ca.next_review_on', '<', wanted.today).where('ca.child_id', 'not in', diedIds(db))
      : open;
  return children.where((is) => is.exists(due));
}

/** How many open CAFs, and how many children with a CAF, the list's filters and the reader's reach leave. */
export async function countCafs(
  db: Db,
  reader: Reader,
  wanted: ChildListWanted,
): Promise<{ open: number; children: number }> {
  const open = await count(openCafs(db, reader, wanted).select(countAll));
  const each = sql<number>`count(distinct ca.child_id)`.as('n');
  return { open, children: await count(wantedCafs(db, reader, wanted).select(each)) };
}

/** How many open CAFs a list of open ones holds. */
export function countOpenCafs(db: Db, reader: Reader, wanted: ChildListWanted): Promise<number> {
  return count(openCafs(db, reader, wanted).select(countAll));
}

/** How many children a list of all of them holds. */
export function countChildren(db: Db, reader: Reader, wanted: ChildListWanted): Promise<number> {
  return count(wantedChildren(db, reader, wanted).select(countAll));
}

const countAll = sql<number>`count(*)`.as('n');

async function count(query: { executeTakeFirstOrThrow: () => Promise<{ n: number }> }): Promise<number> {
  return (await query.executeTakeFirstOrThrow()).n;
}

const each = (values: number[]) => sql<number>`(select value from json_each(${JSON.stringify(values)}))`;

/** What a list shows of children and CAFs, for those of them that the reader may see. */
export function listedDetails(db: Db, reader: Reader, ids: { childIds: number[]; cafIds: number[] }) {
  const children = childrenInReach(db, reader, LISTED)
    .innerJoin('areas as ar', 'ar.id', 'ch.area_id')
    .select([
      'ch.id',
      'ch.neutral_ref',
      'ch.given_names',
      'ch.family_name',
      'ch.dob',
      'ch.expected_on',
      'ar.name as area',
    ])
    .where('ch.id', 'in', each(ids.childIds))
    .execute();
  const cafs = cafsInReach(db, reader, LISTED)
    .select(['ca.id', 'ca.child_id', 'ca.reference', 'ca.status', 'ca.level', 'ca.next_review_on'])
    .select(leadOf('ca').as('lead'))
    .where('ca.id', 'in', each(ids.cafIds))
    .execute();
  return Promise.all([children, cafs]);
}

/** The newest CAF of each of these children that the reader reaches at this depth. */
export function newestCafs(db: Db, reader: Reader, depth: Depth, childIds: number[]) {
  return cafsInReach(db, reader, depth)
    .select((is) => ['ca.child_id', 'ca.id', is.fn.max('ca.episode_no').as('episode_no')])
    .where('ca.child_id', 'in', each(childIds))
    .groupBy('ca.child_id')
    .execute();
}

/** Children whose words begin so, newest records first: quick enough to answer every key. */
export function findByWords(db: Db, reader: Reader, words: string, limit: number) {
  return db
    .selectFrom('child_words as w')
    .innerJoin(childrenInReach(db, reader, LISTED).select('ch.id').as('ch'), (join) =>
      join.on('ch.id', '=', sql.ref<number>('w.rowid')),
    )
    .select('ch.id')
    .where(sql<SqlBool>`child_words match ${words}`)
    .orderBy('w.rowid', 'desc')
    .limit(limit)
    .execute();
}
