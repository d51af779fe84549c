import { existsSync, globSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { keyFile, openSlot } from '#electron/office/access/key-slots.ts';
import { marlford, PASSPHRASE } from './marlford.ts';

/** Children and addresses of the tests, and what people sign in with: none of it may stand anywhere in clear. */
const SECRETS = ['Birchall', 'Callum', 'Canal Street', PASSPHRASE, 'practice desk'];

/** Files of a folder in which one of these words can be read, in one of the ways that programs write text. */
export function filesThatSay(folder: string, words: readonly string[]): string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return filesThatHold(folder, wanted);
}

/**
 * Files below the folder in which a child's name, a passphrase or a key of its offices can be read: the data, the
 * logs, all that Chromium keeps, its crash dumps and its temporary files.
 */
export async function filesThatTell(folder: string, known?: readonly Buffer[]): Promise<string[]> {
  const keys = known ?? (await keysIn(folder));
  const written = keys.flatMap((key) => [
    key,
    ...(['hex', 'base64', 'base64url'] as const).map((way) => Buffer.from(key.toString(way))),
    Buffer.from(key.toString('hex').toUpperCase()),
  ]);
  return [...filesThatSay(folder, SECRETS), ...filesThatHold(folder, written)];
}

/** The data keys of the offices there that the tests' own passphrase opens. */
export async function keysIn(folder: string): Promise<Buffer[]> {
  const files = globSync('data/*/*.keys.json', { cwd: folder });
  return (await Promise.all(files.map((file) => keysOf(path.join(folder, file))))).flat();
}

async function keysOf(file: string): Promise<Buffer[]> {
  const { slots } = keyFile.parse(JSON.parse(readFileSync(file, 'utf8')));
  const mine = slots.find((slot) => slot.user === marlford.person.userName);
  return mine ? (await openSlot(mine, PASSPHRASE)).map(({ key }) => key) : [];
}

function filesThatHold(folder: string, wanted: readonly Buffer[]): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      // A running app takes its temporary files away again.
      const bytes = existsSync(file) ? readFileSync(file) : Buffer.alloc(0);
      return wanted.some((word) => bytes.includes(word));
    });
}
