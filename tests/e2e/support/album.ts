import path from 'node:path';
import type { Page } from '@playwright/test';

/** The pictures and papers of the tour, in the order in which they were made, with a word about each. */
export class Album {
  readonly #page: Page;
  readonly #folder: string;
  readonly #entries: { file: string; words: string }[] = [];
  #pictures = 0;

  constructor(page: Page, folder: string) {
    this.#page = page;
    this.#folder = folder;
  }

  /** Keeps a picture of the window under a number and a name. */
  async keep(words: string): Promise<void> {
    this.#pictures += 1;
    const name = words
      .toLowerCase()
      .replaceAll('’', '')
      .replaceAll(/[^a-z0-9]+/g, '-');
    const file = `${String(this.#pictures).padStart(2, '0')}-${name}.png`;
    await this.#page.screenshot({
      path: path.join(this.#folder, file),
      animations: 'disabled',
      // Nobody is as quick as the tour: of the messages in the corner only the last would still be there.
      style: '[role="log"] > :not(:last-child) { display: none }',
    });
    this.tell(file, words);
  }

  /** Adds a file that something else has made. */
  tell(file: string, words: string): void {
    this.#entries.push({ file, words });
  }

  /** What lies in the folder, for whoever opens it. */
  index(): string {
    const widest = Math.max(...this.#entries.map(({ file }) => file.length));
    return [
      'A tour of Trust Desk',
      '',
      'The main job of a children’s trust office, done in the real window of a practice office. Nobody in it is real.',
      'Taken by "npm start -- --tour"; take it again whenever you like.',
      '',
      ...this.#entries.map(({ file, words }) => `${file.padEnd(widest)}  ${words}`),
      '',
    ].join('\n');
  }
}
