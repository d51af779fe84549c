import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { root } from '../../scripts/bootstrap/places.mjs';
import { hasDisplay, virtualDisplay, type Display } from '../../scripts/runtime/display.ts';
import { findElectron } from '../../scripts/runtime/electron-runtime.ts';

export interface LaunchOptions {
  /** The folder that holds `office/` and `practice/`; a new one in the system's temporary folder unless told. */
  readonly dataDir?: string;
  /** Added to the app's environment. */
  readonly env?: Readonly<Record<string, string>>;
  /** Keep the folder when the app is closed, for a second start on the same office. */
  readonly keep?: boolean;
}

/** The real app, started. */
export interface Desk {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly dataDir: string;
  /** Closes the app and removes its folder, unless it was to be kept. */
  readonly close: () => Promise<void>;
}

/** Loads the built app and holds it until the test has taken hold of it. */
const HELD_APP = path.join(import.meta.dirname, 'held-app');

/** How long the app may take to end in good order before it is ended without. */
const PATIENCE = 15_000;

/** Starts the built app on its own data and waits for its first window. */
export async function launchDesk(options: LaunchOptions = {}): Promise<Desk> {
  const electron = await findElectron();
  const display = await screen();
  const dataDir = options.dataDir ?? mkdtempSync(path.join(os.tmpdir(), 'trust-desk-'));
  const app = await _electron.launch({
    executablePath: electron.executable,
    // Chromium's own files go in the same folder, so that no test finds another's.
    args: [HELD_APP, ...electron.args, ...display.args, `--user-data-dir=${path.join(dataDir, 'profile')}`],
    cwd: root,
    env: {
      ...definedOnly(process.env),
      ...electron.env,
      ...display.env,
      TRUST_DESK_DATA: dataDir,
      ...options.env,
    },
  });
  let isClosed = false;
  const close = async (): Promise<void> => {
    if (isClosed) return;
    isClosed = true;
    await end(app);
    display.close();
    if (options.keep !== true) rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 });
  };
  return { app, window: await app.firstWindow(), dataDir, close };
}

/** Ends the app; one that does not go, such as when it asks about unsaved text, is stopped. */
async function end(app: ElectronApplication): Promise<void> {
  const child = app.process();
  const timer = setTimeout(() => child.kill('SIGKILL'), PATIENCE);
  await app.close();
  clearTimeout(timer);
}

/** The screen that `npm run e2e` has opened; a test started in another way opens its own. */
async function screen(): Promise<Display> {
  if (!hasDisplay()) return virtualDisplay();
  return { env: {}, args: process.platform === 'linux' ? ['--disable-gpu'] : [], close: () => undefined };
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
