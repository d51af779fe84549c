import { z } from 'zod';
import { nothing, operation } from './common.ts';

/** Every check of `verify`, the same in the window and on the terminal. */
export const verification = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
/** See {@link verification}. */
export type Verification = z.infer<typeof verification>;

/** What lets a manager let go: what the gates said, the audit trail, and whether the file is whole. */
export const assurance = {
  'assurance.overview': operation({
    input: nothing,
    output: z.object({
      issued: z.number(),
      passedEveryGate: z.number(),
      /** For each gate: orders issued with a warning, and requests it stopped. */
      gates: z.array(
        z.object({ gate: z.string(), label: z.string(), warned: z.number(), stopped: z.number() }),
      ),
      tiers: z.array(
        z.object({ tier: z.string(), label: z.string(), orders: z.number(), grossPence: z.number() }),
      ),
      untrainedIssues: z.number(),
    }),
    permission: 'assurance.read',
    writes: false,
  }),
  'assurance.audit': operation({
    input: z.object({
      page: z.number().int().min(0).default(0),
      pageSize: z.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          seq: z.number(),
          at: z.string(),
          who: z.string(),
          operation: z.string(),
          outcome: z.enum(['done', 'read', 'refused']),
          entity: z.string(),
          entityId: z.number().nullable(),
        }),
      ),
      total: z.number(),
      head: z.string(),
    }),
    permission: 'assurance.read',
    writes: false,
  }),
  'assurance.verify': operation({
    input: nothing,
    output: verification,
    permission: 'signed_in',
    writes: false,
    long: true,
  }),
};
