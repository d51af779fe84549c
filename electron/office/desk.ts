import type Database from 'better-sqlite3';
import { existsSync, statSync } from 'node:fs';
import { OfficeProblem } from '#shared/problems.ts';
import { notSignedIn } from './common-problems.ts';
import type { SignedIn } from './context.ts';
import { type Db, kyselyOver } from './database/driver.ts';
import { holdsOffice, type OfficeFiles, officeFiles } from './database/files.ts';
import {
  closeWriter,
  isWhole,
  openHandle,
  openToLook,
  schemaVersion,
  storedPracticeDay,
} from './database/handle.ts';
import { type Holder, type Lock, takeLock } from './database/lock.ts';
import { migrate, type Migration, readMigrations, refuseNewer } from './database/migrate.ts';
import { placeFault, type PlaceFacts, sharedFolder } from './database/place.ts';
import { findPlaceFacts } from './database/place-facts.ts';
import { watchChanges } from './database/changes.ts';
import type { Seal } from './database/seal.ts';
import { checkTrail, headOf, openSeal, type TrailState } from './database/start-check.ts';
import { Writer } from './database/transaction.ts';
import { FileTokens } from './file-tokens.ts';
import type { Log } from './log.ts';
import { toProblem } from './problems.ts';

/** Where an office lives and what it runs with. */
export type DeskOptions = {
  officeDir: string;
  practiceDir: string;
  migrationsDir: string;
  version: string;
  log: Log;
  nativeBinding?: string;
  /** scrypt's cost for new key slots of a real office; lower in tests only. */
  keyCost?: number;
  /** Replaces the computer's clock: the practice office is built day by day. */
  clock?: Clock;
  /** Where this runs, for whoever finds the office in use; a window unless told. */
  program?: Holder['program'];
  /** Replaces the look at the folder's place in tests. */
  placeFacts?: (folder: string) => PlaceFacts;
  /** Replaces the seconds that the computer has been on, by which waits are measured; in tests only. */
  secondsOn?: () => number;
};

/** How an office is opened: for whom, what to do before an update changes it, and whether a broken trail is known. */
export type UnlockOptions = {
  beforeMigration?: (handle: Database.Database) => void;
  userName?: string;
  knowing?: boolean;
};

/** The office's date and this moment. */
export type Clock = { today(): string; now(): string };

/** An unlocked office: two handles on one encrypted file, and the key that opens it. */
export type OpenOffice = {
  files: OfficeFiles;
  dataKey: Buffer;
  writerHandle: Database.Database;
  readerHandle: Database.Database;
  writerDb: Db;
  readerDb: Db;
  writer: Writer;
  /** What stands beside the file and tells whether it is the newest; written after each commit. */
  seal: Seal;
  /** What was wrong with the audit trail when it was opened all the same; nothing in a healthy office. */
  brokenTrail: string[];
  /** Whether the key file was another than was last written here. */
  keysReplaced: boolean;
  /** Whether commits are sealed: not while a broken trail waits for somebody to go on with it. */
  sealing: boolean;
  /** The practice office's own date; null in a real office. */
  practiceDay: string | null;
};

const two = (value: number) => String(value).padStart(2, '0');

/** Files up to this size are checked whole when they are opened; larger ones by `verify` and at each backup. */
const QUICK_CHECK_UP_TO = 32_000_000;

/**
 * One desk: which office is in use, whether it is unlocked, and who is signed in. It knows nothing of what
 * the office does; use cases reach it through their context.
 */
export class Desk {
  readonly options: DeskOptions;
  readonly log: Log;
  readonly tokens = new FileTokens();
  using: 'office' | 'practice' = 'office';
  open: OpenOffice | null = null;
  person: SignedIn | null = null;
  /** A new recovery key until its last group is typed back, and what then takes the old one's place. */
  newRecovery: { lastGroup: string; take: () => void } | null = null;
  /** What whoever signs in is told once: a clock that went back, a trail that was found broken. */
  warnings: string[] = [];
  #lock: { folder: string; lock: Lock } | null = null;

  constructor(options: DeskOptions) {
    this.options = options;
    this.log = options.log;
  }

  /** The folder in use. */
  get files(): OfficeFiles {
    return officeFiles(this.using === 'practice' ? this.options.practiceDir : this.options.officeDir);
  }

  has(which: 'office' | 'practice'): boolean {
    return holdsOffice(which === 'practice' ? this.options.practiceDir : this.options.officeDir);
  }

  /** The office's date: the practice office's own, or the computer's. */
  today(): string {
    if (this.options.clock) return this.options.clock.today();
    if (this.open?.practiceDay) return this.open.practiceDay;
    const now = new Date();
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  }

  /** This moment in UTC; in a practice office the time of day is the computer's and the date its own. */
  now(): string {
    if (this.options.clock) return this.options.clock.now();
    const moment = new Date().toISOString();
    return this.open?.practiceDay ? `${this.open.practiceDay}${moment.slice(10)}` : moment;
  }

  /** The open office, or a problem in words. */
  opened(): OpenOffice {
    if (!this.open) throw notSignedIn();
    return this.open;
  }

  /**
   * Takes the folder in use for writing, and keeps it until {@link close}; a second time only
   * notes the new person. Whatever puts a
   * file in an office's place does this first. Throws `in_use` with who has it, or `shared_folder` when it lies where
   * an office may not be written.
   */
  hold(userName: string): void {
    const { files } = this;
    if (this.#lock?.folder === files.folder) {
      this.#lock.lock.note(userName);
      return;
    }
    this.#release();
    const find = this.options.placeFacts ?? findPlaceFacts;
    const fault = placeFault(find(files.folder));
    if (fault) throw sharedFolder(fault, files.folder);
    const who = { user: userName, program: this.options.program ?? 'window' };
    this.#lock = { folder: files.folder, lock: takeLock(files, who, this.options.nativeBinding) };
  }

