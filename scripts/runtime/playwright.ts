import { npm } from '../bootstrap/processes.mjs';
import { ensureBuilt } from './build.ts';
import { virtualDisplay } from './display.ts';
import { findElectron } from './electron-runtime.ts';

/**
 * Runs Playwright on the built app, on a virtual screen where the system has one.
 *
 * @param config the configuration's path in the project
 * @returns Playwright's exit code
 */
export async function playwright(config: string, args: readonly string[]): Promise<number> {
  // Set up here, before any test's clock runs; the tests find it ready.
  await findElectron('display');
  await ensureBuilt();
  const display = await virtualDisplay();
  try {
    const run = ['exec', '--no', '--silent', '--', 'playwright', 'test', '-c', config, ...args];
    const { code } = await npm(run, { env: { ...display.env } });
    return code;
  } finally {
    display.close();
  }
}
