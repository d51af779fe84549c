import { screen, waitFor } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import { locked, margaret, none, openDesk, practice } from './openDesk.tsx';

describe('The practice office', () => {
  test('each of its people is one press away', async () => {
    const { office, user } = openDesk(none);
    await user.click(await screen.findByRole('button', { name: 'Open the practice office' }));
    await user.click(await screen.findByRole('button', { name: /^Helen Castellan/ }));
    expect(await screen.findByRole('navigation', { name: 'Main' })).toBeVisible();
    expect(office.inputsOf('access.signIn')).toEqual([
      { userName: 'helen', passphrase: 'practice desk helen' },
    ]);
    expect(await screen.findByText(/Today is Tuesday 14 October 2008/)).toBeVisible();
  });

  test('its date is moved from the banner', async () => {
    const { office, user } = openDesk(
      { ...margaret, practice: true, hasPractice: true },
      {
        'settings.movePracticeDay': {},
      },
    );
    await user.click(await screen.findByRole('button', { name: 'Change the date' }));
    const day = await screen.findByLabelText('Today is');
    await user.clear(day);
    await user.type(day, '28/10/08{Control>}{Enter}{/Control}');
    await waitFor(() => expect(office.inputsOf('settings.movePracticeDay')).toEqual([{ day: '2008-10-28' }]));
  });

  test('is left for the real one, and made anew only after a question', async () => {
    const { office, user } = openDesk(practice);
    await user.click(await screen.findByRole('button', { name: 'Start the practice office again' }));
    expect(office.inputsOf('access.openPractice')).toHaveLength(0);
    await user.click(await screen.findByRole('button', { name: /^Start it again/ }));
    await waitFor(() => expect(office.inputsOf('access.openPractice')).toEqual([{ startAgain: true }]));
    await user.click(await screen.findByRole('button', { name: 'Leave the practice office' }));
    expect(await screen.findByLabelText('User name')).toBeVisible();
  });

  test('its making shows how far it is and can be cancelled', async () => {
    const { user } = openDesk(none, {
      'access.openPractice': (_input, progress) => {
        progress({ done: 30, total: 120, label: 'Making the practice office' });
        return new Promise(() => undefined);
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Open the practice office' }));
    expect(await screen.findByText('30 of 120')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Cancel' }));
    await waitFor(() => expect(screen.queryByText('30 of 120')).toBeNull());
    expect(screen.getByRole('button', { name: 'Set up this office' })).toBeEnabled();
  });

  test('is gone straight to when the app is started for it', async () => {
    openDesk(locked, {}, { practice: true });
    expect(await screen.findByRole('button', { name: /^Margaret Oakes/ })).toBeVisible();
  });
});
