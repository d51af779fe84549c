import { app } from 'electron';
import {
  claimDataFolder,
  connectOnRequest,
  endInGoodOrder,
  focusOnSecondStart,
  isFirstStart,
  locker,
  startOffice,
} from './shell/desk.ts';
import type { DataFolder } from './shell/data-folder.ts';
import { shellHandlers, useTheme } from './shell/handlers.ts';
import { shutDebuggingDoors } from './shell/hardening.ts';
import { readLaunch } from './shell/launch.ts';
import { lockWhenAway } from './shell/lock-triggers.ts';
import { openMainWindow } from './shell/main-window.ts';
import { setMenu } from './shell/menu.ts';
import { pageOrigin } from './shell/origin.ts';
import { runPaperMode } from './shell/paper/index.ts';
import { builtPlaces } from './shell/places.ts';
import { PreferenceStore } from './shell/preferences.ts';
import { registerAppScheme } from './shell/protocol.ts';
import { endOnUnexpectedErrors } from './shell/start-up-problem.ts';
import { answerRequests } from './shell/requests.ts';
import { prepareSessions } from './shell/session.ts';
import { runTerminal } from './shell/terminal.ts';
import { guardEveryPage } from './shell/window-policy.ts';

const places = builtPlaces(app.getAppPath());
const developmentServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'];
const ours = pageOrigin(developmentServer);
const wanted = readLaunch(process.argv, app.isPackaged);

shutDebuggingDoors(app);
if (wanted.for === 'terminal') void runTerminal(places.terminal, wanted.argv);
else if (wanted.for === 'paper') makePaper();
else openDesk(wanted.practice);

function makePaper(): void {
  registerAppScheme();
  guardEveryPage(app, ours);
  void app.whenReady().then(() => prepareSessions(places.pages, undefined));
  runPaperMode();
}

function openDesk(practice: boolean): void {
  registerAppScheme();
  guardEveryPage(app, ours);
  endOnUnexpectedErrors();
  const folder = claimDataFolder();
  if (!folder || !isFirstStart()) return;
  // Not awaited at the top: schemes could no longer be registered, and some hosts would wait for ever.
  void app.whenReady().then(() => start(folder, practice));
}

function start(folder: DataFolder, practice: boolean): void {
  const preferences = new PreferenceStore(app.getPath('userData'));
  useTheme(preferences.get());
  prepareSessions(places.pages, developmentServer);
  const office = startOffice(folder);
  const window = openMainWindow({
    preferences,
    preload: places.preload,
    page: `${ours}/`,
    version: app.getVersion(),
    practice,
    allowDevTools: !app.isPackaged,
  });
  const lock = locker(window, office);
  connectOnRequest(window, office, ours);
  answerRequests(shellHandlers(window, office, preferences), window.webContents, ours);
  setMenu({ lock }, process.platform === 'darwin');
  lockWhenAway(lock);
  focusOnSecondStart(window);
  endInGoodOrder(office);
}
