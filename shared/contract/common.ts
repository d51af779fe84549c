import { z } from 'zod';
import type { AuditAction, CaseKind } from '../domain/audit.ts';
import { isDay } from '../domain/dates.ts';
import type { Permission } from '../domain/roles.ts';

/** The features of the office: one word, the same in folders, operations, tables and screens. */
export const features = [
  'access',
  'settings',
  'people',
  'children',
  'providers',
  'budgets',
  'orders',
  'returns',
  'work',
  'assurance',
  'backups',
  'takeout',
] as const;
/** See {@link features}. */
export type Feature = (typeof features)[number];

/** One thing the office can be asked to do. Everything else about it is derived from this entry. */
export type Operation<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
  input: I;
  output: O;
  /** `anyone` needs no sign-in, `signed_in` needs no particular right. */
  permission: Permission | 'anyone' | 'signed_in';
  /** Runs in one write transaction and is written to the audit trail. */
  writes: boolean;
  /** Whose screens to refresh after it. */
  changes?: Feature[];
  /**
   * What of case records the answer holds, for the audit trail: the kind that a plain `id` in it names; `linked` when
   * records appear only by named ids and routes; `counts` when there are figures and no record. An operation
   * that reads case records and says nothing is refused when it runs.
   */
  shows?: CaseKind | 'linked' | 'counts';
  /** What it does, for the audit trail; left out where its verb says so. */
  action?: AuditAction;
  /** Reports progress and can be cancelled. */
  long?: boolean;
  /** Manages its own transactions: sign-in, set-up and whatever works on whole files. */
  ownTransaction?: boolean;
};

/** Declares an operation and keeps its exact types. */
export function operation<I extends z.ZodType, O extends z.ZodType>(entry: Operation<I, O>): Operation<I, O> {
  return entry;
}

/** A record's internal number. */
export const id = z.number().int().positive();
/** `yyyy-mm-dd`. */
export const day = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'Enter a date, such as 14 Mar 2008.')
  // The shape lets 30 February in; whatever reckons with it would fail.
  .refine(isDay, { error: 'There is no such day: look at the date.', abort: true });
/** Whole pence, not negative. */
export const pence = z.number().int().min(0).max(100_000_000_000);
/** A line of text, trimmed. */
export const line = z.string().trim().max(200);
/** A line that may not be empty. */
export const filled = line.min(1, 'Fill this in.');
/** A paragraph. */
export const paragraph = z.string().trim().max(20_000);
/** A paragraph that may not be empty. */
export const filledParagraph = paragraph.min(1, 'Fill this in.');
/** The version a screen read before it edits; a save against an older one is refused. */
export const version = z.number().int().min(1);
/** Nothing needed. */
export const nothing = z.object({}).strict();
/** A token for a file that a person chose in a dialog of the operating system. */
export const fileToken = z.string().min(8).max(64);
/** Id and version after a save. */
export const saved = z.object({ id, version });

/** How every list is asked for: at most 100 rows a page. */
export const listInput = z.object({
  search: z.string().max(100).default(''),
  sort: z.string().max(40).default(''),
  descending: z.boolean().default(false),
  page: z.number().int().min(0).max(100_000).default(0),
  pageSize: z.number().int().min(1).max(100).default(50),
});
/** A page of rows and how many there are in all. */
export function page<T extends z.ZodType>(row: T) {
  return z.object({ rows: z.array(row), total: z.number().int() });
}
