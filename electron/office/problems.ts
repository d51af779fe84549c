import { randomBytes } from 'node:crypto';
import { OfficeProblem, type Problem, type ProblemCode } from '#shared/problems.ts';
import type { Log } from './log.ts';

/** What SQLite and the disk say, in the office's words. */
const inWords: Record<string, [ProblemCode, string]> = {
  SQLITE_FULL: [
    'disk_full',
    'The disk is full, so this was not saved. Everything saved before is safe. Free some space and do it again.',
  ],
  ENOSPC: [
    'disk_full',
    'The disk is full, so the file was not written. Everything saved in the office is safe. Free some space and do it again.',
  ],
  SQLITE_READONLY: [
    'folder_unwritable',
    'The office folder cannot be written to, so this was not saved. Everything saved before is safe. Ask IT to give you write access to it.',
  ],
  SQLITE_CANTOPEN: [
    'folder_unwritable',
    'The office file cannot be opened. Nothing was changed. Check that the folder is there and that you may write to it.',
  ],
  SQLITE_IOERR: [
    'folder_unwritable',
    'The disk did not answer, so this was not saved. Everything saved before is safe. Check the disk, then do it again.',
  ],
  SQLITE_NOTADB: [
    'damaged_file',
    'The office file is damaged or is not an office file. It was left as it is. Restore the newest backup.',
  ],
  SQLITE_CORRUPT: [
    'damaged_file',
    'The office file is damaged. It was left as it is. Restore the newest backup.',
  ],
  SQLITE_CONSTRAINT_FOREIGNKEY: [
    'not_found',
    'A record that this belongs to is not there. Nothing was saved. Open the list again and choose from it.',
  ],
  SQLITE_BUSY: [
    'busy',
    'Another program is using the office file. Nothing was changed. Close it and do this again.',
  ],
  EACCES: [
    'folder_unwritable',
    'That folder cannot be written to. Nothing was changed. Choose another, or ask IT for access.',
  ],
  EPERM: [
    'folder_unwritable',
    'That folder cannot be written to. Nothing was changed. Choose another, or ask IT for access.',
  ],
  EROFS: ['folder_unwritable', 'That disk can only be read. Nothing was changed. Choose another folder.'],
  ENOTDIR: ['folder_unwritable', 'That folder cannot be made there. Nothing was changed. Choose another.'],
  EEXIST: ['folder_unwritable', 'That folder cannot be made there. Nothing was changed. Choose another.'],
  EBUSY: [
    'busy',
    'Another program holds that file open, so it was not replaced. Nothing was changed. Close it there and do this again.',
  ],
  ENOENT: ['file_unreadable', 'The file is no longer there. Nothing was changed. Choose it again.'],
  EISDIR: ['file_unreadable', 'That is a folder, not a file. Nothing was changed. Choose a file.'],
};

/** What the driver says, without a code, when the desk was locked while something was under way. */
const CLOSED = 'The database connection is not open';

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/**
 * Turns anything thrown into a problem. What is expected keeps its own words; what is not gets a reference,
 * and the log holds where it came from, never what it was about.
 */
export function toProblem(error: unknown, log: Log, operation: string): Problem {
  if (error instanceof OfficeProblem) return error.problem;
  if (error instanceof TypeError && error.message === CLOSED)
    return {
      code: 'not_signed_in',
      message: 'The desk was locked before this was done. Nothing of it was saved. Sign in and do it again.',
    };
  const code = codeOf(error);
  const known = Object.entries(inWords).find(([prefix]) => code === prefix || code.startsWith(`${prefix}_`));
  const reference = randomBytes(4).toString('hex');
  // The first line of a stack is the message, which may quote what was typed: it stays out of the log.
  const where = error instanceof Error ? (error.stack ?? '').split('\n').slice(1, 8).join('\n') : '';
  const kind = error instanceof Error ? error.name : typeof error;
  log.error(`${reference} ${operation} ${kind} ${code}\n${where}`);
  if (known) return { code: known[1][0], message: known[1][1], reference };
  return {
    code: 'internal',
    message:
      'Something went wrong that Trust Desk did not expect. Nothing of this was saved; everything saved before is safe. ' +
      `Do it again, and if it stays, give IT the reference ${reference}.`,
    reference,
  };
}
