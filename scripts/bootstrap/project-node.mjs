import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { modules, projectNode } from './places.mjs';
import { run } from './processes.mjs';

/**
 * Whether this process already runs on the project's Node.
 *
 * @returns {boolean}
 */
export function onProjectNode() {
  const manifest = path.join(modules, 'node', 'package.json');
  if (!existsSync(manifest)) return false;
  return process.version === `v${JSON.parse(readFileSync(manifest, 'utf8')).version}`;
}

/**
 * Runs a script again on the project's Node, which understands TypeScript, and answers with its exit code.
 *
 * @param {string} script
 * @param {readonly string[]} args
 * @returns {Promise<number>}
 */
export async function againOnProjectNode(script, args) {
  // Ctrl+C reaches the child by itself; this process only waits for it to tidy up.
  process.on('SIGINT', () => undefined);
  const paths = [path.join(modules, '.bin'), process.env.PATH ?? ''];
  const { code } = await run(projectNode, [script, ...args], {
    cwd: process.cwd(),
    env: { PATH: paths.join(path.delimiter) },
  });
  return code;
}
