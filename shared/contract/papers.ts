import { z } from 'zod';
import { returnData } from './returns.ts';

const day = z.string();

/**
 * The purchase order as the provider reads it (domain 7.1). It carries the neutral reference and nothing
 * else about the child (BR-43). Money is whole pence; quantities are thousandths; unit prices are
 * ten-thousandths of a pound (`E4`); rates are basis points.
 */
export const purchaseOrderPaper = z.object({
  /** Seven digits, or `Draft 12` before issue. */
  number: z.string(),
  version: z.number().int(),
  mark: z.enum(['draft', 'original', 'copy', 'cancelled']),
  orderDate: day.nullable(),
  requiredBy: day.nullable(),
  neutralRef: z.string(),
  buyer: z.object({
    council: z.string(),
    trust: z.string(),
    address: z.array(z.string()),
    colour: z.string(),
  }),
  supplier: z.object({
    name: z.string(),
    address: z.array(z.string()),
    email: z.string().nullable(),
    number: z.string().nullable(),
  }),
  invoiceTo: z.object({ name: z.string(), address: z.array(z.string()), email: z.string().nullable() }),
  deliverTo: z.array(z.string()),
  contact: z.object({ name: z.string(), jobTitle: z.string(), phone: z.string(), email: z.string() }),
  lines: z.array(
    z.object({
      no: z.number().int(),
      description: z.string(),
      code: z.string().nullable(),
      quantity: z.number().int(),
      unit: z.string(),
      unitPriceE4: z.number().int(),
      vatCode: z.string(),
      vatRateBp: z.number().int(),
      netPence: z.number().int(),
      vatPence: z.number().int(),
      grossPence: z.number().int(),
    }),
  ),
  vatSummary: z.array(
    z.object({
      code: z.string(),
      label: z.string(),
      rateBp: z.number().int(),
      netPence: z.number().int(),
      vatPence: z.number().int(),
    }),
  ),
  netPence: z.number().int(),
  vatPence: z.number().int(),
  grossPence: z.number().int(),
  authorisedBy: z
    .object({ name: z.string(), jobTitle: z.string(), date: day, reference: z.string() })
    .nullable(),
  issuedBy: z.object({ name: z.string(), jobTitle: z.string(), date: day }).nullable(),
  ourUse: z.array(z.string()),
  terms: z.array(z.string()),
});
/** See {@link purchaseOrderPaper}. */
export type PurchaseOrderPaper = z.infer<typeof purchaseOrderPaper>;

/**
 * The head of a day's audit trail, to be kept outside the office: whoever has it can tell whether the trail up to that
 * line was changed since, even by somebody with the office's key.
 */
export const auditHead = z.object({
  office: z.string(),
  day,
  /** The day's last line, and how many lines the day has. */
  seq: z.number().int(),
  lines: z.number().int(),
  hash: z.string(),
  printedBy: z.string(),
  printedAt: z.string(),
  softwareVersion: z.string(),
});
/** See {@link auditHead}. */
export type AuditHead = z.infer<typeof auditHead>;

/** One job for the paper window: which document, and the data it lays out. */
export const paperJob = z.discriminatedUnion('document', [
  z.object({ document: z.literal('purchase-order'), data: purchaseOrderPaper }),
  z.object({ document: z.literal('quarterly-return'), data: returnData }),
  z.object({ document: z.literal('audit-head'), data: auditHead }),
]);
/** See {@link paperJob}. */
export type PaperJob = z.infer<typeof paperJob>;
