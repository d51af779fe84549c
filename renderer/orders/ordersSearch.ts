import { z } from 'zod';
import { listSearch } from '#renderer/app/listSearch.ts';

/** The filters of the list of orders, in the order in which they are offered. */
export const statusFilters = [
  { value: 'open', label: 'Not issued yet' },
  { value: 'submitted', label: 'Waiting for approval' },
  { value: 'approved', label: 'Ready to issue' },
  { value: 'to_print', label: 'To print' },
  { value: 'draft', label: 'Drafts' },
  { value: 'issued', label: 'Issued' },
  { value: 'refused', label: 'Refused' },
  { value: 'cancelled', label: 'Cancelled' },
] as const;

/** What the address of the list keeps. */
export const ordersSearch = listSearch({
  status: z
    .enum([
      'open',
      'submitted',
      'returned',
      'approved',
      'to_print',
      'draft',
      'issued',
      'refused',
      'withdrawn',
      'cancelled',
    ])
    .optional()
    .catch(undefined),
});
/** See {@link ordersSearch}. */
export type OrdersSearch = z.infer<typeof ordersSearch>;

/** What the address of a new order may bring along from a plan. */
export const newOrderSearch = z.object({
  action: z.coerce.number().int().positive().optional().catch(undefined),
  child: z.coerce.number().int().positive().optional().catch(undefined),
});
