import { BrowserWindow, dialog, nativeTheme, screen } from 'electron';
import { shellLog } from './log.ts';
import type { PreferenceStore } from './preferences.ts';
import { appSession } from './session.ts';
import { pageProblem, stopWith } from './start-up-problem.ts';
import { visibleBounds, windowOptions, type WindowBounds } from './window-options.ts';

/** What the main window is opened with. */
export type MainWindowGiven = {
  preferences: PreferenceStore;
  preload: string;
  /** The page's address. */
  page: string;
  version: string;
  practice: boolean;
  allowDevTools: boolean;
};

/** Opens the one window, where it was last time, and shows it when it has painted itself. */
export function openMainWindow(given: MainWindowGiven): BrowserWindow {
  const { preferences, version, practice } = given;
  const areas = screen.getAllDisplays().map((display) => display.workArea);
  const bounds = visibleBounds(preferences.window, areas);
  const window = new BrowserWindow(
    windowOptions({
      bounds,
      facts: { version, practice, preferences: preferences.get() },
      systemIsDark: nativeTheme.shouldUseDarkColors,
      preload: given.preload,
      session: appSession(),
      allowDevTools: given.allowDevTools,
    }),
  );
  if (bounds?.isMaximized) window.maximize();
  window.once('ready-to-show', () => window.show());
  window.on('close', () => {
    preferences.window = boundsOf(window);
  });
  askBeforeLosingEdits(window);
  openAgainAfterCrash(window);
  window.loadURL(given.page).catch(() => stopWith(pageProblem()));
  return window;
}

/** Brings the window to the front, as a second start of the app does. */
export function focusWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

function boundsOf(window: BrowserWindow): WindowBounds {
  return { ...window.getNormalBounds(), isMaximized: window.isMaximized() };
}

/** The page says by `beforeunload` that something typed is not saved yet. */
function askBeforeLosingEdits(window: BrowserWindow): void {
  window.webContents.on('will-prevent-unload', (event) => {
    const choice = dialog.showMessageBoxSync(window, {
      type: 'warning',
      title: 'Trust Desk',
      message: 'There are changes that are not saved.',
      detail: 'If you close now, they are lost. Everything saved before stays.',
      buttons: ['Go back to them', 'Close without saving'],
      defaultId: 0,
      cancelId: 0,
      noLink: true,
    });
    if (choice === 1) event.preventDefault();
  });
}

function openAgainAfterCrash(window: BrowserWindow): void {
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return;
    shellLog.error(`window stopped: ${reason}`);
    void offerToOpenAgain(window);
  });
}

async function offerToOpenAgain(window: BrowserWindow): Promise<void> {
  await dialog.showMessageBox(window, {
    type: 'error',
    title: 'Trust Desk',
    message: 'The window stopped working.',
    detail: 'What was saved is kept. What was typed and not saved may be lost.',
    buttons: ['Open the window again'],
    noLink: true,
  });
  if (!window.isDestroyed()) window.webContents.reload();
}
