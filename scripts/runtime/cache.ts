import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const PARTIAL = /\.(\d+)-[\da-f]+\.partial$/;

/** Where things made once a machine are kept, outside the project. `TRUST_DESK_CACHE` moves it. */
export function cacheFolder(): string {
  const { TRUST_DESK_CACHE, XDG_CACHE_HOME, LOCALAPPDATA } = process.env;
  if (TRUST_DESK_CACHE) return path.resolve(TRUST_DESK_CACHE);
  if (process.platform === 'win32' && LOCALAPPDATA) return path.join(LOCALAPPDATA, 'trust-desk', 'Cache');
  return path.join(XDG_CACHE_HOME || path.join(os.homedir(), '.cache'), 'trust-desk');
}

/** Whether the folder of that name is in the cache, whole. */
export function isKept(name: string): boolean {
  return existsSync(path.join(cacheFolder(), name));
}

/**
 * The folder of that name in the cache, made by `make` when it is not there.
 * It is made under another name and renamed when it is whole, so one that is there is complete even if a start was
 * ended halfway, and two starts at once do not disturb each other: the slower one throws its copy away.
 */
export async function keptFolder(name: string, make: (folder: string) => Promise<void>): Promise<string> {
  const kept = path.join(cacheFolder(), name);
  if (existsSync(kept)) return kept;
  mkdirSync(cacheFolder(), { recursive: true });
  removeAbandoned();
  const partial = `${kept}.${process.pid}-${randomBytes(4).toString('hex')}.partial`;
  mkdirSync(partial);
  try {
    await make(partial);
    if (!existsSync(kept)) renameSync(partial, kept);
  } catch (error) {
    if (!existsSync(kept)) throw error;
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return kept;
}

/** Removes what a start that was ended halfway left behind. */
function removeAbandoned(): void {
  for (const name of readdirSync(cacheFolder())) {
    const maker = PARTIAL.exec(name)?.[1];
    if (maker !== undefined && !isRunning(Number(maker))) {
      rmSync(path.join(cacheFolder(), name), { recursive: true, force: true });
    }
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
