import type { Context } from '../context.ts';
import { depthOfCaf, depthOfChild } from './scope.queries.ts';
import * as queries from './trail.queries.ts';

/** A record as the audit trail names it. */
export type TrailRecord = { kind: string; id: number };

/** What a line of the trail calls these children and CAFs: neutral references, for those the reader may know of. */
export async function trailLabels(
  { db, person }: Context,
  records: readonly TrailRecord[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) => records.filter((one) => one.kind === kind).map((one) => one.id);
  const children = await queries.neutralRefs(db, person, idsOf('child'));
  const cafs = await queries.neutralRefsOfCafs(db, person, idsOf('caf'));
  return new Map([
    ...children.map((row) => [`child ${row.id}`, row.reference] as const),
    ...cafs.map((row) => [`caf ${row.id}`, `${row.reference}, CAF ${row.episode_no}`] as const),
  ]);
}

/** The child of a reference and their CAFs, as far as the reader may know of them; none for what is no reference. */
export async function trailRecordsOf({ db, person }: Context, reference: string): Promise<TrailRecord[]> {
  const childId = await queries.childOfReference(db, person, reference);
  if (childId === null) return [];
  const cafs = await queries.cafIdsOf(db, person, childId);
  return [{ kind: 'child', id: childId }, ...cafs.map(({ id }) => ({ kind: 'caf', id }))];
}

/** Whether the reader may read all of these children and CAFs to their full depth; other kinds do not count. */
export async function readsInFull(
  { db, person }: Context,
  records: readonly TrailRecord[],
): Promise<boolean> {
  for (const { kind, id } of records) {
    if (kind === 'child' && (await depthOfChild(db, person, id)) !== 'full') return false;
    if (kind === 'caf' && (await depthOfCaf(db, person, id)) !== 'full') return false;
  }
  return true;
}
