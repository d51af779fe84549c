import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modules, projectNode } from '../bootstrap/places.mjs';
import { run } from '../bootstrap/processes.mjs';
import { cacheFolder } from './cache.ts';
import { distributionIn, type Distribution } from './distribution.ts';

const PACKAGE = path.join(modules, 'electron');
const RELEASES = 'https://github.com/electron/electron/releases/download';
const PATIENCE_FOR_AN_ANSWER = 10_000;
const PATIENCE_FOR_THE_DOWNLOAD = 15 * 60_000;
const REMEMBERED = 24 * 60 * 60_000;

/**
 * The Electron of the `electron` package, downloading it when the release site answers.
 * A site that does not answer is remembered for a day, so that the next start loses no time on it.
 */
export async function officialElectron(): Promise<Distribution | undefined> {
  const version = wantedVersion();
  const present = presentElectron(version);
  if (present !== undefined || knownUnreachable(version)) return present;
  const downloaded = (await answers(version)) ? await download(version) : undefined;
  if (downloaded === undefined) rememberUnreachable(version);
  return downloaded;
}

function wantedVersion(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'));
  return manifest.version;
}

function presentElectron(version: string): Distribution | undefined {
  const found = distributionIn(path.join(PACKAGE, 'dist'));
  return found?.version === version ? found : undefined;
}

/** Asks for the first byte only, so that a machine without the site learns it in seconds. */
async function answers(version: string): Promise<boolean> {
  // A mirror has its own layout, which only Electron's installer knows.
  if (process.env.ELECTRON_MIRROR || process.env.npm_config_electron_mirror) return true;
  const address = `${RELEASES}/v${version}/electron-v${version}-${process.platform}-${process.arch}.zip`;
  try {
    const answer = await fetch(address, {
      method: 'HEAD',
      signal: AbortSignal.timeout(PATIENCE_FOR_AN_ANSWER),
    });
    return answer.ok;
  } catch {
    return false;
  }
}

async function download(version: string): Promise<Distribution | undefined> {
  console.log(`Downloading Electron ${version} from its release site, once.`);
  const { code } = await run(projectNode, [path.join(PACKAGE, 'install.js')], {
    output: 'keep',
    timeout: PATIENCE_FOR_THE_DOWNLOAD,
  });
  return code === 0 ? presentElectron(version) : undefined;
}

function memoryOf(version: string): string {
  return path.join(cacheFolder(), `electron-${version}-unreachable`);
}

function knownUnreachable(version: string): boolean {
  const memory = memoryOf(version);
  return existsSync(memory) && Date.now() - statSync(memory).mtimeMs < REMEMBERED;
}

function rememberUnreachable(version: string): void {
  mkdirSync(cacheFolder(), { recursive: true });
  rmSync(memoryOf(version), { force: true });
  writeFileSync(
    memoryOf(version),
    'The release site of Electron gave no answer. Delete this file to ask again.\n',
  );
}
