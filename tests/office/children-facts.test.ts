import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { firstEpisodeDay, flowFacts } from '#electron/office/children/children.service.ts';
import { childrenInReach } from '#electron/office/children/scope.queries.ts';
import { pageByCaf, pageByName, type ChildListWanted } from '#electron/office/children/list.queries.ts';
import { openCaf, register, sqlRun, ended } from './support/children.ts';
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
    await office.do('children.closeCaf', {
      cafId,
      version: 1,
      closedOn,
      reason: more.reason ?? 'NM',
      ...ended,
    });
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
      .all(...parameters) as { parent: number; detail: string }[];
    // What stands below another line is a list or a question to one row, not the walk itself.
    return rows
      .filter((row) => row.parent === 0)
      .map((row) => row.detail)
      .join('\n');
  };
  const reader = () => contextOf(office).person;
  const db = () => contextOf(office).db;
  const everyStatus = ['open', 'overdue', 'closed', 'all'] as const;

  beforeEach(() => fillWithCases(office.desk.opened().writerHandle, 3000));

  test.each(['coordinator', 'team_manager'] as const)(
    '%s: a page by name walks the index of names',
    async (role) => {
      await office.addPerson(role, [role], { areaId: 1 });
      await office.signIn(role);
      for (const status of everyStatus)
        for (const areaId of [null, 1]) {
          const plan = planOf(pageByName(db(), reader(), { ...wanted, status, areaId }, true));
          expect(plan, `${status} ${areaId}`).toMatch(/SCAN ch USING (COVERING )?INDEX children_name/);
          expect(plan, `${status} ${areaId}`).not.toContain('TEMP B-TREE FOR ORDER BY');
        }
    },
  );

  test.each(['coordinator', 'team_manager'] as const)(
    '%s: a page by a column of the CAF sorts nothing',
    async (role) => {
      await office.addPerson(role, [role], { areaId: 1 });
      await office.signIn(role);
      for (const status of everyStatus)
        for (const sort of ['reference', 'level', 'nextReviewOn'] as const) {
          const plan = planOf(pageByCaf(db(), reader(), { ...wanted, status, sort }));
          expect(plan, `${status} ${sort}`).not.toContain('TEMP B-TREE FOR ORDER BY');
          expect(plan, `${status} ${sort}`).toMatch(/USING (COVERING )?INDEX cafs_(by_|open_review)/);
        }
    },
  );

  test('what is restricted is a list of few, not a look at every child', () => {
    const plan = planOf(childrenInReach(db(), reader(), 'full').select('ch.id'));
    expect(plan).not.toContain('SCAN shut');
  });
});

describe('lists of many', () => {
  test('every order pages through the same children once, whatever the size of the list', async () => {
    fillWithCases(office.desk.opened().writerHandle, 1500);
    const bare = await register(office, { givenNames: 'Zoe', familyName: 'Zzz' });
    for (const status of ['open', 'closed', 'all', 'overdue'] as const) {
      const seen = new Map<string, string>();
      for (const sort of ['name', 'reference', 'level', 'nextReviewOn', 'lead'])
        for (const descending of [false, true]) {
          const ids: number[] = [];
          let total = 1;
          for (let page = 0; page * 100 < total; page += 1) {
            const found = await office.do('children.list', { status, sort, descending, page, pageSize: 100 });
            ids.push(...found.rows.map((row) => row.id));
            ({ total } = found);
          }
          expect(ids.length, `${status} ${sort}`).toBe(total);
          expect(ids.includes(bare)).toBe(status === 'all');
          seen.set([...ids].sort((a, b) => a - b).join(), `${status} ${sort} ${descending}`);
        }
      expect([...seen.values()], status).toHaveLength(1);
    }
  });
});
