import './app/zod.ts';
import { createRoot } from 'react-dom/client';
import { z } from 'zod';
import { paperJob } from '#shared/contract/papers.ts';
import { drawFinishedPdf } from './documents/finished-pdf.ts';
import { PaperDocument, paperTitle } from './documents/PaperDocument.tsx';
import './documents/paper-page.css';

/** How the sheets lie, for the printer's settings. */
type Sheets = { landscape: boolean };

declare global {
  interface Window {
    /** See electron/paper-preload.ts. */
    paper: {
      take: () => Promise<unknown>;
      ready: (sheets: Sheets) => void;
      failed: (message: string) => void;
    };
  }
}

/** A job to lay out, or a finished PDF to print as it stands. */
const task = z.union([
  paperJob,
  z.object({ document: z.literal('finished-pdf'), title: z.string(), pdf: z.instanceof(Uint8Array) }),
]);

/** Weights a sheet uses; without them it would be set in a stand-in font, with other widths. */
const WEIGHTS = [400, 600, 700];

const FACES = WEIGHTS.flatMap((weight) => [`${weight} 11pt "Inter Paper"`, `${weight} 11pt "Inter Figures"`]);

async function loadFonts(): Promise<void> {
  const loaded = await Promise.all(FACES.map((face) => document.fonts.load(face, 'A1')));
  if (loaded.some((faces) => faces.length === 0))
    throw new Error('The font of the paper could not be loaded.');
}

async function showJob(root: HTMLElement): Promise<Sheets> {
  const job = task.parse(await window.paper.take());
  if (job.document === 'finished-pdf') {
    document.title = job.title;
    return drawFinishedPdf(job.pdf, root);
  }
  document.title = paperTitle(job);
  await loadFonts();
  await new Promise<void>((resolve, reject) => {
    createRoot(root, { onUncaughtError: reject }).render(<PaperDocument job={job} onSet={resolve} />);
  });
  return { landscape: job.document === 'quarterly-return' };
}

const root = document.getElementById('paper');
if (root === null) window.paper.failed('The page has no place for the document.');
else {
  showJob(root).then(
    (sheets) => window.paper.ready(sheets),
    // Only what kind of fault it was: a value in the document must never reach a log.
    (error: unknown) =>
      window.paper.failed(error instanceof z.ZodError ? 'The job has the wrong shape.' : String(error)),
  );
}
