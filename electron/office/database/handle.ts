import Database from 'better-sqlite3';

/** How one handle on an office file is opened. */
export type HandleOptions = { file: string; key: Buffer; readOnly?: boolean; nativeBinding?: string };

/**
 * Opens one encrypted handle and makes it careful: raw key, WAL, every commit on the disk before it is
 * acknowledged, foreign keys on, no sort spilled in clear. Throws SQLite's own error; the caller puts it
 * into words. The handle is closed if anything fails.
 */
export function openHandle({ file, key, readOnly = false, nativeBinding }: HandleOptions): Database.Database {
  const options: Database.Options = { timeout: 5000 };
  if (nativeBinding) options.nativeBinding = nativeBinding;
  const handle = new Database(file, options);
  try {
    handle.pragma("cipher = 'sqlcipher'");
    handle.pragma(`key = "x'${key.toString('hex')}'"`);
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    handle.pragma('journal_mode = WAL');
    handle.pragma('synchronous = FULL');
    handle.pragma('temp_store = MEMORY');
    handle.pragma('foreign_keys = ON');
    handle.pragma('cache_size = -32000');
    if (readOnly) handle.pragma('query_only = ON');
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

/**
 * Opens a file to look at it without changing a byte of it or of its write-ahead log: before it is known to be
 * whole and not from a newer program, and to check a backup. Throws SQLite's own error if it is not there, not
 * an office file, or not this key's.
 */
export function openToLook({ file, key, nativeBinding }: Omit<HandleOptions, 'readOnly'>): Database.Database {
  const options: Database.Options = { readonly: true, fileMustExist: true, timeout: 5000 };
  if (nativeBinding) options.nativeBinding = nativeBinding;
  const handle = new Database(file, options);
  try {
    handle.pragma("cipher = 'sqlcipher'");
    handle.pragma(`key = "x'${key.toString('hex')}'"`);
    handle.prepare('SELECT count(*) FROM sqlite_schema').get();
    return handle;
  } catch (error) {
    handle.close();
    throw error;
  }
}

/** The number of the last migration that shaped this file; 0 for a new one. */
export function schemaVersion(handle: Database.Database): number {
  return Number(handle.pragma('user_version', { simple: true }));
}

/** Whether a file is whole, as SQLite's quick check says. Reads all of it. */
export function isWhole(handle: Database.Database): boolean {
  return handle.pragma('quick_check(1)', { simple: true }) === 'ok';
}

/** The date that a practice office stands on; null in a real office. */
export function storedPracticeDay(handle: Database.Database): string | null {
  const row = handle.prepare('SELECT practice_day FROM settings').get() as
    { practice_day: string | null } | undefined;
  return row?.practice_day ?? null;
}

/** Closes the handle that wrote; notes first which indexes the next start should look at. */
export function closeWriter(handle: Database.Database): void {
  try {
    handle.pragma('optimize');
  } catch {
    // Only a help for the next start: a full disk must not keep the file open.
  }
  handle.close();
}

/** Brings everything into the file itself, so that it may be renamed without the log beside it. */
export function settleLog(handle: Database.Database): void {
  handle.pragma('wal_checkpoint(TRUNCATE)');
}

/**
 * A number that changes whenever another connection has committed to the file: for a reader, the office's own writer is
 * one of them. Costs next to nothing.
 */
export function changesSeen(handle: Database.Database): number {
  return Number(handle.pragma('data_version', { simple: true }));
}
