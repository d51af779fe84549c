import { createInterface } from 'node:readline';
import { join } from 'node:path';
import { app, BrowserWindow } from 'electron';
import { APP_ORIGIN } from '#electron/shell/origin.ts';
import { printers, printJob, renderPdf, runPaperMode } from '#electron/shell/paper/index.ts';
import { registerAppScheme } from '#electron/shell/protocol.ts';
import { appSession, prepareSessions } from '#electron/shell/session.ts';
import { guardEveryPage } from '#electron/shell/window-policy.ts';
import type { PaperJob } from '#shared/contract/papers.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Answer, Order } from './talk.ts';

/*
 * Electron with nothing but the paper in it: the same pages, bridge, guards and printing code as the desk's, told
 * what to do line by line.
 */
registerAppScheme();
guardEveryPage(app, APP_ORIGIN);
const prepared = app
  .whenReady()
  .then(() => prepareSessions(join(app.getAppPath(), 'out', 'renderer'), undefined));

async function preview(job: PaperJob, width: number): Promise<unknown> {
  const window = new BrowserWindow({
    show: false,
    useContentSize: true,
    width,
    height: 900,
    webPreferences: { session: appSession(), sandbox: true, backgroundThrottling: false },
  });
  try {
    await window.loadURL(`${APP_ORIGIN}/preview.html`);
    return await window.webContents.executeJavaScript(`window.show(${JSON.stringify(job)})`);
  } finally {
    window.destroy();
  }
}

async function obey(order: Order): Promise<unknown> {
  if (order.do === 'pdf') return (await renderPdf(order.job)).toString('base64');
  if (order.do === 'print') return printJob(order.job, order.to);
  if (order.do === 'printers') return printers();
  if (order.do === 'preview') return preview(order.job, order.width);
  return printJob({ title: order.title, pdf: Buffer.from(order.pdf, 'base64') }, order.to);
}

async function answer(line: string): Promise<void> {
  const { id, ...order } = JSON.parse(line) as Order & { id: number };
  const said: Answer = await obey(order).then(
    (data): Answer => ({ id, ok: true, data: data ?? null }),
    (error: unknown): Answer =>
      error instanceof OfficeProblem
        ? { id, ok: false, problem: error.problem, cause: typeof error.cause === 'string' ? error.cause : '' }
        : { id, ok: false, problem: { code: 'internal', message: String(error) }, cause: '' },
  );
  process.stdout.write(`\n@${JSON.stringify(said)}\n`);
}

function listen(): void {
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => void answer(line));
  lines.on('close', () => app.exit(0));
  process.stdout.write('\n@{"id":0,"ok":true,"data":"listening"}\n');
}

if (process.argv.includes('--paper')) {
  runPaperMode();
} else {
  app.on('window-all-closed', () => undefined);
  void prepared.then(listen);
}
