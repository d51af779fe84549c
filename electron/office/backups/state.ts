import type { Output } from '#shared/contract/index.ts';
import { backupAge } from '#shared/domain/backup-age.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import type { Desk } from '../desk.ts';
import { toProblem } from '../problems.ts';
import { findSettings, lastRecorded, saveSettings } from './backups.queries.ts';

type State = Output<'backups.state'>;
type Failure = State['failed'];

/** What could not be written down (the disk may be full) is remembered for as long as the office runs. */
const unwritten = new WeakMap<Desk, { failed: Failure; secondFailed: Failure }>();

/** When the newest verified backup was made, or null: shown on Work. */
export async function lastBackupAt(db: Db): Promise<string | null> {
  return (await lastRecorded(db))?.at ?? null;
}

const failure = (at: string | null, why: string): Failure => (at ? { at, why } : null);

/** How the newest backup stands and what stopped the last ones, for everybody who works in the office. */
export async function state({ db, desk, now }: Pick<Context, 'db' | 'desk' | 'now'>): Promise<State> {
  const lastAt = await lastBackupAt(db);
  const kept = await findSettings(db);
  const here = unwritten.get(desk);
  return {
    lastAt,
    // A practice office has nothing to lose.
    age: desk.open?.practiceDay ? 'fresh' : backupAge(lastAt, now),
    failed: here?.failed ?? failure(kept.failed_at, kept.failed_why),
    secondFailed: here?.secondFailed ?? failure(kept.second_failed_at, kept.second_failed_why),
  };
}

/** Keeps why a backup was not made, until one is: in the office, and in memory if not even that can be written. */
export async function noteFailure(
  desk: Desk,
  which: 'failed' | 'secondFailed',
  error: unknown,
): Promise<string> {
  const why = toProblem(error, desk.log, 'backups.make').message;
  const at = desk.now();
  const change =
    which === 'failed'
      ? { failed_at: at, failed_why: why }
      : { second_failed_at: at, second_failed_why: why };
  try {
    const { writer, writerDb } = desk.opened();
    await writer.transaction(() => saveSettings(writerDb, change));
  } catch {
    const before = unwritten.get(desk) ?? { failed: null, secondFailed: null };
    unwritten.set(desk, { ...before, [which]: { at, why } });
  }
  return why;
}

/** A backup was made: what stopped earlier ones is over. */
export function forgetFailures(desk: Desk): void {
  unwritten.delete(desk);
}
