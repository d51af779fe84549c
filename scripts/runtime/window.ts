import { root } from '../bootstrap/places.mjs';
import { run } from '../bootstrap/processes.mjs';
import { ensureBuilt } from './build.ts';
import { findElectron } from './electron-runtime.ts';

/** Opens the app's window with these arguments and waits until it is closed. `env` is added to its environment. */
export async function openWindow(
  args: readonly string[] = [],
  env: Readonly<Record<string, string>> = {},
): Promise<number> {
  const electron = await findElectron();
  await ensureBuilt();
  const { code } = await run(electron.executable, [...electron.args, root, ...args], {
    env: { ...electron.env, ...env },
  });
  return code;
}
