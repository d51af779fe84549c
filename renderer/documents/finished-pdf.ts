import type { PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';

/** Dots for each inch of paper, so fine that no office printer shows the difference. */
const FINEST_DPI = 400;

/** Dots held in memory at once (four bytes each): a document of more than seven pages is drawn a little coarser. */
const MOST_DOTS = 110_000_000;

const POINTS_AN_INCH = 72;
const DOTS_A_SHEET_INCH = (210 / 25.4) * (297 / 25.4);

/**
 * Draws a finished PDF page by page as pictures, to be printed exactly as it was stored. Chromium's own viewer can
 * print a PDF, but it reports success for a blank sheet when asked too early and, in some versions, never answers;
 * pictures on an ordinary page can be waited for, and the printing reports truly.
 *
 * @returns whether the sheets lie across.
 * @throws when the bytes are no PDF or a page cannot be drawn.
 */
export async function drawFinishedPdf(pdf: Uint8Array, root: HTMLElement): Promise<{ landscape: boolean }> {
  const { getDocument } = await pdfReader();
  const loading = getDocument({ data: pdf, disableFontFace: true, useWorkerFetch: false });
  const pages = await loading.promise;
  const scale = dpiFor(pages) / POINTS_AN_INCH;
  for (let number = 1; number <= pages.numPages; number += 1) {
    root.append(await draw(await pages.getPage(number), scale));
  }
  const first = (await pages.getPage(1)).getViewport({ scale: 1 });
  const landscape = first.width > first.height;
  root.className = landscape ? 'paper--landscape' : 'paper--portrait';
  await loading.destroy();
  return { landscape };
}

function dpiFor(pages: PDFDocumentProxy): number {
  return Math.min(FINEST_DPI, Math.sqrt(MOST_DOTS / (pages.numPages * DOTS_A_SHEET_INCH)));
}

/** The reader runs in this window itself, which is hidden and has nothing else to do. */
async function pdfReader(): Promise<typeof import('pdfjs-dist')> {
  const [reader, worker] = await Promise.all([
    import('pdfjs-dist/legacy/build/pdf.mjs'),
    import('pdfjs-dist/legacy/build/pdf.worker.mjs'),
  ]);
  Object.assign(globalThis, { pdfjsWorker: worker });
  return reader;
}

async function draw(page: PDFPageProxy, scale: number): Promise<HTMLCanvasElement> {
  const viewport = page.getViewport({ scale });
  const canvas = document.createElement('canvas');
  canvas.className = 'paper-scan';
  canvas.width = Math.ceil(viewport.width);
  canvas.height = Math.ceil(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  page.cleanup();
  return canvas;
}
