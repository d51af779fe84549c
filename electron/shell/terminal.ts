import { app } from 'electron';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Terminal = { runCli: (argv: string[]) => Promise<number> };

/**
 * `trust-desk office COMMAND …` of an installed app: the office from a terminal, without a window. Ends with
 * the command's exit code.
 */
export async function runTerminal(module: string, argv: string[]): Promise<void> {
  app.disableHardwareAcceleration();
  if (!existsSync(module)) {
    process.stderr.write('This copy of Trust Desk cannot be used from a terminal.\n');
    app.exit(2);
    return;
  }
  const { runCli } = (await import(pathToFileURL(module).href)) as Terminal;
  app.exit(await runCli(argv));
}
