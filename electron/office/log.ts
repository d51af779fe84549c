import { appendFileSync, existsSync, mkdirSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';

/** Ids and references only: no names, no text that somebody typed. */
export type Log = { info(text: string): void; error(text: string): void };

const LARGEST = 1_000_000;
/** How many full logs are kept beside the one that is written, `office.log.1` the newest. */
const KEPT = 4;

/**
 * A log in `folder/office.log`, turned over at a megabyte; four older ones are kept, so it never takes more than five.
 * A log that cannot be written never stops the office.
 */
export function fileLog(folder: string): Log {
  const file = path.join(folder, 'office.log');
  const write = (level: string, text: string) => {
    try {
      mkdirSync(folder, { recursive: true });
      if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > LARGEST) turnOver(file);
      appendFileSync(file, `${new Date().toISOString()} ${level} ${text}\n`, { mode: 0o600 });
    } catch {
      // Nothing to be done: the office goes on without a log.
    }
  };
  return { info: (text) => write('info', text), error: (text) => write('error', text) };
}

function turnOver(file: string): void {
  for (let number = KEPT - 1; number >= 1; number -= 1) {
    const older = `${file}.${number}`;
    if (existsSync(older)) renameSync(older, `${file}.${number + 1}`);
  }
  renameSync(file, `${file}.1`);
}

/** Says nothing; for tests that look at answers only. */
export const silentLog: Log = { info: () => undefined, error: () => undefined };
