import { firstStandards } from '#shared/domain/standards.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { refuse } from './fakeOffice.ts';
import { ruth, ruthRow } from './peopleSample.ts';
import { renderAt } from './renderAt.tsx';

type Person = Output<'people.get'>;
const untrained: Person = { ...ruth, trainedOn: null, training: [] };
const areas: Output<'settings.areas'> = {
  areas: [
    { id: 2, name: 'Hillcrest' },
    { id: 5, name: 'Northgate' },
  ],
  teams: [
    { id: 3, areaId: 2, name: 'Hillcrest team' },
    { id: 6, areaId: 5, name: 'Northgate team' },
  ],
};
const policy: Output<'settings.policy'> = {
  ownLimitPence: 10_000,
  splitWindowDays: 14,
  overlapWindowDays: 182,
  ladder: [{ upToPence: null, role: 'director' }],
  alwaysSecondApprover: [],
  reviewWeeks: 6,
  quietDays: 90,
  openingMinutes: 60,
  standards: firstStandards,
  validFrom: '2000-01-01',
  reason: 'The rules the office began with.',
};

describe('the list of people', () => {
  test('shows who holds money without training, and narrows by role in the address', async () => {
    const { office, user, address } = await renderAt('/office/people', {
      answers: {
        'people.list': {
          rows: [ruthRow, { ...ruthRow, id: 8, name: 'Ben Osei', trainedOn: null }],
          total: 2,
        },
      },
    });
    const table = await screen.findByRole('table', { name: 'People' });
    const first = await within(table).findByRole('row', { name: /Ruth Adeyemi/ });
    expect(first).toHaveTextContent('Education welfare officer');
    expect(first).toHaveTextContent('6 Mar 2008');
    expect(first).toHaveTextContent('250.00');
    expect(within(table).getByRole('row', { name: /Ben Osei/ })).toHaveTextContent('Not trained');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Role' }), 'Auditor');
    await waitFor(() => expect(address()).toContain('role=auditor'));
    expect(office.inputsOf('people.list').at(-1)).toMatchObject({ role: 'auditor', page: 0 });
    await user.click(screen.getByRole('button', { name: /Remove filter: Auditor/ }));
    await waitFor(() => expect(address()).not.toContain('role='));
  });

  test('is where the office opens; who may not add people is told who may', async () => {
    const { address } = await renderAt('/office', { answers: { 'people.list': { rows: [], total: 0 } } });
    expect(address()).toContain('/office/people');
    expect(await screen.findByText(/Only a system administrator adds people/)).toBeVisible();
    expect(screen.queryByRole('link', { name: /Add a person/ })).toBeNull();
  });
});

