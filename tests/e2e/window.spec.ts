import { spawn } from 'node:child_process';
import path from 'node:path';
import { root } from '../../scripts/bootstrap/places.mjs';
import { findElectron } from '../../scripts/runtime/electron-runtime.ts';
import { Frame } from './pages/frame.ts';
import { ProvidersPage } from './pages/providers-page.ts';
import { SetUpPage } from './pages/set-up-page.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { expect, test } from './support/desk-test.ts';
import { marlford, PASSPHRASE } from './support/marlford.ts';
import { tell } from './support/office.ts';
import { enter, inPage, tryToLeave } from './support/probe.ts';

test.describe('The window is shut to everything but the office', () => {
  test('its pages may load nothing from elsewhere and run nothing of a stranger’s', async ({ start }) => {
    const { app, window } = await start();
    await new SetUpPage(window).isWelcome();
    const policy = await app.evaluate(async ({ session }) => {
      const answer = await session.fromPartition('trust-desk').fetch('app://desk/');
      return answer.headers.get('content-security-policy') ?? '';
    });
    const rules = new Map(policy.split('; ').map((rule) => [rule.split(' ')[0], rule]));
    expect(rules.get('default-src')).toBe("default-src 'self'");
    expect(rules.get('script-src')).toBe("script-src 'self'");
    expect(rules.get('connect-src')).toBe("connect-src 'self'");
    expect(rules.get('frame-ancestors')).toBe("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe-eval');
    expect(await inPage(window, 'eval')).toBe('EvalError');
    expect(await inPage(window, 'inline script')).toBe('did not run');
    expect(await inPage(window, 'fetch from the network')).toBe('TypeError');
    expect(await inPage(window, 'fetch a file')).toBe('TypeError');
  });

  test('it has no Node, and of the shell only the two bridges', async ({ start }) => {
    const { app, window } = await start();
    await new SetUpPage(window).isWelcome();
    expect(await inPage(window, 'node')).toBe('none');
    expect(await inPage(window, 'office bridge')).toBe('call onChange onLock onRestart touch');
    expect(await inPage(window, 'shell bridge')).toBe(
      'orderPdf pickFile pickFolder pickSave practice preferences printOrder printers quit saveAuditHead saveOrderPdf saveReturnPdf version',
    );
    const settings = await app.evaluate(({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      // Not among Electron's published types.
      const read: unknown = Reflect.get(contents ?? {}, 'getLastWebPreferences');
      return typeof read === 'function' ? (Reflect.apply(read, contents, []) as object) : {};
    });
    expect(settings).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
    });
  });

  test('it stays where it is, opens no other window and is given no permission', async ({ start }) => {
    const { app, window } = await start();
    await new SetUpPage(window).isWelcome();
    expect(await inPage(window, 'submit a form')).toBe('form-action');
    expect(await inPage(window, 'open a window')).toBe('refused');
    expect(await inPage(window, 'follow a link to a new window')).toBe('followed');
    expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
    expect(await inPage(window, 'ask to notify')).toBe('denied');
    expect(await inPage(window, 'ask where it is')).toBe('denied');
    expect(await inPage(window, 'ask for the camera')).toMatch(/^Not(Allowed|Found)Error$/);
    const address = window.url();
    for (const elsewhere of ['https://example.org/', 'app://desk/paper.html', 'app://elsewhere/']) {
      const left = await tryToLeave(app, elsewhere);
      expect(left).toMatchObject({ isHeld: true, address });
      expect(left.title).toContain('Welcome');
    }
  });
});

test('A second start goes to the window that is there; a later one to the office that is there', async ({
  start,
}) => {
  const first = await start();
  await tell(first.window, 'access.setUp', marlford);
  await new SignInPage(first.window).isIn();
  expect(await startBeside(first.dataDir)).toBe(0);
  await new SignInPage(first.window).isIn();
  await first.close();
  const later = await start();
  await new SignInPage(later.window).signIn('margaret', PASSPHRASE);
});

/** Starts the app once more on a folder that is in use; how it ended. */
async function startBeside(dataDir: string): Promise<number | null> {
  const electron = await findElectron();
  const args = [root, ...electron.args, '--disable-gpu', `--user-data-dir=${path.join(dataDir, 'profile')}`];
  const second = spawn(electron.executable, args, {
    env: { ...process.env, ...electron.env, TRUST_DESK_DATA: dataDir },
    stdio: 'ignore',
  });
  return new Promise((resolve) => {
    second.once('exit', resolve);
  });
}

