import path from 'node:path';
import { APP_ORIGIN, originOf } from './origin.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.ico': 'image/x-icon',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** A file to serve, and what it is. */
export type PageFile = { file: string; type: string };

/**
 * The file behind an address of the app's own scheme, or null for one there is no business to ask for:
 * another host, a way out of the folder, a kind of file the window does not use. An address without an
 * extension is a screen, and every screen is the one page.
 */
export function pageFile(folder: string, address: string): PageFile | null {
  if (originOf(address) !== APP_ORIGIN) return null;
  const wanted = decoded(new URL(address).pathname);
  if (wanted === null || /[\0\\:]/.test(wanted)) return null;
  const parts = wanted.split('/').filter((part) => part !== '');
  if (parts.includes('..') || parts.includes('.')) return null;
  const name = path.posix.extname(parts.at(-1) ?? '') === '' ? ['index.html'] : parts;
  const type = types[path.posix.extname(name.at(-1) ?? '').toLowerCase()];
  const file = path.join(folder, ...name);
  if (!type || !file.startsWith(folder + path.sep)) return null;
  return { file, type };
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
