import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { getCurrentFuseWire, FuseState, FuseV1Options } from '@electron/fuses';
import setFuses, { fuses } from '../../scripts/packaging/fuses.mjs';
import { findElectron } from '../../scripts/runtime/electron-runtime.ts';
import { SetUpPage } from './pages/set-up-page.ts';
import { expect, test } from './support/desk-test.ts';
import { dropAddress, inPage, tryToDownload, tryToLeave } from './support/probe.ts';

test.describe('A page that is taken over', () => {
  test('loads no frame, leaves nothing behind, is given nothing and goes nowhere', async ({ start }) => {
    const { app, window } = await start();
    await new SetUpPage(window).isWelcome();
    const address = window.url();
    expect(await inPage(window, 'load a frame')).toBe('frame-src');
    expect(await inPage(window, 'embed a page')).toBe('no such element');
    expect(await inPage(window, 'every permission it can name')).toBe('denied');
    expect(await inPage(window, 'read the clipboard')).toBe('NotAllowedError');
    expect(await inPage(window, 'open a serial port')).toBe('0 ports');
    expect(await inPage(window, 'stay behind as a service worker')).toBe('refused');
    expect(await inPage(window, 'go to a file')).toBe(address);
    expect(await tryToDownload(app, window)).toBe(true);
    expect(await dropAddress(window, 'https://example.org/')).toBe(address);
    expect(await tryToLeave(app, 'http://example.org/')).toMatchObject({ isHeld: true, address });
  });

  test('poisons no object outside itself and cannot stand in for the bridge', async ({ start }) => {
    const { app, window } = await start();
    await new SetUpPage(window).isWelcome();
    expect(await inPage(window, 'poison every object')).toBe('wrong_shape wrong_shape wrong_shape');
    expect(await app.evaluate(() => Reflect.get({}, 'isAdmin'))).toBeUndefined();
    expect(await inPage(window, 'put itself in the bridge’s place')).toBe('the bridge stays');
  });
});

test('The executable of an installer has every switch where it is meant to be', async ({ folder }) => {
  const { executable } = await findElectron();
  const name = process.platform === 'win32' ? 'trust-desk.exe' : 'trust-desk';
  test.skip(process.platform === 'darwin', 'There the switches are in the framework, not in a single file.');
  const copy = path.join(folder, name);
  copyFileSync(executable, copy);
  await setFuses({
    appOutDir: folder,
    electronPlatformName: process.platform,
    packager: { executableName: 'trust-desk', appInfo: { productFilename: 'Trust Desk' } },
  });
  const wire = await getCurrentFuseWire(copy);
  const states = Object.keys(fuses).map((fuse) => [FuseV1Options[Number(fuse)], Reflect.get(wire, fuse)]);
  const wanted = Object.entries(fuses).map(([fuse, on]) => [
    FuseV1Options[Number(fuse)],
    on ? FuseState.ENABLE : FuseState.DISABLE,
  ]);
  expect(states).toEqual(wanted);
  expect(wanted.length).toBeGreaterThanOrEqual(8);
});
