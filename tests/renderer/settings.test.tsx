import { firstStandards } from '#shared/domain/standards.ts';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import type { Preferences } from '#shared/contract/shell.ts';
import { refuse } from './fakeOffice.ts';
import { renderAt } from './renderAt.tsx';

type Settings = Output<'settings.get'>;
const found: Settings = {
  councilName: 'Marlford Borough Council',
  trustName: 'Marlford Children’s Trust',
  address: 'Castle House\nMarlford MF1 4QT',
  phone: '01632 960180',
  email: '',
  invoiceName: 'Accounts Payable',
  invoiceAddress: 'PO Box 40\nMarlford',
  invoiceEmail: '',
  letterheadColour: '#0A5C5C',
  deliverTo: 'Front desk',
  terms: 'No order number, no pay.',
  firstOrderNumber: 4_001_001,
  practice: false,
  recoveryConfirmed: true,
  version: 3,
};
const areas: Output<'settings.areas'> = {
  areas: [{ id: 2, name: 'Hillcrest' }],
  teams: [{ id: 3, areaId: 2, name: 'Hillcrest team' }],
};

describe('name and letterhead', () => {
  test('draws the paper while it is typed, and saves twice in a row', async () => {
    let version = 3;
    const { office, user } = await renderAt('/office/settings', {
      roles: ['system_admin'],
      answers: {
        'settings.get': () => ({ ...found, version }),
        'settings.areas': areas,
        'settings.save': () => ({ version: (version += 1) }),
      },
    });
    const council = await screen.findByLabelText('Name of the council');
    await user.clear(council);
    await user.type(council, 'Northby County Council');
    expect(screen.getByRole('figure', { name: /order from Northby County Council/ })).toBeVisible();
    expect(screen.getByText('Not saved yet.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Save changes/ }));
    expect(await screen.findByText('Nothing to save.')).toBeVisible();
    await user.type(screen.getByLabelText(/^Telephone/), '9');
    await user.click(screen.getByRole('button', { name: /Save changes/ }));
    await waitFor(() => expect(office.inputsOf('settings.save')).toHaveLength(2));
    expect(office.inputsOf('settings.save')).toMatchObject([
      { version: 3, councilName: 'Northby County Council' },
      { version: 4, councilName: 'Northby County Council', phone: '01632 9601809' },
    ]);
  });

  test('shows what somebody else saved meanwhile, and keeps what was typed', async () => {
    let theirs = found;
    const { office, user } = await renderAt('/office/settings', {
      roles: ['system_admin'],
      answers: {
        'settings.get': () => theirs,
        'settings.areas': areas,
        'settings.save': (input) => {
          if (input.version === 4) return { version: 5 };
          theirs = { ...found, phone: '01632 960999', version: 4 };
          return refuse({ code: 'conflict', message: 'Somebody else changed this since you opened it.' });
        },
      },
    });
    const name = await screen.findByLabelText('Name of the office');
    await user.type(name, ' North');
    await user.click(screen.getByRole('button', { name: /Save changes/ }));
    expect(await screen.findByText('Telephone: now 01632 960999, before 01632 960180')).toBeVisible();
    expect(name).toHaveValue('Marlford Children’s Trust North');
    await user.click(screen.getByRole('button', { name: /Save changes/ }));
    await waitFor(() => expect(office.inputsOf('settings.save').at(-1)).toMatchObject({ version: 4 }));
    await waitFor(() => expect(screen.queryByText(/Saved meanwhile/)).toBeNull());
  });

  test('is only read by others, who are told who changes it', async () => {
    await renderAt('/office/settings', {
      roles: ['finance'],
      answers: { 'settings.get': found, 'settings.areas': areas },
    });
    expect(await screen.findByText(/Only a system administrator changes them/)).toBeVisible();
    expect(screen.getByText('Accounts Payable', { selector: 'dd' })).toBeVisible();
    expect(screen.queryByRole('button', { name: /Save changes|Add an area/ })).toBeNull();
  });

  test('adds a team to an area, and says when the name is taken', async () => {
    const { office, user } = await renderAt('/office/settings', {
      roles: ['system_admin'],
      answers: {
        'settings.get': found,
        'settings.areas': areas,
        'settings.addTeam': ({ name }) =>
          name === 'Hillcrest team'
            ? refuse({ code: 'invalid', message: 'There is one of that name already.', field: 'name' })
            : { id: 9 },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Add a team' }));
    const dialog = await screen.findByRole('dialog', { name: 'Add a team' });
    await user.selectOptions(within(dialog).getByLabelText('Area'), 'Hillcrest');
    await user.type(within(dialog).getByLabelText('Name'), 'Hillcrest team');
    await user.click(within(dialog).getByRole('button', { name: /Add the team/ }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('There is one of that name already.');
    await user.type(within(dialog).getByLabelText('Name'), ' two');
    await user.click(within(dialog).getByRole('button', { name: /Add the team/ }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
    expect(office.inputsOf('settings.addTeam').at(-1)).toEqual({ areaId: 2, name: 'Hillcrest team two' });
    expect(office.inputsOf('settings.save')).toEqual([]);
  });
});

test('the rules are said in words', async () => {
  await renderAt('/office/rules', {
    answers: {
      'settings.policy': {
        ownLimitPence: 10_000,
        splitWindowDays: 14,
        overlapWindowDays: 182,
        ladder: [
          { upToPence: 50_000, role: 'team_manager' },
          { upToPence: null, role: 'director' },
        ],
        alwaysSecondApprover: ['DBT'],
        reviewWeeks: 6,
        quietDays: 1,
        openingMinutes: 60,
        standards: firstStandards,
        validFrom: '2008-04-01',
        reason: 'A new year.',
      },
    },
  });
  const ladder = await screen.findByRole('table', { name: 'Who approves a purchase' });
  expect(within(ladder).getByRole('row', { name: /budget holder alone/ })).toHaveTextContent('£100.00');
  expect(within(ladder).getByRole('row', { name: /Team manager/ })).toHaveTextContent('£500.00');
  expect(within(ladder).getByRole('row', { name: /Director/ })).toHaveTextContent('any amount');
  expect(screen.getByText('Rent arrears, utilities, debts')).toBeVisible();
  expect(screen.getByText(/within 14 days are added together/)).toBeVisible();
  expect(screen.getByText(/without an entry for 1 day is listed/)).toBeVisible();
  expect(screen.getByText('1 Apr 2008')).toBeVisible();
});

test('this computer: look, text size and letter keys are handed to the shell at once', async () => {
  const changes: Partial<Preferences>[] = [];
  const atStart: Preferences = { theme: 'light', textSize: 20, letterKeys: true };
  const kept = () => Promise.resolve({ ok: true as const, data: atStart });
  const { user } = await renderAt('/office/computer', {
    shell: {
      preferences: {
        atStart,
        get: kept,
        set: (change) => {
          changes.push(change);
          return kept();
        },
      },
    },
  });
  const theme = await screen.findByRole('radiogroup', { name: 'Look' });
  expect(within(theme).getByRole('radio', { name: 'Light' })).toBeChecked();
  await user.click(within(theme).getByRole('radio', { name: 'High contrast' }));
  const size = screen.getByRole('group', { name: 'Text size' });
  expect(within(size).getByRole('button', { name: 'Larger' })).toBeDisabled();
  await user.click(within(size).getByRole('button', { name: 'Smaller' }));
  await user.click(within(size).getByRole('button', { name: 'Usual size' }));
  const keys = screen.getByRole('radiogroup', { name: 'Letter keys' });
  await user.click(within(keys).getByRole('radio', { name: 'Off' }));
  expect(changes).toEqual([{ theme: 'contrast' }, { textSize: 19 }, { textSize: 14 }, { letterKeys: false }]);
});
