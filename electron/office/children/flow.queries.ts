import { sql } from 'kysely';
import type { Db } from '../database/driver.ts';

const sum = (condition: ReturnType<typeof sql>) => sql<number>`sum(${condition})`;

/**
 * CAF flow of a period by area and starting level, in one pass (R1): counts, never records, so the whole trust is
 * counted whoever asks and restricted children with it. Episodes opened in error are in no count (CL-10). A repeat
 * is an episode after another of the same child that was not opened in error.
 */
export function flowRows(db: Db, from: string, to: string) {
  const started = sql`ca.start_on between ${from} and ${to}`;
  const closed = sql`ca.closed_on between ${from} and ${to}`;
  return db
    .selectFrom('cafs as ca')
    .select(['ca.area_id', 'ca.start_level'])
    .select([
      sum(sql`ca.start_on < ${from} and (ca.closed_on is null or ca.closed_on >= ${from})`).as('openAtStart'),
      sum(started).as('initiated'),
      sum(sql`${started} and ca.episode_no > 1 and exists (
        select 1 from cafs as b where b.child_id = ca.child_id and b.episode_no < ca.episode_no
        and b.closure_reason is not 'ER')`).as('repeats'),
      sum(sql`ca.completed_on is not null and ca.completed_on between ${from} and ${to}`).as('completed'),
      sum(sql`ca.tac_formed_on is not null and ca.tac_formed_on between ${from} and ${to}`).as('tacFormed'),
      sum(sql`ca.closed_on is not null and ${closed}`).as('closed'),
      sum(sql`ca.start_on <= ${to} and (ca.closed_on is null or ca.closed_on > ${to})`).as('openAtEnd'),
    ])
    .where(sql<boolean>`ca.closure_reason is not 'ER'`)
    .where('ca.start_on', '<=', to)
    .groupBy(['ca.area_id', 'ca.start_level'])
    .execute();
}
/** A row of {@link flowRows}. */
export type FlowRow = Awaited<ReturnType<typeof flowRows>>[number];

/** The first day on which a CAF began; null when there is none. */
export async function firstStart(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('cafs')
    .select((is) => is.fn.min<string | null>('start_on').as('day'))
    .executeTakeFirstOrThrow();
  return row.day;
}
