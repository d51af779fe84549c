import log from 'electron-log/main';
import path from 'node:path';

/**
 * The shell's log, `shell.log` beside the office's: what started, stopped and was refused, with codes. Never
 * a name, a path that a person chose, or anything that was typed.
 */
export const shellLog = {
  info: (text: string) => log.info(text),
  error: (text: string) => log.error(text),
};

/** Sends the log to its folder. The console stays quiet: nobody reads it in an installed app. */
export function keepLogIn(folder: string): void {
  log.transports.console.level = false;
  log.transports.file.level = 'info';
  log.transports.file.maxSize = 1_000_000;
  log.transports.file.resolvePathFn = () => path.join(folder, 'shell.log');
}
