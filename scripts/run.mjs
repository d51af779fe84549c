/**
 * The one way into the project's commands: `node scripts/run.mjs COMMAND …`, called by the scripts of package.json.
 * Only this file and `bootstrap/` must run on any Node from 20.19 on and without `node_modules`; the commands
 * themselves are TypeScript and run on the project's own Node.
 */
import { ensureDependencies } from './bootstrap/dependencies.mjs';
import { againOnProjectNode, onProjectNode } from './bootstrap/project-node.mjs';
import { endWith, Stop } from './bootstrap/stop.mjs';

/** @type {Record<string, () => Promise<{ main: (args: readonly string[]) => Promise<number> }>>} */
const commands = {
  start: () => import('./commands/start.ts'),
  test: () => import('./commands/test.ts'),
  check: () => import('./commands/check.ts'),
  e2e: () => import('./commands/e2e.ts'),
  dev: () => import('./commands/dev.ts'),
  demo: () => import('./commands/demo.ts'),
  office: () => import('./commands/office.ts'),
  bench: () => import('./commands/bench.ts'),
  electron: () => import('./commands/electron.ts'),
};

await endWith(async () => {
  const [name = '', ...args] = process.argv.slice(2);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new Stop(`Name one of the commands: ${Object.keys(commands).join(', ')}.`);
  await ensureDependencies();
  if (!onProjectNode()) return againOnProjectNode(import.meta.filename, process.argv.slice(2));
  const { main } = await command();
  return main(args);
});
