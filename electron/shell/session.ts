import { session, type Session } from 'electron';
import { developmentContentPolicy } from './content-policy.ts';
import { servePages } from './protocol.ts';

/** Kept in memory: nothing that a page holds may stay behind on the disk in clear. */
const PARTITION = 'trust-desk';

/** The session of every window of the app. */
export function appSession(): Session {
  return session.fromPartition(PARTITION);
}

/**
 * Prepares the sessions before the first window: they serve the pages, grant no permission, save no download
 * and reach no network. While developing, the development server and nothing else is reached.
 */
export function prepareSessions(pages: string, developmentServer: string | undefined): void {
  for (const each of [appSession(), session.defaultSession]) {
    servePages(each, pages);
    each.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
    each.setPermissionCheckHandler(() => false);
    each.setDevicePermissionHandler(() => false);
    each.on('will-download', (event) => event.preventDefault());
    stayOffTheNetwork(each, developmentServer);
  }
  if (developmentServer) addDevelopmentPolicy(appSession(), developmentServer);
}

function stayOffTheNetwork(ours: Session, developmentServer: string | undefined): void {
  const host = developmentServer ? new URL(developmentServer).host : null;
  const urls = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'file://*/*'];
  ours.webRequest.onBeforeRequest({ urls }, ({ url }, answer) => {
    answer({ cancel: new URL(url).host !== host });
  });
}

function addDevelopmentPolicy(ours: Session, server: string): void {
  const policy = developmentContentPolicy(server);
  ours.webRequest.onHeadersReceived({ urls: [`${new URL(server).origin}/*`] }, (details, answer) => {
    answer({ responseHeaders: { ...details.responseHeaders, 'Content-Security-Policy': [policy] } });
  });
}
