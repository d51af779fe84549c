import { z } from 'zod';
import { listSearch } from '#renderer/app/listSearch.ts';

/** The states that the list of children is cut by. */
export const childFilters = {
  open: 'Open CAFs',
  overdue: 'Review overdue',
  closed: 'Closed',
  all: 'Everyone',
} as const;

/** What the address of the list holds besides search, sort and page. */
export const childrenSearch = listSearch({
  status: z.enum(['all', 'open', 'closed', 'overdue']).optional().catch(undefined),
  area: z.coerce.number().int().positive().optional().catch(undefined),
});

/** See {@link childrenSearch}. */
export type ChildrenSearch = z.infer<typeof childrenSearch>;

/** The two records that are laid beside each other: the one that stays, and the one that becomes part of it. */
export const mergeSearch = z.object({
  keep: z.coerce.number().int().positive().optional().catch(undefined),
  other: z.coerce.number().int().positive().optional().catch(undefined),
});

/** An earlier CAF of the child that is read instead of the newest. */
export const recordSearch = z.object({
  caf: z.coerce.number().int().positive().optional().catch(undefined),
});

/** What part of the timeline is shown. */
export const summarySearch = recordSearch.extend({
  show: z.enum(['meetings', 'money', 'voice', 'papers']).optional().catch(undefined),
});
