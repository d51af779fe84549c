import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Files of a folder in which one of these words can be read, in one of the ways that programs write text. */
export function filesThatSay(folder: string, words: readonly string[]): string[] {
  const wanted = words.flatMap((word) => [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')]);
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .filter((file) => {
      const bytes = readFileSync(file);
      return wanted.some((word) => bytes.includes(word));
    });
}
