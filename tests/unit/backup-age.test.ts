import { describe, expect, test } from 'vitest';
import { backupAge, isBackupDue, isBackupDueAtLock } from '#shared/domain/backup-age.ts';

const NOW = '2008-10-14T10:00:00.000Z';

describe('how old the newest backup is', () => {
  test.each([
    [null, 'none'],
    ['2008-10-14T09:59:00.000Z', 'fresh'],
    // A weekend is nothing to be told of.
    ['2008-10-11T10:00:01.000Z', 'fresh'],
    ['2008-10-11T10:00:00.000Z', 'old'],
    ['2008-10-07T10:00:01.000Z', 'old'],
    ['2008-10-07T10:00:00.000Z', 'too_old'],
    ['2009-01-01T00:00:00.000Z', 'fresh'],
  ] as const)('%s is %s', (lastAt, age) => expect(backupAge(lastAt, NOW)).toBe(age));

  test('the day’s backup is due once a day', () => {
    expect(isBackupDue(null, NOW)).toBe(true);
    expect(isBackupDue('2008-10-13T23:59:59.000Z', NOW)).toBe(true);
    expect(isBackupDue('2008-10-14T00:00:00.000Z', NOW)).toBe(false);
  });

  test('a lock makes hours of work safe, and nothing that is safe already', () => {
    const changed = '2008-10-14T09:50:00.000Z';
    expect(isBackupDueAtLock('2008-10-14T05:59:00.000Z', changed, NOW)).toBe(true);
    expect(isBackupDueAtLock('2008-10-14T06:01:00.000Z', changed, NOW)).toBe(false);
    expect(isBackupDueAtLock('2008-10-14T01:00:00.000Z', '2008-10-14T00:59:00.000Z', NOW)).toBe(false);
    expect(isBackupDueAtLock(null, changed, NOW)).toBe(true);
    expect(isBackupDueAtLock(null, null, NOW)).toBe(false);
  });
});
