import { permissionsOf, type Role, roleCodes } from '#shared/domain/roles.ts';
import type { SignedIn } from '../context.ts';
import type { Db } from '../database/driver.ts';

/** The person behind a user name as they are on a day, or null when there is none or they have left. */
export async function findSignedIn(db: Db, userName: string, today: string): Promise<SignedIn | null> {
  const person = await db
    .selectFrom('people')
    .selectAll()
    .where('user_name', '=', userName)
    .where('active_from', '<=', today)
    .where((is) => is.or([is('active_to', 'is', null), is('active_to', '>=', today)]))
    .executeTakeFirst();
  if (!person?.user_name) return null;
  const roles = await rolesOf(db, person.id, today);
  return {
    id: person.id,
    name: person.name,
    jobTitle: person.job_title,
    userName: person.user_name,
    areaId: person.area_id,
    teamId: person.team_id,
    roles,
    permissions: permissionsOf(roles),
  };
}

/** The roles a person holds on a day. */
export async function rolesOf(db: Db, personId: number, today: string): Promise<Role[]> {
  const rows = await db
    .selectFrom('person_roles')
    .select('role')
    .distinct()
    .where('person_id', '=', personId)
    .where('from_day', '<=', today)
    .where((is) => is.or([is('to_day', 'is', null), is('to_day', '>=', today)]))
    .execute();
  return rows.map((row) => row.role).filter((role): role is Role => roleCodes.includes(role as Role));
}

/** The office's name for the sign-in screen, once it is open. */
export async function trustName(db: Db): Promise<string | null> {
  const row = await db.selectFrom('settings').select('trust_name').executeTakeFirst();
  return row?.trust_name ?? null;
}

/** Notes that the recovery key was written down. */
export async function markRecoveryConfirmed(db: Db, at: string): Promise<void> {
  await db.updateTable('settings').set({ recovery_confirmed_at: at }).where('id', '=', 1).execute();
}
