import { z } from 'zod';
import { listSearch } from '#renderer/app/listSearch.ts';
import { providerStates } from '#shared/domain/lifecycle.ts';

/** What the address of the list of providers keeps. */
export const providersSearch = listSearch({
  status: z.enum(providerStates).optional().catch(undefined),
  /** Only providers with a price list. */
  priced: z.stringbool().or(z.boolean()).optional().catch(undefined),
});
/** See {@link providersSearch}. */
export type ProvidersSearch = z.infer<typeof providersSearch>;
