import type { Output, Parsed } from '#shared/contract/index.ts';
import { agencies } from '#shared/codes/agencies.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { isDay } from '#shared/domain/dates.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { touchCaf } from './caf.queries.ts';
import { liveCaf } from './caf.service.ts';
import * as queries from './plan.queries.ts';
import { refuse } from './refuse.ts';

type ActionFields = Pick<Parsed<'children.addAction'>, 'action' | 'responsible' | 'agency' | 'byWhen'>;
type OutcomeFields = Pick<
  Parsed<'children.addOutcome'>,
  'desired' | 'ecmAim' | 'baseline' | 'latest' | 'target'
>;

const outcomeColumns = (input: OutcomeFields) => ({
  desired: input.desired,
  ecm_aim: input.ecmAim,
  baseline: input.baseline,
  latest: input.latest,
  target: input.target,
});

const actionColumns = (input: ActionFields) => ({
  action: input.action,
  responsible: input.responsible,
  agency: input.agency,
  by_when: input.byWhen,
});

/** Each action says who and by when, under an outcome with its aim (BR-10); the contract asks for the rest. */
function checkAction(input: ActionFields): void {
  if (!isCodeIn(agencies, input.agency))
    refuse('Choose the agency from the list. Nothing was saved.', 'agency');
  if (!isDay(input.byWhen))
    refuse('The calendar has no such day. Nothing was saved. Enter another.', 'byWhen');
}

async function written(context: Context, cafId: number, entity: string, id: number): Promise<void> {
  await touchCaf(context.db, cafId, context.today);
  context.note({ entity, id, detail: { cafId } });
}

/** Adds an outcome that the plan is for, with the aim it serves (BR-10). */
export async function addOutcome(
  context: Context,
  input: Parsed<'children.addOutcome'>,
): Promise<Output<'children.addOutcome'>> {
  const caf = await liveCaf(context, input.cafId);
  const id = await queries.insertOutcome(context.db, {
    caf_id: caf.id,
    ...outcomeColumns(input),
    created_at: context.now,
  });
  await written(context, caf.id, 'outcome', id);
  return { id, version: 1 };
}

/** Changes an outcome, its scores or how it ended. */
export async function saveOutcome(
  context: Context,
  input: Parsed<'children.saveOutcome'>,
): Promise<Output<'children.saveOutcome'>> {
  const { db } = context;
  const caf = await liveCaf(context, (await queries.cafOfOutcome(db, input.id)) ?? notFound('CAF'));
  const values = { ...outcomeColumns(input), status: input.status };
  if (!(await queries.updateOutcome(db, input.id, input.version, values))) throw conflict();
  await written(context, caf.id, 'outcome', input.id);
  return { id: input.id, version: input.version + 1 };
}

/** Adds an action: what, who, of which agency, by when (BR-10). */
export async function addAction(
  context: Context,
  input: Parsed<'children.addAction'>,
): Promise<Output<'children.addAction'>> {
  const { db } = context;
  const cafId = (await queries.cafOfOutcome(db, input.outcomeId)) ?? notFound('CAF');
  const caf = await liveCaf(context, cafId);
  checkAction(input);
  const id = await queries.insertAction(db, {
    outcome_id: input.outcomeId,
    ...actionColumns(input),
    created_at: context.now,
  });
  await written(context, caf.id, 'action', id);
  return { id, version: 1 };
}

/** Changes an action or how far it is. */
export async function saveAction(
  context: Context,
  input: Parsed<'children.saveAction'>,
): Promise<Output<'children.saveAction'>> {
  const { db } = context;
  const found = (await queries.findAction(db, input.id)) ?? notFound('CAF');
  const caf = await liveCaf(context, found.caf_id);
  checkAction(input);
  const values = { ...actionColumns(input), status: input.status };
  if (!(await queries.updateAction(db, input.id, input.version, values))) throw conflict();
  await written(context, caf.id, 'action', input.id);
  return { id: input.id, version: input.version + 1 };
}
