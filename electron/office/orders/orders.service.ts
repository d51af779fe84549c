import type { Output, Parsed } from '#shared/contract/index.ts';
import type { Gate } from '#shared/contract/orders.ts';
import { stopsOf } from '#shared/domain/gates.ts';
import { mayApproveAmount, tierFor } from '#shared/domain/ladder.ts';
import { roles } from '#shared/domain/roles.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { moveForOrder } from '../budgets/ledger.ts';
import { recordEntry } from '../children/children.service.ts';
import { conflict } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { get as getSettings, policyOn } from '../settings/settings.service.ts';
import { asDraft, asExisting, loadOrder, refuseMove, writeLines } from './drafts.ts';
import { judgeDraft, type Judged } from './facts.ts';
import { nextNumber } from './numbers.ts';
import {
  insertDecision,
  insertGates,
  insertPaper,
  type LineValues,
  listDecisions,
  listLines,
  type OrderValues,
  updateOrder,
} from './orders.queries.ts';
import { makePaper } from './paper.ts';

const netOf = (lines: LineValues[]) => lines.reduce((sum, line) => sum + line.net_pence, 0);

/** Refuses what the gates stop, with each sentence; the refusal is counted in the audit trail. */
function refuseStops(context: Context, orderId: number, gates: Gate[], act: string): void {
  const stops = stopsOf(gates);
  if (stops.length === 0) return;
  context.note({ entity: 'order', id: orderId, detail: { stops: stops.map((gate) => gate.id) } });
  throw new OfficeProblem(
    'gates_stop',
    `It was not ${act}: ${stops.length === 1 ? 'one thing stops it' : `${stops.length} things stop it`}. It is kept as it was. Put right what is named below.`,
    {
      details: stops.map((gate) => ({ message: gate.sentence, ...(gate.fix ? { field: gate.fix.to } : {}) })),
    },
  );
}

const keepGates = (context: Context, orderId: number, stage: 'submit' | 'approve' | 'issue', gates: Gate[]) =>
  insertGates(
    context.db,
    gates.map((gate) => ({
      order_id: orderId,
      stage,
      gate: gate.id,
      verdict: gate.verdict,
      judged_on: context.today,
    })),
  );

const purseOf = ({ budget }: Judged) => {
  if (!budget) throw new OfficeProblem('invalid', 'No budget is chosen. Nothing was changed.');
  return { fundId: budget.fundId, budgetId: budget.id };
};

/**
 * Submits a request: gates, then the money is held, then either the holder's own limit approves it (BR-31) or
 * it waits for somebody with authority (BR-32).
 */
export async function submit(
  context: Context,
  input: Parsed<'orders.submit'>,
): Promise<Output<'orders.submit'>> {
  const { db, today, now } = context;
  const { order, lines } = await loadOrder(context, input.id);
  refuseMove(order, input.version, 'submitted');
  const judged = await judgeDraft(context, asDraft(order, lines), 'write', asExisting(order, lines));
  refuseStops(context, order.id, judged.gates, 'submitted');
  const { netPence, grossPence } = judged.priced.totals;
  await writeLines(context, order.id, asDraft(order, lines));
  const holderId = judged.holder?.id ?? context.person.id;
  const own = judged.approval.need.kind === 'own';
  const status = own ? 'approved' : 'submitted';
  await moveForOrder(context, 'hold', purseOf(judged), {
    id: order.id,
    netPence,
    reason: 'Request submitted',
  });
  const values = { status, requested_by: holderId, submitted_on: today, updated_at: now } as const;
  if (!(await updateOrder(db, order.id, order.version, values))) throw conflict();
  await keepGates(context, order.id, 'submit', judged.gates);
  await recordEntry(context, order.caf_id);
  if (own) {
    await insertDecision(db, {
      order_id: order.id,
      decision: 'own_limit',
      tier: 'lead_professional',
      decided_by: holderId,
      decided_on: today,
      decided_at: now,
      gross_pence: grossPence,
      left_pence: (judged.budget?.headroomPence ?? 0) - netPence,
    });
  }
  context.note({ entity: 'order', id: order.id, detail: { status, grossPence } });
  return { id: order.id, version: order.version + 1, status };
}

