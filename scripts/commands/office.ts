import { runCli } from '../../electron/cli.ts';
import { root } from '../bootstrap/places.mjs';
import { ensureBuilt } from '../runtime/build.ts';
import { findElectron } from '../runtime/electron-runtime.ts';

/** `npm run office -- COMMAND …`: the office from a terminal. Electron is looked for only when a PDF is to be made. */
export function main(args: readonly string[]): Promise<number> {
  // Results go to standard output as JSON; what setting up says must not stand between them.
  console.log = console.error;
  return runCli(args, {
    findPaperMaker: async () => {
      const electron = await findElectron();
      await ensureBuilt();
      return { executable: electron.executable, args: [...electron.args, root], env: electron.env };
    },
  });
}
