import type { Db } from '../database/driver.ts';

/** Notes that a person has a passphrase from now on. */
export async function putSignIn(db: Db, personId: number, at: string, mustChange: boolean): Promise<void> {
  const values = { passphrase_set_at: at, must_change: mustChange ? 1 : 0 };
  await db
    .insertInto('sign_ins')
    .values({ person_id: personId, ...values })
    .onConflict((conflict) => conflict.column('person_id').doUpdateSet(values))
    .execute();
}

/** Forgets what belonged to a person's sign-in: passphrase, second factor, backup codes, texts that were kept. */
export async function forgetSignIn(db: Db, personId: number): Promise<void> {
  await forgetSecondFactor(db, personId);
  await db.deleteFrom('drafts').where('person_id', '=', personId).execute();
  await db.deleteFrom('sign_ins').where('person_id', '=', personId).execute();
}

/** Since when the passphrase holds and whether it must be changed; undefined for whoever never set one here. */
export function findSignIn(db: Db, personId: number) {
  return db.selectFrom('sign_ins').selectAll().where('person_id', '=', personId).executeTakeFirst();
}

/** Takes the second factor and its codes away; whether there was one. */
export async function forgetSecondFactor(db: Db, personId: number): Promise<boolean> {
  await db.deleteFrom('backup_codes').where('person_id', '=', personId).execute();
  const gone = await db.deleteFrom('second_factors').where('person_id', '=', personId).executeTakeFirst();
  return gone.numDeletedRows > 0n;
}

/** A person's user name and name, whether they are here or not. */
export function findPersonById(db: Db, id: number) {
  return db.selectFrom('people').select(['id', 'name', 'user_name']).where('id', '=', id).executeTakeFirst();
}

/** The person who has this user name, whatever its capitals. */
export function findPersonByUser(db: Db, userName: string) {
  return db
    .selectFrom('people')
    .select(['id', 'name', 'user_name'])
    .where('user_name', '=', userName)
    .executeTakeFirst();
}

/** The user names of everybody who is here on a day. */
export async function currentUsers(db: Db, today: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('people')
    .select('user_name')
    .where('user_name', 'is not', null)
    .where('active_from', '<=', today)
    .where((is) => is.or([is('active_to', 'is', null), is('active_to', '>=', today)]))
    .execute();
  return new Set(rows.map((row) => row.user_name?.toLowerCase() ?? ''));
}

/** The system administrators who are here on a day and can sign in. */
export function listAdministrators(db: Db, today: string) {
  return db
    .selectFrom('people')
    .innerJoin('person_roles', 'person_roles.person_id', 'people.id')
    .select(['people.id', 'people.name', 'people.user_name'])
    .distinct()
    .where('people.user_name', 'is not', null)
    .where('people.active_from', '<=', today)
    .where((is) => is.or([is('people.active_to', 'is', null), is('people.active_to', '>=', today)]))
    .where('person_roles.role', '=', 'system_admin')
    .where('person_roles.from_day', '<=', today)
    .where((is) => is.or([is('person_roles.to_day', 'is', null), is('person_roles.to_day', '>=', today)]))
    .orderBy('people.name')
    .execute();
}

/** The names that a passphrase may not be made of besides its owner's. */
export async function officeNames(db: Db): Promise<string[]> {
  const row = await db.selectFrom('settings').select(['trust_name', 'council_name']).executeTakeFirst();
  return row ? [row.trust_name, row.council_name] : [];
}

/** Minutes without a touch after which the desk locks itself. */
export async function lockMinutes(db: Db): Promise<number> {
  const row = await db.selectFrom('settings').select('lock_minutes').executeTakeFirst();
  return row?.lock_minutes ?? 10;
}

/** Sets {@link lockMinutes}. */
export async function setLockMinutes(db: Db, minutes: number): Promise<void> {
  await db.updateTable('settings').set({ lock_minutes: minutes }).where('id', '=', 1).execute();
}
