export { runPaperMode } from './paper-mode.ts';
export { renderPdf } from './pdf.ts';
export { printers, printJob } from './printer.ts';
