import type { Insertable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** Everyone who leads or led a CAF, oldest first, with who appointed them. */
export function listLeads(db: Db, cafId: number) {
  return db
    .selectFrom('lead_professionals as l')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .innerJoin('people as by', 'by.id', 'l.appointed_by')
    .select([
      'l.person_id',
      'l.from_day',
      'l.to_day',
      'l.agreed_by_family',
      'l.change_reason',
      'l.appointed_at',
      'p.name',
      'p.agency',
      'by.name as appointer',
    ])
    .where('l.caf_id', '=', cafId)
    .orderBy('l.from_day')
    .orderBy('l.id')
    .execute();
}
/** A row of {@link listLeads}. */
export type LeadRow = Awaited<ReturnType<typeof listLeads>>[number];

/** Who leads a CAF on a day. On the day of a handover it is the one who takes over. */
export function findLeadOn(db: Db, cafId: number, day: string) {
  return db
    .selectFrom('lead_professionals as l')
    .innerJoin('people as p', 'p.id', 'l.person_id')
    .select(['l.person_id', 'l.from_day', 'p.name', 'p.agency'])
    .where('l.caf_id', '=', cafId)
    .where('l.from_day', '<=', day)
    .where((is) => is.or([is('l.to_day', 'is', null), is('l.to_day', '>=', day)]))
    .orderBy('l.from_day', 'desc')
    .orderBy('l.id', 'desc')
    .limit(1)
    .executeTakeFirst();
}

/** Ends the current lead's time on a day and begins the next one's. */
export async function replaceLead(
  db: Db,
  values: Insertable<Schema['lead_professionals']> & { caf_id: number; from_day: string },
): Promise<void> {
  await db
    .updateTable('lead_professionals')
    .set({ to_day: values.from_day })
    .where('caf_id', '=', values.caf_id)
    .where('to_day', 'is', null)
    .execute();
  await db.insertInto('lead_professionals').values(values).execute();
}

/** How many open CAFs somebody leads: a number for a hand-over, which tells nothing of any case. */
export async function countLed(db: Db, personId: number): Promise<number> {
  const { led } = await db
    .selectFrom('lead_professionals as l')
    .innerJoin('cafs as c', 'c.id', 'l.caf_id')
    .select((is) => is.fn.count<number>('l.caf_id').distinct().as('led'))
    .where('l.person_id', '=', personId)
    .where('l.to_day', 'is', null)
    .where('c.closed_on', 'is', null)
    .executeTakeFirstOrThrow();
  return led;
}
