import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays, formatDay } from '#shared/domain/dates.ts';
import { episodeOrder, mergeValues, UNMERGE_DAYS, unmergeValues } from '#shared/domain/merge.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { followChild } from '../orders/cases.ts';
import { type ChildRow, findChild } from './caf.queries.ts';
import { type ChildValues, checkChild, toColumns, toValues } from './child-values.ts';
import { compareChild } from './duplicates.service.ts';
import { newLines } from './merge-lines.ts';
import { openOf, stopsOf } from './merge-preview.service.ts';
import * as queries from './merge.queries.ts';
import { refuse } from './refuse.ts';
import { updateChild } from './register.queries.ts';
import { refreshSearch } from './search.service.ts';

export { compare } from './merge-preview.service.ts';

type ClosedCaf = Pick<
  queries.MergeCafRow,
  'id' | 'status' | 'closed_on' | 'closure_reason' | 'closure_note' | 'next_review_on'
>;
/** All that a merge moved, so that it can be put back. */
type Moved = {
  /** Episodes of both records with the number each had. */
  kept: { id: number; episodeNo: number }[];
  gone: { id: number; episodeNo: number }[];
  members: number[];
  services: number[];
  offers: number[];
  /** Lines of other families that pointed to the record that went. */
  lines: number[];
  closed: ClosedCaf | null;
};

async function findBoth(context: Context, keptId: number, goneId: number) {
  const find = async (id: number) =>
    (await findChild(context.db, context.person, 'full', id)) ?? notFound('child');
  if (keptId === goneId) refuse('That is one record already. Nothing was changed.');
  return { kept: await find(keptId), gone: await find(goneId) };
}

/** Of two open CAFs one goes on; the other was opened in error, which counts in no return. */
async function closeOther(
  { db, today }: Context,
  open: queries.MergeCafRow[],
  goesOn: number | null,
): Promise<ClosedCaf | null> {
  if (open.length < 2) return null;
  const on = open.find((caf) => caf.id === goesOn);
  const other = open.find((caf) => caf.id !== goesOn);
  if (!on || !other)
    refuse('Both records have an open CAF. Nothing was changed. Choose the one that goes on.', 'goesOn');
  await queries.setCaf(db, other.id, {
    status: 'closed',
    closed_on: today < other.start_on ? other.start_on : today,
    closure_reason: 'ER',
    closure_note: `A second CAF of the same child. ${on.reference} goes on.`,
    next_review_on: null,
    last_entry_on: today,
  });
  const { id, status, closed_on, closure_reason, closure_note, next_review_on } = other;
  return { id, status, closed_on, closure_reason, closure_note, next_review_on };
}

/** Numbers the episodes of a child anew, in the order of their days. */
async function renumber(
  context: Context,
  childId: number,
  more: readonly queries.MergeCafRow[],
): Promise<void> {
  const own = await queries.listCafs(context.db, childId);
  const ordered = episodeOrder(
    [...own, ...more].map((caf) => ({ id: caf.id, startOn: caf.start_on, closedOn: caf.closed_on })),
  );
  await queries.placeCafs(
    context.db,
    ordered.map((caf, at) => ({ id: caf.id, childId, episodeNo: at + 1 })),
  );
}

const numbersOf = (cafs: readonly queries.MergeCafRow[]) =>
  cafs.map((caf) => ({ id: caf.id, episodeNo: caf.episode_no }));

/** Moves episodes, family and services to the record that stays. */
async function moveAll(
  context: Context,
  both: { kept: ChildRow; gone: ChildRow },
  goesOn: number | null,
): Promise<Moved> {
  const { db } = context;
  const { kept, gone } = both;
  const own = await queries.listCafs(db, kept.id);
  const theirs = await queries.listCafs(db, gone.id);
  const closed = await closeOther(context, [...openOf(own), ...openOf(theirs)], goesOn);
  const lines = await queries.linesTo(db, gone.id, kept.id);
  const { members, services } = await newLines(db, kept.id, gone.id);
  await renumber(context, kept.id, await queries.listCafs(db, gone.id));
  await queries.moveFamily(db, { members, services }, kept.id);
  await queries.pointTo(db, lines, kept.id);
  const offers = (await queries.listOffers(db, gone.id)).map((offer) => offer.id);
  await queries.moveOffers(db, offers, kept.id);
  return { kept: numbersOf(own), gone: numbersOf(theirs), members, services, offers, lines, closed };
}

/** Makes two records of one child one (FM-14), in whole or not at all. */
export async function merge(
  context: Context,
  input: Parsed<'children.merge'>,
): Promise<Output<'children.merge'>> {
  const { db, person, today, now } = context;
  const { kept, gone } = await findBoth(context, input.keptId, input.goneId);
  context.note({ entity: 'child', id: kept.id, detail: { mergedWith: gone.id } });
  if (kept.version !== input.keptVersion || gone.version !== input.goneVersion) throw conflict();
  const [stop] = await stopsOf(context, kept, gone, input.goesOn);
  if (stop) refuse(`${stop} Nothing was changed.`);
  const before = toValues(kept);
  const after: ChildValues = mergeValues(before, toValues(gone), input.choices);
  checkChild(after, today);
  const moved = await moveAll(context, { kept, gone }, input.goesOn);
  await updateChild(db, kept.id, kept.version, toColumns(after));
  await queries.setMergedInto(db, gone.id, kept.id);
  await followChild(
    context,
    moved.gone.map((caf) => caf.id),
    kept.neutral_ref,
  );
  const mergeId = await queries.insertMerge(db, {
    kept_id: kept.id,
    gone_id: gone.id,
    reason: input.reason,
    before: JSON.stringify(before),
    after: JSON.stringify(after),
    moved: JSON.stringify(moved),
    merged_by: person.id,
    merged_on: today,
    merged_at: now,
    undone_by: null,
    undone_at: null,
  });
  await refreshBoth(context, kept.id, gone.id);
  context.note({ entity: 'child', id: gone.id, detail: { mergedInto: kept.id, mergeId } });
  return { mergeId, id: kept.id };
}

