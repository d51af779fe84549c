import { z } from 'zod';
import { nothing, operation } from './common.ts';

/** One thing that waits for somebody. `to` is the route that opens it. */
const task = z.object({
  title: z.string(),
  /** Who supplies it; null for what is not a purchase or has no provider yet. */
  provider: z.string().nullable(),
  detail: z.string(),
  amountPence: z.number().nullable(),
  /** The day it is due or was asked for, and the word for it. */
  day: z.string().nullable(),
  dayKind: z.enum(['asked', 'due', 'by', 'written', 'issued', 'entry', 'opened']),
  late: z.boolean(),
  verb: z.string(),
  to: z.string(),
});

const group = z.object({
  key: z.enum(['approvals', 'reviews', 'to_issue', 'to_print', 'drafts', 'quiet', 'openings', 'proposals']),
  label: z.string(),
  count: z.number(),
  late: z.number(),
  sumPence: z.number().nullable(),
  /** The route of the list behind the number. */
  to: z.string(),
  note: z.string(),
  tasks: z.array(task),
});

/** The day's work and the command palette. */
export const work = {
  'work.today': operation({
    input: nothing,
    output: z.object({
      today: z.string(),
      groups: z.array(group),
      yearGoneBp: z.number(),
      budgets: z.array(
        z.object({
          id: z.number(),
          name: z.string(),
          allocatedPence: z.number(),
          spentPence: z.number(),
          committedPence: z.number(),
          pendingPence: z.number(),
          leftPence: z.number(),
        }),
      ),
      /** Null when nobody has made a verified backup yet. */
      lastBackupAt: z.string().nullable(),
    }),
    permission: 'signed_in',
    writes: false,
    shows: 'linked',
  }),
  /** Children, orders and providers for the search field, only what the reader may see. */
  'work.find': operation({
    input: z.object({ query: z.string().max(100) }),
    output: z.object({
      hits: z.array(
        z.object({
          kind: z.enum(['child', 'order', 'provider', 'person']),
          title: z.string(),
          detail: z.string(),
          to: z.string(),
        }),
      ),
      /** See `children.list`. */
      restrictedMatches: z.number(),
    }),
    permission: 'signed_in',
    writes: false,
    shows: 'linked',
  }),
};
