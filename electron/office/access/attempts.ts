import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { uptime } from 'node:os';
import { z } from 'zod';
import { OfficeProblem } from '#shared/problems.ts';
import { writeWhole } from '../database/files.ts';

/**
 * Wrong passphrases are kept beside the file, because nobody is signed in yet who could write in it; the next sign-in
 * moves them into the audit trail. What was typed is in none of it: a try has the name of a slot, or of no slot.
 */
const count = z.object({ failures: z.number().int().min(0), at: z.number() });
const attempts = z.object({
  format: z.literal(2),
  /** By slot, or by one of a few thousand marks that names nobody has share; outsiders cannot tell them apart. */
  counts: z.record(z.string(), count),
  office: count,
  /** The newest tries, oldest first; `more` were let go. */
  tries: z.array(z.object({ at: z.string(), slot: z.string().nullable() })),
  more: z.number().int(),
});
/** See {@link attempts}. */
export type Attempts = z.infer<typeof attempts>;

/** Tries that cost nothing for one name and for the office, and the longest wait after more of each. */
const OF_ONE = { free: 3, longest: 300 };
const OF_ALL = { free: 12, longest: 60 };
const TRIES_KEPT = 200;

const none = (): Attempts => ({ format: 2, counts: {}, office: { failures: 0, at: 0 }, tries: [], more: 0 });

/** What is remembered; nothing if there were none or the file cannot be read. */
export function readAttempts(file: string): Attempts {
  try {
    return attempts.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return none();
  }
}

/** The mark under which a name without a slot is counted: too short to tell the name from it. */
export function markOf(typed: string): string {
  const hash = createHash('sha256').update(`attempt ${typed.trim().toLowerCase()}`).digest('hex');
  return `nobody-${hash.slice(0, 3)}`;
}

/**
 * Seconds that this computer has been on. Waits are measured by it and never by the clock, which anybody can turn:
 * forwards they would be over, back they would not end.
 */
export const secondsOn = (): number => uptime();

function waitOf(
  { failures, at }: { failures: number; at: number },
  rule: typeof OF_ONE,
  now: number,
): number {
  if (failures < rule.free) return 0;
  const wait = Math.min(rule.longest, 2 ** Math.min(20, failures - rule.free + 1));
  // Started again since: it has been on, and the wait has run, at least so long.
  const gone = now >= at ? now - at : now;
  return Math.max(0, Math.ceil(wait - gone));
}

/** Seconds that this name, or everybody, still has to wait. For one name after three tries 2, 4, 8 … to five minutes. */
export function secondsToWait(kept: Attempts, key: string, now: number): number {
  const own = kept.counts[key];
  return Math.max(own ? waitOf(own, OF_ONE, now) : 0, waitOf(kept.office, OF_ALL, now));
}

/** Throws `slow_down` while there is a wait. */
export function refuseTooSoon(file: string, key: string, now: number): void {
  const wait = secondsToWait(readAttempts(file), key, now);
  if (wait === 0) return;
  throw new OfficeProblem(
    'slow_down',
    `There were too many wrong tries. Nothing was opened. Try again in ${wait} ${wait === 1 ? 'second' : 'seconds'}.`,
    { waitSeconds: wait },
  );
}

/** Counts one more wrong try, for its name and for the office. */
export function countFailure(file: string, key: string, slot: string | null, at: string, now: number): void {
  const before = readAttempts(file);
  const tries = [...before.tries, { at, slot }];
  const next: Attempts = {
    format: 2,
    counts: { ...before.counts, [key]: { failures: (before.counts[key]?.failures ?? 0) + 1, at: now } },
    office: { failures: before.office.failures + 1, at: now },
    tries: tries.slice(-TRIES_KEPT),
    more: before.more + Math.max(0, tries.length - TRIES_KEPT),
  };
  writeWhole(file, JSON.stringify(next));
}

/** After a sign-in: what was told is let go, this name and the office begin at nothing, other names go on being slow. */
export function settle(file: string, key: string): void {
  const { counts } = readAttempts(file);
  const { [key]: _own, ...others } = counts;
  if (Object.keys(others).length === 0) rmSync(file, { force: true });
  else writeWhole(file, JSON.stringify({ ...none(), counts: others }));
}
