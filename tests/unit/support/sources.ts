import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '../../..');

/** One file of the project; `name` is its path from the project's folder, with `/` on every system. */
export type Source = { name: string; text: string };

/** What is made or fetched, and what belongs to others. */
const NOT_OURS = new Set([
  '.git',
  'node_modules',
  'out',
  'dist',
  'tour',
  'test-results',
  'playwright-report',
  'coverage',
  'fixtures',
]);

/** Every file under a folder of the project whose name ends in one of `endings`. */
export function sourcesIn(folder: string, endings: readonly string[]): Source[] {
  return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry): Source[] => {
    const name = path.posix.join(folder, entry.name);
    if (NOT_OURS.has(entry.name)) return [];
    if (entry.isDirectory()) return sourcesIn(name, endings);
    if (!endings.some((ending) => entry.name.endsWith(ending))) return [];
    return [{ name, text: readFileSync(path.join(root, name), 'utf8') }];
  });
}

const APART = new RegExp(
  [
    /\/\*[\s\S]*?\*\//, // comments
    /\/\/[^\n]*/,
    /'(?:\\.|[^'\\\n])*'/, // strings
    /"(?:\\.|[^"\\\n])*"/,
    /(?<=[(,=:[!&|?{};]\s*|return )\/(?![*/])(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\\n])+\/[a-z]*/, // patterns
  ]
    .map(({ source }) => source)
    .join('|'),
  'g',
);

/** The code without its comments, strings and patterns, on the same lines. Templates stay: they hold expressions. */
export function codeOf({ text }: Source): string {
  return text.replace(APART, (part) => part.replaceAll(/[^\n]/g, ' '));
}

/** Each line that a pattern finds, as `file:line what it says`, to be compared with none. */
export function linesWith(source: Source, pattern: RegExp, code = source.text): string[] {
  const original = source.text.split('\n');
  return code
    .split('\n')
    .flatMap((line, index) =>
      pattern.test(line) ? [`${source.name}:${index + 1} ${original[index]?.trim() ?? ''}`] : [],
    );
}
