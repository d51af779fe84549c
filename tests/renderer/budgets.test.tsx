import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Balance } from '#shared/contract/budgets.ts';
import type { Output } from '#shared/contract/index.ts';
import { addBalances, balanceOf } from '#shared/domain/balances.ts';
import { refuse, type Answers } from './fakeOffice.ts';
import { renderAt } from './renderAt.tsx';

type Listed = Output<'budgets.list'>;
const budget = (
  id: number,
  ownerKind: Listed['budgets'][number]['ownerKind'],
  owner: string,
  balance: Balance,
  fundId = 1,
) => ({
  id,
  fundId,
  fund: fundId === 1 ? 'Pathfinder 2008' : 'Extended schools',
  ownerKind,
  ownerId: id,
  owner,
  financialYear: '2008-09',
  balance,
});
const hillcrest = balanceOf({ available: 500_000, spent: 100_000 });
const ruth = balanceOf({ available: 143_600, pending: 36_000, committed: 50_400, accrued: 20_000 });
const schools = balanceOf({ available: 70_000, spent: 30_000 });
const fund = {
  id: 1,
  name: 'Pathfinder 2008',
  funder: 'DCSF',
  programme: 'Additional needs',
  startOn: '2008-04-01',
  endOn: '2010-03-31',
  carryForward: true,
  conditions: 'Spent against a live CAF’s plan.',
  restrictedCategories: ['DBT'],
  costCentre: '31420',
  expenseCode: '4470',
  projectCode: 'CT08',
  receivedPence: 4_000_000,
  unallocatedPence: 3_000_000,
  balance: addBalances([hillcrest, ruth]),
};
const listed: Listed = {
  funds: [
    fund,
    {
      ...fund,
      id: 2,
      name: 'Extended schools',
      receivedPence: 100_000,
      unallocatedPence: 0,
      balance: schools,
    },
  ],
  budgets: [
    budget(11, 'area', 'Hillcrest', hillcrest),
    budget(12, 'person', 'Ruth Adeyemi', ruth),
    budget(13, 'area', 'Northgate', schools, 2),
  ],
  financialYear: '2008-09',
  yearGoneBp: 5_397,
};
const answers: Answers = {
  'budgets.list': ({ financialYear = '2008-09' }) =>
    financialYear === '2008-09'
      ? listed
      : { ...listed, funds: listed.funds.slice(1), budgets: [], financialYear },
};
const manager = { roles: ['budget_manager' as const], answers };
const pence = (text: string) => Math.round(Number(text.replaceAll(',', '').replace('−', '-')) * 100);
const field = (name: string) => screen.getByRole('textbox', { name });
const figures = (row: HTMLElement) =>
  within(row)
    .getAllByRole('cell')
    .map((cell) => cell.textContent)
    .filter((text) => /\.\d\d$/.test(text))
    .map(pence);

