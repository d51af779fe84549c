import type { Context } from '../context.ts';
import { ordersForCaf } from '../orders/reports.ts';

/** What the record shows of a purchase: `grossPence` is pence, `day` the last step's day. */
export type CaseOrder = Awaited<ReturnType<typeof ordersForCaf>>[number];

/** The purchases of a CAF, for its timeline; none for whoever may not read orders. */
export async function ordersOf(context: Context, cafId: number): Promise<CaseOrder[]> {
  return context.person.permissions.has('orders.read') ? ordersForCaf(context, cafId) : [];
}
