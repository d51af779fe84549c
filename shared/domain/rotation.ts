/** A backup as rotation sees it: its name and the moment it was made, UTC (`2008-10-14T07:30:00Z`). */
export type DatedBackup = { name: string; madeAt: string };

/** How many are kept: of the newest day, of the days that have one, and of the months that have one (design: backups). */
const KEPT = { ofNewestDay: 3, days: 14, months: 12 };

/** The newest backup of each of the latest `count` days or months, by the first letters of their moment. */
function newestOfEach(newestFirst: readonly DatedBackup[], letters: number, count: number): DatedBackup[] {
  const found = new Map<string, DatedBackup>();
  for (const backup of newestFirst) {
    const span = backup.madeAt.slice(0, letters);
    if (!found.has(span)) found.set(span, backup);
  }
  return [...found.values()].slice(0, count);
}

/**
 * The names of the backups that may go: all but the newest three of the latest day, the newest of each of the latest
 * 14 days and the newest of each of the latest 12 months. Only days and months that have a backup count, so an
 * office that was shut, or whose clock jumped, loses none of its history.
 */
export function backupsToDrop(backups: readonly DatedBackup[]): string[] {
  const newestFirst = [...backups].sort((a, b) =>
    a.madeAt === b.madeAt ? (a.name < b.name ? 1 : -1) : a.madeAt < b.madeAt ? 1 : -1,
  );
  const latestDay = newestFirst[0]?.madeAt.slice(0, 10);
  const ofLatestDay = newestFirst.filter((backup) => backup.madeAt.slice(0, 10) === latestDay);
  const kept = new Set([
    ...ofLatestDay.slice(0, KEPT.ofNewestDay),
    ...newestOfEach(newestFirst, 10, KEPT.days),
    ...newestOfEach(newestFirst, 7, KEPT.months),
  ]);
  return newestFirst.filter((backup) => !kept.has(backup)).map((backup) => backup.name);
}
