/** The scheme that the window's pages are served under; only this app answers it. */
export const APP_SCHEME = 'app';
/** Where the window's pages live in an installed app. */
export const APP_ORIGIN = `${APP_SCHEME}://desk`;

/** Scheme and host of an address, or null. `URL.origin` is the word `null` for schemes Node does not know. */
export function originOf(address: string): string | null {
  if (!URL.canParse(address)) return null;
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}

/** Where pages come from now: the app itself or, while developing only, the development server. */
export function pageOrigin(developmentServer: string | undefined): string {
  return (developmentServer && originOf(developmentServer)) || APP_ORIGIN;
}

/**
 * Whether a page may move to another address by itself. Never, save for loading itself again: a link or a
 * script that led elsewhere would take the bridge to the office along.
 */
export function mayNavigate(from: string, to: string, ours: string): boolean {
  return from === to && originOf(to) === ours;
}
