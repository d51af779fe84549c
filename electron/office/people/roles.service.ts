import type { Output, Parsed } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { howGiven, managingRoles, mayWithProposal } from '#shared/domain/proposals.ts';
import type { Role } from '#shared/domain/roles.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { findPerson, type PersonRow } from './people.queries.ts';
import * as proposals from './proposals.queries.ts';
import * as queries from './roles.queries.ts';

/** What became of roles that were to be given: those that count, and those that wait for a second person. */
export type GivenRoles = { given: Role[]; proposed: { id: number; role: Role }[] };

const madeBy = ({ person, today, now }: Context) => ({ by: person.id, today, now });

/** Whether somebody is here on a day. */
export const isHere = (row: Pick<PersonRow, 'active_to'>, day: string): boolean =>
  row.active_to === null || row.active_to >= day;

/** Somebody who is here, or a problem in words. */
export async function mustBeHere(context: Context, id: number): Promise<PersonRow> {
  const row = (await findPerson(context.db, id, context.today)) ?? notFound('person');
  if (!isHere(row, context.today))
    throw new OfficeProblem(
      'invalid',
      `${row.name} has left the office. Nothing was changed. Take them back first, on their page.`,
    );
  return row;
}

function checkDays(context: Context, fromDay: string, toDay: string | null): void {
  if (fromDay < context.today)
    throw new OfficeProblem('invalid', 'A role begins today or later. Nothing was changed.', {
      field: 'fromDay',
    });
  if (toDay !== null && toDay < fromDay)
    throw new OfficeProblem(
      'invalid',
      'The last day lies before the first. Nothing was changed. Enter a later one, or leave it empty.',
      { field: 'toDay' },
    );
}

/**
 * Gives roles, by the one rule of who gives what ({@link howGiven}): those that take two people become proposals.
 * Whoever holds one already, or waits for it, is passed over.
 */
export async function giveEach(
  context: Context,
  personId: number,
  wanted: readonly Role[],
  days: queries.RoleDays,
): Promise<GivenRoles> {
  const { db, person, today } = context;
  const managers = await queries.managersOn(db, today, false);
  const result: GivenRoles = { given: [], proposed: [] };
  const waiting = await proposals.proposalsAbout(db, personId);
  for (const role of new Set(wanted)) {
    const how = howGiven({
      role,
      giverId: person.id,
      personId,
      hasOtherManager: managers.some((id) => id !== person.id),
      onceUsed: await queries.managerNamedAlone(db),
    });
    if (how === 'own')
      throw new OfficeProblem(
        'not_allowed',
        'Nobody changes their own roles. Nothing was changed. Ask another administrator.',
      );
    if (await queries.holdsRole(db, personId, role, days)) continue;
    if (how === 'proposal') {
      const isWaiting = waiting.some(
        (each) => each.state === 'waiting' && each.role === role && each.cover_id === null,
      );
      if (!isWaiting) result.proposed.push({ id: await propose(context, personId, role, days, null), role });
    } else {
      await queries.insertRole(db, { personId, role, ...days, agreedBy: null }, madeBy(context));
      result.given.push(role);
    }
  }
  return result;
}

/** Keeps a proposal to give somebody a role, or a cover that brings the rights of one. */
export function propose(
  { db, person, now }: Context,
  personId: number,
  role: Role,
  days: queries.RoleDays,
  coverId: number | null,
): Promise<number> {
  return proposals.insertProposal(db, {
    person_id: personId,
    role,
    cover_id: coverId,
    from_day: days.fromDay,
    to_day: days.toDay,
    proposed_by: person.id,
    proposed_at: now,
    answered_by: null,
    answered_at: null,
  });
}

/** Gives roles from a day on. What takes two people waits for the second. */
export async function giveRoles(
  context: Context,
  input: Parsed<'people.giveRoles'>,
): Promise<Output<'people.giveRoles'>> {
  await mustBeHere(context, input.id);
  const fromDay = input.fromDay ?? context.today;
  checkDays(context, fromDay, input.toDay);
  const result = await giveEach(context, input.id, input.roles, { fromDay, toDay: input.toDay });
  if (result.given.length + result.proposed.length === 0)
    throw new OfficeProblem(
      'invalid',
      'These roles are held or waited for already. Nothing was changed. Take them away first to change their days.',
      { field: 'roles' },
    );
  context.note({
    entity: 'person',
    id: input.id,
    detail: {
      given: result.given,
      proposed: result.proposed.map((each) => each.role),
      fromDay,
      toDay: input.toDay,
    },
  });
  return result;
}

/** Refuses what would leave the office without anybody who manages people. */
export async function refuseLastManager(context: Context, personId: number, day: string): Promise<void> {
  const { db, today } = context;
  const now = await queries.managersOn(db, today, false);
  if (!now.includes(personId)) return;
  const lasting = await queries.managersOn(db, day, true);
  if (lasting.some((id) => id !== personId)) return;
  throw new OfficeProblem(
    'invalid',
    'This is the last system administrator of the office. Nothing was changed. Name another one first: nobody could give roles any more.',
  );
}

