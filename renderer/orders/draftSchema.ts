import type { UseFormReturn } from 'react-hook-form';
import { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import { orders } from '#shared/contract/orders.ts';

/** What the form of an order holds: the contract's draft without the CAF, which an order never changes. */
export const draftSchema = orders['orders.start'].input.omit({ cafId: true });

/** The form of a draft. */
export type DraftForm = UseFormReturn<z.input<typeof draftSchema>, unknown, z.output<typeof draftSchema>>;

/** An order as its form begins. */
export function draftFields(order: Output<'orders.get'>): z.input<typeof draftSchema> {
  return {
    actionId: order.actionId,
    providerId: order.providerId,
    budgetId: order.budgetId,
    need: order.need,
    whyNow: order.whyNow,
    alternatives: order.alternatives,
    childView: order.childView,
    familyViewKind: order.familyViewKind,
    familyView: order.familyView,
    overlapReason: order.overlapReason,
    requiredBy: order.requiredBy,
    deliverTo: order.deliverTo,
    lines: order.lines.map((line) => ({
      itemId: line.itemId ?? 0,
      description: line.description,
      quantity: line.quantity,
    })),
  };
}
