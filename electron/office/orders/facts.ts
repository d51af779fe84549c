import type { Gate, OrderDraft } from '#shared/contract/orders.ts';
import { purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import { addDays } from '#shared/domain/dates.ts';
import { judge } from '#shared/domain/gates.ts';
import type { GateFacts } from '#shared/domain/gate-facts.ts';
import { approvalNeeded } from '#shared/domain/ladder.ts';
import { stateLabel } from '#shared/domain/lifecycle.ts';
import { identifyingParts } from '#shared/domain/privacy.ts';
import { roles } from '#shared/domain/roles.ts';
import { budgetForOrder } from '../budgets/budgets.service.ts';
import { cafForOrder, householdCafIds, identifyingFacts } from '../children/children.service.ts';
import type { Context } from '../context.ts';
import { holderOn } from '../people/people.service.ts';
import { providerForOrder } from '../providers/for-orders.ts';
import { policyOn } from '../settings/settings.service.ts';
import { listDecisions, ordersOfKind, ordersToProvider } from './orders.queries.ts';
import { price, type Priced } from './pricing.ts';

/** An order that is there already: what it holds in the ledger must not count against itself. */
export type Existing = { id: number; heldPence: number; submittedOn: string | null };

/** Everything that judging a draft found out; the services go on with it. */
export type Judged = {
  priced: Priced;
  gates: Gate[];
  holder: Awaited<ReturnType<typeof holderOn>>;
  caf: Awaited<ReturnType<typeof cafForOrder>>;
  budget: Awaited<ReturnType<typeof budgetForOrder>>;
  provider: Awaited<ReturnType<typeof providerForOrder>> | null;
  approval: GateFacts['approval'];
  /** What the ladder measures: this order and its split ones together, gross pence (BR-31). */
  togetherPence: number;
};

/** Gathers the facts of a draft as they stand today and judges it. Nothing is written. */
export async function judgeDraft(
  context: Context,
  draft: OrderDraft,
  stage: GateFacts['stage'],
  existing: Existing | null,
): Promise<Judged> {
  const { db, today } = context;
  const caf = await cafForOrder(context, draft.cafId);
  const priced = await price(db, draft, today);
  const holder = caf.lead ? await holderOn(db, caf.lead.personId, today) : null;
  const provider = draft.providerId === null ? null : await providerForOrder(db, draft.providerId);
  const budget = draft.budgetId === null ? null : await budgetForOrder(context, draft.budgetId, draft.cafId);
  const together = await splitFacts(context, draft, priced, holder?.id ?? null, existing);
  const approval = await approvalFacts(
    context,
    priced,
    together.togetherPence,
    holder?.ownLimitPence ?? 0,
    existing,
  );
  const facts: GateFacts = {
    day: today,
    stage,
    caf: cafFacts(caf),
    action: actionFacts(caf, draft.actionId),
    lead: caf.lead && holder ? { name: holder.name, trainedOn: holder.trainedOn, lapsed: false } : null,
    alternatives: draft.alternatives,
    childView: draft.childView,
    familyView: { kind: draft.familyViewKind, words: draft.familyView },
    amount: { grossPence: priced.totals.grossPence, netPence: priced.totals.netPence, ...together },
    approval,
    budget: budget && { ...budget, headroomPence: budget.headroomPence + (existing?.heldPence ?? 0) },
    restricted: { fund: budget?.fund ?? '', categories: budget?.restrictedCategories ?? [] },
    provider: provider && providerFacts(provider),
    requiredBy: draft.requiredBy,
    lines: priced.facts,
    overlaps: await overlapFacts(context, draft, priced, existing),
    overlapReason: draft.overlapReason,
    identifying: await identifying(context, draft),
    to: existing ? `/orders/${existing.id}` : '/orders/new',
  };
  const { togetherPence } = together;
  return { priced, gates: judge(facts), holder, caf, budget, provider, approval, togetherPence };
}

const cafFacts = (caf: Judged['caf']): GateFacts['caf'] => ({
  reference: caf.reference ?? caf.neutralRef,
  open: caf.open,
  spending: caf.spending,
  statusLabel: stateLabel('caf', caf.status),
  consent: caf.consent,
  to: `/children/${caf.childId}`,
});

function actionFacts(caf: Judged['caf'], actionId: number | null): GateFacts['action'] {
  const action = caf.actions.find((each) => each.id === actionId);
  return action
    ? { label: action.label, outcomeNumber: action.outcomeNumber, outcome: action.outcome }
    : null;
}

function providerFacts(provider: NonNullable<Judged['provider']>): GateFacts['provider'] {
  return {
    name: provider.name,
    approved: provider.status === 'approved',
    statusLabel: stateLabel('provider', provider.status),
    contactWithChildren: provider.contactWithChildren,
    safeguardingExpiresOn: provider.safeguardingExpiresOn,
    insuranceExpiresOn: provider.insuranceExpiresOn,
    hasDataNote: provider.dataNoteOn !== null,
    to: `/providers/${provider.id}`,
  };
}

/** The holder's live orders to the provider around the day, with this one (BR-31). */
async function splitFacts(
  context: Context,
  draft: OrderDraft,
  priced: Priced,
  holderId: number | null,
  existing: Existing | null,
) {
  const own = priced.totals.grossPence;
  if (holderId === null || draft.providerId === null) return { togetherPence: own, togetherOrders: 1 };
  const { splitWindowDays } = await policyOn(context.db, context.today);
  const day = existing?.submittedOn ?? context.today;
  const others = await ordersToProvider(context.db, {
    holderId,
    providerId: draft.providerId,
    from: addDays(day, -splitWindowDays),
    to: addDays(day, splitWindowDays),
    except: existing?.id ?? null,
  });
  return {
    togetherPence: others.reduce((sum, order) => sum + order.grossPence, own),
    togetherOrders: others.length + 1,
  };
}

/** Who must approve, and the decision that stands for exactly this amount (BR-31 to BR-33, BR-41). */
async function approvalFacts(
  context: Context,
  priced: Priced,
  amountPence: number,
  ownLimitPence: number,
  existing: Existing | null,
): Promise<GateFacts['approval']> {
  const policy = await policyOn(context.db, context.today);
  const categories = priced.lines.map((line) => line.category);
  const need = approvalNeeded({ amountPence, ownLimitPence, categories }, policy);
  const last = existing ? (await listDecisions(context.db, existing.id)).at(-1) : undefined;
  const stands =
    last &&
    (last.decision === 'approve' || last.decision === 'own_limit') &&
    last.gross_pence === priced.totals.grossPence;
  return {
    ownLimitPence,
    need: need.kind === 'tier' ? { kind: 'tier', roleLabel: roles[need.tier.role], why: need.why } : need,
    given: stands ? { by: last.by, on: last.decided_on, own: last.decision === 'own_limit' } : null,
  };
}

/** What of the same kind the household had lately. */
async function overlapFacts(
  context: Context,
  draft: OrderDraft,
  priced: Priced,
  existing: Existing | null,
): Promise<GateFacts['overlaps']> {
  const categories = [...new Set(priced.lines.map((line) => line.category))];
  if (categories.length === 0) return [];
  const { overlapWindowDays } = await policyOn(context.db, context.today);
  const rows = await ordersOfKind(context.db, {
    cafIds: await householdCafIds(context, draft.cafId),
    categories,
    since: addDays(context.today, -overlapWindowDays),
    except: existing?.id ?? null,
  });
  return rows.map((row) => ({
    what: (purchaseCategories.find(({ code }) => code === row.category)?.label ?? row.category).toLowerCase(),
    sameChild: row.caf_id === draft.cafId,
    day: row.submitted_on ?? context.today,
    to: `/orders/${row.id}`,
  }));
}

/** Looks for the child in every word that the provider will read (BR-43). */
async function identifying(context: Context, draft: OrderDraft): Promise<GateFacts['identifying']> {
  const known = await identifyingFacts(context.db, draft.cafId);
  const texts = [
    ...draft.lines.map((line, index) => ({
      lineNo: index + 1,
      where: `Line ${index + 1}`,
      text: line.description,
    })),
    { lineNo: 0, where: 'The delivery address', text: draft.deliverTo },
  ];
  return texts.flatMap(({ lineNo, where, text }) =>
    identifyingParts(text, known).map((part) => ({ lineNo, where, part })),
  );
}
