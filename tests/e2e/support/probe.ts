import type { ElectronApplication, Page } from '@playwright/test';

/** What a page could try that is not its business. */
export type Attempt = keyof typeof attempts;

/*
 * Each runs inside the page, as a script of its own could, and gives a word for what came of it. They are plain text
 * because they speak of the page's world, not of the test's.
 */
const attempts = {
  // In a timer: what a debugger evaluates itself is let off the policy.
  eval: `new Promise((resolve) => setTimeout(() => {
    try { resolve(String(new Function('return 1')())); } catch (error) { resolve(error.name); }
  }))`,
  'inline script': `(() => {
    const script = document.createElement('script');
    script.textContent = 'window.strangerRan = true';
    document.head.append(script);
    return window.strangerRan ? 'ran' : 'did not run';
  })()`,
  'fetch from the network': `fetch('https://example.org/').then(() => 'answered', (error) => error.name)`,
  'fetch a file': `fetch('file:///etc/hostname').then(() => 'answered', (error) => error.name)`,
  node: `['require', 'process', 'module', 'Buffer', 'global', 'electron', 'ipcRenderer', 'chrome']
    .filter((name) => name in window && !(name === 'chrome' && !window.chrome?.runtime)).join(' ') || 'none'`,
  'office bridge': `Object.keys(window.office).sort().join(' ')`,
  'shell bridge': `Object.keys(window.shell).sort().join(' ')`,
  'submit a form': `new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
    const form = document.createElement('form');
    form.action = 'https://example.org/';
    document.body.append(form);
    form.submit();
    form.remove();
  })`,
  'follow a link to a new window': `(() => {
    const link = document.createElement('a');
    link.href = 'https://example.org/';
    link.target = '_blank';
    document.body.append(link);
    link.click();
    link.remove();
    return 'followed';
  })()`,
  'open a window': `window.open('https://example.org/') === null ? 'refused' : 'opened'`,
  'ask to notify': `Notification.requestPermission()`,
  'ask where it is': `navigator.permissions.query({ name: 'geolocation' }).then(({ state }) => state)`,
  'ask for the camera': `navigator.mediaDevices.getUserMedia({ video: true }).then(() => 'given', (error) => error.name)`,
  'load a frame': `new Promise((resolve) => {
    document.addEventListener('securitypolicyviolation', (event) => resolve(event.violatedDirective), { once: true });
    const frame = document.createElement('iframe');
    frame.src = 'https://example.org/';
    document.body.append(frame);
    setTimeout(() => frame.remove(), 3000);
  })`,
  'embed a page': `document.createElement('webview') instanceof HTMLUnknownElement
    || !('loadURL' in document.createElement('webview')) ? 'no such element' : 'webview'`,
  'every permission it can name': `Promise.all(
    ['geolocation', 'notifications', 'camera', 'microphone', 'clipboard-read', 'midi'].map((name) =>
      navigator.permissions.query({ name }).then(({ state }) => state, (error) => error.name)),
  ).then((states) => [...new Set(states)].join(' '))`,
  'read the clipboard': `navigator.clipboard.readText().then(() => 'read', (error) => error.name)`,
  'open a serial port': `navigator.serial?.getPorts().then((ports) => ports.length + ' ports', () => '0 ports') ?? '0 ports'`,
  'stay behind as a service worker': `Promise.resolve()
    .then(() => navigator.serviceWorker.register('/worker.js'))
    .then(() => 'registered', () => 'refused')`,
  'go to a file': `new Promise((resolve) => {
    location.href = 'file:///etc/hostname';
    setTimeout(() => resolve(location.href), 1000);
  })`,
  'save a file unasked': `(() => {
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob(['x']));
    link.download = 'x.txt';
    document.body.append(link);
    link.click();
    link.remove();
    return 'asked';
  })()`,
  'poison every object': `(async () => {
    Object.prototype.isAdmin = true;
    const poison = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}');
    const said = await Promise.all(['access.status', 'people.list', '__proto__'].map(async (name) => {
      const result = await window.office.call(name, poison).promise;
      return result.ok ? 'done' : result.problem.code;
    }));
    delete Object.prototype.isAdmin;
    return said.join(' ');
  })()`,
  'put itself in the bridge’s place': `(() => {
    const real = window.office.call;
    try { window.office.call = () => 'stolen'; } catch {}
    try { window.office = { call: () => 'stolen' }; } catch {}
    return window.office.call === real ? 'the bridge stays' : 'replaced';
  })()`,
} as const;

/** Tries something in the page that it must not be able to do, and says what came of it. */
export function inPage(page: Page, attempt: Attempt): Promise<unknown> {
  return page.evaluate(attempts[attempt]);
}

/** Has the page try to go to another address, and says whether the app held it back, and where the page is then. */
export function tryToLeave(
  app: ElectronApplication,
  address: string,
): Promise<{ isHeld: boolean; address: string; title: string }> {
  return app.evaluate(async ({ BrowserWindow }, to) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    if (!contents) throw new Error('There is no window.');
    const held = new Promise<boolean>((resolve) => {
      // Heard after the app's own listener, which has decided by then.
      contents.once('will-frame-navigate', (event) => resolve(event.defaultPrevented));
    });
    await contents.executeJavaScript(`void setTimeout(() => { location.href = ${JSON.stringify(to)}; })`);
    const isHeld = await held;
    const title: unknown = await contents.executeJavaScript(`document.querySelector('h1').textContent`);
    return { isHeld, address: contents.getURL(), title: String(title) };
  }, address);
}

/** Has the page save a file, and says what became of it: no word means that the shell heard of no download. */
export async function tryToDownload(app: ElectronApplication, page: Page): Promise<boolean> {
  const held = app.evaluate(
    ({ session }) =>
      new Promise<boolean>((resolve) => {
        // Heard after the app's own listener, which has decided by then.
        session.fromPartition('trust-desk').once('will-download', (event) => resolve(event.defaultPrevented));
      }),
  );
  await inPage(page, 'save a file unasked');
  return held;
}

/** Drops an address on the page as somebody could with the mouse; where the page is afterwards. */
export async function dropAddress(page: Page, address: string): Promise<string> {
  const line = await page.context().newCDPSession(page);
  const data = { items: [{ mimeType: 'text/uri-list', data: address }], dragOperationsMask: 1 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await line.send('Input.dispatchDragEvent', { type, x: 400, y: 300, data });
  await line.detach();
  await page.waitForTimeout(1000);
  return page.url();
}

/** Most presses of Tab that a page may need. */
const PRESSES = 80;

/** Goes by Tab to the first thing whose words fit and presses Enter on it, as somebody without a mouse does. */
export async function enter(page: Page, words: RegExp): Promise<void> {
  for (let press = 0; press < PRESSES; press += 1) {
    await page.keyboard.press('Tab');
    const at = await page.evaluate<string>(
      `document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? ''`,
    );
    if (words.test(at)) {
      await page.keyboard.press('Enter');
      return;
    }
  }
  throw new Error(`Tab does not reach ${String(words)}.`);
}
