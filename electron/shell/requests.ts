import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { randomBytes } from 'node:crypto';
import {
  isShellRequest,
  shellRequests,
  type ShellInput,
  type ShellOutput,
  type ShellRequest,
} from '#shared/contract/shell.ts';
import { isBearable } from '#shared/contract/wire-limits.ts';
import { OfficeProblem, type Problem, type Result } from '#shared/problems.ts';
import { shellLog } from './log.ts';
import { originOf } from './origin.ts';

/** One function for each request; it may throw an `OfficeProblem`. */
export type ShellHandlers = {
  [N in ShellRequest]: (input: ShellInput<N>) => ShellOutput<N> | Promise<ShellOutput<N>>;
};

/**
 * Answers the window's requests: only the main window's own page is heard, only names on the list, only
 * inputs of the right shape. Every answer is a `Result`.
 */
export function answerRequests(handlers: ShellHandlers, contents: WebContents, ours: string): void {
  ipcMain.handle('shell', (event, name: unknown, input: unknown): Promise<Result<unknown>> => {
    if (!isFrom(event, contents, ours)) return Promise.resolve(refusal('not_allowed'));
    if (!isShellRequest(name)) return Promise.resolve(refusal('unknown_operation'));
    return answer(handlers, name, input);
  });
}

/** Whether a message comes from the main frame of this window while it shows our own page. */
export function isFrom(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  contents: WebContents,
  ours: string,
): boolean {
  const frame = event.senderFrame;
  return event.sender === contents && frame === contents.mainFrame && originOf(frame.url) === ours;
}

async function answer(handlers: ShellHandlers, name: ShellRequest, input: unknown): Promise<Result<unknown>> {
  if (!isBearable(input)) return refusal('wrong_shape');
  const parsed = shellRequests[name].input.safeParse(input);
  if (!parsed.success) return refusal('wrong_shape');
  // The schema of this name has just accepted it for this name's handler.
  const handler = handlers[name] as (input: unknown) => unknown;
  try {
    return { ok: true, data: await handler(parsed.data) };
  } catch (error) {
    if (error instanceof OfficeProblem) return { ok: false, problem: error.problem };
    return { ok: false, problem: unexpected(name, error) };
  }
}

function refusal(code: 'not_allowed' | 'unknown_operation' | 'wrong_shape'): Result<never> {
  shellLog.error(`request refused: ${code}`);
  return {
    ok: false,
    problem: { code, message: 'The window asked for something it may not. Nothing was done.' },
  };
}

/** The error's kind goes to the log, its text does not: it may quote what somebody typed. */
function unexpected(name: ShellRequest, error: unknown): Problem {
  const reference = randomBytes(4).toString('hex');
  const kind = error instanceof Error ? error.name : typeof error;
  shellLog.error(`${reference} ${name} failed: ${kind}`);
  return {
    code: 'internal',
    message: `Something in Trust Desk went wrong. Try again; if it comes back, give your IT support the reference ${reference}.`,
    reference,
  };
}
