import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/places.mjs';
import { npmRun } from '../bootstrap/processes.mjs';
import { Stop } from '../bootstrap/stop.mjs';

const SOURCES = [
  'electron',
  'renderer',
  'shared',
  'package.json',
  'package-lock.json',
  'electron.vite.config.ts',
];
const OUTPUTS = ['main/main.js', 'preload/preload.cjs', 'renderer/index.html'];

/**
 * Builds the app when `out/` is missing or older than its sources.
 *
 * @throws {Stop} when the build fails; the builder has said why
 */
export async function ensureBuilt(): Promise<void> {
  if (isBuilt()) return;
  console.log('Building the app.');
  const { code, output } = await npmRun('build', [], { output: 'keep' });
  if (code !== 0) throw new Stop(`${output.trim()}\n\nThe app could not be built; the lines above say why.`);
}

function isBuilt(): boolean {
  const made = OUTPUTS.map(
    (file) => statSync(path.join(root, 'out', file), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  );
  const oldest = Math.min(...made);
  return SOURCES.every((source) => newest(path.join(root, source)) < oldest);
}

/** When anything in a folder last changed; folders count too, because removing a file changes only its folder. */
function newest(place: string): number {
  const stat = statSync(place, { throwIfNoEntry: false });
  if (stat === undefined) return 0;
  const inside = stat.isDirectory() ? readdirSync(place).map((name) => newest(path.join(place, name))) : [];
  return Math.max(stat.mtimeMs, ...inside);
}
