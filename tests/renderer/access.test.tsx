import { act, screen, waitFor, within } from '@testing-library/react';
import type userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { router } from '#renderer/app/routes.tsx';
import { noNews, refuse } from './fakeOffice.ts';
import { locked, margaret, none, openDesk } from './openDesk.tsx';

const rail = () => screen.findByRole('navigation', { name: 'Main' });
const goTo = (to: string) => act(() => router.navigate({ to: to as '/' }));
const fundName = () => screen.findByRole('textbox', { name: 'Name' });

afterEach(() => vi.useRealTimers());

describe('The first start', () => {
  async function fill(user: ReturnType<typeof userEvent.setup>, passphrase: string, again: string) {
    const values: Record<string, string> = {
      'Name of the office': 'Marlford Children’s Trust',
      'Name of the council': 'Marlford Borough Council',
      'Address of the office': 'Castle House',
      'Who is invoiced': 'Accounts Payable',
      'Address for invoices': 'PO Box 40',
      Area: 'Hillcrest',
      'Your name': 'Margaret Oakes',
      'Job title': 'Co-ordinator',
      'User name': 'margaret',
      Passphrase: passphrase,
      'Passphrase again': again,
    };
    for (const [label, value] of Object.entries(values)) {
      const field = screen.getByLabelText(label, { selector: 'input, textarea' });
      await user.clear(field);
      await user.type(field, value);
    }
  }

  test('offers two ways, and sets an office up with areas one by one', async () => {
    const { office, user, become } = openDesk(none, {
      'access.setUp': () => {
        become(margaret);
        return { recoveryKey: 'AAAA-BBBB-CCCC' };
      },
      'access.confirmRecoveryKey': ({ lastGroup }) =>
        lastGroup === 'CCCC'
          ? { confirmed: true }
          : refuse({ code: 'invalid', message: 'That is not the last group.', field: 'lastGroup' }),
    });
    expect(await screen.findByRole('button', { name: 'Open the practice office' })).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Set up this office' }));
    expect(screen.getByLabelText('Name of the office')).toHaveFocus();
    await fill(user, 'four tall green lamps', 'four tall green lamps');
    await user.click(screen.getByRole('button', { name: 'Add another area' }));
    await user.type(await screen.findByLabelText('Area 2'), 'Northgate');
    await user.click(screen.getByRole('button', { name: 'Navy' }));
    await user.click(screen.getByRole('button', { name: 'Make the office' }));

    expect(await screen.findByRole('heading', { name: 'Write the recovery key down' })).toBeVisible();
    expect(office.inputsOf('access.setUp')[0]).toMatchObject({
      areas: ['Hillcrest', 'Northgate'],
      letterheadColour: '#1F3A6E',
      firstOrderNumber: 4_000_001,
      person: { userName: 'margaret' },
    });
    expect(office.inputsOf('access.setUp')[0]).not.toHaveProperty('again');
    const groups = within(screen.getByRole('list', { name: 'Recovery key' })).getAllByRole('listitem');
    expect(groups).toHaveLength(3);
    expect(screen.queryByRole('navigation', { name: 'Main' })).toBeNull();

    await user.type(screen.getByLabelText('Last group of the key'), 'AAAA');
    await user.click(screen.getByRole('button', { name: 'I have written it down' }));
    expect(await screen.findAllByText('That is not the last group.')).not.toHaveLength(0);
    await user.clear(screen.getByLabelText('Last group of the key'));
    await user.type(screen.getByLabelText('Last group of the key'), 'CCCC');
    await user.click(screen.getByRole('button', { name: 'I have written it down' }));
    expect(await rail()).toBeVisible();
    expect(screen.queryByText('CCCC')).toBeNull();
  });

  test('says what is wrong with a passphrase at its field, and keeps everything else', async () => {
    const { office, user } = openDesk(none, {
      'access.setUp': refuse({ code: 'invalid', message: 'Use four unrelated words.', field: 'passphrase' }),
    });
    await user.click(await screen.findByRole('button', { name: 'Set up this office' }));
    await fill(user, 'four tall green lamps', 'four tall green lambs');
    await user.click(screen.getByRole('button', { name: 'Make the office' }));
    expect(await screen.findAllByText(/^The two are not the same/)).not.toHaveLength(0);
    expect(office.inputsOf('access.setUp')).toHaveLength(0);

    const again = screen.getByLabelText('Passphrase again', { selector: 'input' });
    await user.clear(again);
    await user.type(again, 'four tall green lamps');
    await user.click(screen.getByRole('button', { name: 'Make the office' }));
    await waitFor(() =>
      expect(screen.getByLabelText('Passphrase', { selector: 'input' })).toHaveAccessibleDescription(
        /Use four unrelated words\./,
      ),
    );
    expect(screen.getByLabelText('Name of the council')).toHaveValue('Marlford Borough Council');
  });
});

