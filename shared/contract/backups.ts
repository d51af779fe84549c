import { z } from 'zod';
import { fileToken, filledParagraph, id, nothing, operation } from './common.ts';

const backup = z.object({
  file: z.string(),
  madeAt: z.string(),
  bytes: z.number(),
  /** Rows that the copy holds, counted after it was opened again. */
  rows: z.number(),
  verified: z.boolean(),
});

/** Dated, encrypted copies, each opened again and checked before it counts. */
export const backups = {
  'backups.make': operation({
    input: z.object({ folder: fileToken.optional() }),
    output: backup.extend({ folder: z.string() }),
    permission: 'backups.manage',
    writes: true,
    ownTransaction: true,
    long: true,
    changes: ['backups', 'work'],
  }),
  'backups.list': operation({
    input: nothing,
    output: z.object({ folder: z.string(), backups: z.array(backup) }),
    permission: 'backups.manage',
    writes: false,
  }),
};

/** Everything as CSV with a manifest: a customer can always leave. */
export const takeout = {
  /** A second person agrees that somebody takes restricted records out today, once (12.3). */
  'takeout.agree': operation({
    input: z.object({ personId: id, reason: filledParagraph }),
    output: z.object({ id }),
    permission: 'children.restrict',
    writes: true,
    changes: ['takeout'],
  }),
  /** While there are restricted records it needs {@link takeout}'s agreement first. */
  'takeout.export': operation({
    input: z.object({ folder: fileToken }),
    output: z.object({ folder: z.string(), tables: z.number(), rows: z.number() }),
    permission: 'takeout.export',
    writes: true,
    long: true,
  }),
};
