import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Context } from '../context.ts';
import { searchQuery } from './identity.ts';
import * as queries from './list.queries.ts';
import { countShut } from './restricted.queries.ts';
import { stateOn } from './states.ts';

type Row = Output<'children.list'>['rows'][number];
type Pair = { child_id: number; caf_id: number | null };

/** Rows as a list shows them, in the order of the pairs; those out of reach are left out. */
async function toRows(context: Context, pairs: Pair[]): Promise<Row[]> {
  const [children, cafs] = await queries.listedDetails(context.db, context.person, {
    childIds: pairs.map((pair) => pair.child_id),
    cafIds: pairs.map((pair) => pair.caf_id).filter((id) => id !== null),
  });
  const childOf = new Map(children.map((child) => [child.id, child]));
  const cafOf = new Map(cafs.map((caf) => [caf.id, caf]));
  return pairs.flatMap((pair) => {
    const child = childOf.get(pair.child_id);
    const caf = pair.caf_id === null ? undefined : cafOf.get(pair.caf_id);
    if (!child) return [];
    return [
      {
        id: child.id,
        neutralRef: child.neutral_ref,
        name: `${child.given_names} ${child.family_name}`,
        dob: child.dob,
        expectedOn: child.expected_on,
        area: child.area,
        cafId: caf?.id ?? null,
        cafReference: caf?.reference ?? null,
        cafStatus: caf ? stateOn(caf, context.today) : null,
        level: caf?.level ?? null,
        leadProfessional: caf?.lead ?? null,
        nextReviewOn: caf?.next_review_on ?? null,
      },
    ];
  });
}

/** These children as a list shows them, each with its newest CAF in reach; those out of reach are left out. */
export async function rowsOf(context: Context, childIds: number[]): Promise<Row[]> {
  if (childIds.length === 0) return [];
  const cafs = await queries.newestCafs(context.db, context.person, 'summary', childIds);
  const cafOf = new Map(cafs.map((caf) => [caf.child_id, caf.id]));
  return toRows(
    context,
    childIds.map((id) => ({ child_id: id, caf_id: cafOf.get(id) ?? null })),
  );
}

const isSort = (text: string): text is queries.ChildSort =>
  queries.childSorts.some((candidate) => candidate === text);

/** The column to sort by: the name when there is none; a closed CAF has no next review to be sorted by. */
function sortOf({ sort, status }: Parsed<'children.list'>): queries.ChildSort {
  if (!isSort(sort)) return 'name';
  return sort === 'nextReviewOn' && status === 'closed' ? 'reference' : sort;
}

/** A page of children with their newest CAF: only what the reader may see, at least as a summary. */
export async function list(
  context: Context,
  input: Parsed<'children.list'>,
): Promise<Output<'children.list'>> {
  const { db, person, today } = context;
  const words = searchQuery(input.search);
  // Something was typed that no record can hold, such as a lone comma: nothing is found, not everything.
  if (words === null && input.search.trim() !== '') return { rows: [], total: 0, restrictedMatches: 0 };
  const wanted: queries.ChildListWanted = {
    words,
    status: input.status,
    areaId: input.areaId ?? null,
    sort: sortOf(input),
    descending: input.descending,
    page: input.page,
    pageSize: input.pageSize,
    today,
  };
  const total = await totalOf(context, wanted);
  const pairs =
    wanted.sort === 'name'
      ? await queries.pageByName(db, person, wanted, total > FEW).execute()
      : await pageByCaf(context, wanted);
  const restrictedMatches = await countShutMatches(context, input.search);
  return { rows: await toRows(context, pairs), total, restrictedMatches };
}

/** Up to so many rows are sorted faster than an index of all children is walked. */
const FEW = 1000;

/** Closed ones are the children with a CAF less those with an open one, since an open CAF is a child's newest. */
async function totalOf({ db, person }: Context, wanted: queries.ChildListWanted): Promise<number> {
  if (wanted.status === 'all') return queries.countChildren(db, person, wanted);
  if (wanted.status !== 'closed') return queries.countOpenCafs(db, person, wanted);
  const { children, open } = await queries.countCafs(db, person, wanted);
  return children - open;
}

/** By a column of the CAF; a list of all ends with the children who have none. */
async function pageByCaf({ db, person }: Context, wanted: queries.ChildListWanted): Promise<Pair[]> {
  const pairs: Pair[] = await queries.pageByCaf(db, person, wanted).execute();
  if (wanted.status !== 'all' || pairs.length === wanted.pageSize) return pairs;
  const { children } = await queries.countCafs(db, person, wanted);
  const from = Math.max(0, wanted.page * wanted.pageSize - children);
  const rest = wanted.pageSize - pairs.length;
  return [...pairs, ...(await queries.pageWithoutCaf(db, person, wanted, from, rest).execute())];
}

/** What the search field shows of children as somebody types: by name, other name, reference, postcode. */
export async function findChildren(context: Context, query: string, limit: number): Promise<Row[]> {
  const words = searchQuery(query);
  if (words === null) return [];
  const found = await queries.findByWords(context.db, context.person, words, limit);
  return rowsOf(
    context,
    found.map((row) => row.id),
  );
}

/** A search must name this much before a co-ordinator hears of restricted records, so that nobody feels their way. */
const LEAST_SEARCH = 3;

/**
 * How many restricted records that the reader may not see a search fits: told to those who register children, so that
 * they ask before they make a second record; nobody else hears of any (12.3).
 */
export async function countShutMatches({ db, person }: Context, search: string): Promise<number> {
  const words = searchQuery(search);
  if (words === null || search.trim().length < LEAST_SEARCH) return 0;
  if (!person.permissions.has('children.register')) return 0;
  return countShut(db, person, words);
}
