import type { Db } from '../database/driver.ts';
import { cafsInReach, type Reader } from './scope.queries.ts';

/** The CAF of a child that was asked for, or the newest that the reader reads whole. */
export function findCourseCaf(db: Db, reader: Reader, childId: number, cafId: number | undefined) {
  const mine = cafsInReach(db, reader, 'full').selectAll('ca').where('ca.child_id', '=', childId);
  const one = cafId === undefined ? mine : mine.where('ca.id', '=', cafId);
  return one.orderBy('ca.episode_no', 'desc').limit(1).executeTakeFirst();
}

/** The episode before one, as far as the reader reads it; those opened in error are no episodes. */
export function findPrevious(db: Db, reader: Reader, childId: number, episodeNo: number) {
  return cafsInReach(db, reader, 'full')
    .select(['ca.id', 'ca.reference', 'ca.closed_on'])
    .where('ca.child_id', '=', childId)
    .where('ca.episode_no', '<', episodeNo)
    .where('ca.closed_on', 'is not', null)
    .where('ca.closure_reason', '!=', 'ER')
    .orderBy('ca.episode_no', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** The first day that anybody led a CAF, for one already found in reach. */
export async function firstLedOn(db: Db, cafId: number): Promise<string | null> {
  const row = await db
    .selectFrom('lead_professionals')
    .select((is) => is.fn.min<string | null>('from_day').as('day'))
    .where('caf_id', '=', cafId)
    .executeTakeFirstOrThrow();
  return row.day;
}

/** Agencies that work for a child now: those of open actions, and of who leads; for a CAF already found in reach. */
export async function agenciesAtWork(db: Db, cafId: number): Promise<string[]> {
  const actions = await db
    .selectFrom('plan_actions as a')
    .innerJoin('plan_outcomes as o', 'o.id', 'a.outcome_id')
    .select('a.agency')
    .distinct()
    .where('o.caf_id', '=', cafId)
    .where('a.status', 'not in', ['done', 'dropped'])
    .execute();
  const leads = await db
    .selectFrom('lead_professionals as l')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .select('p.agency')
    .where('l.caf_id', '=', cafId)
    .where('l.to_day', 'is', null)
    .execute();
  return [...actions, ...leads].map((row) => row.agency);
}
