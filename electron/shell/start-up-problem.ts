import { app, dialog } from 'electron';
import { errorCode } from './error-code.ts';
import { shellLog } from './log.ts';

/** Why the app cannot go on, as code for the log and as words for the person. */
export type StartUpProblem = { code: string; title: string; message: string };

/** The data folder cannot be written to. */
export function folderProblem(folder: string, error: unknown): StartUpProblem {
  const code = errorCode(error);
  const reason =
    code === 'ENOSPC'
      ? 'The disk is full.'
      : code === 'EROFS'
        ? 'The disk can only be read.'
        : 'This account may not write there.';
  return {
    code: `folder ${code}`,
    title: 'Trust Desk cannot save in its data folder',
    message:
      `${reason} The folder is ${folder}.\n\n` +
      'Nothing was changed. Make room or ask your IT support for the right to write there, then start Trust Desk again.',
  };
}

/** The office process stops each time it is started. */
export function officeProblem(logs: string): StartUpProblem {
  return {
    code: 'office keeps stopping',
    title: 'Trust Desk has to close',
    message:
      'The part of Trust Desk that keeps the records stopped several times in a row. ' +
      'What was saved before is kept.\n\n' +
      `Start Trust Desk again. If this comes back, give your IT support the folder ${logs}.`,
  };
}

/** The window's own page is not there: the installation is damaged. */
export function pageProblem(): StartUpProblem {
  return {
    code: 'page missing',
    title: 'Trust Desk could not open its window',
    message:
      'A part of the installation is missing or damaged. The records are kept apart from it and were not touched.\n\n' +
      'Install Trust Desk again, then start it.',
  };
}

/** Something nobody thought of. */
function unexpectedProblem(): StartUpProblem {
  return {
    code: 'unexpected',
    title: 'Trust Desk has to close',
    message:
      'Something in Trust Desk went wrong. What was saved is kept; what was typed and not saved may be lost.\n\n' +
      'Start Trust Desk again. If this comes back, tell your IT support.',
  };
}

/**
 * Ends the app in words when something fails that nobody handled, instead of going on in a state that nobody
 * knows. The log gets the error's kind and where it happened, not its text, which may quote what was typed.
 */
export function endOnUnexpectedErrors(): void {
  process.on('uncaughtException', endAfter);
  process.on('unhandledRejection', endAfter);
}

function endAfter(error: unknown): void {
  const where = error instanceof Error ? `${error.name} ${codeLines(error)}` : typeof error;
  shellLog.error(`unexpected: ${where}`);
  stopWith(unexpectedProblem());
}

function codeLines({ stack = '' }: Error): string {
  const lines = stack.split('\n').filter((line) => /^\s+at /.test(line));
  return lines.slice(0, 5).join(' ').replaceAll(/\s+/g, ' ');
}

let isEnding = false;

/** Shows the problem, writes its code to the log and ends the app with exit code 1. Only the first one counts. */
export function stopWith(problem: StartUpProblem): void {
  if (isEnding) return;
  isEnding = true;
  shellLog.error(`stopped: ${problem.code}`);
  dialog.showErrorBox(problem.title, problem.message);
  app.exit(1);
}
