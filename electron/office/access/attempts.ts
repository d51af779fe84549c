import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { writeWhole } from '../database/files.ts';

/**
 * Wrong passphrases are counted beside the file, because nobody is signed in yet who could write in it; the next
 * sign-in moves the count into the audit trail.
 */
const attempts = z.object({ failures: z.number().int(), since: z.string(), lastMs: z.number() });
/** See {@link attempts}. */
export type Attempts = z.infer<typeof attempts>;

/** Tries that cost nothing, and the longest wait after more. */
const FREE_TRIES = 3;
const LONGEST_WAIT_S = 300;

/** What is remembered; nothing if there were none or the file cannot be read. */
export function readAttempts(file: string): Attempts | null {
  try {
    return attempts.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Counts one more wrong try. */
export function countFailure(file: string, now: Date): Attempts {
  const before = readAttempts(file);
  const next = {
    failures: (before?.failures ?? 0) + 1,
    since: before?.since ?? now.toISOString(),
    lastMs: now.getTime(),
  };
  writeWhole(file, JSON.stringify(next));
  return next;
}

/** Seconds still to wait: none for three tries, then 2, 4, 8 … to five minutes. */
export function secondsToWait(kept: Attempts | null, now: Date): number {
  if (!kept || kept.failures < FREE_TRIES) return 0;
  const wait = Math.min(LONGEST_WAIT_S, 2 ** (kept.failures - FREE_TRIES + 1));
  // A clock that was turned back must not lock anyone out for longer than the wait itself.
  const gone = Math.max(0, (now.getTime() - kept.lastMs) / 1000);
  return Math.max(0, Math.ceil(wait - gone));
}
