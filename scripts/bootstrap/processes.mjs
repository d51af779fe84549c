import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { modules, root } from './places.mjs';

/**
 * @typedef {object} RunOptions
 * @property {string} [cwd] the project's folder unless told
 * @property {Record<string, string | undefined>} [env] added to this process's own
 * @property {'show' | 'keep'} [output] show it as it comes (the default), or keep it for the caller
 * @property {number} [timeout] milliseconds after which the process is ended
 * @property {boolean} [shell]
 */

/**
 * @typedef {object} Ran
 * @property {number} code exit code; 127 when the program could not be started, 1 when a signal ended it
 * @property {string} output what it wrote, when it was kept
 */

/**
 * Runs a program to its end. Never rejects: a program that cannot be started answers with code 127.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function run(program, args, options = {}) {
  return new Promise((resolve) => {
    let output = '';
    const child = spawn(program, args, {
      cwd: options.cwd ?? root,
      env: { ...process.env, ...options.env },
      stdio: options.output === 'keep' ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      timeout: options.timeout,
      shell: options.shell ?? false,
      windowsHide: true,
    });
    const keep = (/** @type {Buffer} */ part) => (output += part.toString());
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => resolve({ code: 127, output: `${output}${error.message}` }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/**
 * Runs npm itself, on the Node that npm was started with where that is known. npm's own program file is
 * preferred to the `npm` command, because on Windows that command is a batch file that only a shell can start.
 *
 * @param {readonly string[]} args
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function npm(args, options = {}) {
  const program = process.env.npm_execpath;
  const node = machineNode();
  if (program !== undefined && /npm-cli\.c?js$/.test(program) && node !== undefined) {
    return run(node, [program, ...args], options);
  }
  return process.platform === 'win32'
    ? run('npm.cmd', args, { ...options, shell: true })
    : run('npm', args, options);
}

/**
 * Runs one of the scripts of package.json, which are the one place that says how each tool is called.
 *
 * @param {string} script
 * @param {readonly string[]} [args]
 * @param {RunOptions} [options]
 * @returns {Promise<Ran>}
 */
export function npmRun(script, args = [], options = {}) {
  return npm(['run', '--silent', script, '--', ...args], options);
}

/**
 * The machine's own Node, the one that started npm: its headers lie beside it, and it stays when
 * `node_modules` is made anew.
 *
 * @returns {string | undefined}
 */
export function machineNode() {
  const name = process.platform === 'win32' ? 'node.exe' : 'node';
  const onPath = (process.env.PATH ?? '').split(path.delimiter).map((folder) => path.join(folder, name));
  return [process.env.npm_node_execpath, process.execPath, ...onPath].find(
    (file) => file !== undefined && !file.startsWith(modules) && existsSync(file),
  );
}
