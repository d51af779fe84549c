import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { backupsToDrop, type DatedBackup } from '#shared/domain/rotation.ts';

const at = (...moments: string[]): DatedBackup[] => moments.map((madeAt) => ({ name: madeAt, madeAt }));

describe('backupsToDrop', () => {
  it('keeps three of the newest day and drops the older of it', () => {
    expect(
      backupsToDrop(
        at(
          '2008-10-14T07:30:00Z',
          '2008-10-14T09:30:00Z',
          '2008-10-14T11:30:00Z',
          '2008-10-14T13:30:00Z',
          '2008-10-14T15:30:00Z',
        ),
      ),
    ).toEqual(['2008-10-14T09:30:00Z', '2008-10-14T07:30:00Z']);
  });

  it('keeps one of each of 14 days, then one of each of 12 months', () => {
    const days: string[] = [];
    for (let day = new Date('2007-01-01'); days.length < 700; day = new Date(day.getTime() + 86_400_000))
      days.push(`${day.toISOString().slice(0, 10)}T08:00:00Z`, `${day.toISOString().slice(0, 10)}T16:00:00Z`);
    const dropped = new Set(backupsToDrop(at(...days)));
    const kept = days.filter((moment) => !dropped.has(moment)).toReversed();
    // Both of the newest day (it has two), the later one of 13 more days, and of 11 more months but this one.
    expect(kept.slice(0, 2).map((moment) => moment.slice(0, 10))).toEqual(['2007-12-16', '2007-12-16']);
    expect(kept.filter((moment) => moment >= '2007-12-03')).toHaveLength(15);
    expect(kept.slice(15)).toEqual([
      '2007-11-30T16:00:00Z',
      '2007-10-31T16:00:00Z',
      '2007-09-30T16:00:00Z',
      '2007-08-31T16:00:00Z',
      '2007-07-31T16:00:00Z',
      '2007-06-30T16:00:00Z',
      '2007-05-31T16:00:00Z',
      '2007-04-30T16:00:00Z',
      '2007-03-31T16:00:00Z',
      '2007-02-28T16:00:00Z',
      '2007-01-31T16:00:00Z',
    ]);
  });

  it('loses nothing over a shut office or a clock that jumped', () => {
    expect(backupsToDrop(at('2009-06-01T08:00:00Z', '2008-03-01T08:00:00Z', '2031-01-01T08:00:00Z'))).toEqual(
      [],
    );
    expect(backupsToDrop([])).toEqual([]);
  });

  it('always keeps the newest, and dropping again drops nothing more', () => {
    const moment = fc
      .integer({ min: Date.UTC(2007, 0), max: Date.UTC(2009, 0) })
      .map((time) => new Date(time).toISOString());
    fc.assert(
      fc.property(fc.uniqueArray(moment, { maxLength: 120 }), (moments) => {
        const dropped = new Set(backupsToDrop(at(...moments)));
        const kept = moments.filter((one) => !dropped.has(one));
        expect(dropped.has([...moments].sort().at(-1) ?? '')).toBe(false);
        expect(backupsToDrop(at(...kept))).toEqual([]);
        expect(kept.length).toBeLessThanOrEqual(3 + 14 + 12);
      }),
    );
  });
});
