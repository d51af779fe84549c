import { readdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/places.mjs';
import { playwright } from '../runtime/playwright.ts';

const FOLDER = path.join(root, 'tour');

/**
 * The tour: walks through the office's main job in the real window, on a virtual screen, and leaves a picture of
 * every step and the papers it made in `tour/`.
 */
export async function tour(): Promise<number> {
  rmSync(FOLDER, { recursive: true, force: true });
  console.log('Taking the tour of a practice office.\n');
  const code = await playwright('tests/e2e/tour.config.ts', []);
  const left = readdirSync(root).includes('tour') ? readdirSync(FOLDER).sort() : [];
  console.log(
    code === 0 ? `\nThe tour is done. Look at it in ${FOLDER}:` : `\nThe tour stopped. ${FOLDER} holds:`,
  );
  for (const name of left) console.log(`  ${name}`);
  return code;
}
