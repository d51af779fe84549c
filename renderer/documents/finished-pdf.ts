/** Dots for each inch of paper: office laser printers' own resolution, or half of it; letters stay sharp. */
const PRINT_DPI = 300;

const POINTS_AN_INCH = 72;

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
  let landscape = false;
  for (let number = 1; number <= pages.numPages; number += 1) {
    const page = await pages.getPage(number);
    const life = page.getViewport({ scale: 1 });
    if (number === 1) landscape = life.width > life.height;
    const viewport = page.getViewport({ scale: PRINT_DPI / POINTS_AN_INCH });
    const canvas = document.createElement('canvas');
    canvas.width = Math.ceil(viewport.width);
    canvas.height = Math.ceil(viewport.height);
    await page.render({ canvas, viewport, intent: 'print' }).promise;
    root.append(await picture(canvas));
    page.cleanup();
  }
  root.className = landscape ? 'paper--landscape' : 'paper--portrait';
  await loading.destroy();
  return { landscape };
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

async function picture(canvas: HTMLCanvasElement): Promise<HTMLImageElement> {
  const blob = await new Promise<Blob | null>((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) throw new Error('A page could not be drawn.');
  const image = document.createElement('img');
  image.className = 'paper-scan';
  image.alt = '';
  image.src = URL.createObjectURL(blob);
  await image.decode();
  return image;
}
