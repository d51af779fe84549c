import { createReadStream, writeSync } from 'node:fs';
import { join } from 'node:path';
import { app } from 'electron';
import { paperJob, type PaperJob } from '#shared/contract/papers.ts';
import { OfficeProblem, type Problem } from '#shared/problems.ts';
import { renderPdf } from './pdf.ts';

/** Chromium that is told to end within moments of its start can hang instead; in milliseconds. */
const SETTLING = 300;

/** Reads by file number: Electron's own `process.stdin` is always empty on Windows. */
async function readInput(): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of createReadStream('', { fd: 0, autoClose: false })) parts.push(Buffer.from(part));
  return Buffer.concat(parts).toString('utf8');
}

function writeAll(fd: number, bytes: Uint8Array): void {
  let at = 0;
  while (at < bytes.length) {
    try {
      at += writeSync(fd, bytes, at);
    } catch (error) {
      // A full pipe that does not block: the reader is slower than we are.
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}

function readJob(text: string): PaperJob {
  try {
    return paperJob.parse(JSON.parse(text));
  } catch {
    throw new OfficeProblem(
      'wrong_shape',
      'The data on standard input is not a document that can be laid out.',
    );
  }
}

function problemOf(error: unknown): Problem {
  if (error instanceof OfficeProblem) return error.problem;
  return { code: 'printing_failed', message: 'The PDF could not be made. Nothing has changed.' };
}

async function makePdf(): Promise<void> {
  // First: an exit asked for earlier could wait for ever.
  await app.whenReady();
  const job = readJob(await readInput());
  writeAll(1, await renderPdf(job));
}

/**
 * Electron as a maker of PDFs for the terminal (`electron . --paper`): reads one `PaperJob` as JSON from standard
 * input, writes the PDF to standard output and exits with 0; otherwise one line `{"problem":…}` on standard
 * error and exit 1. Opens no window that can be seen, takes no single-instance lock and uses a profile of its own,
 * so that it runs beside the desk. Without a display start it with `--ozone-platform=headless`.
 *
 * Call it before Electron is ready, with the app's protocol registered, and start nothing else.
 */
export function runPaperMode(): void {
  app.setPath('userData', join(app.getPath('userData'), 'paper'));
  app.disableHardwareAcceleration();
  // The paper window is the only one: closing it must not end the program before the PDF is written.
  app.on('window-all-closed', () => undefined);
  makePdf().then(
    () => app.exit(0),
    (error: unknown) => {
      writeAll(2, Buffer.from(`${JSON.stringify({ problem: problemOf(error) })}\n`));
      setTimeout(() => app.exit(1), SETTLING);
    },
  );
}
