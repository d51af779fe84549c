import { run } from '../bootstrap/processes.mjs';
import { hasDisplay, virtualDisplay } from '../runtime/display.ts';
import { findElectron } from '../runtime/electron-runtime.ts';

/** `npm run electron -- FOLDER …`: runs any app folder in this machine's Electron; without one, says where that is. */
export async function main(args: readonly string[]): Promise<number> {
  const electron = await findElectron();
  if (args.length === 0) {
    console.log(JSON.stringify(electron, null, 2));
    return 0;
  }
  const display = hasDisplay() ? undefined : await virtualDisplay();
  const { code } = await run(electron.executable, [...electron.args, ...(display?.args ?? []), ...args], {
    cwd: process.cwd(),
    env: { ...electron.env, ...display?.env },
  });
  display?.close();
  return code;
}