describe('the budgets', () => {
  test('every pound is in one column of its row, and the rows add up to the foot', async () => {
    await renderAt('/budgets', manager);
    const table = await screen.findByRole('table', { name: 'Budgets of 2008-09' });
    const rows = ['Hillcrest', 'Ruth Adeyemi', 'Northgate'].map((name) =>
      figures(within(table).getByRole('row', { name: new RegExp(name) })),
    );
    for (const [allocated, ...parts] of rows) expect(parts.reduce((a, b) => a + b)).toBe(allocated);
    const foot = figures(within(table).getByRole('row', { name: /^All budgets/ }));
    expect(foot).toEqual(foot.map((_sum, at) => rows.reduce((sum, row) => sum + row[at]!, 0)));
    expect(within(table).getByText('Areas')).toBeVisible();
    expect(within(table).getByText('People')).toBeVisible();
  });

  test('a fund’s money is received, not allocated, or given out in this year or others', async () => {
    await renderAt('/budgets', manager);
    const table = await screen.findByRole('table', { name: /^Funds/ });
    const [received, unallocated, others, allocated] = figures(
      within(table).getByRole('row', { name: /^Pathfinder 2008/ }),
    );
    expect(received).toBe(4_000_000);
    expect(unallocated! + others! + allocated!).toBe(received);
    expect(
      within(table).getByRole('link', {
        name: 'Allocated in other years, Pathfinder 2008: £1,500.00',
      }),
    ).toHaveAttribute('href', expect.stringContaining('except=2008-09'));
  });

  test('another year is asked for and kept in the address, and so is one fund', async () => {
    const { office, user, address } = await renderAt('/budgets', manager);
    await user.click(await screen.findByRole('link', { name: 'Pathfinder 2008' }));
    expect(screen.getByText('Rent arrears, utilities, debts')).toBeVisible();
    expect(screen.queryByRole('row', { name: /Northgate/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Remove filter: Pathfinder 2008' }));
    await user.selectOptions(screen.getByRole('combobox', { name: 'Financial year' }), '2009-10');
    await waitFor(() => expect(office.inputsOf('budgets.list').at(-1)).toEqual({ financialYear: '2009-10' }));
    expect(address()).toContain('year=2009-10');
    expect(await screen.findByRole('heading', { level: 1, name: 'Budgets 2009-10' })).toBeVisible();
    expect(screen.getByText('Nothing allocated for 2009-10')).toBeVisible();
  });

  test('who may not manage sees why there is nothing to press', async () => {
    await renderAt('/budgets', { roles: ['coordinator'], answers });
    expect(await screen.findByText('Only a budget manager adds funds and allocates money.')).toBeVisible();
    expect(screen.queryByRole('button', { name: /Allocate money|Add a fund/ })).toBeNull();
  });

  test('without a fund the first step is offered, once', async () => {
    const none = { ...listed, funds: [], budgets: [] };
    const { user, address } = await renderAt('/budgets', {
      roles: ['budget_manager'],
      answers: { 'budgets.list': none },
    });
    expect(await screen.findByText('No funds yet')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Add a fund' }));
    expect(address()).toBe('/budgets/new');
  });
});

const entry = {
  postingId: 5,
  day: '2008-09-22',
  kind: 'commit',
  state: 'committed',
  fund: 'Pathfinder 2008',
  budget: 'Ruth Adeyemi',
  reason: 'Order issued',
  orderId: 9,
  orderNumber: 4_001_008,
  amountPence: 50_400,
  by: 'Margaret Oakes',
};

describe('the entries', () => {
  test('a figure opens what it is made of, in words, with the order and the sum', async () => {
    const { office, user } = await renderAt('/budgets', {
      ...manager,
      answers: { ...answers, 'budgets.entries': { rows: [entry], total: 1, sumPence: 50_400 } },
    });
    await user.click(
      await screen.findByRole('link', { name: /^Committed, Ruth Adeyemi, Pathfinder 2008 2008-09/ }),
    );
    expect(await screen.findByRole('heading', { level: 1, name: 'Committed, Ruth Adeyemi' })).toBeVisible();
    expect(office.inputsOf('budgets.entries').at(-1)).toMatchObject({
      budgetId: 12,
      state: 'committed',
      financialYear: '2008-09',
      page: 0,
    });
    const row = await screen.findByRole('row', { name: /22 Sep 2008/ });
    expect(row).toHaveTextContent('Committed to an order');
    expect(within(row).getByRole('link', { name: 'Order 4001008' })).toHaveAttribute(
      'href',
      expect.stringContaining('/orders/9'),
    );
    expect(screen.getByRole('row', { name: /^Sum/ })).toHaveTextContent('504.00');
  });

  test('money received is shown above nought, though its source stands below it', async () => {
    const rows = [{ ...entry, kind: 'receive', state: 'source', budget: null, orderId: null }];
    await renderAt('/budgets/entries?fund=1&state=source', {
      ...manager,
      answers: {
        ...answers,
        'budgets.entries': {
          rows: rows.map((row) => ({ ...row, orderNumber: null, amountPence: -4_000_000 })),
          total: 1,
          sumPence: -4_000_000,
        },
      },
    });
    const table = await screen.findByRole('table', { name: 'Entries' });
    expect(await within(table).findAllByText('40,000.00')).toHaveLength(2);
    expect(table).not.toHaveTextContent('−');
  });
});

describe('allocating', () => {
  const places: Answers = {
    'settings.areas': {
      areas: [{ id: 4, name: 'Hillcrest' }],
      teams: [{ id: 6, areaId: 4, name: 'Hillcrest team' }],
    },
    'people.list': { rows: [], total: 0 },
  };

  test('says what is left, names whom by typing, and keeps what was typed when there is too little', async () => {
    let tries = 0;
    const { office, user } = await renderAt('/budgets?fund=1', {
      ...manager,
      answers: {
        ...answers,
        ...places,
        'budgets.allocate': () => {
          tries += 1;
          return tries > 1
            ? { budgetId: 14 }
            : refuse({ code: 'budget_short', message: 'There is £30,000.00 left. Nothing was moved.' });
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Allocate money' }));
    const dialog = await screen.findByRole('dialog', { name: 'Allocate money' });
    expect(dialog).toHaveTextContent('£30,000.00');
    await user.type(within(dialog).getByLabelText('Allocate to'), 'team');
    await user.click(await screen.findByRole('option', { name: /Hillcrest team/ }));
    const amount = within(dialog).getByLabelText('Amount');
    await user.type(amount, '40000');
    expect(within(dialog).getByText('More than there is')).toBeVisible();
    await user.type(within(dialog).getByLabelText('Reason'), 'Half-year top-up');
    await user.click(within(dialog).getByRole('button', { name: 'Allocate' }));
    expect(await within(dialog).findAllByText(/Nothing was moved/)).not.toHaveLength(0);
    expect(amount).toHaveValue('40,000.00');
    await user.clear(amount);
    await user.type(amount, '2500');
    await user.click(within(dialog).getByRole('button', { name: 'Allocate' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(office.inputsOf('budgets.allocate').at(-1)).toEqual({
      fundId: 1,
      ownerKind: 'team',
      ownerId: 6,
      financialYear: '2008-09',
      amountPence: 250_000,
      reason: 'Half-year top-up',
    });
    expect(await screen.findByText('£2,500.00 allocated for 2008-09.')).toBeVisible();
  });
});

describe('adding a fund', () => {
  test('is checked, added, and its year opens', async () => {
    const { office, user, address } = await renderAt('/budgets/new', {
      ...manager,
      answers: { ...answers, 'budgets.addFund': { id: 3 } },
    });
    await user.click(await screen.findByRole('button', { name: 'Add the fund' }));
    expect(await screen.findAllByText('Enter the money it starts with.')).not.toHaveLength(0);
    expect(office.inputsOf('budgets.addFund')).toEqual([]);
    await user.type(field('Name'), 'Play');
    await user.type(field('Funder'), 'Lottery');
    await user.type(field('Programme'), 'Play for all');
    await user.clear(field('Ends'));
    await user.type(field('Ends'), '31/3/2010');
    await user.type(field('Money it starts with'), '12000');
    await user.click(screen.getByRole('checkbox', { name: 'Transport' }));
    await user.click(screen.getByRole('button', { name: 'Add the fund' }));
    await waitFor(() => expect(address()).toContain('/budgets?year=2008-09'));
    expect(office.inputsOf('budgets.addFund')[0]).toMatchObject({
      name: 'Play',
      startOn: '2008-04-01',
      endOn: '2010-03-31',
      totalPence: 1_200_000,
      carryForward: false,
      restrictedCategories: ['TRA'],
    });
  });

  test('is not offered to who may not', async () => {
    await renderAt('/budgets/new', { roles: ['finance'], answers });
    expect(await screen.findByText('You cannot add a fund')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Add the fund' })).toBeNull();
  });
});
