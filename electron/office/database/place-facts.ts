import { existsSync, readdirSync, readFileSync, realpathSync } from 'node:fs';
import { homedir } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { PlaceFacts } from './place.ts';

/** Looks at the place where a folder lies or is to lie. Never throws: what cannot be seen is left out. */
export function findPlaceFacts(folder: string): PlaceFacts {
  const real = realOf(folder);
  return {
    system: process.platform === 'win32' ? 'windows' : process.platform === 'darwin' ? 'mac' : 'linux',
    folder,
    real,
    mount: process.platform === 'linux' ? mountOf(real, readOr('/proc/self/mountinfo')) : null,
    synced: [...fromEnvironment(), ...fromDropbox()],
    marks: marksAbove(real),
  };
}

/** The nearest folder above that is there, resolved: a mapped drive of Windows comes out as its share. */
function realOf(folder: string): string {
  const missing: string[] = [];
  for (let at = path.resolve(folder); ; at = path.dirname(at)) {
    try {
      return path.join(realpathSync.native(at), ...missing);
    } catch {
      if (path.dirname(at) === at) return path.resolve(folder);
      missing.unshift(path.basename(at));
    }
  }
}

function readOr(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** The mount that a path lies on, out of `/proc/self/mountinfo` (proc(5)); of two on one place the later is on top. */
export function mountOf(real: string, mountinfo: string): PlaceFacts['mount'] {
  let found: PlaceFacts['mount'] = null;
  for (const line of mountinfo.split('\n')) {
    const [before = '', after = ''] = line.split(' - ');
    const at = before.split(' ')[4]?.replaceAll(/\\(\d{3})/g, (_, octal: string) => fromOctal(octal));
    const type = after.split(' ')[0];
    if (!at || !type) continue;
    const holds = at === '/' || real === at || real.startsWith(`${at}/`);
    if (holds && at.length >= (found?.at.length ?? 0)) found = { type, at };
  }
  return found;
}

const fromOctal = (digits: string) => String.fromCharCode(Number.parseInt(digits, 8));

const ENVIRONMENT: readonly [string, string][] = [
  ['OneDrive', 'OneDrive'],
  ['OneDriveCommercial', 'OneDrive'],
  ['OneDriveConsumer', 'OneDrive'],
];

function fromEnvironment(): PlaceFacts['synced'] {
  return ENVIRONMENT.flatMap(([name, by]) => {
    const folder = process.env[name];
    return folder ? [{ folder, by }] : [];
  });
}

const dropboxInfo = z.record(z.string(), z.object({ path: z.string() }));

/** Dropbox says in a file of its own where its folders are. */
function fromDropbox(): PlaceFacts['synced'] {
  const { APPDATA, LOCALAPPDATA } = process.env;
  const places = [APPDATA, LOCALAPPDATA].flatMap((one) => (one ? [path.join(one, 'Dropbox')] : []));
  return [...places, path.join(homedir(), '.dropbox')].flatMap((place) => {
    try {
      const info = dropboxInfo.parse(JSON.parse(readOr(path.join(place, 'info.json'))));
      return Object.values(info).map((one) => ({ folder: one.path, by: 'Dropbox' }));
    } catch {
      return [];
    }
  });
}

/** Files by which sync programs know their own folder. */
const MARKS: readonly [RegExp, string][] = [
  [/^\.dropbox(\.cache)?$/, 'Dropbox'],
  [/^\.849C9593-D756-4E56-8D6E-42412F2A707B$/i, 'OneDrive'],
  [/^\.(tmp\.driveupload|tmp\.drivedownload|shortcut-targets-by-id)$/, 'Google Drive'],
  [/^(\._?sync_[0-9a-f]+\.db|\.nextcloudsync\.log)$/, 'Nextcloud'],
  [/^\.owncloudsync\.log$/, 'ownCloud'],
  [/^\.stfolder$/, 'Syncthing'],
  [/^\.SeaDriveRoot$|^\.seafile-data$/, 'Seafile'],
];

/** `~/.dropbox` is where Dropbox keeps its settings on Linux: the home folder is not synced for that. */
const isSettings = (folder: string, name: string) => name === '.dropbox' && folder === homedir();

function marksAbove(real: string): string[] {
  const found: string[] = [];
  for (let at = real; ; at = path.dirname(at)) {
    if (existsSync(at)) {
      const names = namesIn(at).filter((name) => !isSettings(at, name));
      for (const [mark, by] of MARKS) if (names.some((name) => mark.test(name))) found.push(by);
    }
    if (path.dirname(at) === at) return found;
  }
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
