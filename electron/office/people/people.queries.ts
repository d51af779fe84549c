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

/** People with area and team by name, the training that counts on a day, and how many proposals wait about them. */
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
      'p.active_from',
      'p.active_to',
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
      is
        .selectFrom('person_proposals as w')
        .select((of) => of.fn.countAll<number>().as('waiting'))
        .whereRef('w.person_id', '=', 'p.id')
        .where('w.state', '=', 'waiting')
        .as('waiting'),
    ]);
}
/** See {@link peopleOn}. */
export type PersonRow = Awaited<ReturnType<typeof listPeople>>['rows'][number];

/** Which people a list shows: who is here, who has left, or about whom a proposal waits. */
export type Shown = 'here' | 'left' | 'waiting';

/** A page of people as they are on a day, by name. */
export async function listPeople(
  db: Db,
  today: string,
  wanted: {
    search: string;
    role?: Role | undefined;
    show: Shown;
    page: number;
    pageSize: number;
    sort: string;
    descending: boolean;
  },
) {
  let query = peopleOn(db, today);
  query =
    wanted.show === 'left'
      ? query.where('p.active_to', '<', today)
      : query
          .where('p.active_from', '<=', today)
          .where((is) => is.or([is('p.active_to', 'is', null), is('p.active_to', '>=', today)]));
  if (wanted.show === 'waiting')
    query = query.where('p.id', 'in', (is) =>
      is.selectFrom('person_proposals as w').select('w.person_id').where('w.state', '=', 'waiting'),
    );
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

/** One person, here or not. */
export function findPerson(db: Db, id: number, today: string) {
  return peopleOn(db, today).where('p.id', '=', id).executeTakeFirst();
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
