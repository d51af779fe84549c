import { z } from 'zod';
import { auditActionCodes, typedHash } from '../domain/audit.ts';
import { day, features, fileToken, id, line, nothing, operation } from './common.ts';
import { auditHead } from './papers.ts';

/** Every check of `verify`, the same in the window and on the terminal. */
export const verification = z.object({
  ok: z.boolean(),
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
/** See {@link verification}. */
export type Verification = z.infer<typeof verification>;

/** What the trail can be narrowed by; everything that is given must hold. */
const auditFilters = {
  personId: id.optional(),
  feature: z.enum(features).optional(),
  action: z.enum(auditActionCodes).optional(),
  outcome: z.enum(['done', 'read', 'refused']).optional(),
  /** A neutral or CAF reference, or an order's number. */
  record: line.default(''),
  from: day.optional(),
  to: day.optional(),
};

const auditRow = z.object({
  seq: z.number(),
  at: z.string(),
  who: z.string(),
  operation: z.string(),
  action: z.string(),
  outcome: z.enum(['done', 'read', 'refused']),
  /** The record by a reference that names nobody; empty for none. */
  record: z.string(),
});

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
  /** The audit trail by page, newest first, narrowed by any of the filters. */
  'assurance.audit': operation({
    input: z.object({
      ...auditFilters,
      page: z.number().int().min(0).default(0),
      pageSize: z.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      rows: z.array(auditRow),
      total: z.number(),
      head: z.string(),
      /** Everybody who is in the trail, to choose from. */
      people: z.array(z.object({ id, name: z.string() })),
    }),
    permission: 'assurance.read',
    writes: false,
    shows: 'counts',
  }),
  /** One line with all that it says, as far as the reader may read the records it is about. */
  'assurance.auditLine': operation({
    input: z.object({ seq: z.number().int().min(1) }),
    output: auditRow.extend({
      roles: z.array(z.string()),
      machine: z.string(),
      hash: z.string(),
      previousHash: z.string(),
      about: z.array(z.string()),
      /** Records that the reader may not know of. */
      aboutOthers: z.number(),
      /** What was given as the reason; null when there was none or it is not the reader's to read. */
      reason: z.string().nullable(),
      detail: z.array(z.object({ name: z.string(), value: z.string() })),
      changes: z.array(
        z.object({
          table: z.string(),
          id: z.number().nullable(),
          kind: z.enum(['added', 'changed', 'removed']),
          /** A value is null where there was none, and where the reader may see only which field it was. */
          fields: z.array(
            z.object({
              field: z.string(),
              before: z.string().nullable(),
              after: z.string().nullable(),
              hidden: z.boolean(),
            }),
          ),
        }),
      ),
      counts: z.array(z.object({ table: z.string(), rows: z.number() })),
    }),
    permission: 'assurance.read',
    writes: false,
    shows: 'linked',
  }),
  /** Writes the lines that the filters leave to a chosen file: CSV, neutral references only. */
  'assurance.exportAudit': operation({
    input: z.object({ ...auditFilters, file: fileToken }),
    output: z.object({ lines: z.number(), sha256: z.string() }),
    permission: 'assurance.export',
    writes: true,
    shows: 'counts',
    long: true,
  }),
  /** The head of the chain at the end of each day that has lines, newest first. */
  'assurance.heads': operation({
    input: z.object({ page: z.number().int().min(0).default(0) }),
    output: z.object({
      rows: z.array(z.object({ day: z.string(), seq: z.number(), lines: z.number(), hash: z.string() })),
      total: z.number(),
    }),
    permission: 'assurance.read',
    writes: false,
  }),
  /** The head of one day, to be printed and kept outside the office. */
  'assurance.head': operation({
    input: z.object({ day }),
    output: auditHead,
    permission: 'assurance.read',
    writes: false,
  }),
  'assurance.recordHeadPrint': operation({
    input: z.object({ day, how: z.enum(['printed', 'saved']) }),
    output: nothing,
    permission: 'assurance.read',
    writes: true,
    action: 'print',
    changes: ['assurance'],
  }),
  /** Whether a head that was printed is part of this chain, and everything up to it as it was. */
  'assurance.checkHead': operation({
    input: z.object({
      seq: z.number().int().min(1),
      hash: line.refine(
        (text) => typedHash(text) !== null,
        'Type the 32 letters and figures of the printed head.',
      ),
    }),
    output: z.object({ ok: z.boolean(), sentence: z.string() }),
    permission: 'assurance.read',
    writes: false,
    long: true,
  }),
  'assurance.verify': operation({
    input: nothing,
    output: verification,
    permission: 'signed_in',
    writes: false,
    shows: 'counts',
    long: true,
  }),
};
