import type { BrowserWindowConstructorOptions, Rectangle, Session } from 'electron';
import type { Preferences } from '#shared/contract/shell.ts';

/** Where a window was, in the system's own points. */
export type WindowBounds = Rectangle & { isMaximized: boolean };

/** What the bridge needs to know before the first paint; passed as arguments because they are there at once. */
export type StartFacts = { version: string; practice: boolean; preferences: Preferences };

const START_ARGUMENT = '--trust-desk-start=';

/** The size a window opens with when none is remembered. */
const FIRST_SIZE = { width: 1360, height: 860 };
/** Below this the screens no longer fit. */
export const LEAST_SIZE = { width: 1024, height: 700 };

/** The colour behind the page until it has painted itself: the theme's own, so that nothing flashes. */
export function backgroundColour(theme: Preferences['theme'], systemIsDark: boolean): string {
  const isDark = theme === 'dark' || (theme !== 'light' && systemIsDark);
  if (theme === 'contrast') return isDark ? '#000000' : '#FFFFFF';
  return isDark ? '#0F1716' : '#F4F6F3';
}

/** Options of the main window. The ones that keep the page harmless are pinned by a test. */
export function windowOptions(given: {
  bounds: WindowBounds | null;
  facts: StartFacts;
  systemIsDark: boolean;
  preload: string;
  session: Session;
  allowDevTools: boolean;
}): BrowserWindowConstructorOptions {
  const { bounds, facts } = given;
  return {
    ...(bounds ? { x: bounds.x, y: bounds.y, width: bounds.width, height: bounds.height } : FIRST_SIZE),
    minWidth: LEAST_SIZE.width,
    minHeight: LEAST_SIZE.height,
    title: 'Trust Desk',
    show: false,
    autoHideMenuBar: true,
    backgroundColor: backgroundColour(facts.preferences.theme, given.systemIsDark),
    webPreferences: {
      preload: given.preload,
      session: given.session,
      additionalArguments: [START_ARGUMENT + encodeURIComponent(JSON.stringify(facts))],
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      safeDialogs: true,
      // Would fetch dictionaries from a server on the internet.
      spellcheck: false,
      devTools: given.allowDevTools,
    },
  };
}

/** Reads back what {@link windowOptions} passed to the page's bridge. */
export function startFacts(argv: readonly string[]): StartFacts {
  const given = argv.find((argument) => argument.startsWith(START_ARGUMENT));
  if (!given) throw new Error('The window was opened without its start facts.');
  return JSON.parse(decodeURIComponent(given.slice(START_ARGUMENT.length))) as StartFacts;
}

/**
 * The remembered place if enough of it is still on a screen, else null: a second screen may have been
 * unplugged since.
 */
export function visibleBounds(
  bounds: WindowBounds | null,
  screens: readonly Rectangle[],
): WindowBounds | null {
  if (!bounds) return null;
  const isVisible = screens.some((screen) => {
    const across = Math.min(bounds.x + bounds.width, screen.x + screen.width) - Math.max(bounds.x, screen.x);
    const hasTitleBar = bounds.y >= screen.y - 8 && bounds.y <= screen.y + screen.height - 80;
    return across >= 200 && hasTitleBar;
  });
  return isVisible ? bounds : null;
}
