import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest';
import { openPaperDesk, type PaperDesk } from './desk/paper-desk.ts';
import { openPrintServer, type PrintServer, type QueuedJob } from './print-server.ts';
import { readPdf, shadesOf } from './read-pdf.ts';
import { orderJob, orderOf, returnJob, sampleOrder, sampleReturn } from './samples.ts';

let server: PrintServer;
let desk: PaperDesk;
let before = 0;

/** The next job that reaches the queue, and no second one with it. */
async function arrived(): Promise<QueuedJob> {
  const jobs = await server.jobs(before + 1);
  expect(jobs).toHaveLength(before + 1);
  before = jobs.length;
  return jobs.at(-1)!;
}

// Where there is no print server of this kind there is no queue to look into; the window prints by the system's own.
describe.runIf(process.platform === 'linux')('printing on a real queue', () => {
  beforeAll(async () => {
    server = await openPrintServer();
    desk = await openPaperDesk(inject('paperApp'), server.env);
  });

  afterAll(async () => {
    await desk.close();
    await server.close();
  });

  it('lists the computer’s printers', async () => {
    const answer = await desk.ask({ do: 'printers' });
    expect(answer).toMatchObject({ ok: true });
    const listed = answer.ok ? (answer.data as { device: string; name: string; isDefault: boolean }[]) : [];
    expect(listed.map((printer) => printer.device).sort()).toEqual([...server.printers].sort());
    for (const printer of listed) expect(printer.name).not.toBe('');
  });

  it('prints an order on the chosen printer: the PDF’s pages, numbers and copies', async () => {
    const job = orderJob(orderOf(60, { mark: 'copy' }));
    const answer = await desk.ask({ do: 'print', job, to: { device: 'Back_office', copies: 3 } });
    expect(answer).toMatchObject({ ok: true });
    const queued = await arrived();
    expect(queued.printer).toBe('Back_office');
    expect(queued.copies).toBe(3);
    expect(queued.title).toBe('Purchase order 4001873, version 1, copy');
    const paper = await readPdf(queued.pdf);
    const pdf = await readPdf(await desk.pdf(job));
    expect(paper.pages.map((page) => page.lines)).toEqual(pdf.pages.map((page) => page.lines));
    expect(paper.pages).toHaveLength(4);
    for (const page of paper.pages) expect([page.width, page.height].map(Math.round)).toEqual([595, 842]);
    expect(paper.pages.at(-1)!.lines.at(-1)).toContain('Page 4 of 4');
  });

  it('prints a return across the sheet', async () => {
    const job = returnJob(sampleReturn());
    expect(await desk.ask({ do: 'print', job, to: { device: 'Front_desk', copies: 1 } })).toMatchObject({
      ok: true,
    });
    const queued = await arrived();
    expect(queued.printer).toBe('Front_desk');
    expect(queued.copies).toBe(1);
    const paper = await readPdf(queued.pdf);
    const pdf = await readPdf(await desk.pdf(job));
    expect(paper.pages.map((page) => page.lines)).toEqual(pdf.pages.map((page) => page.lines));
    for (const page of paper.pages) expect([page.width, page.height].map(Math.round)).toEqual([842, 595]);
  });

  it('prints a stored PDF as it stands, every page of it', async () => {
    const pdf = await desk.pdf(orderJob(orderOf(20)));
    const answer = await desk.ask({
      do: 'print-pdf',
      title: 'Purchase order 4001873',
      pdf: Buffer.from(pdf).toString('base64'),
      to: { device: 'Front_desk', copies: 2 },
    });
    expect(answer).toMatchObject({ ok: true });
    const queued = await arrived();
    expect(queued.copies).toBe(2);
    expect(queued.title).toBe('Purchase order 4001873');
    expect((await readPdf(queued.pdf)).pages).toHaveLength(2);
    for (const page of [1, 2]) {
      const [stored, printed] = [await shadesOf(pdf, page, 40), await shadesOf(queued.pdf, page, 40)];
      expect(printed).toHaveLength(stored.length);
      const furthest = Math.max(...stored.map((shade, index) => Math.abs(shade - (printed[index] ?? 1))));
      expect(Math.max(...stored)).toBeGreaterThan(0.2);
      expect(furthest).toBeLessThan(0.06);
    }
  });

  it('refuses a printer that is not there, in words, and sends nothing', async () => {
    const to = { device: 'Gone', copies: 1 };
    expect(await desk.ask({ do: 'print', job: orderJob(sampleOrder()), to })).toMatchObject({
      ok: false,
      problem: {
        code: 'printing_failed',
        field: 'device',
        message:
          'There is no printer called Gone on this computer now. Nothing was printed. Choose another printer.',
      },
    });
    expect(await server.jobs(before)).toHaveLength(before);
  });

  it.each([0, 1.5, 100])('refuses %s copies', async (copies) => {
    const to = { device: 'Front_desk', copies };
    expect(await desk.ask({ do: 'print', job: orderJob(sampleOrder()), to })).toMatchObject({
      ok: false,
      problem: { code: 'invalid', field: 'copies' },
    });
    expect(await server.jobs(before)).toHaveLength(before);
  });

  it('says that a broken PDF could not be printed', async () => {
    const answer = await desk.ask({
      do: 'print-pdf',
      title: 'Broken',
      pdf: Buffer.from('%PDF-1.4 no more').toString('base64'),
      to: { device: 'Front_desk', copies: 1 },
    });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'printing_failed' } });
    expect(await server.jobs(before)).toHaveLength(before);
  });
});