test('A lock hides what was typed, keeps it for who typed it, and shows it to nobody else', async ({
  start,
}) => {
  const { window } = await start();
  await tell(window, 'access.setUp', marlford);
  const { areas } = await tell(window, 'settings.areas', {});
  await tell(window, 'people.add', {
    name: 'Nadia Brook',
    jobTitle: 'Commissioner',
    agency: 'CSC',
    areaId: areas[0]?.id ?? null,
    teamId: null,
    roles: ['commissioner'],
    userName: 'nadia',
    passphrase: 'nine grey boats in a row',
  });
  const first = { userName: 'nadia', passphrase: 'nine grey boats in a row', newPassphrase: PASSPHRASE };
  await tell(window, 'access.signIn', first);
  await tell(window, 'access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
  const [signIn, frame, providers] = [new SignInPage(window), new Frame(window), new ProvidersPage(window)];
  await signIn.isIn();
  await frame.go('Providers');
  await providers.follow('Add provider');
  await providers.enter({ Name: 'Harbour Family Learning', Address: 'The Old Chapel' });
  await signIn.lock();
  await expect(window.getByText('Margaret Oakes')).toBeHidden();
  await expect(providers.field('Address')).toBeHidden();
  await window.keyboard.press('Control+K');
  await expect(window.getByRole('combobox', { name: /Search children/ })).toBeHidden();
  await signIn.signIn('margaret', PASSPHRASE);
  await expect(providers.field('Name')).toHaveValue('Harbour Family Learning');
  await expect(providers.field('Address')).toHaveValue('The Old Chapel');
  await signIn.lock();
  await signIn.signIn('nadia', PASSPHRASE);
  await expect(window.getByText('Nadia Brook').first()).toBeVisible();
  await expect(providers.field('Name')).toBeHidden();
});

test('The practice office is made from the window, has its own date, and is left again', async ({
  start,
  gallery,
}) => {
  const { window } = await start();
  const [setUp, signIn] = [new SetUpPage(window), new SignInPage(window)];
  await setUp.isWelcome();
  await setUp.lookAround();
  await gallery.visit(window, 'Practice sign-in');
  await signIn.be('Margaret Oakes');
  const banner = window.getByRole('region', { name: 'Practice office' });
  await expect(banner).toContainText('14 October 2008');
  await gallery.visit(window, 'Practice office');
  await setUp.press('Change the date', banner);
  await setUp.enter({ 'Today is': '21 Oct 2008' });
  await window.keyboard.press('Control+Enter');
  await expect(banner).toContainText('21 October 2008');
  await signIn.lock();
  await setUp.press('Leave the practice office');
  await setUp.isWelcome();
});

test('Everything is reached by the keyboard alone', async ({ start, gallery }) => {
  const { window } = await start();
  await tell(window, 'access.openPractice', {});
  const { keyboard } = window;
  const frame = new Frame(window);
  await expect(window.getByRole('heading', { level: 1, name: 'Practice office' })).toBeVisible();
  await enter(window, /Margaret Oakes/);
  await new SignInPage(window).isIn();

  await keyboard.press('?');
  await expect(frame.dialog('Keys')).toBeVisible();
  await gallery.visit(window, 'Keys');
  await keyboard.press('Escape');
  await expect(frame.dialog('Keys')).toBeHidden();

  await keyboard.press('Control+K');
  const search = window.getByRole('combobox', { name: /Search children/ });
  await expect(search).toBeFocused();
  await keyboard.type('birch');
  await expect(window.getByRole('option', { name: /Callum Birchall/ })).toBeVisible();
  await gallery.visit(window, 'Search');
  await keyboard.press('Enter');
  await expect(window.getByRole('heading', { level: 1, name: 'Callum Birchall' })).toBeVisible();

  for (const [key, title] of [
    ['Control+2', 'Children'],
    ['Control+4', 'Orders'],
    ['Control+5', 'Providers'],
  ] as const) {
    await keyboard.press(key);
    await frame.titled(title);
  }
  await keyboard.press('Control+Shift+O');
  await keyboard.press('Control+4');
  await enter(window, /^New order/);
  await frame.titled('New order');

  await keyboard.press('Control+L');
  await expect(window.getByRole('heading', { level: 1, name: 'Practice office' })).toBeVisible();
});
