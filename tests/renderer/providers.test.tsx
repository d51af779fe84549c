import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { refuse } from './fakeOffice.ts';
import { renderAt } from './renderAt.tsx';

type Provider = Output<'providers.get'>;
const price = { id: 2, unitPriceE4: 450_000, vatCode: 'E', validFrom: '2008-04-01', validTo: null };
const old = { id: 1, unitPriceE4: 400_000, vatCode: 'E', validFrom: '2007-04-01', validTo: '2008-03-31' };
const sunny: Provider = {
  id: 7,
  name: 'Sunny Futures Counselling',
  kind: 'private',
  address: '4 Orchard Walk\nMarlford MF3 7BN',
  phone: '01632 960210',
  orderEmail: 'orders@sunnyfutures.example',
  supplierNumber: '20418',
  vatRegistered: false,
  vatNumber: '',
  contactWithChildren: true,
  safeguardingExpiresOn: '2010-11-30',
  insuranceExpiresOn: null,
  dataNoteOn: '2007-01-08',
  status: 'prospective',
  approvedOn: null,
  approvedBy: null,
  version: 3,
  spellings: ['SUNNY FUTURES COUNSELLING LTD'],
  items: [
    {
      id: 11,
      providerId: 7,
      provider: 'Sunny Futures Counselling',
      code: 'SFC-10',
      title: 'Counselling session, 50 minutes',
      category: 'CNS',
      unit: 'session',
      current: price,
      history: [price, old],
    },
  ],
  payments: [{ paidOn: '2008-06-25', netPence: -1250, description: 'COUNSELLING' }],
  paymentsTotal: { count: 2, netPence: 98_750 },
};
const row: Output<'providers.list'>['rows'][number] = {
  id: 7,
  name: sunny.name,
  kind: 'private',
  status: 'approved',
  items: 1,
  payments: 2,
  lastPaidOn: '2008-06-25',
  lastPaidPence: 123_450,
  safeguardingExpiresOn: '2008-09-30',
  contactWithChildren: true,
};

describe('the list', () => {
  test('shows who is who, with what has run out, and narrows by status', async () => {
    const { office, user, address } = await renderAt('/providers', {
      roles: ['commissioner'],
      answers: { 'providers.list': { rows: [row], total: 1 } },
    });
    const line = await screen.findByRole('row', { name: /Sunny Futures Counselling/ });
    expect(line).toHaveTextContent('Approved');
    expect(line).toHaveTextContent('Ran out 30 Sep 2008');
    expect(line).toHaveTextContent('25 Jun 2008');
    expect(line).toHaveTextContent('1,234.50');
    expect(screen.getByRole('link', { name: /Import from Finance/ })).toBeVisible();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Suspended');
    await waitFor(() =>
      expect(office.inputsOf('providers.list').at(-1)).toMatchObject({ status: 'suspended' }),
    );
    expect(address()).toContain('status=suspended');
    await user.click(screen.getByRole('button', { name: 'Remove filter: Suspended' }));
    await user.click(screen.getByRole('button', { name: /^Payments/ }));
    await waitFor(() =>
      expect(office.inputsOf('providers.list').at(-1)).toMatchObject({ status: 'all', sort: 'payments' }),
    );
  });

  test('an empty one offers the first step, but only to those who may take it', async () => {
    const answers = { 'providers.list': { rows: [], total: 0 } };
    await renderAt('/providers', { roles: ['practitioner'], answers });
    expect(await screen.findByText('No providers yet')).toBeVisible();
    expect(screen.queryByRole('link', { name: /Import from Finance/ })).toBeNull();
  });
});

