import { app } from 'electron';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

type Terminal = { runCli: (argv: string[]) => Promise<number> };

/**
 * `trust-desk office COMMAND …` of an installed app: the office from a terminal, without a window and, on a
 * server, without a display. Ends with the command's exit code.
 */
export async function runTerminal(module: string, argv: string[]): Promise<void> {
  app.disableHardwareAcceleration();
  if (lacksDisplay()) {
    // Too late to tell this process: Chromium has looked for a display already and will stop without one.
    const headless = ['--ozone-platform=headless', ...process.argv.slice(1)];
    app.exit(spawnSync(process.execPath, headless, { stdio: 'inherit' }).status ?? 1);
    return;
  }
  if (!existsSync(module)) {
    process.stderr.write('This copy of Trust Desk cannot be used from a terminal.\n');
    app.exit(2);
    return;
  }
  const { runCli } = (await import(pathToFileURL(module).href)) as Terminal;
  app.exit(await runCli(argv));
}

function lacksDisplay(): boolean {
  const { DISPLAY, WAYLAND_DISPLAY } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return false;
  return !app.commandLine.hasSwitch('ozone-platform');
}
