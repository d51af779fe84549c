/** How long a backup may be the newest before Work says so, in days: a weekend passes, a week does not. */
const AGE = { old: 3, tooOld: 7 };

/** How the newest verified backup stands: `fresh`, `old` (look at it), `too_old` (put it right now) or `none`. */
export type BackupAge = 'fresh' | 'old' | 'too_old' | 'none';

const daysBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;

/** How old the newest verified backup is at this moment (both UTC). One from a clock that was ahead counts as fresh. */
export function backupAge(lastAt: string | null, now: string): BackupAge {
  if (!lastAt) return 'none';
  const days = daysBetween(lastAt, now);
  if (days >= AGE.tooOld) return 'too_old';
  return days >= AGE.old ? 'old' : 'fresh';
}

/** Whether the day's backup is still to be made: none was made on this day (`yyyy-mm-dd`, UTC) or after. */
export function isBackupDue(lastAt: string | null, now: string): boolean {
  return lastAt === null || lastAt.slice(0, 10) < now.slice(0, 10);
}

/** Hours of work that a lock or the end of the day makes safe: with less, the day's backup is near enough. */
const AT_LOCK_HOURS = 4;

/** Whether to back up before the office is locked: something was written, and the newest backup is hours old. */
export function isBackupDueAtLock(lastAt: string | null, changedAt: string | null, now: string): boolean {
  if (!changedAt || (lastAt && changedAt <= lastAt)) return false;
  return lastAt === null || daysBetween(lastAt, now) * 24 >= AT_LOCK_HOURS;
}
