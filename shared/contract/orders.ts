import { z } from 'zod';
import { day, id, line, listInput, nothing, operation, page, paragraph, saved, version } from './common.ts';
import { purchaseOrderPaper } from './papers.ts';

/** States of a purchase that this version takes it through (domain 4.2). */
export const orderStatus = z.enum([
  'draft',
  'submitted',
  'returned',
  'approved',
  'refused',
  'withdrawn',
  'issued',
  'cancelled',
]);
/** See {@link orderStatus}. */
export type OrderStatus = z.infer<typeof orderStatus>;

/** One gate's verdict, in words, with where to put it right (design: the gates on spending). */
export const gate = z.object({
  id: z.string(),
  verdict: z.enum(['pass', 'warn', 'stop']),
  sentence: z.string(),
  detail: z.string().optional(),
  /** Where it is put right; `words`, if any, are what to put into the field that `to` names after its `#`. */
  fix: z.object({ label: z.string(), to: z.string(), words: z.string().optional() }).optional(),
});
/** See {@link gate}. */
export type Gate = z.infer<typeof gate>;

const lineInput = z.object({
  itemId: id,
  /** What the provider reads; the price list's title unless changed. */
  description: line.min(1, 'Say what is wanted.'),
  /** Thousandths: 2500 is two and a half. */
  quantity: z.number().int().min(1, 'How many.').max(100_000_000),
});

const draft = z.object({
  cafId: id,
  actionId: id.nullable(),
  providerId: id.nullable(),
  budgetId: id.nullable(),
  need: paragraph.default(''),
  whyNow: z.enum(['planned', 'crisis']).default('planned'),
  /** What else was tried first (BR-36). */
  alternatives: paragraph.default(''),
  childView: paragraph.default(''),
  familyViewKind: z.enum(['', 'agreed', 'asked', 'declined', 'not_told']).default(''),
  familyView: paragraph.default(''),
  overlapReason: paragraph.default(''),
  requiredBy: day.nullable().default(null),
  deliverTo: paragraph.default(''),
  lines: z.array(lineInput).max(60),
});
/** A purchase while it is being written. */
export type OrderDraft = z.infer<typeof draft>;

const orderLine = z.object({
  no: z.number(),
  itemId: id.nullable(),
  code: z.string(),
  description: z.string(),
  quantity: z.number(),
  unit: z.string(),
  unitPriceE4: z.number(),
  vatCode: z.string(),
  vatRateBp: z.number(),
  netPence: z.number(),
  vatPence: z.number(),
  grossPence: z.number(),
  category: z.string(),
});

const totals = z.object({ netPence: z.number(), vatPence: z.number(), grossPence: z.number() });

const row = z.object({
  id,
  number: z.number().nullable(),
  status: orderStatus,
  provider: z.string().nullable(),
  /** First line and how many more. */
  what: z.string(),
  cafReference: z.string().nullable(),
  neutralRef: z.string(),
  requestedBy: z.string().nullable(),
  grossPence: z.number(),
  submittedOn: z.string().nullable(),
  issuedOn: z.string().nullable(),
  requiredBy: z.string().nullable(),
  printed: z.boolean(),
  updatedAt: z.string(),
});

/** An order with everything its reader may see. */
export const orderRecord = z.object({
  id,
  version,
  status: orderStatus,
  number: z.number().nullable(),
  neutralRef: z.string(),
  cafId: id,
  cafReference: z.string().nullable(),
  childId: id.nullable(),
  childName: z.string().nullable(),
  actionId: id.nullable(),
  action: z.string().nullable(),
  outcome: z.string().nullable(),
  ecmAim: z.string().nullable(),
  providerId: id.nullable(),
  provider: z.string().nullable(),
  budgetId: id.nullable(),
  budget: z.string().nullable(),
  headroomPence: z.number().nullable(),
  need: z.string(),
  whyNow: z.enum(['planned', 'crisis']),
  alternatives: z.string(),
  childView: z.string(),
  familyViewKind: z.enum(['', 'agreed', 'asked', 'declined', 'not_told']),
  familyView: z.string(),
  overlapReason: z.string(),
  requiredBy: z.string().nullable(),
  deliverTo: z.string(),
  requestedBy: z.string().nullable(),
  enteredBy: z.string(),
  submittedOn: z.string().nullable(),
  issuedOn: z.string().nullable(),
  issuedBy: z.string().nullable(),
  lines: z.array(orderLine),
  totals,
  gates: z.array(gate),
  decisions: z.array(
    z.object({
      decision: z.enum(['own_limit', 'approve', 'refuse', 'return']),
      tier: z.string(),
      by: z.string(),
      on: z.string(),
      reason: z.string(),
      grossPence: z.number(),
      leftPence: z.number(),
    }),
  ),
  /** What the signed-in person may do with it now. */
  may: z.object({
    edit: z.boolean(),
    submit: z.boolean(),
    decide: z.boolean(),
    issue: z.boolean(),
    withdraw: z.boolean(),
  }),
  hasPaper: z.boolean(),
  prints: z.array(
    z.object({
      how: z.enum(['printed', 'saved']),
      at: z.string(),
      by: z.string(),
      asCopy: z.boolean(),
      copies: z.number(),
    }),
  ),
});