describe('a provider', () => {
  test('shows its price list with earlier prices, its checks, its details, and what was paid', async () => {
    const { user } = await renderAt('/providers/7', { answers: { 'providers.get': sunny } });
    expect(await screen.findByRole('heading', { level: 1, name: sunny.name })).toBeVisible();
    const list = screen.getByRole('table', { name: 'Price list' });
    expect(within(list).getByRole('row', { name: /Counselling session/ })).toHaveTextContent('45.00');
    expect(within(list).queryByText('40.00')).toBeNull();
    await user.click(within(list).getByRole('button', { name: /1 other price/ }));
    const earlier = within(list).getByRole('row', { name: /Earlier price/ });
    expect(earlier).toHaveTextContent('40.00');
    expect(earlier).toHaveTextContent('1 Apr 2007 to 31 Mar 2008');
    expect(screen.getByText('Safeguarding check in date until 30 Nov 2010')).toBeVisible();
    expect(screen.getByText('SUNNY FUTURES COUNSELLING LTD')).toBeVisible();
    const payments = screen.getByRole('table', { name: 'What Finance paid' });
    expect(payments).toHaveTextContent('−12.50');
    expect(payments).toHaveTextContent('987.50');
    expect(screen.queryByRole('button', { name: /Approve provider/ })).toBeNull();
  });

  test('is approved when its checks are in date, and not before', async () => {
    const unchecked = { ...sunny, safeguardingExpiresOn: null };
    const { office, user } = await renderAt('/providers/7', {
      roles: ['commissioner'],
      answers: { 'providers.get': unchecked, 'providers.setStatus': { id: 7, version: 4 } },
    });
    await user.click(await screen.findByRole('button', { name: /Approve provider/ }));
    expect(office.inputsOf('providers.setStatus')).toEqual([]);
    const fix = screen.getByRole('link', { name: 'Record it' });
    expect(fix).toHaveFocus();
    office.answer({ 'providers.get': sunny });
    office.tellChange(['providers']);
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Record it' })).toBeNull());
    await user.click(screen.getByRole('button', { name: /Approve provider/ }));
    expect(office.inputsOf('providers.setStatus')).toEqual([{ id: 7, version: 3, status: 'approved' }]);
    expect(await screen.findByText(/Sunny Futures Counselling: approved/)).toBeVisible();
  });

  test('one that nobody has asked about is not approved without a look at whether it meets children', async () => {
    const imported = { ...sunny, contactWithChildren: false, safeguardingExpiresOn: null, dataNoteOn: null };
    await renderAt('/providers/7', { roles: ['commissioner'], answers: { 'providers.get': imported } });
    const checks = await screen.findByRole('region', { name: 'Before it can be approved' });
    expect(checks).toHaveTextContent('1 to check');
    expect(checks).toHaveTextContent('So no safeguarding check and no data-sharing note is asked for.');
    expect(within(checks).getByRole('link', { name: 'Change it' })).toHaveAttribute(
      'href',
      expect.stringContaining('/providers/7/change'),
    );
  });

  test('is suspended only after a question', async () => {
    const { office, user } = await renderAt('/providers/7', {
      roles: ['commissioner'],
      answers: {
        'providers.get': {
          ...sunny,
          status: 'approved',
          approvedOn: '2007-01-10',
          approvedBy: 'Helen Marsh',
        },
        'providers.setStatus': { id: 7, version: 4 },
      },
    });
    expect(await screen.findByText('Approved 10 Jan 2007 by Helen Marsh')).toBeVisible();
    await user.click(screen.getByRole('button', { name: `More for ${sunny.name}` }));
    await user.click(screen.getByRole('menuitem', { name: 'Suspend' }));
    const dialog = await screen.findByRole('dialog', { name: `Suspend ${sunny.name}?` });
    expect(office.inputsOf('providers.setStatus')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: new RegExp(`Suspend ${sunny.name}`) }));
    await waitFor(() =>
      expect(office.inputsOf('providers.setStatus')).toEqual([{ id: 7, version: 3, status: 'suspended' }]),
    );
  });
});

