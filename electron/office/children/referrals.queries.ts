import type { Insertable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** Referrals of a CAF to social care, oldest first, for a CAF already found in reach. */
export function listReferrals(db: Db, cafId: number) {
  return db
    .selectFrom('caf_referrals as r')
    .innerJoin('people as by', 'by.id', 'r.referred_by')
    .selectAll('r')
    .select('by.name as referrer')
    .where('r.caf_id', '=', cafId)
    .orderBy('r.id')
    .execute();
}

/** Adds a referral that waits for its answer. */
export async function insertReferral(db: Db, values: Insertable<Schema['caf_referrals']>): Promise<void> {
  await db.insertInto('caf_referrals').values(values).execute();
}

/** Writes down the answer to a referral. */
export async function answerReferral(
  db: Db,
  id: number,
  answer: Pick<Insertable<Schema['caf_referrals']>, 'answer' | 'answered_on' | 'plan' | 'note'>,
): Promise<void> {
  await db.updateTable('caf_referrals').set(answer).where('id', '=', id).execute();
}

/** Ends the referral that waits when its CAF is closed before the answer. */
export async function endWaiting(db: Db, cafId: number, day: string): Promise<void> {
  await db
    .updateTable('caf_referrals')
    .set({ answer: 'ended', answered_on: day })
    .where('caf_id', '=', cafId)
    .where('answer', 'is', null)
    .execute();
}

/** Keeps the transfer that a CAF was closed with. */
export async function insertTransfer(db: Db, values: Insertable<Schema['caf_transfers']>): Promise<void> {
  await db.insertInto('caf_transfers').values(values).execute();
}

/** The transfer of a CAF to another authority. */
export function findTransfer(db: Db, cafId: number) {
  return db.selectFrom('caf_transfers').selectAll().where('caf_id', '=', cafId).executeTakeFirst();
}

/** Takes back the transfer of a CAF that was closed in error. */
export async function deleteTransfer(db: Db, cafId: number): Promise<void> {
  await db.deleteFrom('caf_transfers').where('caf_id', '=', cafId).execute();
}
