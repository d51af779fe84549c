import { createReadStream, createWriteStream, mkdirSync } from 'node:fs';
import { open, type FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createInflateRaw } from 'node:zlib';

const END_OF_DIRECTORY = 0x06054b50;
const END_SIZE = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const DEFLATED = 8;

interface Entry {
  readonly name: string;
  readonly deflated: boolean;
  readonly packedSize: number;
  readonly mode: number;
  readonly offset: number;
}

/**
 * Unpacks chosen files of a zip archive, with their permissions. For archives whose content is already known to be
 * genuine: names are trusted. No zip64, so archives below 4 GB.
 *
 * @param target answers where an entry goes, relative to `folder`, or undefined to leave it out
 */
export async function unzip(
  archive: string,
  folder: string,
  target: (name: string) => string | undefined,
): Promise<void> {
  const file = await open(archive);
  try {
    for (const entry of await directoryOf(file)) {
      const place = entry.name.endsWith('/') ? undefined : target(entry.name);
      if (place !== undefined) await unpack(archive, file, entry, path.join(folder, place));
    }
  } finally {
    await file.close();
  }
}

async function unpack(archive: string, file: FileHandle, entry: Entry, place: string): Promise<void> {
  const header = await bytes(file, entry.offset, LOCAL_HEADER_SIZE);
  const start = entry.offset + LOCAL_HEADER_SIZE + header.readUInt16LE(26) + header.readUInt16LE(28);
  mkdirSync(path.dirname(place), { recursive: true });
  const output = createWriteStream(place, { mode: entry.mode });
  if (entry.packedSize === 0) {
    output.end();
    return;
  }
  const packed = createReadStream(archive, { start, end: start + entry.packedSize - 1 });
  await (entry.deflated ? pipeline(packed, createInflateRaw(), output) : pipeline(packed, output));
}

async function directoryOf(file: FileHandle): Promise<Entry[]> {
  const { size } = await file.stat();
  const tailSize = Math.min(size, END_SIZE + LONGEST_COMMENT);
  const tail = await bytes(file, size - tailSize, tailSize);
  let end = tail.length - END_SIZE;
  while (end >= 0 && tail.readUInt32LE(end) !== END_OF_DIRECTORY) end -= 1;
  if (end < 0) throw new Error('The archive is not a zip file, or it is cut off.');
  const directory = await bytes(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: Entry[] = [];
  for (let at = 0; at < directory.length;) {
    const nameLength = directory.readUInt16LE(at + 28);
    entries.push(entryAt(directory, at, nameLength));
    at += ENTRY_SIZE + nameLength + directory.readUInt16LE(at + 30) + directory.readUInt16LE(at + 32);
  }
  return entries;
}

function entryAt(directory: Buffer, at: number, nameLength: number): Entry {
  return {
    name: directory.toString('utf8', at + ENTRY_SIZE, at + ENTRY_SIZE + nameLength),
    deflated: directory.readUInt16LE(at + 10) === DEFLATED,
    packedSize: directory.readUInt32LE(at + 20),
    mode: (directory.readUInt32LE(at + 38) >>> 16) & 0o777,
    offset: directory.readUInt32LE(at + 42),
  };
}

async function bytes(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const buffer = Buffer.alloc(length);
  const { bytesRead } = await file.read(buffer, 0, length, position);
  if (bytesRead < length) throw new Error('The archive is cut off.');
  return buffer;
}
