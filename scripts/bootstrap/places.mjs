import path from 'node:path';

/** The project's folder. */
export const root = path.resolve(import.meta.dirname, '..', '..');

/** Where npm put the packages. */
export const modules = path.join(root, 'node_modules');

/**
 * The Node that every tool and test runs on: the one of the npm package `node`, whatever the machine's own is.
 * The prebuilt database addon needs it; an older Node crashes on that addon.
 */
export const projectNode = path.join(
  modules,
  'node',
  'bin',
  process.platform === 'win32' ? 'node.exe' : 'node',
);
