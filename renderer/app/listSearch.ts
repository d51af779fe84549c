import { z } from 'zod';

const shape = {
  q: z.string().max(200).optional().catch(undefined),
  sort: z.string().max(60).optional().catch(undefined),
  dir: z.enum(['asc', 'desc']).optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
};

type ListShape = typeof shape;

/**
 * The state of a list as its address keeps it: what was searched, how it is sorted, which page, and the list's own
 * filters. A value that makes no sense (an old bookmark, a mistyped page) is dropped, never an error, so Back and
 * saved views always open. Give every filter of your own `.optional().catch(undefined)`.
 */
export function listSearch<Filters extends z.ZodRawShape>(
  filters: Filters,
): z.ZodObject<ListShape & Filters> {
  return z.object({ ...shape, ...filters });
}
