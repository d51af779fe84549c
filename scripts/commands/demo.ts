import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { npmRun } from '../bootstrap/processes.mjs';
import { Stop } from '../bootstrap/stop.mjs';
import { cacheFolder } from '../runtime/cache.ts';
import { hasDisplay } from '../runtime/display.ts';
import { openWindow } from '../runtime/window.ts';

/**
 * `npm run demo [-- FOLDER]`: makes a practice office in a folder, once, and opens the window on it.
 * Says whom to sign in as: the people of a practice office are made up, and their passphrases no secret.
 */
export async function main([given]: readonly string[]): Promise<number> {
  if (!hasDisplay())
    throw new Stop('There is no screen here to open a window on. `npm start -- --tour` needs none.');
  const folder = given === undefined ? path.join(cacheFolder(), 'demo') : path.resolve(given);
  const signIns = path.join(folder, 'sign-ins.json');
  if (!existsSync(signIns)) await makeOffice(folder, signIns);
  console.log(`${readFileSync(signIns, 'utf8').trim()}\n\nOpening the practice office in ${folder}.`);
  return openWindow(['--practice'], { TRUST_DESK_DATA: folder });
}

async function makeOffice(folder: string, signIns: string): Promise<void> {
  mkdirSync(folder, { recursive: true });
  console.log('Making a practice office.');
  const { code, output } = await npmRun('office', ['demo', '--data', folder], {
    output: 'keep',
  });
  if (code !== 0) throw new Stop(`The practice office could not be made.\n\n${output.trim()}`);
  writeFileSync(signIns, output);
}
