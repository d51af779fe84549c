import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { Distribution } from './distribution.ts';

/**
 * Whether Chromium can put its windows into the system's sandbox here. Root cannot, and some Linux systems deny
 * ordinary people the name spaces it is made of; an installed app brings a helper that does not need them.
 */
export function canSandbox(electron: Distribution): boolean {
  if (process.platform !== 'linux') return true;
  if (process.getuid?.() === 0) return false;
  return hasHelper(electron) || nameSpacesAllowed();
}

function hasHelper(electron: Distribution): boolean {
  const helper = statSync(path.join(electron.folder, 'chrome-sandbox'), { throwIfNoEntry: false });
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
}

function nameSpacesAllowed(): boolean {
  return (
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    setting('/proc/sys/user/max_user_namespaces') !== '0' &&
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1'
  );
}

/** A kernel setting; undefined where this kernel does not have it. */
function setting(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}
