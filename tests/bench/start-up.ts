import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { performance } from 'node:perf_hooks';
import { _electron, type Page } from '@playwright/test';
import { root } from '../../scripts/bootstrap/places.mjs';
import { ensureBuilt } from '../../scripts/runtime/build.ts';
import { type Display, virtualDisplay } from '../../scripts/runtime/display.ts';
import { type ElectronRuntime, findElectron } from '../../scripts/runtime/electron-runtime.ts';
import { type Figure, figure } from './measure.ts';
import { type BenchOffice, copyOf } from './practice.ts';

/** The least that can be opened: a window with a word in it. */
const BARE = `const { app, BrowserWindow } = require('electron');
app.whenReady().then(() => {
  const window = new BrowserWindow({ width: 1440, height: 900 });
  window.loadURL('data:text/html,<h1>Ready</h1>');
});
`;

/**
 * From starting the program to the day's work on the screen, the practice office unlocked by one press, beside a
 * bare window of the same binary. Both are driven and timed by the same test driver, whose own time is in both.
 */
export async function startUp(office: BenchOffice, runs: number): Promise<Figure> {
  const electron = await findElectron('display');
  await ensureBuilt();
  const display = await virtualDisplay();
  const copy = copyOf(office, 'start-up');
  const bare = path.join(copy.folder, 'bare');
  mkdirSync(bare);
  writeFileSync(
    path.join(bare, 'package.json'),
    '{ "name": "bare", "version": "1.0.0", "main": "main.cjs" }',
  );
  writeFileSync(path.join(bare, 'main.cjs'), BARE);
  const took: number[] = [];
  const floorTook: number[] = [];
  try {
    for (let run = 0; run <= runs; run++) {
      const data = path.join(copy.folder, 'profile');
      const floor = await open({ electron, display, folder: bare, data: `${data}-bare`, args: [] }, (page) =>
        page.getByRole('heading', { name: 'Ready' }).waitFor(),
      );
      const app = { electron, display, folder: root, data, args: ['--practice'], office: copy.folder };
      const whole = await open(app, toTheDaysWork);
      // The first start of each fills the system's and Chromium's caches.
      if (run === 0) continue;
      floorTook.push(floor);
      took.push(whole);
    }
  } finally {
    display.close();
    copy.remove();
  }
  return figure(
    {
      name: 'start-up',
      measured: `Electron ${electron.version}: start, sign in with one press, the day's work on the screen`,
      floor: 'a bare window of the same binary',
      target: 1.5,
    },
    took,
    floorTook,
  );
}

async function toTheDaysWork(page: Page): Promise<void> {
  const person = page.getByRole('button', { name: 'Margaret Oakes' });
  const welcome = page.getByRole('button', { name: 'Open the practice office' });
  await person.or(welcome).waitFor();
  if (await welcome.isVisible()) await welcome.click();
  await person.click();
  await page.getByRole('navigation').getByRole('link', { name: 'Children' }).waitFor();
  await page.getByRole('main').getByRole('heading', { level: 1 }).waitFor();
}

type Opening = {
  electron: ElectronRuntime;
  display: Display;
  folder: string;
  data: string;
  args: readonly string[];
  office?: string;
};

/** Milliseconds from the start of the program until `ready`. */
async function open(what: Opening, ready: (page: Page) => Promise<void>): Promise<number> {
  const { electron, display, folder, data, args, office } = what;
  const own = Object.entries(process.env).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const from = performance.now();
  const app = await _electron.launch({
    executablePath: electron.executable,
    args: [folder, ...electron.args, ...display.args, `--user-data-dir=${data}`, ...args],
    cwd: folder,
    env: {
      ...Object.fromEntries(own),
      ...electron.env,
      ...display.env,
      ...(office ? { TRUST_DESK_DATA: office } : {}),
    },
  });
  try {
    await ready(await app.firstWindow());
    return performance.now() - from;
  } finally {
    await app.close();
  }
}
