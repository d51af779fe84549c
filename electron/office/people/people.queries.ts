import type { Role } from '#shared/domain/roles.ts';
import type { Db } from '../database/driver.ts';

/** What is stored of a person besides roles and training. */
export type PersonValues = {
  name: string;
  jobTitle: string;
  agency: string;
  areaId: number | null;
  teamId: number | null;
  phone: string;
  email: string;
};

const columns = (values: PersonValues) => ({
  name: values.name,
  job_title: values.jobTitle,
  agency: values.agency,
  area_id: values.areaId,
  team_id: values.teamId,
  phone: values.phone,
  email: values.email,
});

/** People with area and team by name, and the training that counts on a day. */
function peopleOn(db: Db, today: string) {
  return db
    .selectFrom('people as p')
    .leftJoin('areas as a', 'a.id', 'p.area_id')
    .leftJoin('teams as t', 't.id', 'p.team_id')
    .select((is) => [
      'p.id',
      'p.name',
      'p.job_title',
      'p.agency',
      'p.area_id',
      'p.team_id',
      'p.phone',
      'p.email',
      'p.user_name',
      'p.own_limit_pence',
      'p.version',
      'a.name as area',
      't.name as team',
      is
        .selectFrom('person_training as g')
        .select((of) => of.fn.max('g.trained_on').as('day'))
        .whereRef('g.person_id', '=', 'p.id')
        .where('g.trained_on', '<=', today)
        .where((of) => of.or([of('g.expires_on', 'is', null), of('g.expires_on', '>=', today)]))
        .as('trained_on'),
    ])
    .where('p.active_from', '<=', today)
    .where((is) => is.or([is('p.active_to', 'is', null), is('p.active_to', '>=', today)]));
}
/** See {@link peopleOn}. */
export type PersonRow = Awaited<ReturnType<typeof listPeople>>['rows'][number];

/** A page of people who are here on a day, by name. */
export async function listPeople(
  db: Db,
  today: string,
  wanted: {
    search: string;
    role?: Role | undefined;
    page: number;
    pageSize: number;
    sort: string;
    descending: boolean;
  },
) {
  let query = peopleOn(db, today);
  if (wanted.search) query = query.where('p.name', 'like', `%${wanted.search.replaceAll(/[%_]/g, '')}%`);
  const { role } = wanted;
  if (role) {
    query = query.where('p.id', 'in', (is) =>
      is
        .selectFrom('person_roles as r')
        .select('r.person_id')
        .where('r.role', '=', role)
        .where('r.from_day', '<=', today)
        .where((of) => of.or([of('r.to_day', 'is', null), of('r.to_day', '>=', today)])),
    );
  }
  const sorted = wanted.sort === 'area' ? query.orderBy('a.name', wanted.descending ? 'desc' : 'asc') : query;
  const rows = await sorted
    .orderBy('p.name', wanted.descending && wanted.sort !== 'area' ? 'desc' : 'asc')
    .limit(wanted.pageSize)
    .offset(wanted.page * wanted.pageSize)
    .execute();
  const { total } = await query
    .clearSelect()
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  return { rows, total };
}

/** One person who is here on a day. */
export function findPerson(db: Db, id: number, today: string) {
  return peopleOn(db, today).where('p.id', '=', id).executeTakeFirst();
}

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

/** All training of a person, newest first. */
export function listTraining(db: Db, personId: number) {
  return db
    .selectFrom('person_training')
    .select(['trained_on', 'expires_on', 'note'])
    .where('person_id', '=', personId)
    .orderBy('trained_on', 'desc')
    .execute();
}

/** Adds a person; the id. */
export async function insertPerson(
  db: Db,
  values: PersonValues & { userName: string | null; ownLimitPence: number },
  made: { today: string; now: string; by: number | null },
): Promise<number> {
  const { id } = await db
    .insertInto('people')
    .values({
      ...columns(values),
      user_name: values.userName,
      own_limit_pence: values.ownLimitPence,
      active_from: made.today,
      active_to: null,
      created_at: made.now,
      created_by: made.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Whether a user name is taken, by anyone who is or was here. */
export async function userNameTaken(db: Db, userName: string): Promise<boolean> {
  return !!(await db.selectFrom('people').select('id').where('user_name', '=', userName).executeTakeFirst());
}

/** Changes a person if nobody else did since; whether it was changed. */
export async function updatePerson(
  db: Db,
  id: number,
  version: number,
  values: Partial<ReturnType<typeof columns>> & { own_limit_pence?: number },
): Promise<boolean> {
  const result = await db
    .updateTable('people')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
/** See {@link columns}. */
export const personColumns = columns;

/** Ends roles that are no longer held from a day on, and adds new ones. */
export async function replaceRoles(
  db: Db,
  personId: number,
  roles: readonly Role[],
  made: { today: string; now: string; by: number | null },
): Promise<void> {
  const held = (await rolesOn(db, [personId], made.today)).get(personId) ?? [];
  const dropped = held.filter((role) => !roles.includes(role));
  if (dropped.length > 0) await endRoles(db, personId, dropped, made.today);
  for (const role of roles.filter((wanted) => !held.includes(wanted))) {
    await db
      .insertInto('person_roles')
      .values({
        person_id: personId,
        role,
        from_day: made.today,
        to_day: null,
        granted_by: made.by,
        granted_at: made.now,
      })
      .execute();
  }
}

async function endRoles(db: Db, personId: number, dropped: Role[], today: string): Promise<void> {
  const yesterday = new Date(`${today}T00:00:00Z`);
  yesterday.setUTCDate(yesterday.getUTCDate() - 1);
  await db
    .updateTable('person_roles')
    .set({ to_day: yesterday.toISOString().slice(0, 10) })
    .where('person_id', '=', personId)
    .where('role', 'in', dropped)
    .where('to_day', 'is', null)
    .execute();
}

/** Adds a training record. */
export async function insertTraining(
  db: Db,
  values: {
    personId: number;
    trainedOn: string;
    expiresOn: string | null;
    note: string;
    by: number;
    now: string;
  },
): Promise<void> {
  await db
    .insertInto('person_training')
    .values({
      person_id: values.personId,
      trained_on: values.trainedOn,
      expires_on: values.expiresOn,
      note: values.note,
      recorded_by: values.by,
      recorded_at: values.now,
    })
    .execute();
}

/** Names by id. */
export async function namesOf(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('people').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}
