import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { unzip } from '../../../scripts/runtime/zip.ts';

interface File {
  readonly name: string;
  readonly text: string;
  readonly packed: boolean;
  readonly mode: number;
}

const FILES: readonly File[] = [
  { name: 'App/run', text: 'start '.repeat(500), packed: true, mode: 0o755 },
  { name: 'App/locales/en.pak', text: 'words', packed: false, mode: 0o644 },
  { name: 'App/empty', text: '', packed: false, mode: 0o644 },
  { name: 'App/secret', text: 'left out', packed: false, mode: 0o644 },
];

/** A zip archive by the book: local headers with their data, the directory, its end with a comment. */
function zipOf(files: readonly File[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  for (const file of files) {
    const name = Buffer.from(file.name);
    const data = file.packed ? deflateRawSync(file.text) : Buffer.from(file.text);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(4, 28);
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(file.packed ? 8 : 0, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(((0o100000 | file.mode) << 16) >>> 0, 38);
    entry.writeUInt32LE(Buffer.concat(parts).length, 42);
    directory.push(entry, name);
    parts.push(local, name, Buffer.alloc(4), data);
  }
  const listing = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(listing.length, 12);
  end.writeUInt32LE(Buffer.concat(parts).length, 16);
  end.writeUInt16LE(7, 20);
  return Buffer.concat([...parts, listing, end, Buffer.from('comment')]);
}

let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'trust-desk-zip-'));
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const inside = (name: string): string | undefined =>
  name.endsWith('secret') ? undefined : name.replace('App/', '');

describe('unpacking a zip archive', () => {
  it('writes the chosen files under their new names, whole and with their permissions', async () => {
    const archive = path.join(folder, 'a.zip');
    writeFileSync(archive, zipOf(FILES));
    await unzip(archive, path.join(folder, 'out'), inside);
    const text = (name: string): string => readFileSync(path.join(folder, 'out', name), 'utf8');
    expect(text('run')).toBe('start '.repeat(500));
    expect(text('locales/en.pak')).toBe('words');
    expect(text('empty')).toBe('');
    expect(statSync(path.join(folder, 'out', 'secret'), { throwIfNoEntry: false })).toBeUndefined();
    if (process.platform !== 'win32') {
      expect(statSync(path.join(folder, 'out', 'run')).mode & 0o777).toBe(0o755);
    }
  });

  it.each([
    ['is cut off', zipOf(FILES).subarray(0, -40)],
    ['is something else', Buffer.from('not an archive at all, but longer than the end of one')],
  ])('refuses a file that %s', async (_what, bytes) => {
    const archive = path.join(folder, 'a.zip');
    writeFileSync(archive, bytes);
    await expect(unzip(archive, path.join(folder, 'out'), inside)).rejects.toThrow(/archive/);
  });
});