/** Takes roles away, at once: one person is enough, so that nobody keeps a right that is in doubt. */
export async function takeRoles(
  context: Context,
  input: Parsed<'people.takeRoles'>,
): Promise<Output<'people.takeRoles'>> {
  const { db, person, today } = context;
  if (!(await findPerson(db, input.id, today))) notFound('person');
  if (input.id === person.id)
    throw new OfficeProblem(
      'not_allowed',
      'Nobody changes their own roles. Nothing was changed. Ask another administrator.',
    );
  if (input.roles.some((role) => managingRoles.includes(role)))
    await refuseLastManager(context, input.id, today);
  const ended = await queries.endRoles(db, input.id, input.roles, madeBy(context));
  if (ended === 0)
    throw new OfficeProblem(
      'invalid',
      'These roles are not held. Nothing was changed. Look at the page again.',
    );
  context.note({ entity: 'person', id: input.id, detail: { taken: input.roles } });
  return {};
}

/** A proposal as its reader sees it. */
export function toProposal(
  row: proposals.ProposalRow,
  readerId: number,
): Output<'people.proposals'>['rows'][number] {
  const who = { proposedById: row.proposed_by, personId: row.person_id };
  return {
    id: row.id,
    personId: row.person_id,
    person: row.person,
    role: row.role as Role,
    coverFor: row.cover_for,
    limitPence: row.limit_pence,
    fromDay: row.from_day,
    toDay: row.to_day,
    proposedBy: row.proposer,
    proposedOn: row.proposed_at.slice(0, 10),
    may: mayWithProposal(who, readerId),
  };
}

/** Every proposal that waits, the oldest first. */
export async function listProposals({ db, person }: Context): Promise<Output<'people.proposals'>> {
  const rows = await proposals.waitingProposals(db);
  return { rows: rows.map((row) => toProposal(row, person.id)) };
}

async function waitingOne(context: Context, id: number): Promise<proposals.ProposalRow> {
  const row = (await proposals.findProposal(context.db, id)) ?? notFound('proposal');
  if (row.state !== 'waiting')
    throw new OfficeProblem(
      'conflict',
      `This proposal was ${row.state} already, by ${row.answerer ?? 'somebody'}. Nothing was changed.`,
    );
  return row;
}

const notYours = {
  withdraw:
    'You proposed this yourself, so a second person agrees. Nothing was changed. You may take it back.',
  wait: 'This is about your own rights, so somebody else decides. Nothing was changed.',
} as const;

/** Agrees to a proposal, so that it counts from now or from its first day, or refuses it with a reason. */
export async function answer(
  context: Context,
  input: Parsed<'people.answer'>,
): Promise<Output<'people.answer'>> {
  const { db, person, now, today } = context;
  const row = await waitingOne(context, input.id);
  const may = mayWithProposal({ proposedById: row.proposed_by, personId: row.person_id }, person.id);
  context.note({
    entity: 'person',
    id: row.person_id,
    detail: { proposal: row.id, role: row.role, agree: input.agree },
  });
  if (may !== 'answer') throw new OfficeProblem('not_allowed', notYours[may]);
  if (!input.agree && !input.reason)
    throw new OfficeProblem('invalid', 'Say why, so that it can be put right. Nothing was changed.', {
      field: 'reason',
    });
  const state = input.agree ? 'agreed' : 'refused';
  await proposals.answerProposal(db, row.id, { state, by: person.id, at: now, reason: input.reason });
  if (!input.agree) return {};
  await mustBeHere(context, row.person_id);
  if (row.to_day !== null && row.to_day < today)
    throw new OfficeProblem(
      'invalid',
      `This was for days up to ${formatDay(row.to_day)}, which have passed. Nothing was changed. Refuse it, and propose it anew.`,
    );
  const fromDay = row.from_day < today ? today : row.from_day;
  await queries.insertRole(
    db,
    { personId: row.person_id, role: row.role as Role, fromDay, toDay: row.to_day, agreedBy: person.id },
    { by: row.proposed_by, today, now },
  );
  return {};
}

/** Takes one's own proposal back. */
export async function withdraw(
  context: Context,
  input: Parsed<'people.withdraw'>,
): Promise<Output<'people.withdraw'>> {
  const { db, person, now } = context;
  const row = await waitingOne(context, input.id);
  if (row.proposed_by !== person.id)
    throw new OfficeProblem(
      'not_allowed',
      `Only ${row.proposer}, who proposed it, takes it back. Nothing was changed. Refuse it instead, with a reason.`,
    );
  await proposals.answerProposal(db, row.id, { state: 'withdrawn', by: person.id, at: now, reason: '' });
  context.note({ entity: 'person', id: row.person_id, detail: { proposal: row.id, role: row.role } });
  return {};
}