  #release(): void {
    this.#lock?.lock.release();
    this.#lock = null;
  }

  /**
   * Opens the file in use with its key and brings an older one up to date, and holds it for whoever asks. One that is
   * missing, damaged, from a newer program or held by another is refused without a byte of it changed; and so is one
   * whose audit trail is broken, unless somebody goes on `knowing` it.
   */
  unlock(dataKey: Buffer, options: UnlockOptions = {}): OpenOffice {
    this.#shut();
    try {
      refuseMissing(this.files);
      this.hold(options.userName ?? '');
      return this.#open(dataKey, options);
    } catch (error) {
      this.#release();
      throw error;
    }
  }

  #open(dataKey: Buffer, { beforeMigration, knowing = false }: UnlockOptions): OpenOffice {
    const files = this.files;
    const nativeBinding = this.options.nativeBinding;
    const withBinding = nativeBinding ? { nativeBinding } : {};
    const migrations = readMigrations(this.options.migrationsDir);
    const { faults: brokenTrail, keysReplaced } = lookFirst(
      files,
      { key: dataKey, ...withBinding },
      migrations,
    );
    const isBroken = brokenTrail.length > 0;
    if (isBroken && !knowing) throw trailBroken(brokenTrail);
    const writerHandle = openHandle({ file: files.database, key: dataKey, ...withBinding });
    try {
      migrate(writerHandle, migrations, () => beforeMigration?.(writerHandle));
      const readerHandle = openHandle({ file: files.database, key: dataKey, readOnly: true, ...withBinding });
      watchChanges(writerHandle);
      this.open = {
        files,
        dataKey,
        writerHandle,
        readerHandle,
        writerDb: kyselyOver(writerHandle),
        readerDb: kyselyOver(readerHandle),
        writer: new Writer(writerHandle, () => this.#sealHead()),
        seal: openSeal(headOf(writerHandle), files, dataKey, isBroken),
        brokenTrail,
        keysReplaced,
        sealing: !isBroken,
        practiceDay: storedPracticeDay(writerHandle),
      };
      return this.open;
    } catch (error) {
      writerHandle.close();
      throw error;
    }
  }

  /** What was committed is safe whatever becomes of its seal: an older seal is no fault. */
  #sealHead(): void {
    const { open } = this;
    if (!open?.sealing) return;
    try {
      const head = headOf(open.writerHandle);
      if (head && head.seq !== open.seal.seq) open.seal.set(head);
    } catch (error) {
      toProblem(error, this.log, 'seal');
    }
  }

  /**
   * Closes the open file while `swap` puts another in its place, and opens what lies there then, with the key that `swap`
   * gives back: for whoever is signed in and for every write that waits. When `swap` throws, the old file is opened again.
   * Call it inside the writer's `alone`.
   */
  exchange(swap: () => Buffer): void {
    const open = this.opened();
    open.readerHandle.close();
    closeWriter(open.writerHandle);
    const old = open.dataKey;
    try {
      open.dataKey = swap();
    } finally {
      Object.assign(open, this.#handles(open.files, open.dataKey));
      open.writer.moveTo(open.writerHandle);
      watchChanges(open.writerHandle);
      open.seal.close();
      open.seal = openSeal(headOf(open.writerHandle), open.files, open.dataKey);
    }
    old.fill(0);
  }

  #handles(files: OfficeFiles, key: Buffer) {
    const { nativeBinding } = this.options;
    const options = { file: files.database, key, ...(nativeBinding ? { nativeBinding } : {}) };
    const writerHandle = openHandle(options);
    const readerHandle = openHandle({ ...options, readOnly: true });
    return {
      writerHandle,
      readerHandle,
      writerDb: kyselyOver(writerHandle),
      readerDb: kyselyOver(readerHandle),
    };
  }

  /** Signs out, closes the file, forgets the key and lets others write. */
  close(): void {
    this.#shut();
    this.#release();
  }

  #shut(): void {
    this.person = null;
    this.warnings = [];
    const open = this.open;
    this.open = null;
    if (!open) return;
    open.readerHandle.close();
    closeWriter(open.writerHandle);
    open.seal.close();
    open.dataKey.fill(0);
  }
}

function refuseMissing({ database, folder }: OfficeFiles): void {
  if (existsSync(database)) return;
  throw new OfficeProblem(
    'no_office',
    `There is no office file in ${folder}, only its keys. Nothing was changed. ` +
      'Put office.db back where it was, or restore the newest backup.',
  );
}

/** Opening a file to write could settle the log of one that must be left as it is. What is wrong with its audit trail. */
function lookFirst(
  files: OfficeFiles,
  withKey: { key: Buffer; nativeBinding?: string },
  migrations: Migration[],
): TrailState {
  const { size } = statSync(files.database);
  const handle = openToLook({ file: files.database, ...withKey });
  try {
    refuseNewer(handle, migrations);
    const whole = size > QUICK_CHECK_UP_TO || isWhole(handle);
    // An office always has a version: a file without one lost what it held.
    if (whole && schemaVersion(handle) > 0) return checkTrail(handle, files, withKey.key);
  } finally {
    handle.close();
  }
  throw new OfficeProblem(
    'damaged_file',
    'The office file is damaged. It was left as it is and nothing was written to it. Restore the newest backup.',
  );
}

function trailBroken(faults: string[]): OfficeProblem {
  return new OfficeProblem(
    'broken_trail',
    'The audit trail of this office is not whole, so it was not opened. Nothing was changed. Keep a copy of the office folder ' +
      'for your auditor, then restore the newest backup, or let somebody who answers for the office go on and say what they know.',
    { details: faults.map((message) => ({ message })) },
  );
}
