import { cleanup, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { type Answers, refuse } from './fakeOffice.ts';
import { ruth } from './peopleSample.ts';
import { renderAt } from './renderAt.tsx';

const OWN = 'gravel lantern oboe';
const field = (label: string) => screen.findByLabelText(label, { selector: 'input' });
const dialog = (name: string) => screen.findByRole('dialog', { name });
const wrong = refuse({
  code: 'wrong_passphrase',
  message: 'That is not your passphrase.',
  field: 'passphrase',
});

const mine: Output<'access.mine'> = {
  userName: 'margaret',
  passphraseSetAt: '2008-09-01T08:00:00.000Z',
  secondFactorSince: null,
  codesLeft: 0,
  signIns: [
    { at: '2008-10-14T08:00:00.000Z', how: 'usual' },
    { at: '2008-09-01T08:00:00.000Z', how: 'recovery' },
  ],
  wrongTries: [{ at: '2008-10-13T21:04:00.000Z' }],
  drafts: [{ form: 'fund', title: 'Add a fund', place: '/budgets/new', keptAt: '2008-10-13T16:00:00.000Z' }],
};

describe('My sign-in', () => {
  test('says what happened at one’s name and leads to what was kept', async () => {
    await renderAt('/office/sign-in', { answers: { 'access.mine': mine } });
    const tries = await screen.findByRole('region', { name: /^Wrong tries/ });
    expect(within(tries).getByRole('listitem')).toHaveTextContent('13 Oct 2008');
    const signIns = screen.getByRole('region', { name: 'My last sign-ins' });
    expect(within(signIns).getAllByRole('listitem')[1]).toHaveTextContent('Recovery key');
    expect(screen.getByRole('link', { name: 'Add a fund' })).toHaveAttribute('href', '/budgets/new');
  });

  test('changes the passphrase with the old one; names known here will not do', async () => {
    const { office, user } = await renderAt('/office/sign-in', {
      answers: { 'access.mine': mine, 'access.changePassphrase': wrong },
    });
    await user.click(await screen.findByRole('button', { name: 'Change my passphrase' }));
    expect(await field('Present passphrase')).toHaveFocus();
    await user.type(await field('Present passphrase'), 'not mine');
    const own = await field('New passphrase');
    await user.type(own, 'Marlford Trust 1');
    expect(own).toHaveAccessibleDescription(/made of your name or the office’s/);
    await user.clear(own);
    await user.type(own, OWN);
    await user.type(await field('New passphrase again'), OWN);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findAllByText('That is not your passphrase.')).not.toHaveLength(0);
    office.answer({ 'access.changePassphrase': {} });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^Passphrase changed/)).toBeVisible();
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(office.inputsOf('access.changePassphrase').at(-1)).toEqual({
      passphrase: 'not mine',
      newPassphrase: OWN,
    });
  });

  test('turns the second factor on with a first code, and shows the backup codes until they are written down', async () => {
    const backupCodes = Array.from({ length: 10 }, (_, at) => `abcde-2345${at}`);
    const { user } = await renderAt('/office/sign-in', {
      answers: {
        'access.mine': mine,
        'access.beginSecondFactor': {
          secret: 'JBSWY3DPEHPK3PXP',
          uri: 'otpauth://totp/Trust%20Desk:margaret?secret=JBSWY3DPEHPK3PXP',
        },
        'access.confirmSecondFactor': ({ code }) =>
          code === '287082'
            ? { backupCodes }
            : refuse({ code: 'wrong_code', message: 'Not the code of now.', field: 'code' }),
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Turn it on' }));
    const turnOn = await dialog('Turn the second factor on');
    expect(within(turnOn).getByRole('figure', { name: /^QR code/ })).toBeVisible();
    expect(turnOn).toHaveTextContent('JBSW Y3DP EHPK 3PXP');
    await user.type(await field('Code that the app shows'), '000000');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findAllByText('Not the code of now.')).not.toHaveLength(0);
    await user.clear(await field('Code that the app shows'));
    await user.type(await field('Code that the app shows'), '287082');
    await user.keyboard('{Control>}{Enter}{/Control}');
    const codes = await dialog('Your backup codes');
    expect(
      within(codes)
        .getAllByRole('listitem')
        .map((each) => each.textContent),
    ).toEqual(backupCodes);
    await user.keyboard('{Escape}');
    expect(await within(codes).findByRole('alert')).toHaveTextContent('gone once this is closed');
    await user.click(within(codes).getByRole('button', { name: 'I have written them down' }));
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull());
  });

  test('takes it off with the passphrase', async () => {
    const on = { ...mine, secondFactorSince: '2008-10-01T08:00:00.000Z', codesLeft: 7 };
    const { office, user } = await renderAt('/office/sign-in', {
      answers: { 'access.mine': on, 'access.endSecondFactor': {} },
    });
    expect(await screen.findByText('7 of 10 left')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Turn it off' }));
    await user.type(await field('Your passphrase'), OWN);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText('Second factor turned off.')).toBeVisible();
    expect(office.inputsOf('access.endSecondFactor')).toEqual([{ passphrase: OWN }]);
  });
});

