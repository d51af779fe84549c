import type { Output, Parsed } from '#shared/contract/index.ts';
import { mayApproveAmount } from '#shared/domain/ladder.ts';
import { masked } from '#shared/domain/masking.ts';
import type { Depth } from '#shared/domain/roles.ts';
import { ageInWords } from '#shared/domain/dates.ts';
import { cafLabels, identifyingFacts } from '../children/children.service.ts';
import { visibleCafIds } from '../children/scope.ts';
import type { Context } from '../context.ts';
import { findPersonNames } from '../people/people.service.ts';
import { policyOn } from '../settings/settings.service.ts';
import { asDraft, asExisting, loadOrder } from './drafts.ts';
import { judgeDraft, type Judged } from './facts.ts';
import { type CafIds, type OrderListRow, pageOrders } from './lists.queries.ts';
import { findPaper, type LineValues, listDecisions, listPrints, type OrderValues } from './orders.queries.ts';

type Row = Output<'orders.list'>['rows'][number];
type Line = Output<'orders.get'>['lines'][number];

/** The CAFs whose orders this person may see. */
export const scopeOf = ({ person }: Context): CafIds => ({
  read: (db) => visibleCafIds(db, person, 'summary'),
  known: (db) => visibleCafIds(db, person, 'neutral'),
});

/** A page of the orders that the reader may see. */
export async function list(context: Context, input: Parsed<'orders.list'>): Promise<Output<'orders.list'>> {
  const found = await pageOrders(context.db, scopeOf(context), input);
  const labels = await cafLabels(
    context,
    found.rows.map((row) => row.caf_id),
  );
  return {
    rows: found.rows.map((row) => toRow(row, labels.get(row.caf_id)?.reference ?? null)),
    total: found.total,
    grossPence: found.grossPence,
  };
}

const toRow = (row: OrderListRow, cafReference: string | null): Row => ({
  id: row.id,
  number: row.number,
  status: row.status,
  provider: row.provider,
  what: row.line_count > 1 ? `${row.what} and ${row.line_count - 1} more` : row.what,
  cafReference,
  neutralRef: row.neutral_ref,
  requestedBy: row.requested_by,
  grossPence: row.gross,
  submittedOn: row.submitted_on,
  issuedOn: row.issued_on,
  requiredBy: row.required_by,
  printed: row.printed === 1,
  updatedAt: row.updated_at,
});

/** Lines as they were written, for an order that is not judged any more. */
export const storedLines = (lines: LineValues[]): Line[] =>
  lines.map((line) => ({
    no: line.line_no,
    itemId: line.item_id,
    code: line.code,
    description: line.description,
    quantity: line.quantity,
    unit: line.unit,
    unitPriceE4: line.unit_price_e4,
    vatCode: line.vat_code,
    vatRateBp: line.vat_rate_bp,
    netPence: line.net_pence,
    vatPence: line.vat_pence,
    grossPence: line.gross_pence,
    category: line.category,
  }));

const totalsOf = (lines: Line[]) => ({
  netPence: lines.reduce((sum, line) => sum + line.netPence, 0),
  vatPence: lines.reduce((sum, line) => sum + line.vatPence, 0),
  grossPence: lines.reduce((sum, line) => sum + line.grossPence, 0),
});

/** States in which an order is still judged, by today's prices and rules; afterwards it stands as it was. */
const JUDGED = ['draft', 'returned', 'submitted', 'approved'];

async function mayDo(
  context: Context,
  order: OrderValues,
  judged: Judged,
): Promise<Output<'orders.get'>['may']> {
  const { person } = context;
  const may = (permission: Parameters<typeof person.permissions.has>[0]) =>
    person.permissions.has(permission);
  const writing = order.status === 'draft' || order.status === 'returned';
  const policy = await policyOn(context.db, order.submitted_on ?? context.today);
  return {
    edit: writing && may('orders.request'),
    submit: writing && may('orders.request'),
    withdraw: JUDGED.includes(order.status) && may('orders.request'),
    decide:
      order.status === 'submitted' &&
      may('orders.approve') &&
      person.id !== order.requested_by &&
      person.id !== order.entered_by &&
      mayApproveAmount(person.roles, judged.togetherPence, policy),
    issue: order.status === 'approved' && may('orders.issue'),
  };
}

