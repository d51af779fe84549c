import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstEpisodeDay, flowFacts } from '#electron/office/children/children.service.ts';
import { childrenInReach } from '#electron/office/children/scope.queries.ts';
import { listPage, type ChildListWanted } from '#electron/office/children/list.queries.ts';
import { openCaf, register, sqlRun } from './support/children.ts';
import { contextOf } from './support/context.ts';
import { fillWithCases } from './support/many.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await TestOffice.setUp();
});
afterEach(() => office.remove());

const flow = (from = '2008-04-01', to = '2008-06-30') => flowFacts(contextOf(office), from, to);
let made = 0;
/** A CAF of a child of its own that began on a day and was closed on another, if it was. */
async function episode(
  startOn: string,
  closedOn?: string,
  more: { reason?: string; areaId?: number; level?: number } = {},
) {
  made += 1;
  const child = await register(office, { givenNames: `Child${made}`, areaId: more.areaId ?? 1 });
  const cafId = await openCaf(office, child, { startOn, level: more.level ?? 3 });
  if (closedOn)
    await office.do('children.closeCaf', { cafId, version: 1, closedOn, reason: more.reason ?? 'NM' });
  return { child, cafId };
}

describe('CAF flow of a quarter (R1)', () => {
  test('counts by the days: the last day counts as closed, the first as begun', async () => {
    await episode('2008-03-31');
    await episode('2008-03-01', '2008-03-31');
    await episode('2008-03-01', '2008-04-01');
    await episode('2008-03-01', '2008-06-30');
    await episode('2008-03-01', '2008-07-01');
    await episode('2008-04-01');
    await episode('2008-06-30', '2008-06-30');
    await episode('2008-07-01');
    expect((await flow()).total).toEqual({
      openAtStart: 4,
      initiated: 2,
      repeats: 0,
      completed: 0,
      tacFormed: 0,
      closed: 3,
      openAtEnd: 3,
    });
  });

  test('an episode opened in error is in no count, and is none to repeat', async () => {
    const { child } = await episode('2008-04-10', '2008-04-12', { reason: 'ER' });
    await openCaf(office, child, { startOn: '2008-04-14' });
    await episode('2007-01-01', '2008-05-01', { reason: 'ER' });
    expect((await flow()).total).toMatchObject({
      openAtStart: 0,
      initiated: 1,
      repeats: 0,
      closed: 0,
      openAtEnd: 1,
    });
  });

  test('a child’s later episode is a repeat', async () => {
    const { child } = await episode('2007-11-01', '2008-01-31');
    await openCaf(office, child, { startOn: '2008-06-01' });
    await episode('2008-06-01');
    expect((await flow()).total).toMatchObject({ initiated: 2, repeats: 1 });
  });

  test('restricted children count, and whoever may read returns gets the whole trust’s figures', async () => {
    const { child } = await episode('2008-04-10');
    sqlRun(office, 'UPDATE children SET restricted = 1 WHERE id = ?', child);
    expect((await flow()).total.initiated).toBe(1);
    await office.addPerson('nadia', ['commissioner']);
    await office.signIn('nadia');
    expect((await flow()).total.initiated).toBe(1);
  });

  test('areas and starting levels add up to the whole, and each reconciles', async () => {
    expect(await firstEpisodeDay(contextOf(office))).toBeNull();
    fillWithCases(office.desk.opened().writerHandle, 3000);
    expect(await firstEpisodeDay(contextOf(office))).toBe('2006-04-01');
    for (const [from, to] of [
      ['2006-04-01', '2006-06-30'],
      ['2007-10-01', '2007-12-31'],
      ['2008-04-01', '2008-06-30'],
    ] as const) {
      const { total, byArea, byLevel } = await flow(from, to);
      expect(total.initiated, from).toBeGreaterThan(50);
      for (const parts of [[...byArea.values()], [...byLevel.values()]])
        for (const key of ['openAtStart', 'initiated', 'repeats', 'closed', 'openAtEnd'] as const)
          expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(total[key]);
      for (const part of [total, ...byArea.values(), ...byLevel.values()])
        expect(part.openAtStart + part.initiated - part.closed).toBe(part.openAtEnd);
    }
  });
});

describe('the query plans of what is asked most', () => {
  const wanted: ChildListWanted = {
    words: null,
    status: 'open',
    areaId: null,
    sort: 'name',
    descending: false,
    page: 0,
    pageSize: 50,
    today: '2008-10-14',
  };
  const planOf = (query: { compile(): { sql: string; parameters: readonly unknown[] } }) => {
    const { sql, parameters } = query.compile();
    const rows = office.desk
      .opened()
      .readerHandle.prepare(`EXPLAIN QUERY PLAN ${sql}`)
      .all(...parameters) as { detail: string }[];
    return rows.map((row) => row.detail);
  };
  const context = () => contextOf(office);
  const page = (more: Partial<ChildListWanted>) =>
    planOf(listPage(context().db, context().person, { ...wanted, ...more }));

  beforeEach(() => fillWithCases(office.desk.opened().writerHandle, 3000));

  test('a list of open CAFs never reads every CAF or every child', () => {
    for (const more of [
      {},
      { status: 'overdue' },
      { sort: 'level' },
      { sort: 'nextReviewOn' },
      { areaId: 1 },
    ] as const)
      expect(page(more).join('\n'), JSON.stringify(more)).not.toMatch(/SCAN (ca|ch)$/m);
    expect(page({}).join('\n')).toMatch(/cafs_(open|closed)|children_name/);
  });

  test('a list of all by name walks the index of names and sorts nothing', () => {
    const plan = page({ status: 'all' }).join('\n');
    expect(plan).toContain('children_name');
    expect(plan).not.toMatch(/USE TEMP B-TREE FOR ORDER BY/);
  });

  test('what is restricted is a list of few, not a look at every child', () => {
    const plan = planOf(childrenInReach(context().db, context().person, 'full').select('ch.id')).join('\n');
    expect(plan).toContain('children_restricted');
  });
});
