import type { z } from 'zod';
import { contract, isOperation, type OperationName } from '#shared/contract/index.ts';
import { OfficeProblem, type Problem, type Result } from '#shared/problems.ts';
import { auditChange, auditReading, auditRefusal, isRefusal } from './access/auditing.ts';
import { refreshSession } from './access/session.ts';
import { openedBy } from './children/openings.queries.ts';
import { notSignedIn } from './common-problems.ts';
import type { Context, Note, SignedIn } from './context.ts';
import { type Db, watchReading } from './database/driver.ts';
import type { Desk } from './desk.ts';
import { handlers } from './handlers.ts';
import { toProblem } from './problems.ts';

/** How the caller hears of progress and stops a long job. */
export type CallOptions = {
  onProgress?: (done: number, total: number, label: string) => void;
  signal?: AbortSignal;
  onChanged?: (features: string[]) => void;
};

/**
 * The one way in: parse → who → may they → run → audit → answer. Never throws; every answer is a `Result`.
 * A writing operation is one transaction together with its line in the audit trail.
 */
export async function call(
  desk: Desk,
  name: string,
  input: unknown,
  options: CallOptions = {},
): Promise<Result<unknown>> {
  try {
    if (!isOperation(name))
      throw new OfficeProblem(
        'unknown_operation',
        'Trust Desk does not know what was asked. Nothing was changed. Close the window and start Trust Desk again.',
      );
    const entry = contract[name];
    const parsed = parse(entry.input, input);
    await refreshSession(desk);
    const person = await admit(desk, name, parsed);
    const data = await run(desk, name, parsed, person, options);
    if (entry.changes) options.onChanged?.(entry.changes);
    return { ok: true, data: entry.output.parse(data) };
  } catch (error) {
    return { ok: false, problem: toProblem(error, desk.log, isOperation(name) ? name : 'unknown') };
  }
}

/** Checks the shape; names each field that does not fit, never what was in it. */
function parse(schema: z.ZodType, input: unknown): unknown {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  const details = result.error.issues.slice(0, 30).map((issue) => ({
    message:
      issue.message.startsWith('Invalid') ||
      issue.message.startsWith('Too') ||
      issue.message.startsWith('Unrecog')
        ? 'This does not have the shape that is needed: look at it and enter it again.'
        : issue.message,
    field: issue.path.join('.'),
  }));
  const first = details[0];
  const problem: Omit<Problem, 'code' | 'message'> = { details };
  if (first?.field) problem.field = first.field;
  throw new OfficeProblem(
    'wrong_shape',
    `Nothing was saved. ${first?.message ?? 'Look at what was entered.'}`,
    problem,
  );
}

/** Who is asking, and may they; a refusal is written to the audit trail. */
async function admit(desk: Desk, name: OperationName, input: unknown): Promise<SignedIn | null> {
  const { permission } = contract[name];
  if (permission === 'anyone') return desk.person;
  const person = desk.person;
  if (!person) throw notSignedIn();
  if (permission === 'signed_in' || person.permissions.has(permission)) return person;
  await auditRefusal(desk, person, name, input, []);
  throw new OfficeProblem(
    'not_allowed',
    'Your role does not let you do this. Nothing was changed. Ask whoever manages people in your office.',
  );
}

async function run(
  desk: Desk,
  name: OperationName,
  input: unknown,
  person: SignedIn | null,
  options: CallOptions,
): Promise<unknown> {
  const entry = contract[name];
  const handle = handlers[name] as (context: Context, input: unknown) => Promise<unknown>;
  if (entry.ownTransaction || !person) return handle(makeContext(desk, person, null, [], options), input);
  const notes: Note[] = [];
  const open = desk.opened();
  try {
    if (entry.writes)
      return await open.writer.transaction(async () => {
        const result = await handle(makeContext(desk, person, open.writerDb, notes, options), input);
        await auditChange(desk, person, name, input, result, notes);
        return result;
      });
    const opened = await openedBy(open.readerDb, person.id, desk.now());
    const reader = opened.length > 0 ? { ...person, opened } : person;
    const read = await watchReading(() =>
      handle(makeContext(desk, reader, open.readerDb, notes, options), input),
    );
    await auditReading(desk, person, name, { input, ...read });
    return read.result;
  } catch (error) {
    if (isRefusal(name, error, notes)) await auditRefusal(desk, person, name, input, notes);
    throw error;
  }
}

function makeContext(
  desk: Desk,
  person: SignedIn | null,
  db: Db | null,
  notes: Note[],
  options: CallOptions,
): Context {
  return {
    get db(): Db {
      if (!db) throw new Error('This operation has no transaction of its own.');
      return db;
    },
    get person(): SignedIn {
      if (!person) throw notSignedIn();
      return person;
    },
    today: desk.today(),
    now: desk.now(),
    note: (note) => notes.push(note),
    progress: (done, total, label) => reportProgress(done, total, label, options),
    filePath: (token, mode) => desk.tokens.path(token, mode),
    ask: call,
    desk,
  };
}

/** Lets messages in (a cancel among them) before going on. */
async function reportProgress(
  done: number,
  total: number,
  label: string,
  options: CallOptions,
): Promise<void> {
  options.onProgress?.(done, total, label);
  await new Promise((resolve) => setImmediate(resolve));
  if (options.signal?.aborted)
    throw new OfficeProblem('cancelled', 'Stopped, as asked. Nothing of it was kept.');
}
