/**
 * Keeps a released shape of the office file for the tests of every later one: run it with the program that is released,
 * on a practice office that it made (`npm run office -- demo --data FOLDER`): `node keep-release.ts FOLDER`.
 */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { figuresOf, practiceDesk, releasedDir, signInMargaret } from './released.ts';

const [folder = ''] = process.argv.slice(2);
const desk = practiceDesk(folder);
await signInMargaret(desk);
const version = Number(desk.opened().readerHandle.pragma('user_version', { simple: true }));
const figures = await figuresOf(desk);
desk.close();
const to = path.join(releasedDir, String(version).padStart(4, '0'));
mkdirSync(path.join(to, 'practice'), { recursive: true });
for (const name of ['office.db', 'office.keys.json'])
  cpSync(path.join(folder, 'practice', name), path.join(to, 'practice', name));
writeFileSync(path.join(to, 'figures.json'), `${JSON.stringify(figures, null, 1)}\n`);
