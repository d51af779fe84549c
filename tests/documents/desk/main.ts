import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { app, protocol } from 'electron';
import { PAGE_HEADERS } from '#electron/shell/content-policy.ts';
import { APP_SCHEME } from '#electron/shell/origin.ts';
import { pageFile } from '#electron/shell/page-files.ts';
import { runPaperMode } from '#electron/shell/paper/paper-mode.ts';
import { renderPdf } from '#electron/shell/paper/pdf.ts';
import { printers, printJob } from '#electron/shell/paper/printer.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Answer, Order } from './talk.ts';

/*
 * Electron with nothing but the paper in it: the same pages, bridge and printing code as the desk's, told what to
 * do line by line.
 */
protocol.registerSchemesAsPrivileged([
  { scheme: APP_SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

function serve(): void {
  const folder = join(app.getAppPath(), 'out', 'renderer');
  protocol.handle(APP_SCHEME, async (request) => {
    const page = pageFile(folder, request.url);
    if (page === null) return new Response(null, { status: 404 });
    const bytes = await readFile(page.file);
    return new Response(bytes, { headers: { ...PAGE_HEADERS, 'Content-Type': page.type } });
  });
}

async function obey(order: Order): Promise<unknown> {
  if (order.do === 'pdf') return (await renderPdf(order.job)).toString('base64');
  if (order.do === 'print') return printJob(order.job, order.to);
  if (order.do === 'printers') return printers();
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
  serve();
  const lines = createInterface({ input: process.stdin });
  lines.on('line', (line) => void answer(line));
  lines.on('close', () => app.exit(0));
  process.stdout.write('\n@{"id":0,"ok":true,"data":"listening"}\n');
}

if (process.argv.includes('--paper')) {
  void app.whenReady().then(serve);
  runPaperMode();
} else {
  app.on('window-all-closed', () => undefined);
  void app.whenReady().then(listen);
}
