import { ecmAims } from '#shared/codes/ecm.ts';
import { addDays } from '#shared/domain/dates.ts';
import { isOpenCaf, spendingCafStates } from '#shared/domain/lifecycle.ts';
import { labelIn } from '#shared/codes/list.ts';
import type { Depth } from '#shared/domain/roles.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { touchCaf } from './caf.queries.ts';
import { consentOf } from './consent.service.ts';
import * as facts from './facts.queries.ts';
import { householdKey } from './identity.ts';
import { householdOf } from './known.ts';
import { findLeadOn } from './lead.queries.ts';
import { type ActionRow, listActions, listOutcomes, type OutcomeRow } from './plan.queries.ts';
import { countRestricted, unshutOf } from './restricted.queries.ts';
import { depthOfCaf } from './scope.queries.ts';
import { stateOn } from './states.ts';

export { firstEpisodeDay, flowFacts } from './flow.service.ts';
export { identityOfCaf as identifyingFacts } from './known.ts';
export { countLed as countCasesLed } from './lead.queries.ts';
export { countShutMatches, findChildren } from './list.service.ts';
export { countRestricted };
export { unseenOpenings } from './openings.service.ts';

/** A plan's action as a purchase serves it. */
export type ActionFact = {
  id: number;
  /** Outcome and action number, such as `1.3`. */
  label: string;
  action: string;
  outcomeNumber: number;
  outcome: string;
  ecmAim: string;
};

/** Where a reader sees no case text, the aim in the office's words stands in for what the family wants. */
function actionFacts(outcomes: OutcomeRow[], actions: ActionRow[], texts: boolean): ActionFact[] {
  return actions.flatMap((action) => {
    const outcome = outcomes.find((each) => each.id === action.outcome_id);
    if (!outcome) return [];
    const label = `${outcome.number}.${action.number}`;
    return [
      {
        id: action.id,
        label,
        action: texts ? action.action : `Action ${label}`,
        outcomeNumber: outcome.number,
        outcome: texts ? outcome.desired : labelIn(ecmAims, outcome.ecm_aim),
        ecmAim: outcome.ecm_aim,
      },
    ];
  });
}

/**
 * What a purchase must know of its CAF, as deep as the reader may see: whoever sees neutral references only gets
 * neither the CAF's reference, the child's name nor the plan's words. Not found when out of reach.
 */
export async function cafForOrder(context: Context, cafId: number) {
  const { db, person, today } = context;
  const depth = (await depthOfCaf(db, person, cafId)) ?? notFound('CAF');
  const row = (await facts.findCafWithChild(db, person, cafId)) ?? notFound('CAF');
  const named = depth !== 'neutral';
  const status = stateOn(row, today);
  const lead = await findLeadOn(db, cafId, today);
  return {
    cafId: row.id,
    reference: named ? row.reference : null,
    childId: row.child_id,
    childName: named ? `${row.given_names} ${row.family_name}` : null,
    dob: named ? row.dob : null,
    neutralRef: row.neutral_ref,
    depth,
    status,
    /** Neither closed nor declined. */
    open: isOpenCaf(status),
    /** In a state in which money may be spent (BR-30). */
    spending: spendingCafStates.includes(status),
    areaId: row.area_id,
    teamId: row.team_id,
    /** The same for children at one address; null when the address is not known. Never for a screen. */
    householdKey: householdKey(row.address, row.postcode),
    consent: await consentOf(context, cafId),
    lead: lead
      ? { personId: lead.person_id, name: lead.name, agency: lead.agency, from: lead.from_day }
      : null,
    actions: actionFacts(await listOutcomes(db, cafId), await listActions(db, cafId), named),
  };
}

/**
 * Every episode of the child and of the children at the same address, for what was bought for one household; without
 * those of a restricted child who is shut to the reader.
 */
export async function householdCafIds({ db, person }: Context, cafId: number): Promise<number[]> {
  const child = await facts.findIdentity(db, cafId);
  if (!child) return [];
  const others = (await householdOf(db, child)).map((each) => each.id);
  const unshut = await unshutOf(db, person, others);
  return facts.listCafIds(db, [child.id, ...unshut]);
}

/** How deep the reader may see a CAF; null when they may not know of it. */
export function depthOf({ db, person }: Context, cafId: number): Promise<Depth | null> {
  return depthOfCaf(db, person, cafId);
}

/** How a CAF is called where other features list it. */
export type CafLabel = {
  reference: string | null;
  childName: string | null;
  childId: number;
  neutralRef: string;
};

/** Names CAFs as the reader may see them: no reference or name at neutral depth; not in the map when out of reach. */
export async function cafLabels(context: Context, cafIds: readonly number[]): Promise<Map<number, CafLabel>> {
  const { db, person } = context;
  const ids = [...new Set(cafIds)];
  if (ids.length === 0) return new Map();
  const labels = new Map<number, CafLabel>();
  for (const row of await facts.listLabels(db, person, 'neutral', ids))
    labels.set(row.id, {
      reference: null,
      childName: null,
      childId: row.child_id,
      neutralRef: row.neutral_ref,
    });
  for (const row of await facts.listLabels(db, person, 'summary', ids))
    labels.set(row.id, {
      reference: row.reference,
      childName: `${row.given_names} ${row.family_name}`,
      childId: row.child_id,
      neutralRef: row.neutral_ref,
    });
  return labels;
}

/** Notes that something was done in a CAF today, such as an order issued, so that it does not count as quiet (BR-20). */
export function recordEntry({ db, today }: Context, cafId: number): Promise<void> {
  return touchCaf(db, cafId, today);
}

/** A CAF that waits for somebody: only for those who read the whole record. */
export type WaitingCaf = Awaited<ReturnType<typeof facts.listReviews>>[number];

/** Reviews due within `days` from today, the longest due first; `late` of them were due before today. */
export async function reviewsDue(
  { db, person, today }: Context,
  { days = 7, limit = 50 }: { days?: number; limit?: number } = {},
): Promise<{ count: number; late: number; rows: WaitingCaf[] }> {
  const upTo = addDays(today, days);
  const { count, late } = await facts.countReviews(db, person, upTo, today);
  return { count, late, rows: await facts.listReviews(db, person, upTo, limit) };
}

/** Open CAFs that nothing was written in for so many days (BR-20), the quietest first. */
export async function goneQuiet(
  { db, person, today }: Context,
  quietDays: number,
  limit = 50,
): Promise<{ count: number; rows: WaitingCaf[] }> {
  const before = addDays(today, -quietDays);
  const count = await facts.countQuiet(db, person, before);
  return { count, rows: await facts.listQuiet(db, person, before, limit) };
}