/** One order with its gates as they stand, decisions, prints, and what the reader may do with it. */
export async function get(context: Context, { id }: { id: number }): Promise<Output<'orders.get'>> {
  const { db } = context;
  const { order, lines: stored } = await loadOrder(context, id);
  const live = JUDGED.includes(order.status);
  const stage = order.status === 'approved' ? 'issue' : 'write';
  const judged = await judgeDraft(context, asDraft(order, stored), stage, asExisting(order, stored));
  const lines = live ? judged.priced.lines : storedLines(stored);
  const names = await findPersonNames(db, [order.requested_by, order.entered_by, order.issued_by]);
  const decisions = await listDecisions(db, id);
  const prints = await listPrints(db, id);
  const known = judged.caf.depth === 'neutral' ? await identifyingFacts(db, order.caf_id) : null;
  return {
    id,
    version: order.version,
    status: order.status,
    number: order.number,
    neutralRef: order.neutral_ref,
    ...whose(judged, order, context.today),
    ...(await writtenFields(context, order, judged.caf.depth)),
    provider: judged.provider?.name ?? null,
    budget: judged.budget?.name ?? null,
    headroomPence: judged.budget?.headroomPence ?? null,
    requestedBy: names.get(order.requested_by ?? 0) ?? null,
    enteredBy: names.get(order.entered_by) ?? '',
    issuedBy: names.get(order.issued_by ?? 0) ?? null,
    lines,
    totals: totalsOf(lines),
    gates: live ? judged.gates : [],
    decisions: decisions.map((each) => ({
      decision: each.decision,
      tier: each.tier,
      by: each.by,
      on: each.decided_on,
      reason: known ? masked(each.reason, known) : each.reason,
      grossPence: each.gross_pence,
      leftPence: each.left_pence,
    })),
    may: await mayDo(context, order, judged),
    hasPaper: !!(await findPaper(db, id)),
    prints: prints.map((each) => ({
      how: each.how,
      at: each.done_at,
      by: each.by,
      asCopy: each.as_copy === 1,
      copies: each.copies,
    })),
  };
}

/** Whose the order is, as deep as the reader may see. */
function whose({ caf }: Judged, order: OrderValues, today: string) {
  const action = caf.actions.find((each) => each.id === order.action_id);
  return {
    cafId: caf.cafId,
    cafReference: caf.reference,
    childId: caf.childName === null ? null : caf.childId,
    childName: caf.childName && caf.dob ? `${caf.childName}, ${ageInWords(caf.dob, today)}` : caf.childName,
    action: action ? `${action.label} ${action.action}` : null,
    outcome: action?.outcome ?? null,
    ecmAim: action?.ecmAim ?? null,
  };
}

/**
 * What was typed into the request. Who knows the case by its neutral reference only gets what they decide on or audit, without
 * what names the child, and else none of it: Finance reads no text of a case (12.2).
 */
async function writtenFields(context: Context, order: OrderValues, depth: Depth) {
  const known = depth === 'neutral' ? await identifyingFacts(context.db, order.caf_id) : null;
  const { permissions } = context.person;
  const weighs = permissions.has('orders.approve') || permissions.has('assurance.read');
  const words = (text: string) => (known ? (weighs ? masked(text, known) : '') : text);
  return {
    actionId: order.action_id,
    providerId: order.provider_id,
    budgetId: order.budget_id,
    need: words(order.need),
    whyNow: order.why_now,
    alternatives: words(order.alternatives),
    // The child's and the family's own words are case text.
    childView: known ? '' : order.child_view,
    familyViewKind: order.family_view_kind,
    familyView: known ? '' : order.family_view,
    overlapReason: words(order.overlap_reason),
    requiredBy: order.required_by,
    // Past the gate that looks for the child in it, and Finance must know where it goes.
    deliverTo: known ? masked(order.deliver_to, known) : order.deliver_to,
    submittedOn: order.submitted_on,
    issuedOn: order.issued_on,
  };
}

/** Judges what is typed, saved or not. */
export async function judgeTyped(
  context: Context,
  input: Parsed<'orders.judge'>,
): Promise<Output<'orders.judge'>> {
  const { id, ...draft } = input;
  const loaded = id ? await loadOrder(context, id) : null;
  const judged = await judgeDraft(context, draft, 'write', loaded && asExisting(loaded.order, loaded.lines));
  return { lines: judged.priced.lines, totals: judged.priced.totals, gates: judged.gates };
}
