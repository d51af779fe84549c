import { npm } from '../bootstrap/processes.mjs';
import { Stop } from '../bootstrap/stop.mjs';
import { hasDisplay } from '../runtime/display.ts';
import { findElectron } from '../runtime/electron-runtime.ts';

/** `npm run dev`: the window with hot reload; arguments go to electron-vite. */
export async function main(args: readonly string[]): Promise<number> {
  if (!hasDisplay())
    throw new Stop('There is no screen here to open a window on. `npm start -- --tour` needs none.');
  const electron = await findElectron();
  const { code } = await npm(['exec', '--no', '--silent', '--', 'electron-vite', 'dev', ...args], {
    env: {
      ...electron.env,
      ELECTRON_EXEC_PATH: electron.executable,
      NO_SANDBOX: electron.args.includes('--no-sandbox') ? '1' : undefined,
    },
  });
  return code;
}
