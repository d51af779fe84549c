import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, openSync, readFileSync, readSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { checkOf, keysOf } from './names.ts';

/**
 * What lies beside a backup: what its copy and its key file were, byte for byte, when the copy had been opened and
 * compared, sealed with the data key. Whoever has no key can still see by it whether the files are whole.
 */
const checkFile = z.object({
  format: z.literal(1),
  /** Which office it is of: the same before and after its key was changed. */
  office: z.string().length(32),
  bytes: z.number().int(),
  database: z.string().length(64),
  keys: z.string().length(64),
  seal: z.string().length(64),
});
type CheckFile = z.infer<typeof checkFile>;

const PIECE = 1 << 20;

/** SHA-256 of a file, read piece by piece. Throws what the disk says. */
export function digestOf(file: string): string {
  const hash = createHash('sha256');
  const piece = Buffer.alloc(PIECE);
  const handle = openSync(file, 'r');
  try {
    for (let read = readSync(handle, piece); read > 0; read = readSync(handle, piece))
      hash.update(piece.subarray(0, read));
    return hash.digest('hex');
  } finally {
    closeSync(handle);
  }
}

/** What an office is called in its check files: made from the moment it was set up, which no other office shares. */
export function officeMark(setUpAt: string): string {
  return createHash('sha256').update(`Trust Desk office ${setUpAt}`).digest('hex').slice(0, 32);
}

function sealOf({ office, bytes, database, keys }: Omit<CheckFile, 'seal' | 'format'>, key: Buffer): string {
  const own = createHmac('sha256', key).update('Trust Desk backup check file').digest();
  return createHmac('sha256', own)
    .update(JSON.stringify([1, office, bytes, database, keys]))
    .digest('hex');
}

/** The text of the check file for a copy and the key file that goes with it. */
export function checkFileText(copy: string, keys: Buffer, key: Buffer, setUpAt: string): string {
  const facts = {
    office: officeMark(setUpAt),
    bytes: statSync(copy).size,
    database: digestOf(copy),
    keys: createHash('sha256').update(keys).digest('hex'),
  };
  return JSON.stringify({ format: 1, ...facts, seal: sealOf(facts, key) });
}

function readCheckFile(file: string): CheckFile | null {
  try {
    return checkFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return null;
  }
}

/** Whether a backup is of this office, as its check file says; one without a check file is nobody's. */
export function isOf(database: string, setUpAt: string): boolean {
  const file = path.join(path.dirname(database), checkOf(path.basename(database)));
  return readCheckFile(file)?.office === officeMark(setUpAt);
}

/**
 * How the three files of a backup stand to each other: `matches` they are those that were compared, under this
 * key; `other_key` they belong together, but the seal is another key's; else which of them is not what it was.
 */
export type Standing = 'matches' | 'other_key' | 'no_keys' | 'no_check' | 'wrong_keys' | 'damaged';

/** Compares a backup's files with its check file; without a key `matches` only says that they belong together. */
export function standingOf(database: string, key: Buffer | null): Standing {
  const beside = (name: string) => path.join(path.dirname(database), name);
  const name = path.basename(database);
  const keys = beside(keysOf(name));
  if (!statSync(keys, { throwIfNoEntry: false })?.isFile()) return 'no_keys';
  const said = readCheckFile(beside(checkOf(name)));
  if (!said) return 'no_check';
  if (statSync(database).size !== said.bytes || digestOf(database) !== said.database) return 'damaged';
  if (digestOf(keys) !== said.keys) return 'wrong_keys';
  if (!key) return 'matches';
  const same = timingSafeEqual(Buffer.from(sealOf(said, key)), Buffer.from(said.seal));
  return same ? 'matches' : 'other_key';
}