describe('Signing in', () => {
  test('a wrong passphrase is refused in words, and the next one goes in', async () => {
    const { office, user, become } = openDesk(locked);
    office.answer({
      'access.signIn': refuse({ code: 'wrong_passphrase', message: 'They do not belong together.' }),
    });
    await user.type(await screen.findByLabelText('User name'), 'margaret');
    const passphrase = screen.getByLabelText('Passphrase', { selector: 'input' });
    await user.type(passphrase, 'not the right one{Enter}');
    expect(await screen.findByText('They do not belong together.')).toBeVisible();
    expect(passphrase).toHaveValue('');
    office.answer({ 'access.signIn': () => ({ ...become(margaret), news: noNews }) });
    await user.type(passphrase, 'four tall green lamps{Enter}');
    expect(await rail()).toBeVisible();
  });

  test('too many wrong ones: the seconds are counted, and the button waits for them', async () => {
    const { user } = openDesk(locked, {
      'access.signIn': refuse({ code: 'slow_down', message: 'Too many.', waitSeconds: 2 }),
    });
    await user.type(await screen.findByLabelText('User name'), 'margaret');
    await user.type(screen.getByLabelText('Passphrase', { selector: 'input' }), 'again and again{Enter}');
    expect(await screen.findByRole('timer')).toHaveTextContent('Try again in 2 seconds.');
    expect(screen.getByRole('button', { name: 'Sign in' })).toBeDisabled();
    await waitFor(() => expect(screen.getByRole('timer')).toHaveTextContent('1 second.'), { timeout: 3000 });
    await waitFor(() => expect(screen.getByRole('button', { name: 'Sign in' })).toBeEnabled(), {
      timeout: 3000,
    });
  });

  test('a passphrase is shown only when that is asked for, and may be pasted', async () => {
    const { user } = openDesk(locked);
    const field = await screen.findByLabelText('Passphrase', { selector: 'input' });
    await user.click(field);
    await user.paste('four tall green lamps');
    expect(field).toHaveValue('four tall green lamps');
    expect(field).toHaveAttribute('type', 'password');
    await user.click(screen.getByRole('button', { name: /^Show/ }));
    expect(field).toHaveAttribute('type', 'text');
  });

  test('an office that does not answer is a problem with a way to ask again', async () => {
    const { office, user } = openDesk(locked, {
      'access.status': refuse({ code: 'folder_unwritable', message: 'The folder cannot be read.' }),
    });
    expect(await screen.findByText('The folder cannot be read.')).toBeVisible();
    office.answer({ 'access.status': locked });
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByLabelText('User name')).toBeVisible();
  });
});

