import Database from 'better-sqlite3';
import { closeSync, fsyncSync, openSync, statSync } from 'node:fs';
import { removeDatabase } from './files.ts';
import { openHandle, openToLook } from './handle.ts';

type Where = { file: string; key: Buffer; nativeBinding?: string };

/** Whether this key opens this file. Changes nothing. */
export function opensWith(where: Where): boolean {
  try {
    openToLook(where).close();
    return true;
  } catch {
    return false;
  }
}

/** Writes a whole copy of what is committed, still under the same key, into a new file. */
export function copyWhole(from: Where, file: string): void {
  removeDatabase(file);
  const handle = openHandle(from);
  try {
    handle.prepare('VACUUM INTO ?').run(file);
  } finally {
    handle.close();
  }
}

/** Encrypts every page of a copy that nobody uses yet under a new key. */
export function encryptAnew({ file, key, nativeBinding }: Where, newKey: Buffer): void {
  const handle = new Database(file, { fileMustExist: true, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    handle.pragma("cipher = 'sqlcipher'");
    handle.pragma(`key = "x'${key.toString('hex')}'"`);
    // With a write-ahead log the key cannot be changed.
    handle.pragma('journal_mode = DELETE');
    handle.pragma(`rekey = "x'${newKey.toString('hex')}'"`);
  } finally {
    handle.close();
  }
}

/** Every table with its number of rows, by a handle that is open; an unsound file throws. */
export function contents(handle: Database.Database): string {
  const said = handle.pragma('integrity_check(1)', { simple: true });
  if (said !== 'ok') throw new Error('The copy is not whole.');
  const tables = handle
    .prepare(
      `SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY 1`,
    )
    .pluck()
    .all() as string[];
  const count = (table: string) => Number(handle.prepare(`SELECT count(*) FROM "${table}"`).pluck().get());
  return JSON.stringify(tables.map((table) => [table, count(table)]));
}

/** Sees to it that a file is on the disk and not only on its way. */
export function flushFile(file: string): void {
  const handle = openSync(file, 'r+');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Whether something is left in the write-ahead log beside a file that should be closed: another program has it open. */
export function hasLog(file: string): boolean {
  return (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0;
}
