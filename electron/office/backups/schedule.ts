import { isBackupDue, isBackupDueAtLock } from '#shared/domain/backup-age.ts';
import type { Desk } from '../desk.ts';
import { toProblem } from '../problems.ts';
import { newestLine } from './backups.queries.ts';
import { backUp } from './backups.service.ts';
import { lastBackupAt } from './state.ts';

const EVERY_MS = 60_000;
/** After one that failed: often enough to catch a stick that is put back, seldom enough not to be in the way. */
const AGAIN_AFTER_MS = 30 * 60_000;

/** When the next try of an office may be, by the computer's clock. */
const notBefore = new WeakMap<Desk, number>();

/** A practice office has nothing to lose. */
const isReal = (desk: Desk) => desk.open !== null && desk.open.practiceDay === null;
const isWorking = (desk: Desk) => isReal(desk) && desk.person !== null;

/**
 * Makes the day's backup if it is still to be made and somebody is signed in; whether one was made or tried. A failure
 * is noted for everybody to see and tried again after a while; it never stands in anybody's way.
 */
export async function backUpIfDue(desk: Desk, now = Date.now()): Promise<boolean> {
  if (!isWorking(desk) || now < (notBefore.get(desk) ?? 0)) return false;
  try {
    if (!isBackupDue(await lastBackupAt(desk.opened().readerDb), desk.now())) return false;
    await backUp(desk, { by: 'schedule' });
    return true;
  } catch (error) {
    notBefore.set(desk, now + AGAIN_AFTER_MS);
    toProblem(error, desk.log, 'backups.schedule');
    return true;
  }
}

/** Before an office is locked: makes hours of work safe. Never throws; locking goes on whatever comes of it. */
export async function backUpAtLock(desk: Desk): Promise<boolean> {
  if (!isReal(desk)) return false;
  try {
    const { readerDb } = desk.opened();
    const changed = await newestLine(readerDb);
    if (!isBackupDueAtLock(await lastBackupAt(readerDb), changed?.at ?? null, desk.now())) return false;
    await backUp(desk, { by: 'lock' });
    return true;
  } catch (error) {
    toProblem(error, desk.log, 'backups.lock');
    return false;
  }
}

/** Looks once a minute whether the day's backup is due; `tell` hears whose screens are out of date. Returns how to stop. */
export function keepSchedule(desk: Desk, tell: (features: string[]) => void): () => void {
  let busy = false;
  const timer = setInterval(() => {
    if (busy || !isWorking(desk)) return;
    busy = true;
    void backUpIfDue(desk)
      .then((tried) => (tried ? tell(['backups', 'work']) : undefined))
      .finally(() => (busy = false));
  }, EVERY_MS);
  return () => clearInterval(timer);
}
