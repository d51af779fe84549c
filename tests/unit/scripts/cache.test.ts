import { spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { cacheFolder, keptFolder } from '../../../scripts/runtime/cache.ts';

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'trust-desk-cache-'));
  vi.stubEnv('TRUST_DESK_CACHE', folder);
});

afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const writes =
  (text: string) =>
  (place: string): Promise<void> => {
    writeFileSync(path.join(place, 'thing'), text);
    return Promise.resolve();
  };

describe('the cache of what is made once a machine', () => {
  it('is where TRUST_DESK_CACHE says', () => {
    expect(cacheFolder()).toBe(folder);
  });

  it('makes a thing once', async () => {
    const first = await keptFolder('thing', writes('first'));
    const second = await keptFolder('thing', writes('second'));
    expect(second).toBe(first);
    expect(readFileSync(path.join(first, 'thing'), 'utf8')).toBe('first');
  });

  it('keeps nothing of a thing whose making failed', async () => {
    const broken = keptFolder('thing', async (place) => {
      await writes('half')(place);
      throw new Error('cut off');
    });
    await expect(broken).rejects.toThrow('cut off');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('gives two that make it at once the same whole thing', async () => {
    const gate = Promise.withResolvers<void>();
    const slow = keptFolder('thing', async (place) => {
      await gate.promise;
      await writes('slow')(place);
    });
    const quick = await keptFolder('thing', writes('quick'));
    gate.resolve();
    expect(await slow).toBe(quick);
    expect(readFileSync(path.join(quick, 'thing'), 'utf8')).toBe('quick');
    expect(readdirSync(folder)).toEqual(['thing']);
  });

  it('removes what a process that has ended left half made, and not what one is still making', async () => {
    const { pid: ended } = spawnSync(process.execPath, ['--version']);
    mkdirSync(path.join(folder, `thing.${ended}-1.partial`));
    mkdirSync(path.join(folder, `other.${process.pid}-1.partial`));
    await keptFolder('thing', writes('whole'));
    expect(existsSync(path.join(folder, `thing.${ended}-1.partial`))).toBe(false);
    expect(existsSync(path.join(folder, `other.${process.pid}-1.partial`))).toBe(true);
  });
});