async function refreshBoth(context: Context, keptId: number, goneId: number): Promise<void> {
  for (const id of [goneId, keptId]) {
    await refreshSearch(context.db, id);
    await compareChild(context, id);
  }
}

type MergeRow = NonNullable<Awaited<ReturnType<typeof queries.findMerge>>>;

async function refuseUnmerge(context: Context, found: MergeRow): Promise<void> {
  if (found.undone_at !== null) refuse('These records were put apart already. Nothing was changed.');
  const until = addDays(found.merged_on, UNMERGE_DAYS);
  if (context.today > until)
    refuse(
      `A merge can be undone for ${UNMERGE_DAYS} days, which was until ${formatDay(until)}. Nothing was changed. Register the other child anew and move what is theirs by hand.`,
    );
  if (await queries.mergedSince(context.db, found.kept_id, found.id))
    refuse('The record was made one with a third since. Nothing was changed. Undo that merge first.');
}

/** Puts episodes, family and services back to where they were; what came since stays where it was written. */
async function moveBack(context: Context, found: MergeRow, moved: Moved): Promise<void> {
  const { db } = context;
  const back = (cafs: Moved['kept'], childId: number) => cafs.map((caf) => ({ ...caf, childId }));
  const known = new Set([...moved.kept, ...moved.gone].map((caf) => caf.id));
  const since = (await queries.listCafs(db, found.kept_id)).filter((caf) => !known.has(caf.id));
  const last = Math.max(0, ...moved.kept.map((caf) => caf.episodeNo));
  await queries.placeCafs(db, [
    ...back(moved.kept, found.kept_id),
    ...back(moved.gone, found.gone_id),
    ...since.map((caf, at) => ({ id: caf.id, childId: found.kept_id, episodeNo: last + 1 + at })),
  ]);
  if (moved.closed) {
    const { id, ...state } = moved.closed;
    await queries.setCaf(db, id, state);
  }
  await queries.moveFamily(db, moved, found.gone_id);
  await queries.pointTo(db, moved.lines, found.gone_id);
  await queries.moveOffers(db, moved.offers, found.gone_id);
}

/** Puts two records apart again, within 30 days. */
export async function unmerge(
  context: Context,
  { mergeId }: Parsed<'children.unmerge'>,
): Promise<Output<'children.unmerge'>> {
  const { db, person, now } = context;
  const found = (await queries.findMerge(db, mergeId)) ?? notFound('merge');
  const { kept, gone } = await findBoth(context, found.kept_id, found.gone_id);
  context.note({ entity: 'child', id: kept.id, detail: { putApart: gone.id, mergeId } });
  await refuseUnmerge(context, found);
  const moved = JSON.parse(found.moved) as Moved;
  const reopened = moved.closed !== null && moved.kept.some((caf) => caf.id === moved.closed?.id);
  const openNow = openOf(await queries.listCafs(db, kept.id)).filter(
    (caf) => !moved.gone.some((theirs) => theirs.id === caf.id),
  );
  if (reopened && openNow.length > 0)
    refuse(
      'A new CAF was opened since, and the one that the merge closed would be open beside it. Nothing was changed. Close the new one first.',
    );
  await moveBack(context, found, moved);
  const values: ChildValues = unmergeValues(
    toValues(kept),
    JSON.parse(found.before) as ChildValues,
    JSON.parse(found.after) as ChildValues,
  );
  await updateChild(db, kept.id, kept.version, toColumns(values));
  await queries.setMergedInto(db, gone.id, null);
  await followChild(
    context,
    moved.gone.map((caf) => caf.id),
    gone.neutral_ref,
  );
  await queries.closeMerge(db, mergeId, person.id, now);
  await refreshBoth(context, kept.id, gone.id);
  context.note({ entity: 'child', id: gone.id, detail: { putApart: kept.id, mergeId } });
  return { keptId: kept.id, goneId: gone.id };
}

/** Merges that stand, the newest first. */
export async function merges(
  { db, person, today }: Context,
  { childId }: Parsed<'children.merges'>,
): Promise<Output<'children.merges'>> {
  const rows = await queries.listMerges(db, person, childId);
  return {
    merges: rows.map((row) => {
      const undoUntil = addDays(row.merged_on, UNMERGE_DAYS);
      return {
        id: row.id,
        keptId: row.kept_id,
        keptName: `${row.kept_given} ${row.kept_family}`,
        keptRef: row.kept_ref,
        goneName: `${row.gone_given} ${row.gone_family}`,
        goneRef: row.gone_ref,
        mergedOn: row.merged_on,
        mergedBy: row.merged_by,
        reason: row.reason,
        undoUntil,
        canUndo: today <= undoUntil,
      };
    }),
  };
}