describe('The lock', () => {
  async function typeAFund(user: ReturnType<typeof userEvent.setup>) {
    await rail();
    await goTo('/budgets/new');
    await user.type(await fundName(), 'Half a fund');
  }

  async function signIn(user: ReturnType<typeof userEvent.setup>, userName: string) {
    const name = await screen.findByLabelText('User name');
    await user.clear(name);
    await user.type(name, userName);
    await user.type(
      screen.getByLabelText('Passphrase', { selector: 'input' }),
      'four tall green lamps{Enter}',
    );
  }

  test('hides the screens at once and keeps what was typed for the same person', async () => {
    const { office, user } = openDesk(margaret);
    await typeAFund(user);
    await user.keyboard('{Control>}l{/Control}');
    const field = screen.getByDisplayValue('Half a fund');
    expect(field).not.toBeVisible();
    expect(field.closest('[inert]')).not.toBeNull();
    expect(screen.queryByRole('textbox', { name: 'Name' })).toBeNull();
    expect(office.inputsOf('access.lock')).toHaveLength(1);
    expect(document.title).toBe('Locked – Trust Desk');

    await signIn(user, 'margaret');
    await waitFor(() => expect(field).toBeVisible());
    expect(await fundName()).toBe(field);
    expect(field).toHaveValue('Half a fund');
    expect(field).toHaveFocus();
    expect(document.title).toBe('Add a fund – Trust Desk');
  });

  test('hides what floats over the screens too, and their keys do nothing', async () => {
    const { office, user } = openDesk(margaret, { 'work.find': { hits: [], restrictedMatches: 0 } });
    await rail();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'callum');
    act(() => office.tellLock());
    const palette = screen.getByDisplayValue('callum');
    expect(palette.closest('[inert]')).not.toBeNull();
    expect(screen.queryByRole('dialog')).toBeNull();
    await user.keyboard('{Control>}k{/Control}{Escape}');
    expect(screen.getByDisplayValue('callum')).toBe(palette);
    expect(screen.getAllByRole('combobox', { hidden: true })).toHaveLength(1);
  });

  test('anybody else begins with a fresh screen at Work', async () => {
    const { user } = openDesk(margaret);
    await typeAFund(user);
    await user.keyboard('{Control>}l{/Control}');
    await signIn(user, 'helen');
    expect(await screen.findByText('Helen Castellan')).toBeVisible();
    expect(router.state.location.pathname).toBe('/work');
    expect(screen.queryByDisplayValue('Half a fund')).toBeNull();
    expect(screen.queryByText('Margaret Oakes')).toBeNull();
  });

  test('comes by itself after ten minutes without a key or a pointer', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { office } = openDesk(margaret);
    await rail();
    act(() => void vi.advanceTimersByTime(8 * 60_000));
    act(() => void window.dispatchEvent(new Event('pointermove')));
    act(() => void vi.advanceTimersByTime(8 * 60_000));
    expect(office.inputsOf('access.lock')).toHaveLength(0);
    act(() => void vi.advanceTimersByTime(3 * 60_000));
    expect(office.inputsOf('access.lock')).toHaveLength(1);
    expect(await screen.findByLabelText('User name')).toBeVisible();
  });

  test('warns a minute before, so that a reader speaks it; a key or a click stays, a knock does not', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { office } = openDesk({ ...margaret, lockMinutes: 5 });
    await rail();
    act(() => void vi.advanceTimersByTime(4 * 60_000 + 2000));
    const warning = screen.getByRole('alertdialog', { name: 'Trust Desk is about to lock' });
    expect(within(warning).getByRole('button', { name: 'Keep working' })).toHaveFocus();
    act(() => void window.dispatchEvent(new Event('pointermove')));
    expect(screen.getByRole('alertdialog')).toBeVisible();
    act(() => void vi.advanceTimersByTime(28_000));
    expect(screen.getByText('Trust Desk locks in 30 seconds.')).toBeInTheDocument();
    act(() => void window.dispatchEvent(new Event('keydown')));
    expect(screen.queryByRole('alertdialog')).toBeNull();
    act(() => void vi.advanceTimersByTime(4 * 60_000 + 30_000));
    expect(office.inputsOf('access.lock')).toHaveLength(0);
    act(() => void vi.advanceTimersByTime(40_000));
    expect(office.inputsOf('access.lock')).toHaveLength(1);
  });

  test('the office hears that somebody is here, now and then, and nothing while nobody is', async () => {
    vi.useFakeTimers({ shouldAdvanceTime: true });
    const { office } = openDesk(margaret);
    await rail();
    const before = office.touches;
    expect(before).toBeGreaterThan(0);
    act(() => void vi.advanceTimersByTime(60_000));
    expect(office.touches).toBe(before);
    for (const type of ['pointermove', 'wheel', 'keydown'])
      act(() => void window.dispatchEvent(new Event(type)));
    expect(office.touches).toBe(before + 1);
    act(() => void vi.advanceTimersByTime(11_000));
    act(() => void window.dispatchEvent(new Event('pointermove')));
    expect(office.touches).toBe(before + 2);
  });

  test('hands what was typed and not saved to the office, and no passphrase', async () => {
    const { office, user } = openDesk(margaret);
    await typeAFund(user);
    await user.keyboard('{Control>}l{/Control}');
    const [asked] = office.inputsOf('access.lock') as { drafts: { place: string; body: object }[] }[];
    expect(asked?.drafts).toMatchObject([{ place: '/budgets/new', body: { name: 'Half a fund' } }]);
    expect(JSON.stringify(asked)).not.toMatch(/passphrase/i);
  });

  test('an office that stopped says so, keeps what was typed, and takes nothing away', async () => {
    const { office, user, become } = openDesk(margaret);
    await typeAFund(user);
    become(locked);
    act(() => office.tellRestart());
    expect(await screen.findByText('The office stopped and was started again.')).toBeVisible();
    office.answer({ 'access.status': refuse({ code: 'office_stopped', message: 'It stopped.' }) });
    act(() => office.tellChange(['access']));
    await waitFor(() =>
      expect(office.asked.filter(({ name }) => name === 'access.status').length).toBeGreaterThan(2),
    );
    expect(screen.getByDisplayValue('Half a fund')).not.toBeVisible();
    office.answer({ 'access.status': margaret });
    await signIn(user, 'margaret');
    expect(await fundName()).toHaveValue('Half a fund');
  });
});
