import { expect, it } from 'vitest';
import type { ReturnData } from '#shared/contract/returns.ts';
import { keepUntil } from '#shared/domain/keepUntil.ts';
import { coverRows } from '#electron/office/returns/writers/grid.ts';

const data: ReturnData = {
  office: 'Marlford',
  period: '2008-Q2',
  from: '2008-07-01',
  to: '2008-09-30',
  profile: 'internal',
  classification: 'OFFICIAL-SENSITIVE',
  extractedAt: '2008-10-14T10:00:00Z',
  preparedBy: 'Tom Yardley',
  softwareVersion: '1.0.0',
  tables: [],
  checks: [],
  hash: '0',
};

it('an export may be kept for thirty days, over the end of a month and a leap day', () => {
  expect(keepUntil('2008-10-14T23:59:59Z')).toBe('2008-11-13');
  expect(keepUntil('2008-02-01T00:00:00Z')).toBe('2008-03-02');
});

it('a return with exact figures says who owns it and when it ends; a published one has no end', () => {
  expect(coverRows(data)).toContainEqual(['Destroy after', '2008-11-13']);
  expect(coverRows(data)).toContainEqual(['Owner', 'Marlford']);
  expect(coverRows({ ...data, profile: 'published' }).map(([name]) => name)).not.toContain('Destroy after');
});
