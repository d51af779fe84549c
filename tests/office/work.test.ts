import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { TestOffice } from './support/office.ts';
import { as, practiceOffice } from './support/practice.ts';

let office: TestOffice;
beforeAll(async () => {
  office = await practiceOffice();
});
afterAll(() => office.remove());

/** Somebody asks on a day for what was bought before, above anyone's own limit. */
async function askFor(day: string): Promise<void> {
  office.clock.day = day;
  await as(office, 'margaret');
  const { rows } = await office.do('orders.list', { status: 'issued', sort: 'issuedOn', descending: true });
  const like = rows.find((row) => row.grossPence > 20_000);
  const before = await office.do('orders.get', { id: like?.id ?? 0 });
  const { cafId, actionId, providerId, budgetId, need, alternatives, childView, familyViewKind } = before;
  const { id, version } = await office.do('orders.start', {
    cafId,
    actionId,
    providerId,
    budgetId,
    need,
    alternatives,
    childView,
    familyViewKind,
    overlapReason: 'A second course, as agreed at the review.',
    lines: before.lines.map((line) => ({ ...line, itemId: line.itemId ?? 0 })),
  });
  expect(await office.do('orders.submit', { id, version })).toMatchObject({ status: 'submitted' });
  office.clock.day = '2008-10-14';
}

async function todayOf(user: string) {
  await as(office, user);
  return office.do('work.today', {});
}

describe('Work', () => {
  test('shows each role what it may do, and nothing else', async () => {
    const keys = async (user: string) => (await todayOf(user)).groups.map((group) => group.key);
    expect(await keys('margaret')).toEqual(['reviews', 'to_issue', 'to_print', 'drafts', 'quiet']);
    expect(await keys('helen')).toEqual(['approvals']);
    expect(await keys('graham')).toEqual(['to_issue', 'to_print']);
    expect(await keys('ruth')).toEqual(['reviews', 'drafts', 'quiet']);
    expect(await keys('ian')).toEqual(['proposals']);
    expect((await todayOf('ian')).budgets).toEqual([]);
  });

  test('numbers and tasks are those of the lists behind them', async () => {
    const { groups, yearGoneBp, today } = await todayOf('margaret');
    expect(today).toBe('2008-10-14');
    expect(yearGoneBp).toBe(5397);
    for (const group of groups) {
      expect(group.tasks).toHaveLength(Math.min(group.count, 20));
      for (const task of group.tasks) expect(task.to).toMatch(/^\/(orders|children)\/\d+/);
    }
    const print = groups.find((group) => group.key === 'to_print');
    const list = await office.do('orders.list', { status: 'to_print' });
    expect([print?.count, print?.sumPence]).toEqual([list.total, list.grossPence]);
    const reviews = groups.find((group) => group.key === 'reviews');
    const late = reviews?.tasks.filter((task) => (task.day ?? '') < '2008-10-14') ?? [];
    expect(reviews?.late).toBe(late.length);
    expect(late.every((task) => task.late)).toBe(true);
  });

  test('a decision that waits is offered to who may make it, with who asks; late after two working days', async () => {
    await askFor('2008-10-09');
    await askFor('2008-10-13');
    const decides = (await todayOf('helen')).groups[0];
    expect(decides?.count).toBeGreaterThanOrEqual(2);
    expect(decides?.tasks.map((task) => task.late)).toEqual(expect.arrayContaining([true, false]));
    expect(decides?.note).toMatch(/past (its|their) day/);
    expect(decides?.tasks[0]).toMatchObject({ verb: 'Decide', dayKind: 'asked' });
    expect(decides?.tasks[0]?.detail).toMatch(/ asks$/);
    for (const task of decides?.tasks ?? [])
      expect([task.day, task.late]).toEqual([task.day, (task.day ?? '') <= '2008-10-10']);
  });

  test('a lead professional sees their own money, the co-ordinator the areas’', async () => {
    const mine = await todayOf('ruth');
    expect(mine.budgets[0]?.name).toContain('Ruth Adeyemi');
    expect(mine.budgets.some((budget) => budget.name.includes('Devinder'))).toBe(false);
    const all = await todayOf('margaret');
    expect(all.budgets[0]?.name).toMatch(/ area/);
    for (const budget of all.budgets)
      expect(budget.leftPence).toBe(
        budget.allocatedPence - budget.committedPence - budget.spentPence - budget.pendingPence,
      );
  });

  test('says when the last verified backup was made', async () => {
    expect((await todayOf('margaret')).lastBackupAt).toBeNull();
    const made = await office.do('backups.make', {});
    expect((await office.do('work.today', {})).lastBackupAt?.slice(0, 10)).toBe(made.madeAt.slice(0, 10));
  });
});

describe('the search field', () => {
  test('finds children, orders, providers and people, each with where it opens', async () => {
    await as(office, 'margaret');
    const child = (await office.do('children.list', { status: 'all' })).rows[0];
    const order = (await office.do('orders.list', { status: 'issued' })).rows[0];
    const provider = (await office.do('providers.list', {})).rows[0];
    const find = async (query: string) => (await office.do('work.find', { query })).hits;
    const surname = child?.name?.split(' ').at(-1) ?? '';
    expect(await find(surname)).toContainEqual(
      expect.objectContaining({ kind: 'child', to: `/children/${child?.id}` }),
    );
    expect(await find(String(order?.number))).toContainEqual(
      expect.objectContaining({ kind: 'order', title: `Order ${order?.number}`, to: `/orders/${order?.id}` }),
    );
    expect(await find(provider?.name ?? '')).toContainEqual(
      expect.objectContaining({ kind: 'provider', title: provider?.name }),
    );
    expect(await find('Adeyemi')).toContainEqual(
      expect.objectContaining({ kind: 'person', title: 'Ruth Adeyemi' }),
    );
    expect(await find('a')).toEqual([]);
  });

  test('names no child to whoever may not see children', async () => {
    await as(office, 'margaret');
    const names = (await office.do('children.list', { status: 'all' })).rows.map((row) => row.name ?? '');
    for (const user of ['graham', 'nadia', 'ian', 'tom']) {
      await as(office, user);
      for (const name of names.slice(0, 5)) {
        const { hits } = await office.do('work.find', { query: name.split(' ').at(-1) ?? '' });
        expect(hits.filter((hit) => hit.kind === 'child')).toEqual([]);
        expect(JSON.stringify(hits)).not.toContain(name);
      }
    }
  });
});
