/** The reader's own engine; pdf.js ships no types for it and only asks that the module be there. */
declare module 'pdfjs-dist/legacy/build/pdf.worker.mjs' {
  export const WorkerMessageHandler: unknown;
}
