import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { modules, projectNode, root } from './places.mjs';
import { npm, run } from './processes.mjs';
import { Stop } from './stop.mjs';

/**
 * @typedef {{ version?: string, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {{ packages?: Record<string, LockedPackage> }} Lock
 */

/**
 * Makes sure that `node_modules` holds what `package-lock.json` says, and installs it when it does not.
 * Takes milliseconds when there is nothing to do.
 *
 * @returns {Promise<void>}
 * @throws {Stop} when the packages cannot be fetched
 */
export async function ensureDependencies() {
  if (isInstalled()) return;
  console.log('Installing the packages this project needs (npm ci); this takes a minute or two.');
  // Install scripts stay off: the one that is needed is run by name below. An npm without `allowScripts`
  // would otherwise also compile the database addon, which comes ready made.
  const installed = await npm(['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    output: 'keep',
  });
  if (installed.code !== 0) {
    throw new Stop(
      `The packages could not be installed. npm said: ${reasonIn(installed.output)}\n` +
        'Check that the npm registry can be reached, then run the same command again.',
    );
  }
  await installProjectNode();
}

/**
 * The one line of npm's answer that says why, out of a page of codes and stacks.
 *
 * @param {string} output
 */
function reasonIn(output) {
  const lines = output.split(/\r?\n/).map((line) => line.replace(/^npm (error|ERR!) ?/, '').trim());
  return (
    lines.find((line) => line !== '' && !/^(code|errno|syscall|path|npm warn) ?/.test(line)) ?? 'nothing'
  );
}

/** Fetches the Node that tools and tests run on: the one install script this project needs. */
async function installProjectNode() {
  const rebuilt = await npm(['rebuild', 'node', '--ignore-scripts=false', '--loglevel=error'], {
    output: 'keep',
  });
  const answered = await run(projectNode, ['--version'], { output: 'keep' });
  if (rebuilt.code !== 0 || answered.code !== 0) {
    throw new Stop(
      'Node for this machine could not be fetched from the npm registry. Check the connection, then run the same command again.',
    );
  }
}

/** Whether every package of the lock is there in its version, and the project's own Node with them. */
function isInstalled() {
  const wanted = readLock(path.join(root, 'package-lock.json'));
  const present = readLock(path.join(modules, '.package-lock.json'));
  if (wanted === undefined || present === undefined || !existsSync(projectNode)) return false;
  return Object.entries(wanted).every(
    ([place, entry]) =>
      place === '' ||
      entry.optional === true ||
      entry.devOptional === true ||
      present[place]?.version === entry.version,
  );
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readLock(file) {
  if (!existsSync(file)) return undefined;
  /** @type {Lock} */
  const lock = JSON.parse(readFileSync(file, 'utf8'));
  return lock.packages;
}
