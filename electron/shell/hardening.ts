import type { App } from 'electron';

/** Switches of Chromium's that let another program look into the window and act in it. */
const doors = [
  'remote-debugging-port',
  'remote-debugging-pipe',
  'remote-debugging-address',
  'remote-allow-origins',
];

/**
 * Shuts, in an installed app, what a command line could open. What the executable itself could be told is
 * switched off when it is packaged. Works only before the app is ready.
 */
export function shutDebuggingDoors(app: Pick<App, 'isPackaged' | 'commandLine'>): void {
  if (!app.isPackaged) return;
  for (const door of doors) app.commandLine.removeSwitch(door);
}
