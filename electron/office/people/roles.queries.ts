import { addDays } from '#shared/domain/dates.ts';
import { managingRoles } from '#shared/domain/proposals.ts';
import type { Role } from '#shared/domain/roles.ts';
import type { Db } from '../database/driver.ts';

/** Who gave something, on which day and at which moment. */
export type Made = { today: string; now: string; by: number | null };

/** Roles from a day to a day, both counted; null is without an end. */
export type RoleDays = { fromDay: string; toDay: string | null };

/** The roles that these people hold on a day. */
export async function rolesOn(db: Db, ids: number[], today: string): Promise<Map<number, Role[]>> {
  const found = new Map<number, Role[]>();
  if (ids.length === 0) return found;
  const rows = await db
    .selectFrom('person_roles')
    .select(['person_id', 'role'])
    .distinct()
    .where('person_id', 'in', ids)
    .where('from_day', '<=', today)
    .where((is) => is.or([is('to_day', 'is', null), is('to_day', '>=', today)]))
    .orderBy('role')
    .execute();
  for (const row of rows) found.set(row.person_id, [...(found.get(row.person_id) ?? []), row.role as Role]);
  return found;
}

/** Every role a person ever had, the newest first, with who gave, agreed to and ended it. */
export function listRoles(db: Db, personId: number) {
  return db
    .selectFrom('person_roles as r')
    .leftJoin('people as g', 'g.id', 'r.granted_by')
    .leftJoin('people as a', 'a.id', 'r.agreed_by')
    .leftJoin('people as e', 'e.id', 'r.ended_by')
    .select([
      'r.id',
      'r.role',
      'r.from_day',
      'r.to_day',
      'r.granted_at',
      'g.name as given_by',
      'a.name as agreed_by',
      'e.name as ended_by',
    ])
    .where('r.person_id', '=', personId)
    .orderBy('r.from_day', 'desc')
    .orderBy('r.id', 'desc')
    .execute();
}

/** Whether somebody holds a role on a day of this span or after it begins, so that giving it would say it twice. */
export async function holdsRole(db: Db, personId: number, role: Role, days: RoleDays): Promise<boolean> {
  const row = await db
    .selectFrom('person_roles')
    .select('id')
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where((is) => is.or([is('to_day', 'is', null), is('to_day', '>=', days.fromDay)]))
    .$if(days.toDay !== null, (query) => query.where('from_day', '<=', days.toDay ?? ''))
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a role; `agreedBy` is the second person of a right that takes two. */
export async function insertRole(
  db: Db,
  values: RoleDays & { personId: number; role: Role; agreedBy: number | null },
  made: Made,
): Promise<void> {
  await db
    .insertInto('person_roles')
    .values({
      person_id: values.personId,
      role: values.role,
      from_day: values.fromDay,
      to_day: values.toDay,
      granted_by: made.by,
      granted_at: made.now,
      agreed_by: values.agreedBy,
      ended_by: null,
    })
    .execute();
}

/** Ends roles at once: yesterday was their last day, also of those that were to begin later. */
export async function endRoles(
  db: Db,
  personId: number,
  roles: readonly Role[],
  made: Made,
): Promise<number> {
  const result = await db
    .updateTable('person_roles')
    .set({ to_day: addDays(made.today, -1), ended_by: made.by })
    .where('person_id', '=', personId)
    .where('role', 'in', roles)
    .where((is) => is.or([is('to_day', 'is', null), is('to_day', '>=', made.today)]))
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

/** Who manages people on a day and, when `lasting`, goes on doing so without an end. */
export async function managersOn(db: Db, day: string, lasting: boolean): Promise<number[]> {
  const rows = await db
    .selectFrom('person_roles as r')
    .innerJoin('people as p', 'p.id', 'r.person_id')
    .select('p.id')
    .distinct()
    .where('r.role', 'in', managingRoles)
    .where('r.from_day', '<=', day)
    .where((is) => is.or([is('r.to_day', 'is', null), ...(lasting ? [] : [is('r.to_day', '>=', day)])]))
    .where('p.user_name', 'is not', null)
    .where('p.active_from', '<=', day)
    .where((is) => is.or([is('p.active_to', 'is', null), ...(lasting ? [] : [is('p.active_to', '>=', day)])]))
    .execute();
  return rows.map((row) => row.id);
}

/** Whether a managing role was ever given by one person alone: set-up is nobody's gift. */
export async function managerNamedAlone(db: Db): Promise<boolean> {
  const row = await db
    .selectFrom('person_roles')
    .select('id')
    .where('role', 'in', managingRoles)
    .where('granted_by', 'is not', null)
    .where('agreed_by', 'is', null)
    .executeTakeFirst();
  return row !== undefined;
}
