import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { ruth } from './peopleSample.ts';
import { renderAt } from './renderAt.tsx';

describe('the roles of a person', () => {
  test('is given a role from a day on; what takes two people is said before and after', async () => {
    const answers = {
      'people.get': ruth,
      'people.giveRoles': { given: [], proposed: [{ id: 3, role: 'team_manager' as const }] },
    };
    const { office, user } = await renderAt('/office/people/7', { roles: ['system_admin'], answers });
    await user.click(await screen.findByRole('button', { name: 'Give a role' }));
    const dialog = await screen.findByRole('dialog', { name: /Give Ruth Adeyemi a role/ });
    expect(within(dialog).queryByRole('checkbox', { name: 'Lead professional' })).toBeNull();
    const manager = within(dialog).getByRole('checkbox', { name: 'Team manager' });
    expect(manager).toHaveAccessibleDescription(/A second administrator has to agree/);
    expect(within(dialog).getByRole('checkbox', { name: 'Auditor' })).not.toHaveAccessibleDescription(
      /second/,
    );
    await user.click(manager);
    await user.click(within(dialog).getByRole('button', { name: /Give the roles/ }));
    await waitFor(() =>
      expect(office.inputsOf('people.giveRoles')).toEqual([
        { id: 7, roles: ['team_manager'], fromDay: '2008-10-14', toDay: null },
      ]),
    );
    expect(
      await screen.findByText('A second administrator has to agree to: Team manager.'),
    ).toBeInTheDocument();
  });

  test('has a role taken away at once, after one question', async () => {
    const { office, user } = await renderAt('/office/people/7', {
      roles: ['system_admin'],
      answers: { 'people.get': ruth, 'people.takeRoles': {} },
    });
    await user.click(await screen.findByRole('button', { name: 'Take away: Lead professional' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take a role from Ruth Adeyemi' });
    await user.click(within(dialog).getByRole('button', { name: /Take lead professional away/ }));
    await waitFor(() =>
      expect(office.inputsOf('people.takeRoles')).toEqual([{ id: 7, roles: ['lead_professional'] }]),
    );
  });

  test('what waits is agreed to or refused by a second person, taken back by the first, and no more', async () => {
    const proposal = {
      id: 3,
      personId: 7,
      person: 'Ruth Adeyemi',
      role: 'team_manager',
      coverFor: null,
      limitPence: null,
      fromDay: '2008-10-14',
      toDay: null,
      proposedBy: 'Ian Bristow',
      proposedOn: '2008-10-13',
      may: 'answer',
    } as const;
    const { office, user } = await renderAt('/office/people/7', {
      roles: ['system_admin'],
      answers: {
        'people.get': { ...ruth, proposals: [proposal] },
        'people.answer': {},
        'people.withdraw': {},
      },
    });
    const card = await screen.findByRole('region', { name: 'Waiting for a second person' });
    expect(card).toHaveTextContent('Ian Bristow proposed this on 13 Oct 2008.');
    await user.click(within(card).getByRole('button', { name: 'Refuse team manager for Ruth Adeyemi' }));
    const dialog = await screen.findByRole('dialog', { name: 'Refuse team manager for Ruth Adeyemi' });
    await user.click(within(dialog).getByRole('button', { name: /Refuse it/ }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Say why.');
    await user.type(within(dialog).getByLabelText('Why'), 'She has her own cases.');
    await user.click(within(dialog).getByRole('button', { name: /Refuse it/ }));
    await waitFor(() =>
      expect(office.inputsOf('people.answer')).toEqual([
        { id: 3, agree: false, reason: 'She has her own cases.' },
      ]),
    );
    await user.click(await screen.findByRole('button', { name: 'Agree to team manager for Ruth Adeyemi' }));
    await waitFor(() => expect(office.inputsOf('people.answer').at(-1)).toMatchObject({ agree: true }));
    office.answer({ 'people.get': { ...ruth, proposals: [{ ...proposal, may: 'withdraw' }] } });
    office.tellChange(['people']);
    await user.click(
      await screen.findByRole('button', { name: 'Take it back: team manager for Ruth Adeyemi' }),
    );
    await waitFor(() => expect(office.inputsOf('people.withdraw')).toEqual([{ id: 3 }]));
    expect(screen.queryByRole('button', { name: /^Agree/ })).toBeNull();
  });
});

describe('leaving', () => {
  test('is recorded with what has to be handed over in sight, from today unless said', async () => {
    const { office, user } = await renderAt('/office/people/7', {
      roles: ['system_admin'],
      answers: {
        'people.get': ruth,
        'people.handover': { casesLed: 3, openRequests: 1 },
        'people.leave': { id: 7, version: 5 },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Record leaving' }));
    const dialog = await screen.findByRole('dialog', { name: 'Ruth Adeyemi leaves the office' });
    expect(await within(dialog).findByText(/leads 3 open CAFs/)).toBeVisible();
    expect(within(dialog).getByText(/has 1 purchase /)).toBeVisible();
    await user.click(within(dialog).getByRole('button', { name: /Record the leaving/ }));
    await waitFor(() =>
      expect(office.inputsOf('people.leave')).toEqual([{ id: 7, version: 4, leavesOn: '2008-10-14' }]),
    );
  });

  test('somebody who left is taken back with a new passphrase', async () => {
    const { office, user } = await renderAt('/office/people/7', {
      roles: ['system_admin'],
      answers: {
        'people.get': { ...ruth, leavesOn: '2008-10-01' },
        'people.comeBack': { id: 7, version: 5 },
      },
    });
    expect(await screen.findByText('Left on 1 Oct 2008')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Give a role' })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Take back' }));
    const dialog = await screen.findByRole('dialog', { name: 'Take Ruth Adeyemi back' });
    await user.type(within(dialog).getByLabelText('First passphrase'), 'twelve tall green lamps');
    await user.click(within(dialog).getByRole('button', { name: /Take them back/ }));
    await waitFor(() =>
      expect(office.inputsOf('people.comeBack')).toEqual([
        { id: 7, version: 4, passphrase: 'twelve tall green lamps' },
      ]),
    );
  });
});
