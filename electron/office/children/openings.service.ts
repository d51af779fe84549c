import type { Output, Parsed } from '#shared/contract/index.ts';
import { masked } from '#shared/domain/masking.ts';
import { openingDepth } from '#shared/domain/restricted.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { policyOn } from '../settings/settings.service.ts';
import * as queries from './openings.queries.ts';
import { identityOfChild } from './known.ts';
import { refuse } from './refuse.ts';
import { depthOfChild } from './scope.queries.ts';

type Opening = Output<'children.restricted'>['openings'][number];
type Row = NonNullable<Awaited<ReturnType<typeof queries.findOpening>>>;

const SHOWN = 50;

const minutesFrom = (moment: string, minutes: number) =>
  new Date(Date.parse(moment) + minutes * 60_000).toISOString();

/**
 * Opens a record out of reach by exception (break-glass, 12.2): for whoever's role reads case content, as deep as that role
 * reads, to look at only, for the minutes the office allows. The child must be named exactly, so that nobody browses.
 */
export async function openByException(
  context: Context,
  input: Parsed<'children.openByException'>,
): Promise<Output<'children.openByException'>> {
  const { db, person, today, now } = context;
  const depth = openingDepth(person.roles);
  if (!depth)
    throw new OfficeProblem(
      'not_allowed',
      'Your role reads no case records, so it opens none by exception either. Nothing was opened. Ask a co-ordinator.',
    );
  context.note({ entity: 'child', id: null });
  const [childId, another] = await queries.findExactly(db, input);
  if (childId === undefined)
    refuse(
      'No record fits exactly. Nothing was opened, and the attempt was recorded. Check the reference, or both names and the date of birth.',
      'reference',
    );
  if (another !== undefined)
    refuse(
      'More than one record fits. Nothing was opened. Use the neutral reference or the CAF’s.',
      'reference',
    );
  const reached = await depthOfChild(db, person, childId);
  if (reached === depth || reached === 'full')
    refuse('That record is in your reach already. Nothing was opened. Look for it in Children.', 'reference');
  const { openingMinutes } = await policyOn(db, today);
  const untilAt = minutesFrom(now, openingMinutes);
  const openingId = await queries.insertOpening(db, {
    child_id: childId,
    person_id: person.id,
    reason: input.reason,
    opened_at: now,
    until_at: untilAt,
    ended_at: null,
    ended_by: null,
  });
  context.note({ entity: 'child', id: childId, detail: { openingId, untilAt } });
  return { childId, openingId, untilAt };
}

/** Ends an opening: one's own, or anybody's for who answers for restricted records. */
export async function endOpening(context: Context, { id }: { id: number }): Promise<Record<string, never>> {
  const { db, person, now } = context;
  const found = await queries.findOpening(db, id);
  const may = found?.person_id === person.id || person.permissions.has('children.restrict');
  if (!found || !may) notFound('opening');
  await queries.endOpening(db, id, person.id, now);
  context.note({ entity: 'child', id: found.child_id, detail: { openingId: id } });
  return {};
}

/** Keeps that the signed-in person has looked at an opening. */
export async function seeOpening(context: Context, { id }: { id: number }): Promise<Record<string, never>> {
  const { db, person, now } = context;
  const found = (await queries.findOpening(db, id)) ?? notFound('opening');
  await queries.insertSeen(db, id, person.id, now);
  context.note({ entity: 'child', id: found.child_id, detail: { openingId: id } });
  return {};
}

async function toOpening(context: Context, row: Row, seen: boolean): Promise<Opening> {
  const { db, person, now } = context;
  const named = await depthOfChild(db, person, row.child_id);
  const known = named && named !== 'neutral' ? null : await identityOfChild(db, row.child_id);
  return {
    id: row.id,
    who: row.who,
    neutralRef: row.neutral_ref,
    restricted: row.restricted === 1,
    reason: known ? masked(row.reason, known) : row.reason,
    openedAt: row.opened_at,
    untilAt: row.until_at,
    endedAt: row.ended_at,
    endedBy: row.ended_by,
    live: row.ended_at === null && row.until_at > now,
    seen,
  };
}

/** The latest openings of all records, for who answers for restricted ones. */
export async function latestOpenings(context: Context): Promise<Opening[]> {
  const { db, person } = context;
  const rows = await queries.listOpenings(db, person.id, SHOWN);
  return Promise.all(
    rows.map((row) => toOpening(context, row, row.seen === 1 || row.person_id === person.id)),
  );
}

/** Openings by others that the signed-in person has not looked at yet, the newest first. */
export async function unseenOpenings(context: Context): Promise<Opening[]> {
  const rows = await queries.listUnseen(context.db, context.person.id);
  return Promise.all(rows.map((row) => toOpening(context, row, false)));
}
