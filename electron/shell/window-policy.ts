import type { App, WebContents } from 'electron';
import { mayNavigate } from './origin.ts';

/**
 * Holds for every page the app ever opens, the hidden ones included: it stays where it was put, opens no
 * window, embeds nothing. A page that could be led elsewhere would hand the office to a stranger.
 */
export function guardEveryPage(app: App, ours: string): void {
  app.on('web-contents-created', (_event, contents) => guard(contents, ours));
}

function guard(contents: WebContents, ours: string): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame || !mayNavigate(contents.getURL(), event.url, ours)) event.preventDefault();
  });
}
