import type Database from 'better-sqlite3';
import { statSync } from 'node:fs';
import path from 'node:path';
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
import { migrate, type Migration, readMigrations, refuseNewer } from './database/migrate.ts';
import { Writer } from './database/transaction.ts';
import { FileTokens } from './file-tokens.ts';
import type { Log } from './log.ts';

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
  /** The recovery key's last group until it is typed back; shown once, kept nowhere else. */
  recoveryLastGroup: string | null = null;

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
   * Opens the file in use with its key and brings an older one up to date. One that is missing, damaged or from a
   * newer program is refused without a byte of it changed.
   */
  unlock(dataKey: Buffer, beforeMigration?: (handle: Database.Database) => void): OpenOffice {
    this.close();
    const files = this.files;
    const nativeBinding = this.options.nativeBinding;
    const withBinding = nativeBinding ? { nativeBinding } : {};
    const migrations = readMigrations(this.options.migrationsDir);
    lookFirst({ file: files.database, key: dataKey, ...withBinding }, migrations);
    const writerHandle = openHandle({ file: files.database, key: dataKey, ...withBinding });
    try {
      migrate(writerHandle, migrations, () => beforeMigration?.(writerHandle));
      const readerHandle = openHandle({ file: files.database, key: dataKey, readOnly: true, ...withBinding });
      this.open = {
        files,
        dataKey,
        writerHandle,
        readerHandle,
        writerDb: kyselyOver(writerHandle),
        readerDb: kyselyOver(readerHandle),
        writer: new Writer(writerHandle),
        practiceDay: storedPracticeDay(writerHandle),
      };
      return this.open;
    } catch (error) {
      writerHandle.close();
      throw error;
    }
  }

  /** Signs out, closes the file and forgets the key. */
  close(): void {
    this.person = null;
    const open = this.open;
    this.open = null;
    if (!open) return;
    open.readerHandle.close();
    closeWriter(open.writerHandle);
    open.dataKey.fill(0);
  }
}

/** Opening a file to write could create a missing one or settle the log of one that must be left as it is. */
function lookFirst(options: { file: string; key: Buffer }, migrations: Migration[]): void {
  const { size } = statSync(options.file, { throwIfNoEntry: false }) ?? {};
  if (size === undefined)
    throw new OfficeProblem(
      'no_office',
      `There is no office file in ${path.dirname(options.file)}, only its keys. Nothing was changed. ` +
        'Put office.db back where it was, or restore the newest backup.',
    );
  const handle = openToLook(options);
  try {
    refuseNewer(handle, migrations);
    const whole = size > QUICK_CHECK_UP_TO || isWhole(handle);
    // An office always has a version: a file without one lost what it held.
    if (whole && schemaVersion(handle) > 0) return;
  } finally {
    handle.close();
  }
  throw new OfficeProblem(
    'damaged_file',
    'The office file is damaged. It was left as it is and nothing was written to it. Restore the newest backup.',
  );
}
