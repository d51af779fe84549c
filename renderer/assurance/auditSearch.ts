import { z } from 'zod';
import { features } from '#shared/contract/common.ts';
import { auditActionCodes } from '#shared/domain/audit.ts';
import { listSearch } from '#renderer/app/listSearch.ts';

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .optional()
  .catch(undefined);

/** What the address of the audit trail holds besides the page; `q` is the record's reference. */
export const auditSearch = listSearch({
  person: z.coerce.number().int().positive().optional().catch(undefined),
  feature: z.enum(features).optional().catch(undefined),
  action: z.enum(auditActionCodes).optional().catch(undefined),
  outcome: z.enum(['done', 'read', 'refused']).optional().catch(undefined),
  from: day,
  to: day,
  line: z.coerce.number().int().positive().optional().catch(undefined),
});

/** See {@link auditSearch}. */
export type AuditSearch = z.infer<typeof auditSearch>;

/** The office's filters for an address. */
export function filtersOf(search: AuditSearch) {
  const { person, feature, action, outcome, from, to, q } = search;
  return {
    ...(person === undefined ? {} : { personId: person }),
    ...(feature === undefined ? {} : { feature }),
    ...(action === undefined ? {} : { action }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(from === undefined ? {} : { from }),
    ...(to === undefined ? {} : { to }),
    record: (q ?? '').trim(),
  };
}
