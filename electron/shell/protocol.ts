import { protocol, type Session } from 'electron';
import { readFile } from 'node:fs/promises';
import { PAGE_HEADERS } from './content-policy.ts';
import { APP_SCHEME } from './origin.ts';
import { pageFile } from './page-files.ts';

/** Makes `app:` behave like `https:` for the window's pages. Only works before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    {
      scheme: APP_SCHEME,
      privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
    },
  ]);
}

/** Serves the built pages under `app://desk/`, to this session, from this folder and nowhere else. */
export function servePages(session: Session, folder: string): void {
  session.protocol.handle(APP_SCHEME, async ({ url, method }) => {
    const found = method === 'GET' ? pageFile(folder, url) : null;
    if (!found) return new Response(null, { status: 404, headers: PAGE_HEADERS });
    try {
      const body = new Uint8Array(await readFile(found.file));
      return new Response(body, { headers: { ...PAGE_HEADERS, 'Content-Type': found.type } });
    } catch {
      return new Response(null, { status: 404, headers: PAGE_HEADERS });
    }
  });
}