/** Nobody decides on what they asked for or typed in themselves (BR-33), nor above their own authority (BR-32). */
async function refuseDecider(context: Context, order: OrderValues, amountPence: number): Promise<string> {
  const { person } = context;
  if (person.id === order.requested_by || person.id === order.entered_by)
    throw new OfficeProblem(
      'not_allowed',
      'Somebody else decides on a request that you made or entered. Nothing was changed.',
    );
  const policy = await policyOn(context.db, order.submitted_on ?? context.today);
  if (!mayApproveAmount(person.roles, amountPence, policy)) {
    const tier = tierFor(amountPence, policy);
    throw new OfficeProblem(
      'not_allowed',
      `This is above what you may decide on. Nothing was changed. ${tier ? `Ask a ${roles[tier.role].toLowerCase()}.` : 'Nobody in the ladder may.'}`,
    );
  }
  return tierFor(amountPence, policy)?.role ?? '';
}

/** Approves, sends back with a question, or refuses; the figures as they stood are kept with the decision. */
export async function decide(
  context: Context,
  input: Parsed<'orders.decide'>,
): Promise<Output<'orders.decide'>> {
  const { db, person, today, now } = context;
  const { order, lines } = await loadOrder(context, input.id);
  const status = ({ approve: 'approved', refuse: 'refused', return: 'returned' } as const)[input.decision];
  refuseMove(order, input.version, status);
  if (order.status !== 'submitted')
    throw new OfficeProblem('invalid', 'This was decided already. Nothing was changed.');
  if (input.decision !== 'approve' && !input.reason)
    throw new OfficeProblem('invalid', 'Say why, so that it can be put right. Nothing was changed.', {
      field: 'reason',
    });
  const judged = await judgeDraft(context, asDraft(order, lines), 'write', asExisting(order, lines));
  const tier = await refuseDecider(context, order, judged.togetherPence);
  if (input.decision === 'approve') refuseStops(context, order.id, judged.gates, 'approved');
  else
    await moveForOrder(context, 'unhold', purseOf(judged), {
      id: order.id,
      netPence: netOf(lines),
      reason: `Request ${status}`,
    });
  if (!(await updateOrder(db, order.id, order.version, { status, updated_at: now }))) throw conflict();
  await insertDecision(db, {
    order_id: order.id,
    decision: input.decision,
    tier,
    decided_by: person.id,
    decided_on: today,
    decided_at: now,
    reason: input.reason,
    gross_pence: lines.reduce((sum, line) => sum + line.gross_pence, 0),
    left_pence: judged.budget?.headroomPence ?? 0,
  });
  await keepGates(context, order.id, 'approve', judged.gates);
  context.note({ entity: 'order', id: order.id, detail: { decision: input.decision } });
  return { id: order.id, version: order.version + 1, status };
}

/** Takes a request back before it is issued; what it held is free again. */
export async function withdraw(
  context: Context,
  input: Parsed<'orders.withdraw'>,
): Promise<Output<'orders.withdraw'>> {
  const { order, lines } = await loadOrder(context, input.id);
  refuseMove(order, input.version, 'withdrawn');
  const { heldPence } = asExisting(order, lines);
  if (heldPence > 0) {
    const judged = await judgeDraft(context, asDraft(order, lines), 'write', asExisting(order, lines));
    await moveForOrder(context, 'unhold', purseOf(judged), {
      id: order.id,
      netPence: heldPence,
      reason: 'Request withdrawn',
    });
  }
  const values = { status: 'withdrawn', updated_at: context.now } as const;
  if (!(await updateOrder(context.db, order.id, order.version, values))) throw conflict();
  context.note({ entity: 'order', id: order.id, detail: { reason: input.reason } });
  return { id: order.id, version: order.version + 1 };
}

