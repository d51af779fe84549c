import { z } from 'zod';
import { roleCodes } from '#shared/domain/roles.ts';
import { listSearch } from '#renderer/app/listSearch.ts';

/** What the address of the list of people keeps. */
export const peopleSearch = listSearch({
  role: z.enum(roleCodes).optional().catch(undefined),
  show: z.enum(['left', 'waiting']).optional().catch(undefined),
});
/** See {@link peopleSearch}. */
export type PeopleSearch = z.infer<typeof peopleSearch>;
