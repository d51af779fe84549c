/**
 * Every way the office says no. A problem is a value, never a thrown string: it carries a code for the
 * program, a sentence for the person (what happened, what was kept, what to do), the field it belongs to,
 * and a reference that finds the line in the log. It never carries a child's name.
 */
export const problemCodes = [
  'unknown_operation',
  'wrong_shape',
  'not_signed_in',
  'not_allowed',
  'not_found',
  'conflict',
  'invalid',
  'gates_stop',
  'budget_short',
  'wrong_passphrase',
  'slow_down',
  'code_needed',
  'wrong_code',
  'passphrase_change',
  'no_office',
  'office_exists',
  'newer_file',
  'damaged_file',
  'changed_migration',
  'broken_trail',
  'folder_unwritable',
  'disk_full',
  'file_unreadable',
  'not_csv',
  'no_such_period',
  'cancelled',
  'busy',
  'in_use',
  'shared_folder',
  'printing_failed',
  'office_stopped',
  'internal',
] as const;

/** A stable name for one kind of problem. */
export type ProblemCode = (typeof problemCodes)[number];

/** What went wrong, ready to show. `field` is the input's path, such as `lines.0.quantity`. */
export type Problem = {
  code: ProblemCode;
  message: string;
  field?: string;
  reference?: string;
  /** How long it stays refused, for `slow_down`. */
  waitSeconds?: number;
  /** Further sentences, one for each field or gate. */
  details?: { message: string; field?: string }[];
};

/** The answer to every call: the data or the problem, never both. */
export type Result<T> = { ok: true; data: T } | { ok: false; problem: Problem };

/** Thrown inside the office to leave a use case; the gate turns it into a `Problem` and undoes the transaction. */
export class OfficeProblem extends Error {
  readonly problem: Problem;
  constructor(code: ProblemCode, message: string, more: Omit<Problem, 'code' | 'message'> = {}) {
    super(message);
    this.name = 'OfficeProblem';
    this.problem = { code, message, ...more };
  }
}
