import { z } from 'zod';
import { fileToken, nothing, operation } from './common.ts';

/** `c` is a suppressed cell (domain 10.22), `null` an empty one. */
export const cell = z.union([z.number(), z.literal('c'), z.string(), z.null()]);

/** One table of a return: R1, B1 or B2. Counts are whole, money is pence, shares are basis points. */
export const returnTable = z.object({
  code: z.string(),
  title: z.string(),
  /** What one row counts, and on which date: printed under the title. */
  basis: z.string(),
  columns: z.array(
    z.object({ key: z.string(), label: z.string(), kind: z.enum(['count', 'pence', 'share', 'text']) }),
  ),
  rows: z.array(
    z.object({
      key: z.string(),
      label: z.string(),
      kind: z.enum(['row', 'total', 'head']),
      cells: z.array(cell),
    }),
  ),
  notes: z.array(z.string()),
});
/** See {@link returnTable}. */
export type ReturnTable = z.infer<typeof returnTable>;

/** A quarter's return, the same object for screen, JSON, XLSX, CSV and PDF. */
export const returnData = z.object({
  office: z.string(),
  period: z.string(),
  from: z.string(),
  to: z.string(),
  profile: z.enum(['internal', 'published']),
  /** `OFFICIAL-SENSITIVE` for internal, `Published` otherwise. */
  classification: z.string(),
  extractedAt: z.string(),
  preparedBy: z.string(),
  softwareVersion: z.string(),
  /** SHA-256 over period, profile and tables. */
  hash: z.string(),
  tables: z.array(returnTable),
  /** Each must hold before a return may be locked; shown with its sum. */
  checks: z.array(z.object({ name: z.string(), ok: z.boolean(), detail: z.string() })),
});
/** See {@link returnData}. */
export type ReturnData = z.infer<typeof returnData>;

const profile = z.enum(['internal', 'published']);
const periodCode = z.string().max(40);

/** The quarterly return: one calculation, every format. */
export const returns = {
  /** Quarters the office has anything to say about, newest first. */
  'returns.periods': operation({
    input: nothing,
    output: z.object({
      periods: z.array(
        z.object({ code: z.string(), from: z.string(), to: z.string(), complete: z.boolean() }),
      ),
    }),
    permission: 'returns.read',
    writes: false,
    shows: 'counts',
  }),
  'returns.get': operation({
    input: z.object({ period: periodCode, profile }),
    output: returnData,
    permission: 'returns.read',
    writes: false,
    shows: 'counts',
  }),
  /** Writes the return to a file that a person chose. PDF is made by the shell from `returns.get`. */
  'returns.export': operation({
    input: z.object({
      period: periodCode,
      profile,
      format: z.enum(['json', 'xlsx', 'csv']),
      file: fileToken,
    }),
    output: z.object({ bytes: z.number(), sha256: z.string() }),
    permission: 'returns.read',
    writes: true,
    long: true,
  }),
  /** Records that a return went to paper or PDF. */
  'returns.recordPrint': operation({
    input: z.object({ period: periodCode, profile, how: z.enum(['printed', 'saved']) }),
    output: nothing,
    permission: 'returns.read',
    writes: true,
  }),
};
