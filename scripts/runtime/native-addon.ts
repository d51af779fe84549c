import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { modules, projectNode } from '../bootstrap/places.mjs';
import { machineNode, npm, run } from '../bootstrap/processes.mjs';
import { Stop } from '../bootstrap/stop.mjs';
import { isKept, keptFolder } from './cache.ts';
import type { Distribution } from './distribution.ts';

const PACKAGE = path.join(modules, 'better-sqlite3');
const BUILT = path.join('build', 'Release', 'better_sqlite3.node');

/** The first Electron whose Node-API is new enough (10) for the ready-made addon. */
const FIRST_READY_MADE = 35;

/**
 * The database addon for an Electron that is too old for the ready-made one: built once from the source in its own
 * package and kept in the cache.
 *
 * @returns the addon's file, or undefined when the ready-made addon fits
 * @throws {Stop} when there is no compiler, or Node's headers cannot be had
 */
export async function addonFor(electron: Distribution): Promise<string | undefined> {
  if (fitsReadyMade(electron)) return undefined;
  return path.join(await keptFolder(keptName(), build), 'better_sqlite3.node');
}

/** Whether the addon has yet to be built for this Electron, which needs a compiler. */
export function mustBeBuilt(electron: Distribution): boolean {
  return !fitsReadyMade(electron) && !isKept(keptName());
}

function fitsReadyMade(electron: Distribution): boolean {
  return Number.parseInt(electron.version, 10) >= FIRST_READY_MADE;
}

function keptName(): string {
  const { version }: { version: string } = JSON.parse(
    readFileSync(path.join(PACKAGE, 'package.json'), 'utf8'),
  );
  return `sqlite-addon-${version}-${process.platform}-${process.arch}-1`;
}

async function build(folder: string): Promise<void> {
  await ensureCompiler();
  console.log(
    'Building the database addon for this Electron, once for this machine; this takes about two minutes.',
  );
  const source = path.join(folder, 'source');
  copySource(source);
  const nodedir = await headersFolder();
  const built = await run(
    projectNode,
    [
      path.join(modules, 'node-gyp', 'bin', 'node-gyp.js'),
      'rebuild',
      '--release',
      '--force_build=1',
      ...(nodedir === undefined ? [] : [`--nodedir=${nodedir}`]),
    ],
    { cwd: source, output: 'keep', env: { JOBS: 'max' } },
  );
  if (built.code !== 0) throw new Stop(sentenceFor(built.output));
  cpSync(path.join(source, BUILT), path.join(folder, 'better_sqlite3.node'));
  rmSync(source, { recursive: true });
}

/** Looks for what node-gyp calls, so that what is missing is named rather than found in a page of its output. */
async function ensureCompiler(): Promise<void> {
  for (const program of ['g++', 'make', 'python3']) {
    const { code } = await run(program, ['--version'], { output: 'keep' });
    if (code !== 0) {
      throw new Stop(
        `The database addon has to be built here, and ${program} is missing. Install g++, make and python3, then run the same command again.`,
      );
    }
  }
}

/**
 * Copies the package's source beside its one build dependency and asks for the Node-API as it was before version 10,
 * with that version's rule for finalisers: without it the addon aborts in garbage collection.
 */
function copySource(source: string): void {
  for (const part of ['binding.gyp', 'package.json', 'deps', 'lib', 'src']) {
    cpSync(path.join(PACKAGE, part), path.join(source, part), { recursive: true });
  }
  const headers = path.join('node_modules', 'node-addon-api');
  cpSync(path.join(modules, 'node-addon-api'), path.join(source, headers), { recursive: true });
  const recipe = path.join(source, 'binding.gyp');
  const text = readFileSync(recipe, 'utf8');
  const experimental = text.replace(
    "'NAPI_VERSION=10'",
    "'NAPI_EXPERIMENTAL', 'NODE_API_EXPERIMENTAL_NOGC_ENV_OPT_OUT'",
  );
  if (experimental === text)
    throw new Error('The build recipe of better-sqlite3 has changed; look at binding.gyp.');
  writeFileSync(recipe, experimental);
}

/** Where Node's headers are on this machine; without any, node-gyp downloads them. */
async function headersFolder(): Promise<string | undefined> {
  const configured = await npm(['config', 'get', 'nodedir', '--loglevel=silent'], { output: 'keep' });
  const node = machineNode();
  const beside = node === undefined ? undefined : path.resolve(path.dirname(node), '..');
  return [lastLine(configured.output), beside].find(
    (folder) => folder !== undefined && existsSync(path.join(folder, 'include', 'node', 'node_api.h')),
  );
}

function lastLine(text: string): string | undefined {
  return text.trim().split(/\r?\n/).at(-1)?.trim();
}

function sentenceFor(output: string): string {
  const why = /ENOTFOUND|ECONNREFUSED|ETIMEDOUT|EAI_AGAIN|ECONNRESET|getaddrinfo|network/i.test(output)
    ? "Node's headers are not on this machine and could not be downloaded. Install Node with its headers (the downloads of nodejs.org have them)"
    : `The compiler said:\n\n${output.trim().split(/\r?\n/).slice(-15).join('\n')}\n\nPut that right`;
  return `The database addon could not be built. ${why}, then run the same command again.`;
}
