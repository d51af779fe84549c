import type Database from 'better-sqlite3';
import { formatDay } from '#shared/domain/dates.ts';
import { type AuditRow, breakBetween } from './chain.ts';
import type { OfficeFiles } from './files.ts';
import { type FoundSeal, keysFingerprint, readSeal, Seal, type Sealed } from './seal.ts';

/** What the trail and the seal beside it say of each other; a sentence for each thing that is wrong. */
export type TrailState = {
  faults: string[];
  /** Told, not refused: the key file signs itself, and one from a backup may have been put back by right. */
  keysReplaced: boolean;
};

/** So many of the newest lines are checked at every start; `verify` checks all of them. */
const NEWEST = 500;

function hasTrail(handle: Database.Database): boolean {
  // A file from before the trail had its second form is brought up to date first, and has no seal yet.
  const columns = handle.pragma('table_info("audit_events")') as { name: string }[];
  return columns.some(({ name }) => name === 'form');
}

function lastLine(handle: Database.Database): AuditRow | undefined {
  return handle.prepare('SELECT * FROM audit_events ORDER BY seq DESC LIMIT 1').get() as AuditRow | undefined;
}

/** The newest line's number and hash, to be sealed; null in a file without a trail. */
export function headOf(handle: Database.Database): { seq: number; hash: string } | null {
  const row = handle.prepare('SELECT seq, hash FROM audit_events ORDER BY seq DESC LIMIT 1').get();
  return (row as { seq: number; hash: string } | undefined) ?? null;
}

function newestBreak(handle: Database.Database, from: number): string | null {
  const rows = handle
    .prepare('SELECT * FROM audit_events WHERE seq >= ? ORDER BY seq')
    .all(from) as AuditRow[];
  for (const [index, row] of rows.entries()) {
    const before = rows[index - 1];
    // The first of them has nothing to be held against but itself, unless it is the very first.
    const found = breakBetween(
      before ?? (row.seq === 1 ? null : { ...row, seq: row.seq - 1, hash: row.previous_hash }),
      row,
    );
    if (found) return found.sentence;
  }
  return null;
}

const dayOf = (row: AuditRow) => formatDay(row.at.slice(0, 10));

function againstSeal(handle: Database.Database, last: AuditRow, sealed: Sealed): string | null {
  if (last.seq < sealed.seq)
    return (
      `The audit trail ends at line ${last.seq} of ${dayOf(last)}, but line ${sealed.seq} was written here. ` +
      'The office file is an older copy of itself, or its last lines were removed.'
    );
  const row = handle.prepare('SELECT hash FROM audit_events WHERE seq = ?').get(sealed.seq);
  if ((row as { hash: string } | undefined)?.hash === sealed.hash) return null;
  return `Line ${sealed.seq} of the audit trail is not the one that was sealed: the trail was written anew up to there, or the office file is another.`;
}

function sealFault(found: FoundSeal, last: AuditRow): string | null {
  if (found.state === 'unreadable')
    return 'The seal beside the office file (office.seal) is damaged or belongs to another office.';
  // Lines of the second form are written only by a program that seals.
  if (found.state === 'missing' && last.form === 2)
    return 'The seal beside the office file (office.seal) is missing: nobody can tell whether the file is the newest.';
  return null;
}

/**
 * Holds an office file against its seal before anything is written to it: a file that is older than it was, lines
 * removed at the end, a trail written anew, another key file; and the newest part of the chain for itself.
 * Cheap whatever the trail's length: it reads a few hundred lines. Changes nothing.
 */
export function checkTrail(handle: Database.Database, files: OfficeFiles, key: Buffer): TrailState {
  if (!hasTrail(handle)) return { faults: [], keysReplaced: false };
  const last = lastLine(handle);
  const found = readSeal(files, key);
  if (!last)
    return {
      faults: found.state === 'missing' ? [] : ['The audit trail is empty, but lines were written here.'],
      keysReplaced: false,
    };
  const faults = [sealFault(found, last)];
  const known = found.state === 'there' ? found.sealed.knownUpTo : 0;
  if (found.state === 'there') faults.push(againstSeal(handle, last, found.sealed));
  const from = Math.max(known + 1, Math.min(last.seq, last.seq - NEWEST), 1);
  faults.push(newestBreak(handle, from));
  const keysReplaced = found.state === 'there' && !found.sealed.keys.includes(keysFingerprint(files));
  return { faults: faults.filter((fault) => fault !== null), keysReplaced };
}

/**
 * The seal of an office that is being opened; an office without one gets it. Of one whose trail is broken it is left
 * as it is until somebody went on knowingly: it is what tells that something is wrong.
 */
export function openSeal(
  head: { seq: number; hash: string } | null,
  files: OfficeFiles,
  key: Buffer,
  broken = false,
): Seal {
  const found = readSeal(files, key);
  const nothing = { sealed: { turn: 0, seq: 0, hash: '', keys: [], knownUpTo: 0 }, place: 1 };
  const seal = new Seal(files, key, found.state === 'there' ? found : nothing);
  if (!broken) seal.set({ ...head, keys: [keysFingerprint(files)] });
  return seal;
}

/**
 * Writes the seal of an office file anew for what the file holds now; `head` is {@link headOf} it. For the few who
 * rightly put another file in its place: a restore, a re-keying, the making of a new office. Call it when the file and its keys are in
 * their places and nobody has the office open; then sign in and write a line that says what was done
 * (`backups.restore`): the trail goes on from the restored file's last line. Until then start-up calls the file
 * an older copy of itself, which it is. Throws what the disk says.
 */
export function sealAnew(head: { seq: number; hash: string } | null, files: OfficeFiles, key: Buffer): void {
  const seal = openSeal(head, files, key);
  try {
    seal.flush();
  } finally {
    seal.close();
  }
}
