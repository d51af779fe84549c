import { spawn } from 'node:child_process';
import { Stop } from '../bootstrap/stop.mjs';
import { ensureLibraries } from './system-libraries.ts';

const PATIENCE = 15_000;

/** A screen to draw on: what to add to the environment, and how to give it back. */
export interface Display {
  readonly env: Readonly<Record<string, string>>;
  /** Arguments for Electron: there is no graphics card behind a virtual screen. */
  readonly args: readonly string[];
  readonly close: () => void;
}

/** Whether somebody can see a window here. Windows and macOS always have a screen. */
export function hasDisplay(): boolean {
  return process.platform !== 'linux' || Boolean(process.env.DISPLAY || process.env.WAYLAND_DISPLAY);
}

/**
 * A virtual screen of 1600 × 1000, so that windows open unseen and always the same size. On Windows and macOS, which
 * have none, the real screen.
 *
 * @throws {Stop} when it does not start
 */
export async function virtualDisplay(): Promise<Display> {
  if (process.platform !== 'linux') return { env: {}, args: [], close: () => undefined };
  await ensureLibraries('display');
  // Xvfb finds a free number by itself and writes it to the channel named by -displayfd.
  const server = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1600x1000x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const close = (): void => {
    server.kill();
  };
  process.once('exit', close);
  const number = await new Promise<string>((resolve, reject) => {
    const refuse = (): void =>
      reject(new Stop('The virtual screen (Xvfb) did not start, so no window can be opened.'));
    server.once('error', refuse);
    server.once('exit', refuse);
    setTimeout(refuse, PATIENCE).unref();
    server.stdio[3]?.once('data', (data: Buffer) => resolve(data.toString().trim()));
  });
  return { env: { DISPLAY: `:${number}`, WAYLAND_DISPLAY: '' }, args: ['--disable-gpu'], close };
}
