import type Database from 'better-sqlite3';
import { closeSync, copyFileSync, existsSync, fsyncSync, mkdirSync, openSync, statSync } from 'node:fs';
import path from 'node:path';
import { OfficeProblem } from '#shared/problems.ts';
import { type OfficeFiles, removeDatabase, renameForGood } from '../database/files.ts';
import { copyInto, inspectCopy, type RowCounts } from './backups.queries.ts';

/** What a backup's name looks like; the moment in it is UTC. No colons, so that Windows takes it. */
const NAME = /^office-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})(?:-[a-z0-9-]+)?\.db$/;

/** A verified copy. */
export type Copy = { name: string; bytes: number; rows: number };

/** The moment in a backup's name, or null when it is no backup's name. */
export function momentOf(name: string): string | null {
  const parts = NAME.exec(name);
  return parts && `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`;
}

/** The key file that belongs to a backup: without it the copy is as unreadable to the office as to a thief. */
export function keysOf(name: string): string {
  return name.replace(/\.db$/, '.keys.json');
}

/** All rows of all tables. */
export function sumOf(counts: RowCounts): number {
  return [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function freeName(folder: string, now: string, why: string): string {
  const moment = `${now.slice(0, 10)}-${now.slice(11, 19).replaceAll(':', '')}`;
  for (let turn = 1; ; turn++) {
    const name = `office-${moment}${why}${turn > 1 ? `-${turn}` : ''}.db`;
    if (!existsSync(path.join(folder, name))) return name;
  }
}

function flush(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function refuseDifferent(expected: RowCounts, found: { said: string; counts: RowCounts }): void {
  const same =
    found.said === 'ok' &&
    expected.size === found.counts.size &&
    [...expected].every(([table, count]) => found.counts.get(table) === count);
  if (same) return;
  throw new OfficeProblem(
    'damaged_file',
    'The copy did not hold what the office holds, so it was removed. The office and its earlier backups are as they were. ' +
      'Check the disk it was written to, or choose another folder, and back up again.',
  );
}

/** Where a copy comes from and goes to. */
export type CopyJob = {
  handle: Database.Database;
  files: OfficeFiles;
  key: Buffer;
  nativeBinding: string | undefined;
  folder: string;
  now: string;
  /** Added to the name, such as `-before-update`; usually nothing. */
  why: string;
};

/**
 * Copies the office into a new dated file, opens the copy again and compares it, and only then gives it its name:
 * a file that has a backup's name was whole when it was made. The key file goes with it. Leaves nothing behind
 * when it fails; throws what the disk said or `damaged_file`.
 */
export function makeCopy(job: CopyJob): Copy {
  mkdirSync(job.folder, { recursive: true });
  const name = freeName(job.folder, job.now, job.why);
  const making = path.join(job.folder, `${name}.making`);
  removeDatabase(making);
  try {
    const expected = copyInto(job.handle, making);
    if (!expected)
      throw new OfficeProblem(
        'busy',
        'Another program wrote to the office while it was copied. Nothing was kept of the copy. Back up again.',
      );
    flush(making);
    refuseDifferent(expected, inspectCopy(making, job.key, job.nativeBinding));
    copyFileSync(job.files.keys, path.join(job.folder, keysOf(name)));
    renameForGood(making, path.join(job.folder, name));
    return { name, bytes: statSync(path.join(job.folder, name)).size, rows: sumOf(expected) };
  } catch (error) {
    removeDatabase(making);
    throw error;
  }
}
