import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Every file under a folder with its bytes, by its path from there. */
export function bytesIn(folder: string): Map<string, Buffer> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  return new Map(
    files.map((one) => {
      const file = path.join(one.parentPath, one.name);
      return [path.relative(folder, file), readFileSync(file)];
    }),
  );
}

/** How a word may lie in a file: as the program writes text, and as Windows does. */
function spellings(word: string): Buffer[] {
  return [Buffer.from(word, 'utf8'), Buffer.from(word, 'utf16le')];
}

/** Which of these words lie in these bytes, in any capitals. */
export function wordsIn(bytes: Buffer, words: readonly string[]): string[] {
  return words.filter((word) =>
    [word, word.toLowerCase(), word.toUpperCase()].some((form) =>
      spellings(form).some((spelling) => bytes.includes(spelling)),
    ),
  );
}
