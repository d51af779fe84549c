import { screen } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { balanceOf } from '#shared/domain/balances.ts';
import { renderAt } from './renderAt.tsx';

const ruth: Output<'people.get'> = {
  id: 2,
  name: 'Ruth Adeyemi',
  jobTitle: 'Education welfare officer',
  agency: 'EWS',
  area: 'Hillcrest',
  team: null,
  areaId: 1,
  teamId: null,
  roles: ['lead_professional'],
  trainedOn: '2008-03-06',
  ownLimitPence: 25_000,
  signsIn: true,
  phone: '',
  email: '',
  userName: 'ruth',
  waiting: 0,
  leavesOn: null,
  heldRoles: [],
  proposals: [],
  training: [{ trainedOn: '2008-03-06', expiresOn: null, note: '' }],
  version: 1,
};
const budget = (id: number, ownerKind: 'person' | 'area', fund: string) => ({
  id,
  fundId: id,
  fund,
  ownerKind,
  ownerId: 2,
  owner: 'Ruth Adeyemi',
  financialYear: '2008-09',
  balance: balanceOf({ available: 143_600, pending: 36_000, committed: 70_400 }),
});
const listed: Output<'budgets.list'> = {
  funds: [],
  budgets: [budget(7, 'person', 'Pathfinder 2008'), budget(8, 'area', 'Extended schools')],
  financialYear: '2008-09',
  yearGoneBp: 5400,
};

describe('A place that is no part of the role', () => {
  test.each(['/budgets', '/budgets/entries?state=spent', '/orders/12', '/returns', '/providers/3'])(
    '%s says whom it is for and asks the office for nothing',
    async (address) => {
      const { office } = await renderAt(address, { roles: ['system_admin'] });
      expect(await screen.findByText(/^Your role does not take in/)).toBeVisible();
      // Who is here, and whether the backups fail, is asked for by the frame around every place.
      expect(new Set(office.asked.map(({ name }) => name))).toEqual(
        new Set(['access.status', 'backups.state']),
      );
    },
  );

  test('names who may see it', async () => {
    await renderAt('/assurance', { roles: ['coordinator'] });
    expect(await screen.findByText(/^It is for a budget manager or a director/)).toBeVisible();
  });
});

describe('The money in somebody’s hands', () => {
  test('stands on their page, each fund opening its entries', async () => {
    await renderAt('/office/people/2', {
      roles: ['budget_manager'],
      answers: { 'people.get': ruth, 'budgets.list': listed },
    });
    const fund = await screen.findByRole('link', { name: 'Pathfinder 2008' });
    expect(decodeURIComponent(fund.getAttribute('href') ?? '')).toContain('/budgets/entries?budget=7');
    expect(screen.getByText('£1,436.00')).toBeVisible();
    expect(screen.queryByText('Extended schools')).toBeNull();
  });

  test('is not shown to who sees no budgets', async () => {
    const { office } = await renderAt('/office/people/2', {
      roles: ['system_admin'],
      answers: { 'people.get': ruth },
    });
    expect(await screen.findByRole('heading', { name: 'Own limit' })).toBeVisible();
    expect(screen.queryByRole('heading', { name: /^Budgets/ })).toBeNull();
    expect(office.inputsOf('budgets.list')).toHaveLength(0);
  });
});
