import { type OrderByItemBuilder, type SelectQueryBuilder, sql, type SqlBool } from 'kysely';
import type { Depth } from '#shared/domain/roles.ts';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
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

type Listed = Schema & { ch: Schema['children']; ca: Schema['cafs'] };
type ListQuery = SelectQueryBuilder<Listed, 'ch' | 'ca', object>;

/** Ids of the children that the filters keep; null when there is no filter. */
function filtered(db: Db, { words, areaId }: Pick<ChildListWanted, 'words' | 'areaId'>) {
  if (words === null && areaId === null) return null;
  let ids = db.selectFrom('children as fc').select('fc.id');
  if (areaId !== null) ids = ids.where('fc.area_id', '=', areaId);
  if (words !== null)
    ids = ids.where(sql<SqlBool>`fc.id in (select rowid from child_words where child_words match ${words})`);
  return ids;
}

/** Open CAFs that are wanted: they are few among all, and an index holds just them. */
function openCafs(db: Db, reader: Reader, wanted: ChildListWanted) {
  let open = cafsInReach(db, reader, LISTED).where('ca.closed_on', 'is', null);
  if (wanted.status === 'overdue') open = open.where('ca.next_review_on', '<', wanted.today);
  const ids = filtered(db, wanted);
  return ids ? open.where('ca.child_id', 'in', ids) : open;
}

function wantedChildren(db: Db, reader: Reader, wanted: ChildListWanted) {
  const all = childrenInReach(db, reader, LISTED);
  const ids = filtered(db, wanted);
  return ids ? all.where('ch.id', 'in', ids) : all;
}

/** Children with their newest CAF in reach, whichever it is and if there is one. */
function withNewest(db: Db, reader: Reader, wanted: ChildListWanted): ListQuery {
  const newest = cafsInReach(db, reader, LISTED)
    .select('ca.id')
    .where('ca.child_id', '=', sql.ref<number>('ch.id'))
    .orderBy('ca.episode_no', 'desc')
    .limit(1);
  // The join may find no CAF; its columns are then empty, and only sorting and the id read them.
  const joined = wantedChildren(db, reader, wanted).leftJoin('cafs as ca', (join) =>
    join.on((is) => is('ca.id', '=', newest)),
  ) as unknown as ListQuery;
  return wanted.status === 'closed' ? joined.where('ca.closed_on', 'is not', null) : joined;
}

const lead = sql<string | null>`(
  select pl.name from lead_professionals as lp join people as pl on pl.id = lp.person_id
  where lp.caf_id = ca.id and lp.to_day is null)`;

function sorted(query: ListQuery, { sort, descending }: ChildListWanted): ListQuery {
  const direction = descending ? 'desc' : 'asc';
  const lastIfEmpty = (by: OrderByItemBuilder) => by[direction]().nullsLast();
  if (sort === 'reference') return query.orderBy('ca.reference', lastIfEmpty);
  if (sort === 'level') return query.orderBy('ca.level', lastIfEmpty);
  if (sort === 'nextReviewOn') return query.orderBy('ca.next_review_on', lastIfEmpty);
  if (sort === 'lead') return query.orderBy(lead, lastIfEmpty);
  return query
    .orderBy(sql`ch.family_name collate nocase`, direction)
    .orderBy(sql`ch.given_names collate nocase`, direction);
}

/** The ids of one page in order; what is shown of them is read after, for these alone. */
export function listPage(db: Db, reader: Reader, wanted: ChildListWanted) {
  const open = wanted.status === 'open' || wanted.status === 'overdue';
  const query: ListQuery = open
    ? openCafs(db, reader, wanted).innerJoin('children as ch', 'ch.id', 'ca.child_id')
    : withNewest(db, reader, wanted);
  return sorted(query, wanted)
    .select(['ch.id as child_id', sql<number | null>`ca.id`.as('caf_id')])
    .orderBy('ch.id')
    .limit(wanted.pageSize)
    .offset(wanted.page * wanted.pageSize);
}

/**
 * How many there are in all. Closed ones are the children with a CAF less those with an open one, since an open
 * CAF is always a child's newest: two passes over an index instead of a look at each child.
 */
export async function countListed(db: Db, reader: Reader, wanted: ChildListWanted): Promise<number> {
  if (wanted.status === 'all') return count(wantedChildren(db, reader, wanted).select(countAll));
  const open = await count(openCafs(db, reader, wanted).select(countAll));
  if (wanted.status !== 'closed') return open;
  const ids = filtered(db, wanted);
  const every = cafsInReach(db, reader, LISTED);
  const children = (ids ? every.where('ca.child_id', 'in', ids) : every)
    .select('ca.child_id')
    .groupBy('ca.child_id')
    .as('each');
  return (await count(db.selectFrom(children).select(countAll))) - open;
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
    .select(lead.as('lead'))
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
