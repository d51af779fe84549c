import { screen, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { noNews, refuse } from './fakeOffice.ts';
import { locked, margaret, openDesk } from './openDesk.tsx';

const rail = () => screen.findByRole('navigation', { name: 'Main' });
const field = (label: string) => screen.findByLabelText(label, { selector: 'input, select' });

describe('What is asked for after the passphrase', () => {
  test('a code: a wrong one is refused and empties the field, the right one goes in with what was typed before', async () => {
    const { office, user, become } = openDesk(locked, {
      'access.signIn': (input) => {
        if (!input.code) return refuse({ code: 'code_needed', message: 'A code is needed.' });
        if (input.code === '287082') return { ...become(margaret), news: noNews };
        return refuse({ code: 'wrong_code', message: 'That code does not count.', field: 'code' });
      },
    });
    await user.type(await field('User name'), 'margaret');
    await user.type(await field('Passphrase'), 'four tall green lamps{Enter}');
    const code = await field('Code');
    expect(code).toHaveFocus();
    expect(code).toHaveAttribute('autocomplete', 'one-time-code');
    await user.type(code, '000000{Enter}');
    expect(await screen.findAllByText('That code does not count.')).not.toHaveLength(0);
    expect(code).toHaveValue('');
    await user.type(code, '287082{Enter}');
    expect(await rail()).toBeVisible();
    expect(office.inputsOf('access.signIn').at(-1)).toMatchObject({
      userName: 'margaret',
      passphrase: 'four tall green lamps',
      code: '287082',
    });
  });

  test('another passphrase in place of a first one, judged while it is typed; going back forgets what was typed', async () => {
    const { office, user, become } = openDesk(locked, {
      'access.signIn': ({ newPassphrase }) =>
        newPassphrase
          ? { ...become(margaret), news: noNews }
          : refuse({ code: 'passphrase_change', message: 'Choose your own.' }),
    });
    await user.type(await field('User name'), 'margaret');
    await user.type(await field('Passphrase'), 'what I was given{Enter}');
    await user.click(await screen.findByRole('button', { name: 'Back' }));
    expect(await field('Passphrase')).toHaveValue('');
    await user.type(await field('Passphrase'), 'what I was given{Enter}');
    const own = await field('New passphrase');
    expect(own).toHaveAccessibleDescription(/12 characters or more/);
    await user.type(own, 'margaret 2008');
    expect(own).toHaveAccessibleDescription(/made of your name/);
    await user.clear(own);
    await user.type(own, 'gravel lantern oboe');
    expect(own).toHaveAccessibleDescription('This will do.');
    await user.type(await field('New passphrase again'), 'gravel lantern oboes');
    await user.click(screen.getByRole('button', { name: 'Change it and sign in' }));
    expect(await screen.findAllByText(/^The two are not the same/)).not.toHaveLength(0);
    expect(office.inputsOf('access.signIn')).toHaveLength(2);
    await user.type(await field('New passphrase again'), '{Backspace}{Enter}');
    expect(await rail()).toBeVisible();
  });
});

describe('A forgotten passphrase', () => {
  const administrators = [
    { id: 1, name: 'Margaret Oakes', userName: 'margaret' },
    { id: 9, name: 'Ian Bristow', userName: 'ian' },
  ];

  test('the recovery key is asked for, then who one is and a new passphrase', async () => {
    const { office, user, become } = openDesk(locked, {
      'access.checkRecoveryKey': ({ recoveryKey }) =>
        recoveryKey === 'the right key'
          ? { administrators }
          : refuse({ code: 'wrong_passphrase', message: 'That is not the key.', field: 'recoveryKey' }),
      'access.recover': () => ({ ...become(margaret), news: noNews }),
    });
    await user.click(await screen.findByRole('button', { name: 'I have forgotten my passphrase' }));
    const key = screen.getByRole('textbox', { name: 'Recovery key' });
    expect(key).toHaveFocus();
    await user.type(key, 'half a key{Enter}');
    expect(await screen.findAllByText('That is not the key.')).not.toHaveLength(0);
    expect(key).toHaveValue('half a key');
    await user.clear(key);
    await user.type(key, 'the right key{Enter}');
    await user.selectOptions(await field('You are'), 'Ian Bristow');
    const own = await field('New passphrase');
    await user.type(own, 'ian bristow 99');
    expect(own).toHaveAccessibleDescription(/made of your name/);
    await user.clear(own);
    await user.type(own, 'gravel lantern oboe');
    await user.type(await field('New passphrase again'), 'gravel lantern oboe');
    await user.click(screen.getByRole('button', { name: 'Set it and sign in' }));
    expect(await rail()).toBeVisible();
    expect(office.inputsOf('access.recover')).toEqual([
      { recoveryKey: 'the right key', personId: 9, passphrase: 'gravel lantern oboe' },
    ]);
  });

  test('too many wrong keys have to wait, and the way back leads to the sign-in', async () => {
    const { user } = openDesk(locked, {
      'access.checkRecoveryKey': refuse({ code: 'slow_down', message: 'Too many.', waitSeconds: 40 }),
    });
    await user.click(await screen.findByRole('button', { name: 'I have forgotten my passphrase' }));
    await user.type(screen.getByRole('textbox', { name: 'Recovery key' }), 'a key{Enter}');
    expect(await screen.findByRole('timer')).toHaveTextContent(/Try again in (40|39) seconds\./);
    expect(screen.getByRole('button', { name: 'Go on' })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Back to the sign-in' }));
    expect(await field('User name')).toBeVisible();
  });
});

test('Whoever comes in is told what happened at their name meanwhile, once', async () => {
  const { user, become } = openDesk(locked, {
    'access.signIn': () => ({
      ...become(margaret),
      news: { ...noNews, lastSignInAt: '2008-10-13T09:00:00.000Z', wrongTries: 3, drafts: 1 },
    }),
  });
  await user.type(await field('User name'), 'margaret');
  await user.type(await field('Passphrase'), 'four tall green lamps{Enter}');
  const news = await screen.findByRole('alert');
  expect(news).toHaveTextContent(
    'There were 3 wrong tries at your name since your last sign-in on 13 October',
  );
  expect(news).toHaveTextContent('One form that you had not saved when Trust Desk locked is kept for you.');
  await user.click(within(news).getByRole('button', { name: 'Close' }));
  expect(screen.queryByRole('alert')).toBeNull();
});
