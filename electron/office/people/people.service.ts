import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates.ts';
import type { Role } from '#shared/domain/roles.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { giveSignIn } from '../access/sign-ins.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import * as queries from './people.queries.ts';
import { proposalsAbout } from './proposals.queries.ts';
import { insertRole, listRoles, type Made, rolesOn } from './roles.queries.ts';
import { giveEach, isHere, toProposal } from './roles.service.ts';

type Row = Output<'people.list'>['rows'][number];

function toRow(row: queries.PersonRow, roles: Role[]): Row {
  return {
    id: row.id,
    name: row.name,
    jobTitle: row.job_title,
    agency: row.agency,
    area: row.area,
    team: row.team,
    roles,
    trainedOn: row.trained_on,
    ownLimitPence: row.own_limit_pence,
    signsIn: row.user_name !== null,
    waiting: row.waiting ?? 0,
    leavesOn: row.active_to === null ? null : addDays(row.active_to, 1),
  };
}

/** People who are here today, by page. */
export async function list(
  { db, today }: Context,
  input: Parsed<'people.list'>,
): Promise<Output<'people.list'>> {
  const { rows, total } = await queries.listPeople(db, today, input);
  const roles = await rolesOn(
    db,
    rows.map((row) => row.id),
    today,
  );
  return { rows: rows.map((row) => toRow(row, roles.get(row.id) ?? [])), total };
}

/** One person, here or not, with roles and their days, what waits for a second person, and all training. */
export async function get(context: Context, { id }: { id: number }): Promise<Output<'people.get'>> {
  const { db, today, person } = context;
  const row = (await queries.findPerson(db, id, today)) ?? notFound('person');
  const roles = (await rolesOn(db, [id], today)).get(id) ?? [];
  const training = await queries.listTraining(db, id);
  const proposals = await proposalsAbout(db, id);
  return {
    ...toRow(row, roles),
    areaId: row.area_id,
    teamId: row.team_id,
    phone: row.phone,
    email: row.email,
    userName: row.user_name,
    version: row.version,
    heldRoles: (await listRoles(db, id))
      .filter((each) => each.to_day === null || each.to_day >= today)
      .map((each) => ({
        role: each.role as Role,
        fromDay: each.from_day,
        toDay: each.to_day,
        givenBy: each.given_by,
        agreedBy: each.agreed_by,
      })),
    proposals: proposals
      .filter((each) => each.state === 'waiting' && each.person_id === id)
      .map((each) => toProposal(each, person.id)),
    training: training.map((each) => ({
      trainedOn: each.trained_on,
      expiresOn: each.expires_on,
      note: each.note,
    })),
  };
}

/**
 * A budget holder as the gates judge one: the training that counts on the day and the own limit, which is
 * nothing without training (FM-04, BR-31). Null when the person is not here on the day.
 */
export async function holderOn(db: Db, personId: number, day: string) {
  const row = await queries.findPerson(db, personId, day);
  if (!row || row.active_from > day || !isHere(row, day)) return null;
  return {
    id: row.id,
    name: row.name,
    jobTitle: row.job_title,
    agency: row.agency,
    areaId: row.area_id,
    teamId: row.team_id,
    phone: row.phone,
    email: row.email,
    trainedOn: row.trained_on,
    ownLimitPence: row.trained_on ? row.own_limit_pence : 0,
  };
}

/** Whether somebody is a manager on a day, who may agree to what one practitioner alone may not. */
export async function isManagerOn(db: Db, personId: number, day: string): Promise<boolean> {
  const row = await queries.findPerson(db, personId, day);
  if (!row || !isHere(row, day)) return false;
  const held = (await rolesOn(db, [personId], day)).get(personId) ?? [];
  return held.some((role) => managers.includes(role));
}

const managers: readonly Role[] = ['team_manager', 'budget_manager', 'director', 'coordinator'];

/** Names of people by id, also of those who have left; ids that are null are passed over. */
export async function findPersonNames(db: Db, ids: (number | null)[]): Promise<Map<number, string>> {
  return queries.namesOf(
    db,
    ids.filter((id) => id !== null),
  );
}

/** The first person of an office that is being set up, with roles that nobody else gave them; the id. */
export async function addFirstPerson(
  db: Db,
  values: queries.PersonValues & { userName?: string | null; ownLimitPence: number },
  roles: readonly Role[],
  made: Omit<Made, 'by'>,
): Promise<number> {
  const first = { ...made, by: null };
  const id = await queries.insertPerson(db, { ...values, userName: values.userName ?? null }, first);
  for (const role of roles)
    await insertRole(db, { personId: id, role, fromDay: made.today, toDay: null, agreedBy: null }, first);
  return id;
}

/**
 * Adds a person; with a user name and a passphrase they can sign in from now on. Roles that take two people to give
 * wait for the second.
 */
export async function add(context: Context, input: Parsed<'people.add'>): Promise<Output<'people.add'>> {
  const { db, person, today, now } = context;
  const userName = input.userName || null;
  if (userName && (await queries.userNameTaken(db, userName)))
    throw new OfficeProblem('invalid', 'That user name is taken. Nobody was added. Choose another.', {
      field: 'userName',
    });
  if (userName && !input.passphrase)
    throw new OfficeProblem('invalid', 'A first passphrase is needed to sign in. Nobody was added.', {
      field: 'passphrase',
    });
  const made = { today, now, by: person.id };
  const id = await queries.insertPerson(db, { ...input, userName, ownLimitPence: 0 }, made);
  const roles = await giveEach(context, id, input.roles, { fromDay: today, toDay: null });
  const proposed = roles.proposed.map((each) => each.role);
  context.note({ entity: 'person', id, detail: { given: roles.given, proposed } });
  if (userName && input.passphrase)
    await giveSignIn(context, id, input.passphrase, { mustChange: true, kept: 'Nobody was added.' });
  return { id, version: 1, ...roles };
}

/** Changes what is known of a person. */
export async function save(context: Context, input: Parsed<'people.save'>): Promise<Output<'people.save'>> {
  const { id, version, ...values } = input;
  if (!(await queries.updatePerson(context.db, id, version, queries.personColumns(values)))) throw conflict();
  context.note({ entity: 'person', id });
  return { id, version: version + 1 };
}

/** Records budget-holder training (FM-04). */
export async function recordTraining(context: Context, input: Parsed<'people.recordTraining'>) {
  const { db, person, today, now } = context;
  if (input.trainedOn > today)
    throw new OfficeProblem(
      'invalid',
      'That day has not come yet. Nothing was saved. Record the training once it was done.',
      {
        field: 'trainedOn',
      },
    );
  await queries.insertTraining(db, { personId: input.id, ...input, by: person.id, now });
  context.note({ entity: 'person', id: input.id, detail: { trainedOn: input.trainedOn } });
  return {};
}

/** Sets the own limit, in pence (BR-31). */
export async function setOwnLimit(
  context: Context,
  input: Parsed<'people.setOwnLimit'>,
): Promise<Output<'people.setOwnLimit'>> {
  if (input.id === context.person.id)
    throw new OfficeProblem(
      'not_allowed',
      'Nobody sets their own limit. Nothing was changed. Ask another budget manager.',
    );
  const changed = await queries.updatePerson(context.db, input.id, input.version, {
    own_limit_pence: input.ownLimitPence,
  });
  if (!changed) throw conflict();
  context.note({ entity: 'person', id: input.id, detail: { ownLimitPence: input.ownLimitPence } });
  return { id: input.id, version: input.version + 1 };
}