/**
 * Issues an approved order: priced and judged again today, the number taken, the money committed, the paper
 * frozen. All in the caller's one transaction, so a failure anywhere takes no number.
 */
export async function issue(
  context: Context,
  input: Parsed<'orders.issue'>,
): Promise<Output<'orders.issue'>> {
  const { db, person, today, now } = context;
  const { order, lines } = await loadOrder(context, input.id);
  refuseMove(order, input.version, 'issued');
  const draft = asDraft(order, lines);
  const judged = await judgeDraft(context, draft, 'issue', asExisting(order, lines));
  refuseStops(context, order.id, judged.gates, 'issued');
  await recommit(context, judged, order.id, netOf(lines));
  await writeLines(context, order.id, draft);
  const settings = await getSettings(context);
  const number = await nextNumber(db, settings.firstOrderNumber);
  const paper = await makePaper(context, order, judged, {
    number: String(number),
    orderDate: today,
    mark: 'original',
    ...(await signatures(context, order)),
  });
  await insertPaper(db, order.id, JSON.stringify(paper));
  const values = {
    status: 'issued',
    number,
    issued_on: today,
    issued_by: person.id,
    updated_at: now,
  } as const;
  if (!(await updateOrder(db, order.id, order.version, values))) throw conflict();
  await keepGates(context, order.id, 'issue', judged.gates);
  await recordEntry(context, order.caf_id);
  context.note({
    entity: 'order',
    id: order.id,
    detail: { number, grossPence: judged.priced.totals.grossPence },
  });
  return { id: order.id, version: order.version + 1, number };
}

/** Commits what was held; if today's price differs, the hold is changed first, and refused if the money is not there. */
async function recommit(context: Context, judged: Judged, orderId: number, heldPence: number): Promise<void> {
  const purse = purseOf(judged);
  const { netPence } = judged.priced.totals;
  if (netPence !== heldPence) {
    await moveForOrder(context, 'unhold', purse, {
      id: orderId,
      netPence: heldPence,
      reason: 'Price changed before issue',
    });
    await moveForOrder(context, 'hold', purse, {
      id: orderId,
      netPence,
      reason: 'Price changed before issue',
    });
  }
  await moveForOrder(context, 'commit', purse, { id: orderId, netPence, reason: 'Order issued' });
}

/** Who authorised and who issues, for the foot of the paper. */
async function signatures(context: Context, order: OrderValues) {
  const { person } = context;
  const decision = (await listDecisions(context.db, order.id)).at(-1);
  return {
    authorisedBy: decision
      ? {
          name: decision.by,
          jobTitle: decision.job_title,
          date: decision.decided_on,
          reference: `${decision.decided_on.slice(0, 4)}-${String(decision.id).padStart(4, '0')}`,
        }
      : null,
    issuedBy: { name: person.name, jobTitle: person.jobTitle, date: context.today },
    contact: { name: person.name, jobTitle: person.jobTitle, phone: '', email: '' },
  };
}

/** Cancels an issued order of which nothing came: the commitment is released, the number stays taken. */
export async function cancel(
  context: Context,
  input: Parsed<'orders.cancel'>,
): Promise<Output<'orders.cancel'>> {
  const { order } = await loadOrder(context, input.id);
  refuseMove(order, input.version, 'cancelled');
  const lines = await listLines(context.db, order.id);
  const judged = await judgeDraft(context, asDraft(order, lines), 'write', asExisting(order, lines));
  await moveForOrder(context, 'release', purseOf(judged), {
    id: order.id,
    netPence: netOf(lines),
    reason: 'Order cancelled',
  });
  const values = { status: 'cancelled', updated_at: context.now } as const;
  if (!(await updateOrder(context.db, order.id, order.version, values))) throw conflict();
  context.note({ entity: 'order', id: order.id, detail: { reason: input.reason } });
  return { id: order.id, version: order.version + 1 };
}
