import { join } from 'node:path';
import { app, BrowserWindow, type WebContents } from 'electron';
import type { PaperJob } from '#shared/contract/papers.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { pageOrigin } from '../origin.ts';
import { appSession } from '../session.ts';

/** What the paper window can be given: a job to lay out, or a finished PDF to print as it stands. */
export type PaperTask = PaperJob | { document: 'finished-pdf'; title: string; pdf: Uint8Array };

/** How the window's sheets lie. */
export type Sheets = { landscape: boolean };

/** Longest time a document may take from the window's opening to the last byte, in milliseconds. */
const TIME_LIMIT = 90_000;

/** The problem to show when a document could not be made. `reason` is for the log and holds nothing of the document. */
export function paperProblem(reason: string): OfficeProblem {
  const problem = new OfficeProblem(
    'printing_failed',
    'The document could not be made. Nothing was printed and nothing has changed. Try again; if it happens again, restart Trust Desk.',
  );
  problem.cause = reason;
  return problem;
}

/** The paper page, from the app itself or, while developing only, from the development server. */
function pageAddress(): string {
  return `${pageOrigin(app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL'])}/paper.html`;
}

/** Like every page of the app it may neither move nor open another: see `guardEveryPage`. */
function openWindow(): BrowserWindow {
  const window = new BrowserWindow({
    show: false,
    // Without a frame it also opens where there is no display at all (`--ozone-platform=headless`).
    frame: false,
    webPreferences: {
      session: appSession(),
      preload: join(app.getAppPath(), 'out', 'preload', 'paper.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      devTools: false,
      spellcheck: false,
      // A hidden window's timers are slowed down otherwise.
      backgroundThrottling: false,
    },
  });
  return window;
}

/** Hands the task over when the page asks for it and waits until it says ready. */
function sheetsReady(contents: WebContents, task: PaperTask): Promise<Sheets> {
  return new Promise((resolve, reject) => {
    contents.ipc.handleOnce('paper:take', () => task);
    contents.ipc.once('paper:ready', (_event, sheets: unknown) => {
      const landscape =
        typeof sheets === 'object' && sheets !== null && 'landscape' in sheets && sheets.landscape === true;
      resolve({ landscape });
    });
    contents.ipc.once('paper:failed', (_event, message: unknown) => reject(paperProblem(String(message))));
    contents.once('render-process-gone', (_event, details) =>
      reject(paperProblem(`window ${details.reason}`)),
    );
    contents.once('preload-error', (_event, _path, error) =>
      reject(paperProblem(`bridge: ${error.message}`)),
    );
    contents.loadURL(pageAddress()).catch((error: unknown) => reject(paperProblem(String(error))));
  });
}

function timeLimit(): { passed: Promise<never>; stop: () => void } {
  let timer: NodeJS.Timeout | undefined;
  const passed = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(paperProblem('out of time')), TIME_LIMIT);
  });
  return { passed, stop: () => clearTimeout(timer) };
}

/**
 * Lays a task out in a hidden, sandboxed window of its own, does `use` with the finished sheets, and destroys
 * the window whatever happens.
 *
 * @throws OfficeProblem `printing_failed` when the page fails or the time limit passes.
 */
export async function withPaperWindow<T>(
  task: PaperTask,
  use: (contents: WebContents, sheets: Sheets) => Promise<T>,
): Promise<T> {
  const window = openWindow();
  const limit = timeLimit();
  try {
    const work = sheetsReady(window.webContents, task).then((sheets) => use(window.webContents, sheets));
    return await Promise.race([work, limit.passed]);
  } catch (error) {
    throw error instanceof OfficeProblem ? error : paperProblem(String(error));
  } finally {
    limit.stop();
    window.destroy();
  }
}
