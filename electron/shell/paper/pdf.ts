import type { PaperJob } from '#shared/contract/papers.ts';
import { withPaperWindow } from './paper-window.ts';

/**
 * The document as a tagged A4 PDF: title, language, outline and fonts inside. The page numbers are part of the
 * sheets themselves, because Chromium before 131 has no margin boxes and its footer template has neither the
 * document's font nor a place in the preview.
 *
 * @throws OfficeProblem `printing_failed` when it could not be made.
 */
export function renderPdf(job: PaperJob): Promise<Buffer> {
  return withPaperWindow(job, (contents, sheets) =>
    contents.printToPDF({
      // Set here too: Chromium's own default is Letter.
      pageSize: 'A4',
      landscape: sheets.landscape,
      preferCSSPageSize: true,
      printBackground: true,
      margins: { top: 0, bottom: 0, left: 0, right: 0 },
      generateTaggedPDF: true,
      generateDocumentOutline: true,
    }),
  );
}
