import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';

/** The files of one office in its folder. */
export function officeFiles(folder: string) {
  return {
    folder,
    database: path.join(folder, 'office.db'),
    keys: path.join(folder, 'office.keys.json'),
    attempts: path.join(folder, 'office.attempts.json'),
    seal: path.join(folder, 'office.seal'),
    backups: path.join(folder, 'backups'),
    logs: path.join(folder, 'logs'),
    lock: path.join(folder, 'office.lock'),
    holder: path.join(folder, 'office.lock.json'),
  };
}
/** See {@link officeFiles}. */
export type OfficeFiles = ReturnType<typeof officeFiles>;

/** Writes a whole file or leaves the old one: to a new name, on to the disk, then renamed. */
export function writeWhole(file: string, content: string | Buffer): void {
  mkdirSync(path.dirname(file), { recursive: true });
  const temporary = `${file}.new`;
  const handle = openSync(temporary, 'w', 0o600);
  try {
    const bytes = typeof content === 'string' ? Buffer.from(content) : content;
    let written = 0;
    while (written < bytes.length) written += writeSync(handle, bytes, written);
    fsyncSync(handle);
  } catch (error) {
    closeSync(handle);
    rmSync(temporary, { force: true });
    throw error;
  }
  closeSync(handle);
  renameForGood(temporary, file);
}

/** Renames a file, and returns when the new name itself is on the disk: a power cut does not take it back. */
export function renameForGood(from: string, to: string): void {
  renameSync(from, to);
  // Windows keeps names without being asked, and opens no folder.
  if (process.platform === 'win32') return;
  const folder = openSync(path.dirname(to), 'r');
  try {
    fsyncSync(folder);
  } finally {
    closeSync(folder);
  }
}

/** Removes a database with its write-ahead log; nothing is said if there is none. */
export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true });
}

/** Whether an office lies in this folder. */
export function holdsOffice(folder: string): boolean {
  const files = officeFiles(folder);
  return existsSync(files.database) && existsSync(files.keys);
}