describe('Keys and lock', () => {
  const plan: Output<'access.rekeyPlan'> = { lastAt: null, people: 4, without: ['tom'], recovery: true };
  const open = (answers: Answers = {}) =>
    renderAt('/office/keys', {
      roles: ['system_admin'],
      answers: { 'access.rekeyPlan': plan, ...answers },
    });

  test('a new recovery key counts when its last group was typed back', async () => {
    const { user } = await open({
      'access.newRecoveryKey': { recoveryKey: 'AAAA-BBBB-CCCC' },
      'access.confirmRecoveryKey': ({ lastGroup }) =>
        lastGroup === 'CCCC'
          ? { confirmed: true }
          : refuse({ code: 'invalid', message: 'Not the last group.', field: 'lastGroup' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Make a new one' }));
    await user.type(await field('Your passphrase'), OWN);
    await user.keyboard('{Control>}{Enter}{/Control}');
    const shown = await dialog('Write the new recovery key down');
    expect(within(shown).getAllByRole('listitem')).toHaveLength(3);
    await user.type(await field('Last group of the key'), 'AAAA');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findAllByText('Not the last group.')).not.toHaveLength(0);
    await user.clear(await field('Last group of the key'));
    await user.type(await field('Last group of the key'), 'CCCC');
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^The new recovery key counts from now on/)).toBeVisible();
    expect(screen.queryByText('CCCC')).toBeNull();
  });

  test('says who would need a new first passphrase before the office’s own key is changed', async () => {
    const { office, user } = await open({ 'access.rekey': { backup: 'office-before.db', people: 4 } });
    const act = await screen.findByRole('button', { name: 'Give it a new key' });
    await waitFor(() => expect(act).toBeEnabled());
    await user.click(act);
    expect(await dialog('Give the office a new key?')).toHaveTextContent(
      /4 people keep their passphrases.*will need a new first passphrase: tom\./,
    );
    await user.type(await field('Your passphrase'), OWN);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/^The office has a new key/)).toBeVisible();
    expect(office.inputsOf('access.rekey')).toEqual([{ passphrase: OWN, agreeWithout: true }]);
  });

  test('a recovery key of an older kind has to be made anew first', async () => {
    await open({ 'access.rekeyPlan': { ...plan, recovery: false } });
    expect(await screen.findByText(/make a new one first$/)).toBeVisible();
    expect(screen.getByRole('button', { name: 'Give it a new key' })).toBeDisabled();
  });

  test('the quiet minutes are from 1 to 60; who may not change them is told who may', async () => {
    const { office, user } = await open({ 'access.setLockMinutes': {} });
    const minutes = await field('Quiet minutes before it locks');
    await user.clear(minutes);
    await user.type(minutes, '90{Enter}');
    expect(await screen.findAllByText('From 1 to 60 minutes.')).not.toHaveLength(0);
    expect(office.inputsOf('access.setLockMinutes')).toEqual([]);
    await user.clear(minutes);
    await user.type(minutes, '5{Enter}');
    expect(await screen.findByText('Trust Desk locks after 5 quiet minutes.')).toBeVisible();
  });

  test('are not for everybody', async () => {
    await renderAt('/office/keys', { roles: ['lead_professional'] });
    expect(await screen.findByText(/^Only a system administrator/)).toBeVisible();
  });
});

describe('Another person’s way in', () => {
  const signIn: Output<'access.signInOf'> = {
    hasWayIn: true,
    passphraseSetAt: '2008-09-01T08:00:00.000Z',
    mustChange: false,
    secondFactorSince: '2008-09-02T08:00:00.000Z',
    lastSignInAt: null,
  };
  const open = (answers: Answers = {}) =>
    renderAt(`/office/people/${ruth.id}`, {
      roles: ['system_admin'],
      answers: { 'people.get': ruth, 'access.signInOf': signIn, ...answers },
    });
  const card = () => screen.findByRole('region', { name: 'Signing in' });

  test('a new first passphrase, not made of their name', async () => {
    const { office, user } = await open({ 'access.givePassphrase': {} });
    expect(await screen.findByText(/^Their own, since 1 Sept? 2008/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Give a new first passphrase' }));
    const first = await field('First passphrase');
    expect(first).toHaveFocus();
    await user.type(first, 'ruth adeyemi 1');
    expect(first).toHaveAccessibleDescription(/made of your name/);
    await user.clear(first);
    await user.type(first, OWN);
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(/has a new first passphrase/)).toBeVisible();
    expect(office.inputsOf('access.givePassphrase')).toEqual([{ personId: ruth.id, passphrase: OWN }]);
  });

  test('the second factor is taken off after a question', async () => {
    const { office, user } = await open({ 'access.resetSecondFactor': {} });
    await user.click(await within(await card()).findByRole('button', { name: 'Take it off' }));
    const question = await dialog('Take Ruth Adeyemi’s second factor off?');
    expect(office.inputsOf('access.resetSecondFactor')).toEqual([]);
    await user.click(within(question).getByRole('button', { name: /^Take it off/ }));
    expect(await screen.findByText(/signs in with the passphrase alone/)).toBeVisible();
    expect(office.inputsOf('access.resetSecondFactor')).toEqual([{ personId: ruth.id }]);
  });

  test('says so when they have none', async () => {
    await open({ 'access.signInOf': { ...signIn, hasWayIn: false, secondFactorSince: null } });
    expect(await screen.findByText(/they cannot sign in until they are given one$/)).toBeVisible();
    expect(within(await card()).queryByRole('button', { name: 'Take it off' })).toBeNull();
  });

  test('is not there for whoever does not manage people, nor for who has left', async () => {
    await renderAt(`/office/people/${ruth.id}`, { answers: { 'people.get': ruth } });
    expect(await screen.findByRole('region', { name: 'Own limit' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Signing in' })).toBeNull();
    cleanup();
    await open({ 'people.get': { ...ruth, leavesOn: '2008-10-14' } });
    expect(await screen.findByRole('region', { name: 'Own limit' })).toBeVisible();
    expect(screen.queryByRole('region', { name: 'Signing in' })).toBeNull();
  });
});
