import type { Db } from '../database/driver.ts';

/** A person's second factor, also one that was begun and not yet confirmed. */
export function findFactor(db: Db, personId: number) {
  return db.selectFrom('second_factors').selectAll().where('person_id', '=', personId).executeTakeFirst();
}

/** Begins a second factor, in place of one that was begun and not confirmed. */
export async function putFactor(db: Db, personId: number, secret: string, at: string): Promise<void> {
  const values = { secret, begun_at: at, confirmed_at: null, last_step: 0 };
  await db
    .insertInto('second_factors')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}

/** From now on the second factor is asked for. */
export async function confirmFactor(db: Db, personId: number, at: string): Promise<void> {
  await db
    .updateTable('second_factors')
    .set({ confirmed_at: at })
    .where('person_id', '=', personId)
    .execute();
}

/** Notes the half minute whose code was taken. */
export async function markStep(db: Db, personId: number, step: number): Promise<void> {
  await db.updateTable('second_factors').set({ last_step: step }).where('person_id', '=', personId).execute();
}

/** Puts new backup codes in place of all older ones. */
export async function replaceCodes(db: Db, personId: number, hashes: readonly string[]): Promise<void> {
  await db.deleteFrom('backup_codes').where('person_id', '=', personId).execute();
  for (const hash of hashes)
    await db.insertInto('backup_codes').values({ person_id: personId, hash, used_at: null }).execute();
}

/** Uses a backup code up; whether there was one that nobody had used. */
export async function spendCode(db: Db, personId: number, hash: string, at: string): Promise<boolean> {
  const used = await db
    .updateTable('backup_codes')
    .set({ used_at: at })
    .where('person_id', '=', personId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst();
  return used.numUpdatedRows > 0n;
}

/** Backup codes that are not used yet. */
export async function countCodes(db: Db, personId: number): Promise<number> {
  const row = await db
    .selectFrom('backup_codes')
    .select((each) => each.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('used_at', 'is', null)
    .executeTakeFirstOrThrow();
  return row.n;
}
