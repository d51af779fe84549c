import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test as base } from '@playwright/test';
import { root } from '../../../scripts/bootstrap/places.mjs';
import { launchDesk, type Desk, type LaunchOptions } from '../launch.ts';
import { filesThatTell } from './data-folder.ts';
import { Gallery } from './gallery.ts';

/** Starts the app on the test's own data folder; a second start finds what the first one left. */
export type Start = (options?: Pick<LaunchOptions, 'env'>) => Promise<Desk>;

type Fixtures = {
  /** How the test's folder begins its name. */
  prefix: string;
  /** Where the pictures go. */
  screens: string;
  /** A folder of the test's own for data and for files that are saved; gone when the test is over. */
  folder: string;
  /** A folder in it for all that the app writes unasked; nothing in it may tell of a child. */
  kept: string;
  start: Start;
  /** Keeps a picture of each screen and looks at it as somebody who cannot see it would. */
  gallery: Gallery;
};

/** A test in the real window. Whatever it started is ended after it, whether it passed or not. */
export const test = base.extend<Fixtures>({
  prefix: ['trust-desk-e2e-', { option: true }],
  screens: [path.join(root, 'test-results', 'screens'), { option: true }],
  folder: async ({ prefix }, use) => {
    const folder = mkdtempSync(path.join(os.tmpdir(), prefix));
    await use(folder);
    rmSync(folder, { recursive: true, force: true, maxRetries: 10 });
  },
  kept: async ({ folder }, use) => {
    const kept = path.join(folder, 'kept');
    mkdirSync(path.join(kept, 'temporary'), { recursive: true });
    await use(kept);
    expect(await filesThatTell(kept), 'files that tell of a child or a key, after the app ended').toEqual([]);
  },
  start: async ({ kept, gallery }, use, info) => {
    const started: Desk[] = [];
    const temporary = path.join(kept, 'temporary');
    await use(async (options = {}) => {
      const env = { ...options.env, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
      const desk = await launchDesk({ env, dataDir: path.join(kept, 'data'), keep: true });
      desk.window.setDefaultTimeout(15_000);
      started.push(desk);
      return desk;
    });
    const telling = await filesThatTell(kept);
    for (const desk of started) {
      // How the window stood when the test failed; a window that was closed has no picture.
      if (info.status !== info.expectedStatus && !desk.window.isClosed())
        await gallery.picture(desk.window, 'as it failed').catch(() => undefined);
      await desk.close();
    }
    expect(telling, 'files that tell of a child or a key, while it runs').toEqual([]);
  },
  gallery: async ({ screens }, use, info) => {
    await use(new Gallery(info, screens));
  },
});

export { expect } from '@playwright/test';