/** Purchases: draft, gates, approval, issue, paper. */
export const orders = {
  'orders.list': operation({
    input: listInput.extend({
      status: orderStatus.or(z.enum(['all', 'open', 'to_print'])).default('all'),
      cafId: id.optional(),
    }),
    output: page(row).extend({ grossPence: z.number() }),
    permission: 'orders.read',
    writes: false,
    shows: 'order',
  }),
  'orders.get': operation({
    input: z.object({ id }),
    output: orderRecord,
    permission: 'orders.read',
    writes: false,
    shows: 'order',
  }),
  /** Judges what is typed without saving it: totals and gates as they would be today. */
  'orders.judge': operation({
    input: draft.extend({ id: id.optional() }),
    output: z.object({ lines: z.array(orderLine), totals, gates: z.array(gate) }),
    permission: 'orders.request',
    writes: false,
    shows: 'linked',
  }),
  'orders.start': operation({
    input: draft,
    output: saved,
    permission: 'orders.request',
    writes: true,
    shows: 'order',
    changes: ['orders', 'work'],
  }),
  'orders.save': operation({
    input: draft.extend({ id, version }),
    output: saved,
    permission: 'orders.request',
    writes: true,
    shows: 'order',
    changes: ['orders', 'work'],
  }),
  /** Holds the money and either approves it within the holder's own limit or sends it to who may. */
  'orders.submit': operation({
    input: z.object({ id, version }),
    output: saved.extend({ status: orderStatus }),
    permission: 'orders.request',
    writes: true,
    shows: 'order',
    changes: ['orders', 'work', 'budgets', 'children'],
  }),
  'orders.withdraw': operation({
    input: z.object({ id, version, reason: line.min(1, 'Say why.') }),
    output: saved,
    permission: 'orders.request',
    writes: true,
    shows: 'order',
    changes: ['orders', 'work', 'budgets'],
  }),
  'orders.decide': operation({
    input: z.object({
      id,
      version,
      decision: z.enum(['approve', 'refuse', 'return']),
      reason: paragraph.default(''),
    }),
    output: saved.extend({ status: orderStatus }),
    permission: 'orders.approve',
    writes: true,
    shows: 'order',
    changes: ['orders', 'work', 'budgets'],
  }),
  /** Number taken, money committed, paper frozen, audit written: all of it or none. */
  'orders.issue': operation({
    input: z.object({ id, version }),
    output: saved.extend({ number: z.number() }),
    permission: 'orders.issue',
    writes: true,
    shows: 'order',
    changes: ['orders', 'work', 'budgets', 'children', 'returns'],
  }),
  /** Cancels an issued order with nothing received: its commitment is released, its number stays taken. */
  'orders.cancel': operation({
    input: z.object({ id, version, reason: line.min(1, 'Say why.') }),
    output: saved,
    permission: 'orders.issue',
    writes: true,
    shows: 'order',
    changes: ['orders', 'work', 'budgets', 'children', 'returns'],
  }),
  /** What the provider reads, as it would be printed. */
  'orders.paper': operation({
    input: z.object({ id }),
    output: purchaseOrderPaper,
    permission: 'orders.read',
    writes: false,
    shows: 'order',
  }),
  /** The stored PDF of an issued order, in base 64, byte for byte as first made; null before. */
  'orders.storedPdf': operation({
    input: z.object({ id }),
    output: z.object({ pdf: z.string().nullable(), sha256: z.string().nullable() }),
    permission: 'orders.read',
    writes: false,
    shows: 'order',
  }),
  /** Keeps the PDF made from an issued order's paper. The first one stays; a second is refused. */
  'orders.keepPdf': operation({
    input: z.object({ id, pdf: z.string().max(40_000_000) }),
    output: z.object({ sha256: z.string() }),
    permission: 'orders.read',
    writes: true,
    changes: ['orders'],
  }),
  /** Records that it went to paper or to a file. */
  'orders.recordPrint': operation({
    input: z.object({
      id,
      how: z.enum(['printed', 'saved']),
      asCopy: z.boolean(),
      copies: z.number().int().min(1).max(99),
    }),
    output: nothing,
    permission: 'orders.read',
    writes: true,
    changes: ['orders', 'work'],
  }),
  'orders.findNumber': operation({
    input: z.object({ number: z.number().int() }),
    output: z.object({ id }),
    permission: 'orders.read',
    writes: false,
    shows: 'order',
  }),
};
