import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { closeSignIn, giveSignIn } from '../access/sign-ins.ts';
import { countCasesLed } from '../children/children.service.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { countOpenRequests } from '../orders/reports.ts';
import * as queries from './leaving.queries.ts';
import { findPerson } from './people.queries.ts';
import { isHere, mustBeHere, refuseLastManager } from './roles.service.ts';

/** What is in somebody's hands and has to be handed over: numbers only, whoever asks. */
export async function handover(
  { db, today }: Context,
  { id }: Parsed<'people.handover'>,
): Promise<Output<'people.handover'>> {
  if (!(await findPerson(db, id, today))) notFound('person');
  return { casesLed: await countCasesLed(db, id), openRequests: await countOpenRequests(db, id) };
}

/**
 * Somebody leaves: from that day they are let in nowhere, and who is signed in is out at the next call. On the day
 * itself their key slot goes at once. What they did and what names them stays.
 */
export async function leave(
  context: Context,
  input: Parsed<'people.leave'>,
): Promise<Output<'people.leave'>> {
  const { db, person, today, now } = context;
  await mustBeHere(context, input.id);
  if (input.id === person.id)
    throw new OfficeProblem(
      'not_allowed',
      'Somebody else records that you leave. Nothing was changed. Ask another administrator.',
    );
  if (input.leavesOn < today)
    throw new OfficeProblem(
      'invalid',
      'That day has passed. Nothing was changed. Enter today or a later day.',
      {
        field: 'leavesOn',
      },
    );
  await refuseLastManager(context, input.id, input.leavesOn);
  if (!(await queries.setLastDay(db, input.id, input.version, addDays(input.leavesOn, -1)))) throw conflict();
  await queries.endLeaving(db, input.id, { on: today, by: person.id, at: now });
  await queries.insertLeaving(db, { personId: input.id, leavesOn: input.leavesOn, by: person.id, at: now });
  context.note({ entity: 'person', id: input.id, detail: { leavesOn: input.leavesOn } });
  if (input.leavesOn === today) await closeSignIn(context, input.id);
  return { id: input.id, version: input.version + 1 };
}

/**
 * Takes somebody back, or keeps who was to leave. Whoever had left signs in with a new passphrase and has no role until
 * one is given anew.
 */
export async function comeBack(
  context: Context,
  input: Parsed<'people.comeBack'>,
): Promise<Output<'people.comeBack'>> {
  const { db, person, today, now } = context;
  const row = (await findPerson(db, input.id, today)) ?? notFound('person');
  const lastDay = row.active_to;
  if (lastDay === null)
    throw new OfficeProblem('invalid', `${row.name} is here and stays. Nothing was changed.`);
  const hadLeft = !isHere(row, today);
  if (hadLeft && row.user_name && !input.passphrase)
    throw new OfficeProblem('invalid', 'A new first passphrase is needed to sign in. Nothing was changed.', {
      field: 'passphrase',
    });
  if (hadLeft) await queries.endRolesAtLeaving(db, input.id, lastDay, person.id);
  if (!(await queries.setLastDay(db, input.id, input.version, null))) throw conflict();
  await queries.endLeaving(db, input.id, { on: today, by: person.id, at: now });
  context.note({ entity: 'person', id: input.id, detail: { back: today } });
  if (hadLeft && row.user_name && input.passphrase)
    await giveSignIn(context, input.id, input.passphrase, {
      mustChange: true,
      kept: 'Nobody was taken back.',
    });
  return { id: input.id, version: input.version + 1 };
}
