import type { ElectronApplication, Page } from '@playwright/test';
import { Frame, type Place } from './pages/frame.ts';
import { SignInPage } from './pages/sign-in-page.ts';
import { expect, test } from './support/desk-test.ts';
import { tell } from './support/office.ts';

/** The pages that hold the most, each with words that are there once it has read what it shows. */
const places: [Place, string | RegExp][] = [
  ['Work', 'Orders to issue'],
  ['Children', 'Callum Birchall'],
  ['Budgets', 'All budgets'],
  ['Orders', '4001001'],
  ['Providers', 'Sunny Futures Counselling'],
  ['Returns', 'All hold'],
  ['Office', 'Devinder Sahota'],
];

async function resize(app: ElectronApplication, width: number, height: number, zoom: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) => {
      const [window] = BrowserWindow.getAllWindows();
      window?.setContentSize(size.width, size.height);
      window?.webContents.setZoomFactor(size.zoom);
    },
    { width, height, zoom },
  );
}

/** Parts of the page that are cut off at the right, where only a scroll of the whole page would reach them. */
function overflow(page: Page): Promise<number> {
  return page.evaluate<number>(`(() => {
    const main = document.querySelector('main');
    const root = document.documentElement;
    return Math.max(root.scrollWidth - root.clientWidth, main ? main.scrollWidth - main.clientWidth : 0);
  })()`);
}

async function intoPractice(window: Page): Promise<Frame> {
  await tell(window, 'access.openPractice', {});
  await new SignInPage(window).be('Margaret Oakes');
  return new Frame(window);
}

/** Every page of the list, then a child's record and an order. */
async function walk(window: Page, frame: Frame, at: (name: string) => Promise<void>): Promise<void> {
  for (const [place, words] of places) {
    await frame.go(place);
    await expect(window.getByText(words).first()).toBeVisible();
    await at(place);
  }
  await frame.search('birch', /Callum Birchall/);
  await expect(window.getByRole('heading', { name: 'Timeline' })).toBeVisible();
  await at('Record');
  await frame.search('4001001', /Order 4001001/);
  await frame.titled('Order 4001001');
  await at('Order');
}

for (const [look, name] of [
  ['Dark', 'dark'],
  ['High contrast', 'high contrast'],
] as const) {
  test(`Every page reads well in ${name}`, async ({ start, gallery }) => {
    const { window } = await start();
    const frame = await intoPractice(window);
    await frame.go('Office');
    await window.getByRole('link', { name: 'This computer' }).click();
    await frame.pick('Look', look);
    await walk(window, frame, (page) => gallery.visit(window, `${page}, ${name}`));
  });
}

for (const { width, height, zoom, name } of [
  { width: 1024, height: 700, zoom: 1, name: 'the smallest window' },
  { width: 1360, height: 768, zoom: 2, name: 'a usual window at 200 %' },
]) {
  test(`Every page fits ${name}`, async ({ start, gallery }) => {
    const { app, window } = await start();
    const frame = await intoPractice(window);
    await resize(app, width, height, zoom);
    await walk(window, frame, async (page) => {
      await gallery.visit(window, `${page}, ${width} at ${zoom}`, zoom === 1 ? undefined : app);
      expect.soft(await overflow(window), `${page} in ${name} scrolls sideways`).toBe(0);
    });
  });
}