describe('the price list', () => {
  test('takes a new item by keyboard alone', async () => {
    const { office, user } = await renderAt('/providers/7', {
      roles: ['commissioner'],
      answers: { 'providers.get': sunny, 'providers.addItem': { id: 12 } },
    });
    await user.click(await screen.findByRole('button', { name: 'Add item' }));
    const dialog = await screen.findByRole('dialog', { name: `Add an item to ${sunny.name}` });
    await waitFor(() => expect(within(dialog).getByLabelText('Code')).toHaveFocus());
    await user.keyboard('SFC-B1{Tab}EDU{Tab}Feelings workbook{Tab}0.335{Tab}{Tab}');
    await user.selectOptions(within(dialog).getByLabelText('Category'), 'EDU');
    await user.selectOptions(within(dialog).getByLabelText('VAT code'), 'Z');
    await user.keyboard('{Control>}{Enter}{/Control}');
    await waitFor(() =>
      expect(office.inputsOf('providers.addItem')).toEqual([
        {
          providerId: 7,
          code: 'SFC-B1',
          title: 'Feelings workbook',
          category: 'EDU',
          unit: 'each',
          unitPriceE4: 3350,
          vatCode: 'Z',
          validFrom: '2008-10-14',
          validTo: null,
        },
      ]),
    );
    expect(await screen.findByText('Feelings workbook is on the price list.')).toBeVisible();
  });

  test('says in words what is missing and what the office refuses', async () => {
    const { user } = await renderAt('/providers/7', {
      roles: ['commissioner'],
      answers: {
        'providers.get': sunny,
        'providers.setPrice': refuse({
          code: 'invalid',
          message:
            'A price from that day is on the list already. Nothing was saved. Choose another first day.',
          field: 'validFrom',
        }),
      },
    });
    await user.click(await screen.findByRole('button', { name: /Set price of Counselling/ }));
    const dialog = await screen.findByRole('dialog', { name: /New price for Counselling/ });
    expect(dialog).toHaveTextContent('£40.00 a session, VAT E1 Apr 2007 to 31 Mar 2008');
    await user.click(within(dialog).getByRole('button', { name: /Set the price/ }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Enter price for one session.');
    await user.type(within(dialog).getByLabelText('Price for one session'), '48');
    await user.click(within(dialog).getByRole('button', { name: /Set the price/ }));
    await waitFor(() => expect(dialog).toHaveTextContent('A price from that day is on the list already.'));
    expect(within(dialog).getByLabelText('Price for one session')).toHaveValue('48.00');
  });
});

describe('the form', () => {
  test('adds a provider and opens it', async () => {
    const { office, user, address } = await renderAt('/providers/new', {
      roles: ['commissioner'],
      answers: { 'providers.add': { id: 7, version: 1 }, 'providers.get': sunny },
    });
    await user.type(await screen.findByLabelText('Name'), 'Sunny Futures Counselling');
    await user.click(screen.getByLabelText('Its services are in contact with children'));
    await user.type(screen.getByRole('textbox', { name: /Safeguarding check runs until/ }), '30/11/2010');
    await user.click(screen.getByRole('button', { name: /Add provider/ }));
    await waitFor(() => expect(address()).toBe('/providers/7'));
    expect(office.inputsOf('providers.add')[0]).toMatchObject({
      name: 'Sunny Futures Counselling',
      kind: 'unknown',
      contactWithChildren: true,
      safeguardingExpiresOn: '2010-11-30',
      dataNoteOn: null,
    });
  });

  test('keeps what was typed when somebody else saved first, shows theirs, and saves over it only when asked again', async () => {
    let version = 3;
    const { office, user } = await renderAt('/providers/7/change', {
      roles: ['commissioner'],
      answers: {
        'providers.get': () => ({ ...sunny, version, phone: version === 3 ? sunny.phone : '01632 960999' }),
        'providers.save': (input) => {
          if (input.version === 4) return { id: 7, version: 5 };
          version = 4;
          return refuse({ code: 'conflict', message: 'Somebody else changed this since you opened it.' });
        },
      },
    });
    const name = await screen.findByLabelText('Name');
    await user.clear(name);
    await user.type(name, 'Sunny Days');
    await user.click(screen.getByRole('button', { name: /Save changes/ }));
    expect(await screen.findByText('Telephone: now 01632 960999, before 01632 960210')).toBeVisible();
    expect(name).toHaveValue('Sunny Days');
    await user.click(screen.getByRole('button', { name: /Save changes/ }));
    await waitFor(() =>
      expect(office.inputsOf('providers.save').at(-1)).toMatchObject({ version: 4, name: 'Sunny Days' }),
    );
  });

  test('asks before what was typed is lost', async () => {
    const { user, address } = await renderAt('/providers/7/change', {
      roles: ['commissioner'],
      answers: { 'providers.get': sunny },
    });
    await user.type(await screen.findByLabelText('Name'), ' Ltd');
    await user.click(screen.getByRole('link', { name: 'Leave it' }));
    const dialog = await screen.findByRole('dialog', { name: 'Leave this provider?' });
    await user.click(within(dialog).getByRole('button', { name: 'Stay' }));
    expect(address()).toBe('/providers/7/change');
    expect(screen.getByLabelText('Name')).toHaveValue('Sunny Futures Counselling Ltd');
  });
});
