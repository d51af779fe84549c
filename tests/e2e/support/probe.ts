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
