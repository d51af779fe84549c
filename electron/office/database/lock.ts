import Database from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { hostname, userInfo } from 'node:os';
import { z } from 'zod';
import { formatDayLong } from '#shared/domain/dates.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { type OfficeFiles, writeWhole } from './files.ts';

const holder = z.object({
  user: z.string(),
  account: z.string(),
  computer: z.string(),
  /** UTC, by the computer's own clock. */
  since: z.string(),
  process: z.number(),
  program: z.enum(['window', 'terminal']),
});

/** Who has an office open, as the note beside the lock says it. It names nobody but who signed in. */
export type Holder = z.infer<typeof holder>;

/** An office that is held for writing by this program. */
export type Lock = {
  /** Writes down who has it now. */
  note(user: string): void;
  release(): void;
};

/** A wait for a virus scanner, not for a person. */
const PATIENCE_MS = 300;

/**
 * Takes the office of this folder for writing, or throws `in_use` with who has it since when. The lock is an exclusive
 * transaction, held for as long as the office is open, on an empty SQLite file: the operating system lets go of
 * it when its holder ends, however that ends, so nothing that is left behind by a crash is ever in the way. The note
 * beside it only says whose it is.
 */
export function takeLock(
  files: OfficeFiles,
  { user, program }: { user: string; program: Holder['program'] },
  nativeBinding?: string,
): Lock {
  mkdirSync(files.folder, { recursive: true });
  const handle = openLocked(files, nativeBinding);
  leaveNote(files, { user, program });
  return {
    note: (next) => leaveNote(files, { user: next, program }),
    release: () => {
      // The note goes first: once the lock is free, the next note is somebody else's.
      rmSync(files.holder, { force: true });
      handle.close();
    },
  };
}

/** Throws `in_use` if somebody has the office of this folder open; a folder that is not there is free. */
export function refuseHeld(files: OfficeFiles, nativeBinding?: string): void {
  if (existsSync(files.lock)) openLocked(files, nativeBinding).close();
}

function openLocked(files: OfficeFiles, nativeBinding: string | undefined): Database.Database {
  const options: Database.Options = { timeout: PATIENCE_MS };
  if (nativeBinding) options.nativeBinding = nativeBinding;
  const handle = new Database(files.lock, options);
  try {
    // No journal: nothing is ever written through this handle.
    handle.pragma('journal_mode = OFF');
    handle.exec('BEGIN EXCLUSIVE');
    return handle;
  } catch (error) {
    handle.close();
    if (isBusy(error)) throw inUse(readHolder(files));
    throw error;
  }
}

const isBusy = (error: unknown) =>
  error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY');

/** The lock holds without its note, so a disk that takes none is no reason to keep people out. */
function leaveNote(files: OfficeFiles, who: { user: string; program: Holder['program'] }): void {
  const note: Holder = {
    ...who,
    account: accountName(),
    computer: hostname(),
    since: new Date().toISOString(),
    process: process.pid,
  };
  try {
    writeWhole(files.holder, JSON.stringify(note, null, 1));
  } catch {
    rmSync(files.holder, { force: true });
  }
}

function accountName(): string {
  try {
    return userInfo().username;
  } catch {
    // An account that the system has no name for.
    return '';
  }
}

/** What the note says; null when there is none or it cannot be read. Whether it still holds only the lock tells. */
function readHolder(files: OfficeFiles): Holder | null {
  try {
    return holder.parse(JSON.parse(readFileSync(files.holder, 'utf8')));
  } catch {
    return null;
  }
}

const two = (value: number) => String(value).padStart(2, '0');

/** `14 October 2008, 10:15` by this computer's clock. */
export function momentInWords(iso: string): string {
  const at = new Date(iso);
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${formatDayLong(day)}, ${two(at.getHours())}:${two(at.getMinutes())}`;
}

/** Where the holder sits, told from where the reader sits. */
function placeOf(held: Holder): string {
  const where = held.computer === hostname() ? 'on this computer' : `on the computer ${held.computer}`;
  const account = held.account && held.account !== accountName() ? ` in the account ${held.account}` : '';
  return `${where}${account}${held.program === 'terminal' ? ', from a terminal' : ', in another window'}`;
}

function inUse(held: Holder | null): OfficeProblem {
  const who = held?.user
    ? `This office is open already: ${held.user} has it ${placeOf(held)}, since ${momentInWords(held.since)}.`
    : 'This office is open already in another program.';
  return new OfficeProblem(
    'in_use',
    `${who} Nothing was opened or changed here, because only one may write at a time. ` +
      'Lock it or close it there and sign in again.',
  );
}
