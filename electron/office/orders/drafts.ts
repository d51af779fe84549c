import type { Output, Parsed } from '#shared/contract/index.ts';
import type { OrderDraft } from '#shared/contract/orders.ts';
import { canMove } from '#shared/domain/lifecycle.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { cafForOrder, depthOf } from '../children/children.service.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { UNCHECKED } from './lists.queries.ts';
import type { Existing } from './facts.ts';
import {
  findOrder,
  insertOrder,
  type LineValues,
  listLines,
  type OrderValues,
  replaceLines,
  updateOrder,
} from './orders.queries.ts';
import { price } from './pricing.ts';

/** States in which the request's net money is held as pending. */
const HOLDING = ['submitted', 'approved'];

/**
 * An order the reader may work on, with its lines. Whoever may not know of its CAF hears that there is none, and so does
 * who knows it by its neutral reference only while it is still being written.
 */
export async function loadOrder(
  context: Context,
  id: number,
): Promise<{ order: OrderValues; lines: LineValues[] }> {
  const order = (await findOrder(context.db, id)) ?? notFound('order');
  const depth = (await depthOf(context, order.caf_id)) ?? notFound('order');
  if (depth === 'neutral' && UNCHECKED.some((status) => status === order.status)) notFound('order');
  return { order, lines: await listLines(context.db, id) };
}

/** What an order was last saved as, in the shape in which it is judged. */
export function asDraft(order: OrderValues, lines: LineValues[]): OrderDraft {
  return {
    cafId: order.caf_id,
    actionId: order.action_id,
    providerId: order.provider_id,
    budgetId: order.budget_id,
    need: order.need,
    whyNow: order.why_now,
    alternatives: order.alternatives,
    childView: order.child_view,
    familyViewKind: order.family_view_kind,
    familyView: order.family_view,
    overlapReason: order.overlap_reason,
    requiredBy: order.required_by,
    deliverTo: order.deliver_to,
    lines: lines.map((line) => ({
      itemId: line.item_id ?? 0,
      description: line.description,
      quantity: line.quantity,
    })),
  };
}

/** The order's own hold on its budget, so that judging it does not count it against itself. */
export function asExisting(order: OrderValues, lines: LineValues[]): Existing {
  const net = lines.reduce((sum, line) => sum + line.net_pence, 0);
  return {
    id: order.id,
    heldPence: HOLDING.includes(order.status) ? net : 0,
    submittedOn: order.submitted_on,
  };
}

/** Refuses a move that the life-cycle does not have (4.2), or a version that is not the newest. */
export function refuseMove(
  order: OrderValues,
  version: number,
  to: Parameters<typeof canMove<'order'>>[2],
): void {
  if (order.version !== version) throw conflict();
  if (!canMove('order', order.status, to)) {
    throw new OfficeProblem(
      'invalid',
      `This order is ${order.status}. Nothing was changed. Open it again to see what can be done with it.`,
    );
  }
}

const columns = (draft: OrderDraft) => ({
  caf_id: draft.cafId,
  action_id: draft.actionId,
  provider_id: draft.providerId,
  budget_id: draft.budgetId,
  need: draft.need,
  why_now: draft.whyNow,
  alternatives: draft.alternatives,
  child_view: draft.childView,
  family_view_kind: draft.familyViewKind,
  family_view: draft.familyView,
  overlap_reason: draft.overlapReason,
  required_by: draft.requiredBy,
  deliver_to: draft.deliverTo,
});

/** Writes a draft's lines at today's prices. */
export async function writeLines(
  context: Context,
  orderId: number,
  draft: Pick<OrderDraft, 'lines' | 'providerId'>,
): Promise<void> {
  const priced = await price(context.db, draft, context.today);
  await replaceLines(
    context.db,
    orderId,
    priced.lines.map((line) => ({
      line_no: line.no,
      item_id: line.itemId,
      description: line.description,
      code: line.code,
      quantity: line.quantity,
      unit: line.unit,
      unit_price_e4: line.unitPriceE4,
      vat_code: line.vatCode,
      vat_rate_bp: line.vatRateBp,
      net_pence: line.netPence,
      vat_pence: line.vatPence,
      gross_pence: line.grossPence,
      category: line.category,
    })),
  );
}

/** Begins a purchase for a CAF; nothing is held or sent yet. */
export async function start(
  context: Context,
  draft: Parsed<'orders.start'>,
): Promise<Output<'orders.start'>> {
  const { db, person, now } = context;
  const caf = await cafForOrder(context, draft.cafId);
  const id = await insertOrder(db, {
    ...columns(draft),
    status: 'draft',
    number: null,
    neutral_ref: caf.neutralRef,
    requested_by: null,
    entered_by: person.id,
    submitted_on: null,
    issued_on: null,
    issued_by: null,
    created_at: now,
    updated_at: now,
  });
  await writeLines(context, id, draft);
  context.note({ entity: 'order', id });
  return { id, version: 1 };
}

/** Saves a draft, whole or half finished; only while it is a draft or was sent back. */
export async function save(context: Context, input: Parsed<'orders.save'>): Promise<Output<'orders.save'>> {
  const { id, version, ...draft } = input;
  const { order } = await loadOrder(context, id);
  if (order.status !== 'draft' && order.status !== 'returned')
    throw new OfficeProblem(
      'invalid',
      `This order is ${order.status} and is not edited any more. What you typed is still here.`,
    );
  if (order.caf_id !== draft.cafId)
    throw new OfficeProblem('invalid', 'An order stays with its CAF. Nothing was saved.');
  if (!(await updateOrder(context.db, id, version, { ...columns(draft), updated_at: context.now })))
    throw conflict();
  await writeLines(context, id, draft);
  context.note({ entity: 'order', id });
  return { id, version: version + 1 };
}
