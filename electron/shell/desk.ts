import { app, ipcMain, type BrowserWindow } from 'electron';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { assureWritable, dataFolder, type DataFolder } from './data-folder.ts';
import { keepLogIn, shellLog } from './log.ts';
import { focusWindow } from './main-window.ts';
import { OfficeProcess } from './office-process.ts';
import { builtPlaces } from './places.ts';
import { isFrom } from './requests.ts';
import { folderProblem, officeProblem, stopWith } from './start-up-problem.ts';

/**
 * Settles where the data lives and turns Chromium's own profile there too, so that the single-instance lock
 * is one for each data folder. Null, after saying why, when nothing can be kept there.
 */
export function claimDataFolder(): DataFolder | null {
  const chosen = process.env['TRUST_DESK_DATA'];
  const folder = dataFolder(chosen, app.getPath('userData'));
  try {
    assureWritable(folder);
    if (chosen) {
      const profile = join(folder.root, 'window');
      mkdirSync(profile, { recursive: true });
      app.setPath('userData', profile);
    }
  } catch (error) {
    stopWith(folderProblem(folder.root, error));
    return null;
  }
  keepLogIn(folder.logs);
  return folder;
}

/** Whether this is the first start on this data. A second one hands over to the first and ends. */
export function isFirstStart(): boolean {
  if (app.requestSingleInstanceLock()) return true;
  app.quit();
  return false;
}

/** Starts the process that keeps the records. */
export function startOffice(folder: DataFolder): OfficeProcess {
  const places = builtPlaces(app.getAppPath());
  const nativeBinding = process.env['TRUST_DESK_SQLITE_ADDON'];
  const office = new OfficeProcess(
    places.office,
    {
      officeDir: folder.office,
      practiceDir: folder.practice,
      migrationsDir: places.migrations,
      version: app.getVersion(),
      ...(nativeBinding ? { nativeBinding } : {}),
    },
    () => stopWith(officeProblem(folder.logs)),
  );
  office.start();
  shellLog.info(`Trust Desk ${app.getVersion()} started`);
  return office;
}

/** Gives the window its port whenever its page asks: at the first load and after each further one. */
export function connectOnRequest(window: BrowserWindow, office: OfficeProcess, ours: string): void {
  ipcMain.on('office-port-wanted', (event) => {
    if (isFrom(event, window.webContents, ours)) office.connectWindow(window.webContents);
  });
}

/** How long the window has to hand what is typed to the office, before the office is closed without it. */
const HAND_OVER_MS = 1500;

/**
 * A function that hides everything on the screen and closes the office's file: the window does, and hands over what was
 * typed; a window that does not answer keeps nothing open.
 */
export function locker(window: BrowserWindow, office: OfficeProcess): () => void {
  return () => {
    if (!window.isDestroyed()) window.webContents.send('lock');
    setTimeout(() => void office.call('access.lock', {}), window.isDestroyed() ? 0 : HAND_OVER_MS);
  };
}

/** A second start of the app brings this window to the front. */
export function focusOnSecondStart(window: BrowserWindow): void {
  app.on('second-instance', () => {
    if (!window.isDestroyed()) focusWindow(window);
  });
}

/** Ends the app with its window, after the office has closed its file in good order. */
export function endInGoodOrder(office: OfficeProcess): void {
  let isOver = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (isOver) return;
    event.preventDefault();
    void office.stop().finally(() => {
      isOver = true;
      app.quit();
    });
  });
}
