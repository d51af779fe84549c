import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { expect, type ElectronApplication, type Page, type TestInfo } from '@playwright/test';

function asFileName(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '');
}

/** The pictures of a test: numbered as they were taken, in a folder and with the test's own results. */
export class Gallery {
  readonly #info: TestInfo;
  readonly #folder: string;
  #taken = 0;

  constructor(info: TestInfo, folder: string) {
    this.#info = info;
    this.#folder = folder;
  }

  /** Keeps a picture of the window as it is; of a zoomed one only the app itself can take it. */
  async picture(page: Page, name: string, zoomed?: ElectronApplication): Promise<void> {
    this.#taken += 1;
    const number = String(this.#taken).padStart(2, '0');
    const file = `${path.basename(this.#info.file, '.spec.ts')}-${number}-${asFileName(name)}.png`;
    mkdirSync(this.#folder, { recursive: true });
    // The app's own picture is of the last frame it drew.
    if (zoomed)
      await page.evaluate(
        'new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))',
      );
    const picture = zoomed ? await pictureOf(zoomed) : await page.screenshot({ animations: 'disabled' });
    writeFileSync(path.join(this.#folder, file), picture);
    await this.#info.attach(file, { body: picture, contentType: 'image/png' });
  }

  /** A picture, and no fault that a screen reader or the keyboard would meet (axe, all of its rules). */
  async visit(page: Page, name: string, zoomed?: ElectronApplication): Promise<void> {
    await this.picture(page, name, zoomed);
    expect.soft(await faultsOf(page), `Faults of “${name}”`).toEqual([]);
  }
}

async function pictureOf(app: ElectronApplication): Promise<Buffer> {
  const picture = await app.evaluate(async ({ BrowserWindow }) => {
    const image = await BrowserWindow.getAllWindows()[0]?.webContents.capturePage();
    return image?.toPNG().toString('base64') ?? '';
  });
  return Buffer.from(picture, 'base64');
}

/** What axe finds on the page: the rule, how bad it is, and where. Works in one page: Electron opens no second. */
export async function faultsOf(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  return violations.flatMap(({ id, impact, nodes }) =>
    nodes.map((node) => `${id} (${impact ?? 'minor'}): ${node.target.join(' ')}`),
  );
}
