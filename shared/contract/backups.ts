import { z } from 'zod';
import { fileToken, filledParagraph, id, nothing, operation } from './common.ts';

/** What an office file holds, counted after it was opened again. */
const holds = z.object({
  rows: z.number(),
  children: z.number(),
  cafs: z.number(),
  /** Issued orders. */
  orders: z.number(),
  /** Postings of the ledger. */
  entries: z.number(),
  /** People who can sign in. */
  signIns: z.number(),
  /** When the newest line of its audit trail was written. */
  newestAt: z.string().nullable(),
  lastOrder: z.number().nullable(),
  trustName: z.string(),
});

/**
 * How a backup was found: `verified` opened, whole and byte for byte what was compared when it was made; `whole` so
 * far as can be seen without a key; `earlier_key` whole, but opened by passphrases of before the key was changed;
 * `unproven` its check file is missing; the rest are never offered.
 */
export const backupStates = [
  'verified',
  'whole',
  'earlier_key',
  'unproven',
  'unchecked',
  'no_keys',
  'wrong_keys',
  'damaged',
] as const;
const state = z.enum(backupStates);
const place = z.enum(['own', 'second']);

const backup = z.object({
  file: z.string(),
  place,
  madeAt: z.string(),
  bytes: z.number(),
  state,
  holds: holds.nullable(),
});

const failure = z.object({ at: z.string(), why: z.string() });

const made = z.object({
  file: z.string(),
  folder: z.string(),
  madeAt: z.string(),
  bytes: z.number(),
  rows: z.number(),
  verified: z.boolean(),
  /** The copy in the second folder; `why` it is not there. Null when there is no second folder. */
  second: z.object({ folder: z.string(), ok: z.boolean(), why: z.string() }).nullable(),
});

const list = z.object({
  folder: z.string(),
  second: z.object({ folder: z.string(), reachable: z.boolean() }).nullable(),
  backups: z.array(backup),
});

/** Dated, encrypted copies, each opened again and checked before it counts, and the way back to one of them. */
export const backups = {
  'backups.make': operation({
    input: z.object({ folder: fileToken.optional() }),
    output: made,
    permission: 'backups.manage',
    writes: true,
    ownTransaction: true,
    long: true,
    changes: ['backups', 'work'],
  }),
  'backups.list': operation({
    input: nothing,
    output: list,
    permission: 'backups.manage',
    shows: 'counts',
    writes: false,
  }),
  /** Looks into every backup again, whatever was known of it. */
  'backups.check': operation({
    input: nothing,
    output: list,
    permission: 'backups.manage',
    shows: 'counts',
    writes: true,
    ownTransaction: true,
    long: true,
    changes: ['backups'],
  }),
  /** Where each backup is copied to as well; null for nowhere. */
  'backups.chooseSecond': operation({
    input: z.object({ folder: fileToken.nullable() }),
    output: z.object({ folder: z.string().nullable() }),
    permission: 'backups.manage',
    writes: true,
    changes: ['backups', 'work'],
  }),
  /** How the newest backup stands, for everybody who works here. */
  'backups.state': operation({
    input: nothing,
    output: z.object({
      lastAt: z.string().nullable(),
      age: z.enum(['fresh', 'old', 'too_old', 'none']),
      failed: failure.nullable(),
      secondFailed: failure.nullable(),
    }),
    permission: 'signed_in',
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
