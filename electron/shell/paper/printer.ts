import { BrowserWindow, type WebContents } from 'electron';
import { OfficeProblem } from '#shared/problems.ts';
import type { PaperJob } from '#shared/contract/papers.ts';
import type { Printer } from '#shared/contract/shell.ts';
import { withPaperWindow, type PaperTask, type Sheets } from './paper-window.ts';

/** A finished PDF to print as it stands; the title names it in the printer's queue and holds no child's name. */
type FinishedPdf = { title: string; pdf: Uint8Array };

/** Where to print, and how many. */
type PrintTo = { device: string; copies: number };

const MOST_COPIES = 99;

/** The computer's printers, the default one first. */
export async function printers(): Promise<Printer[]> {
  const window = new BrowserWindow({ show: false, frame: false, webPreferences: { sandbox: true } });
  try {
    const found = await window.webContents.getPrintersAsync();
    const list = found.map((printer) => ({
      device: printer.name,
      name: printer.displayName === '' ? printer.name : printer.displayName,
      isDefault:
        Reflect.get(printer, 'isDefault') === true ||
        Reflect.get(printer.options ?? {}, 'printer-is-default') === 'true',
    }));
    return list.sort(
      (a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name, 'en-GB'),
    );
  } finally {
    window.destroy();
  }
}

function send(contents: WebContents, sheets: Sheets, to: PrintTo): Promise<void> {
  return new Promise((resolve, reject) => {
    const options = {
      silent: true,
      deviceName: to.device,
      copies: to.copies,
      pageSize: 'A4',
      landscape: sheets.landscape,
      // The sheet holds its own margins, head and foot, all inside what a printer can reach.
      margins: { marginType: 'none' },
      printBackground: true,
      collate: true,
    } as const;
    contents.print(options, (printed, reason) => {
      if (printed) resolve();
      else reject(refused(to.device, reason));
    });
  });
}

function refused(device: string, reason: string): OfficeProblem {
  const problem = new OfficeProblem(
    'printing_failed',
    `The printer ${device} did not take the document. The document is kept. Check that the printer is on and connected, or choose another, and print again.`,
  );
  problem.cause = reason;
  return problem;
}

function asTask(what: PaperJob | FinishedPdf): PaperTask {
  return 'pdf' in what ? { document: 'finished-pdf', ...what } : what;
}

/**
 * Prints a job, or a finished PDF, on a real printer without asking. A job's sheets are printed from the same page
 * that its PDF is made of, so head, foot and page numbers are the PDF's own; a stored PDF is drawn page by page
 * and printed as it stands. Resolves when the computer's print queue has taken the whole document.
 *
 * @throws OfficeProblem `printing_failed` when there is no such printer or it refused, `invalid` for a wrong
 * number of copies (1 to 99).
 */
export async function printJob(what: PaperJob | FinishedPdf, to: PrintTo): Promise<void> {
  if (!Number.isInteger(to.copies) || to.copies < 1 || to.copies > MOST_COPIES) {
    throw new OfficeProblem(
      'invalid',
      `Copies must be a number from 1 to ${MOST_COPIES}. Nothing was printed.`,
      {
        field: 'copies',
      },
    );
  }
  const known = await printers();
  // Chromium would quietly fall back to another printer.
  if (!known.some((printer) => printer.device === to.device)) {
    throw new OfficeProblem(
      'printing_failed',
      `There is no printer called ${to.device} on this computer now. Nothing was printed. Choose another printer.`,
      { field: 'device' },
    );
  }
  await withPaperWindow(asTask(what), (contents, sheets) => send(contents, sheets, to));
}
