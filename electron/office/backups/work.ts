import type Database from 'better-sqlite3';
import { closeSync, copyFileSync, fsyncSync, openSync } from 'node:fs';
import { OfficeProblem } from '#shared/problems.ts';
import { openHandle } from '../database/handle.ts';
import {
  countRows,
  type Holding,
  holdState,
  type Inspected,
  inspectCopy,
  letGo,
  type RowCounts,
  writeCopy,
} from './backups.queries.ts';
import { checkFileText, digestOf, type Standing, standingOf } from './check-file.ts';

/*
 * The heavy part of backups, in words that a thread of its own can be told: see `thread.ts`. All of it is
 * synchronous; nothing here knows of a desk or a person.
 */

/** A copy to be made of an office file. */
export type CopyJob = {
  kind: 'copy';
  database: string;
  key: Uint8Array;
  making: string;
  /** The key file that goes with the copy. */
  keys: Uint8Array;
  nativeBinding: string | undefined;
};
/** What a copy that was opened and compared holds, and the text of its check file. */
export type Copied = { holding: Holding; check: string };
/** A file to be carried over to another place, under a new name there. */
export type CarryJob = { kind: 'carry'; from: string; to: string };
/** Any of them. */
export type Job = CopyJob | CarryJob | CheckJob;
/** Backups to be looked into. Without a key only whether their files belong together is seen. */
export type CheckJob = {
  kind: 'check';
  files: string[];
  key: Uint8Array | null;
  nativeBinding: string | undefined;
};

/** How a backup was found; `no_check`, `other_key`: whole as far as can be told, but not proven. */
export type Found = { standing: Standing; holding: Holding | null };

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refuseDifferent(expected: RowCounts, found: Inspected): Holding {
  const same =
    found.said === 'ok' &&
    expected.size === found.counts.size &&
    [...expected].every(([table, count]) => found.counts.get(table) === count);
  if (same && found.holding) return found.holding;
  throw new OfficeProblem(
    'damaged_file',
    'The copy did not hold what the office holds, so it was removed. The office and its earlier backups are as they were. ' +
      'Check the disk it was written to, or choose another folder, and back up again.',
  );
}

/** Copies through an open handle that nobody else writes past; opens the copy again and compares every table. */
export function copyThrough(
  handle: Database.Database,
  making: string,
  key: Buffer,
  keys: Buffer,
  nativeBinding: string | undefined,
): Copied {
  const expected = countRows(handle);
  writeCopy(handle, making);
  flush(making);
  const holding = refuseDifferent(expected, inspectCopy(making, key, nativeBinding));
  return { holding, check: checkFileText(making, keys, key, holding.setUpAt) };
}

/**
 * Copies a file that others go on writing to. The caller keeps writers still until the copy's file has its first
 * bytes; from then on it and the held state are of the same moment, and their counts must be equal.
 */
export function copyBeside({ database, key, making, keys, nativeBinding }: CopyJob): Copied {
  const options = { file: database, key: Buffer.from(key), ...(nativeBinding ? { nativeBinding } : {}) };
  const held = openHandle({ ...options, readOnly: true });
  try {
    holdState(held);
    const handle = openHandle(options);
    try {
      writeCopy(handle, making);
    } finally {
      handle.close();
    }
    const expected = countRows(held);
    letGo(held);
    flush(making);
    const holding = refuseDifferent(expected, inspectCopy(making, options.key, nativeBinding));
    return { holding, check: checkFileText(making, Buffer.from(keys), options.key, holding.setUpAt) };
  } finally {
    held.close();
  }
}

/** Carries a file over, on to the disk, and compares it there byte for byte. */
export function carry({ from, to }: Omit<CarryJob, 'kind'>): void {
  copyFileSync(from, to);
  flush(to);
  if (digestOf(from) === digestOf(to)) return;
  throw new OfficeProblem(
    'damaged_file',
    'The copy was not the same as the file it was made of, so it was removed. That file is as it was. ' +
      'Check the disk it was written to, or choose another folder.',
  );
}

/** Looks into one backup: its three files against each other, and all of it opened with its key. */
export function lookInto(file: string, key: Buffer | null, nativeBinding: string | undefined): Found {
  const standing = safely(() => standingOf(file, key));
  const opened = key && openedWith(file, key, nativeBinding);
  // The seal is another key's, and yet this key opens it: the check file is not the one that was written.
  if (standing === 'other_key') return { standing: opened ? 'damaged' : standing, holding: null };
  if (standing === 'matches' && key && !opened) return { standing: 'damaged', holding: null };
  return { standing, holding: standing === 'matches' || standing === 'no_check' ? opened : null };
}

function openedWith(file: string, key: Buffer, nativeBinding: string | undefined): Holding | null {
  try {
    return inspectCopy(file, key, nativeBinding).holding;
  } catch {
    return null;
  }
}

function safely(work: () => Standing): Standing {
  try {
    return work();
  } catch {
    return 'damaged';
  }
}
