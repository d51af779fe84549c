import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * A package that the installed app is made of.
 *
 * @typedef {{ name: string, version: string, license: string, folder: string, integrity: string | undefined }} Component
 * @typedef {{ version?: string, name?: string, license?: string, integrity?: string, dependencies?: Record<string, string>, optionalDependencies?: Record<string, string>, peerDependencies?: Record<string, string> }} Locked
 */

/** Where the app's own sources are: what they import is bundled or shipped. */
const SOURCES = '{renderer,electron,shared}/**/*.{ts,tsx,css}';
const IMPORT = /(?:from|import)\s*\(?['"]((?:@[\w.-]+\/)?[\w.-]+)(?:\/[^'"]*)?['"]/g;

/**
 * Every package that is in the installed app, by name: what `package.json` ships, what the sources import and is
 * bundled, and all that these need in turn, as the lock file has them. Packages that only build or test are not.
 *
 * @param {string} root the project's folder
 * @returns {Component[]}
 */
export function shippedComponents(root) {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
  /** @type {Record<string, Locked>} */
  const locked = JSON.parse(readFileSync(path.join(root, 'package-lock.json'), 'utf8')).packages;
  const named = { ...manifest.dependencies, ...manifest.devDependencies };
  const roots = [...Object.keys(manifest.dependencies), ...imported(root).filter((name) => name in named)];
  /** @type {Map<string, Component>} */
  const found = new Map();
  const waiting = roots.map((name) => ({ name, from: '' }));
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const folder = place(locked, next.name, next.from);
    if (!folder || found.has(folder)) continue;
    // Electron is shipped; what fetches it is not.
    found.set(folder, componentAt(locked, folder, next.name));
    if (next.name === 'electron') continue;
    const { dependencies, optionalDependencies, peerDependencies } = locked[folder] ?? {};
    const needs = Object.keys({ ...dependencies, ...optionalDependencies, ...peerDependencies });
    waiting.push(...needs.map((name) => ({ name, from: folder })));
  }
  return [...found.values()].sort((a, b) => (a.folder < b.folder ? -1 : 1));
}

/**
 * @param {string} root
 * @returns {string[]}
 */
function imported(root) {
  const names = globSync(SOURCES, { cwd: root }).flatMap((file) =>
    [...readFileSync(path.join(root, file), 'utf8').matchAll(IMPORT)].map((match) => match[1] ?? ''),
  );
  return [...new Set(names)];
}

/**
 * The folder that a package is found in from another's, as Node looks it up.
 *
 * @param {Record<string, Locked>} locked
 * @param {string} name
 * @param {string} from
 * @returns {string | undefined}
 */
function place(locked, name, from) {
  const steps = from.split('/node_modules/');
  for (let count = steps.length; count > 0; count -= 1) {
    const folder = `${steps.slice(0, count).join('/node_modules/')}/node_modules/${name}`;
    if (locked[folder]) return folder;
  }
  return locked[`node_modules/${name}`] ? `node_modules/${name}` : undefined;
}

/**
 * @param {Record<string, Locked>} locked
 * @param {string} folder
 * @param {string} asked
 * @returns {Component}
 */
function componentAt(locked, folder, asked) {
  const { name = asked, version = '', license = '', integrity } = locked[folder] ?? {};
  return { name, version, license, folder, integrity };
}
