import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** An Electron on this machine. */
export interface Distribution {
  readonly folder: string;
  readonly executable: string;
  /** As in Electron's own `version` file, such as `45.4.1`. */
  readonly version: string;
}

const EXECUTABLES: Partial<Record<NodeJS.Platform, string>> = {
  win32: 'electron.exe',
  darwin: path.join('Electron.app', 'Contents', 'MacOS', 'Electron'),
};

/** The Electron in a folder laid out as the official download is, or undefined when there is none. */
export function distributionIn(folder: string): Distribution | undefined {
  const executable = path.join(folder, EXECUTABLES[process.platform] ?? 'electron');
  const versionFile = path.join(folder, 'version');
  if (!existsSync(executable) || !existsSync(versionFile)) return undefined;
  return { folder, executable, version: readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') };
}