describe('adding a person', () => {
  const options = { roles: ['system_admin'] as const };

  test('adds somebody with roles and a sign-in, and opens their page', async () => {
    const { office, user, address } = await renderAt('/office/people/new', {
      roles: [...options.roles],
      answers: {
        'settings.areas': areas,
        'people.add': { id: 7, version: 1, given: ['lead_professional'], proposed: [] },
        'people.get': ruth,
      },
    });
    await user.type(await screen.findByLabelText('Name'), 'Ruth Adeyemi');
    await user.type(screen.getByLabelText('Job title'), 'Education welfare officer');
    await user.selectOptions(screen.getByLabelText('Agency'), 'Education welfare');
    await user.selectOptions(screen.getByRole('combobox', { name: /^Team/ }), 'Northgate team');
    expect(screen.getByRole('combobox', { name: /^Area/ })).toHaveDisplayValue('Northgate');
    await user.selectOptions(screen.getByRole('combobox', { name: /^Area/ }), 'Hillcrest');
    expect(screen.getByRole('combobox', { name: /^Team/ })).toHaveDisplayValue('No team');
    await user.click(screen.getByRole('checkbox', { name: 'Lead professional' }));
    await user.click(screen.getByRole('checkbox', { name: 'Auditor' }));
    await user.click(screen.getByRole('checkbox', { name: 'Auditor' }));
    await user.type(screen.getByLabelText(/^User name/), 'ruth');
    await user.type(screen.getByLabelText(/^First passphrase/), 'twelve tall green lamps');
    await user.click(screen.getByRole('button', { name: /Add the person/ }));
    await waitFor(() => expect(address()).toBe('/office/people/7'));
    expect(office.inputsOf('people.add')).toEqual([
      {
        name: 'Ruth Adeyemi',
        jobTitle: 'Education welfare officer',
        agency: 'EWS',
        areaId: 2,
        teamId: null,
        phone: '',
        email: '',
        roles: ['lead_professional'],
        userName: 'ruth',
        passphrase: 'twelve tall green lamps',
      },
    ]);
  });

  test('asks for a user name and a first passphrase together, and keeps what the office refuses', async () => {
    const { office, user } = await renderAt('/office/people/new', {
      roles: [...options.roles],
      answers: {
        'settings.areas': areas,
        'people.add': refuse({
          code: 'invalid',
          message: 'That user name is taken. Nobody was added. Choose another.',
          field: 'userName',
        }),
      },
    });
    await user.type(await screen.findByLabelText('Name'), 'Ruth Adeyemi');
    await user.type(screen.getByLabelText(/^User name/), 'ruth');
    await user.click(screen.getByRole('button', { name: /Add the person/ }));
    const summary = await screen.findByRole('alert');
    expect(summary).toHaveTextContent('Enter the job title.');
    expect(summary).toHaveTextContent('Enter a first passphrase, or leave the user name empty.');
    expect(office.inputsOf('people.add')).toEqual([]);
    await user.type(screen.getByLabelText('Job title'), 'Nurse');
    await user.selectOptions(screen.getByLabelText('Agency'), 'School nursing');
    await user.type(screen.getByLabelText(/^First passphrase/), 'twelve tall green lamps');
    await user.click(screen.getByRole('button', { name: /Add the person/ }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('That user name is taken.'));
    expect(screen.getByLabelText('Name')).toHaveValue('Ruth Adeyemi');
  });

  test('is not offered without the right to it', async () => {
    await renderAt('/office/people/new', { roles: ['budget_manager'] });
    expect(await screen.findByText('Only a system administrator adds people.')).toBeVisible();
    expect(screen.queryByLabelText('Name')).toBeNull();
  });
});

describe('a person', () => {
  test('says what each role may do, and who changes what one may not change oneself', async () => {
    await renderAt('/office/people/7', { roles: ['practitioner'], answers: { 'people.get': ruth } });
    expect(await screen.findByRole('heading', { level: 1, name: 'Ruth Adeyemi' })).toBeVisible();
    expect(screen.getByRole('region', { name: 'Roles' })).toHaveTextContent(
      'asks for purchases for them, and sees budgets',
    );
    expect(screen.getByText('Only a system administrator changes roles and details.')).toBeVisible();
    expect(screen.getByText('Only a budget manager records training.')).toBeVisible();
    expect(screen.getByText('Only a budget manager sets limits.')).toBeVisible();
    expect(
      screen.queryByRole('button', { name: /Give a role|Take away|Record training|Set own limit/ }),
    ).toBeNull();
  });

  test('who looks at themselves is told that another changes their roles', async () => {
    await renderAt('/office/people/1', {
      roles: ['system_admin'],
      answers: { 'people.get': { ...ruth, id: 1 } },
    });
    expect(await screen.findByText(/Nobody changes their own roles/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /Give a role|Take away/ })).toBeNull();
  });

  test('without training has a limit that counts for nothing, until the training is recorded', async () => {
    const { office, user } = await renderAt('/office/people/7', {
      roles: ['budget_manager'],
      answers: { 'people.get': untrained, 'people.recordTraining': {} },
    });
    const limit = await screen.findByRole('region', { name: 'Own limit' });
    expect(limit).toHaveTextContent('Counts for nothing until trained');
    await user.click(await screen.findByRole('button', { name: 'Record training' }));
    const dialog = await screen.findByRole('dialog', { name: /Record training of Ruth Adeyemi/ });
    await user.type(within(dialog).getByRole('textbox', { name: 'Trained on' }), '10/10/2008');
    await user.type(within(dialog).getByRole('textbox', { name: /Runs out on/ }), '1/10/2008');
    await user.click(within(dialog).getByRole('button', { name: /Record the training/ }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('This day lies before the training.');
    expect(office.inputsOf('people.recordTraining')).toEqual([]);
    await user.clear(within(dialog).getByRole('textbox', { name: /Runs out on/ }));
    office.answer({ 'people.get': ruth });
    await user.click(within(dialog).getByRole('button', { name: /Record the training/ }));
    await waitFor(() => expect(screen.queryByText('Counts for nothing until trained')).toBeNull());
    expect(office.inputsOf('people.recordTraining')).toEqual([
      { id: 7, trainedOn: '2008-10-10', expiresOn: null, note: '' },
    ]);
  });

  test('has a limit set in pence; the dialog says that it needs training', async () => {
    const { office, user } = await renderAt('/office/people/7', {
      roles: ['budget_manager'],
      answers: {
        'people.get': untrained,
        'settings.policy': policy,
        'people.setOwnLimit': { id: 7, version: 5 },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Set own limit' }));
    const dialog = await screen.findByRole('dialog', { name: /Set the own limit of Ruth Adeyemi/ });
    expect(dialog).toHaveTextContent('until it is recorded, the limit counts for nothing');
    expect(await within(dialog).findByText(/The rules begin with £100.00/)).toBeVisible();
    const field = within(dialog).getByLabelText('Own limit');
    await user.clear(field);
    await user.type(field, '75.50');
    await user.click(within(dialog).getByRole('button', { name: /Set the limit/ }));
    await waitFor(() =>
      expect(office.inputsOf('people.setOwnLimit')).toEqual([{ id: 7, version: 4, ownLimitPence: 7550 }]),
    );
  });

  test('changed by somebody else meanwhile is saved over only when asked again', async () => {
    let version = 4;
    const { office, user } = await renderAt('/office/people/7', {
      roles: ['system_admin'],
      answers: {
        'settings.areas': areas,
        'people.get': () => ({ ...ruth, version, phone: version === 4 ? ruth.phone : '01632 960999' }),
        'people.save': (input) => {
          if (input.version === 5) return { id: 7, version: 6 };
          version = 5;
          return refuse({ code: 'conflict', message: 'Somebody else changed this since you opened it.' });
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Change details' }));
    const dialog = await screen.findByRole('dialog', { name: /Change the details/ });
    const title = within(dialog).getByLabelText('Job title');
    await user.clear(title);
    await user.type(title, 'Senior officer');
    await user.click(within(dialog).getByRole('button', { name: /Save the details/ }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Somebody else changed this');
    expect(title).toHaveValue('Senior officer');
    expect(await within(dialog).findByText('Telephone: now 01632 960999, before 01632 960142')).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: /Save the details/ }));
    await waitFor(() =>
      expect(office.inputsOf('people.save').at(-1)).toMatchObject({ version: 5, jobTitle: 'Senior officer' }),
    );
  });
});
