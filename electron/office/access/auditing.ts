import { createHash } from 'node:crypto';
import { contract, type OperationName } from '#shared/contract/index.ts';
import { auditActionOf, type CaseKind, caseKinds } from '#shared/domain/audit.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Note, SignedIn } from '../context.ts';
import type { Desk } from '../desk.ts';
import { type LineToWrite, writeLine } from './audit.service.ts';
import { type Shown, shownIn } from './shown.ts';

/** The same records shown again to the same person within this time are one reading for the audit trail. */
const SAME_READING_MS = 5 * 60_000;
/** So many readings of one person are remembered; the others are written again, which harms nobody. */
const REMEMBERED = 500;

const actionOf = (name: OperationName) => auditActionOf(name, contract[name]) ?? 'update';

function ownKind(name: OperationName): CaseKind | null {
  const { shows } = contract[name];
  return caseKinds.find((kind) => kind === shows) ?? null;
}

/** The records that an answer shows; one that was asked for by its id is shown even if the answer has no id. */
function shownBy(name: OperationName, input: unknown, answer: unknown): Shown[] {
  const { shows } = contract[name];
  if (shows === undefined || shows === 'counts') return [];
  const kind = ownKind(name);
  const { id } = (input ?? {}) as { id?: unknown };
  const asked = kind && typeof id === 'number' ? { [kind]: { id } } : {};
  return shownIn([answer, asked], kind);
}

/** What was typed as the reason is kept with the body, never in the line itself. */
function reasonOf(input: unknown): string | undefined {
  const { reason } = (input ?? {}) as { reason?: unknown };
  return typeof reason === 'string' && reason !== '' ? reason : undefined;
}

function lineOf(name: OperationName, note: Note | undefined, rest: Partial<LineToWrite>): LineToWrite {
  const { reason, ...detail } = note?.detail ?? {};
  return {
    operation: name,
    action: actionOf(name),
    outcome: 'done',
    entity: note?.entity ?? '',
    entityId: note?.id ?? null,
    detail,
    ...(typeof reason === 'string' && reason !== '' ? { reason } : {}),
    ...rest,
  };
}

/** The case that a note names beside its record. */
function caseOf(note: Note | undefined): Shown[] {
  const { cafId, childId } = note?.detail ?? {};
  return [
    ...(typeof childId === 'number' ? [{ kind: 'child' as const, id: childId }] : []),
    ...(typeof cafId === 'number' ? [{ kind: 'caf' as const, id: cafId }] : []),
  ];
}

/** Writes the lines of a change, in its own transaction: one for each record it named, the first with all it changed. */
export async function auditChange(
  desk: Desk,
  person: SignedIn,
  name: OperationName,
  input: unknown,
  answer: unknown,
  notes: readonly Note[],
): Promise<void> {
  const reason = reasonOf(input);
  const first = { about: shownBy(name, input, answer), ...(reason ? { reason } : {}) };
  for (const [index, note] of (notes.length > 0 ? notes : [undefined]).entries()) {
    const about = [...caseOf(note), ...(index === 0 ? first.about : [])];
    await writeLine(
      desk,
      desk.opened(),
      person,
      lineOf(name, note, index === 0 ? { ...first, about } : { about }),
    );
  }
}

/** Whether what was thrown is a refusal that the trail keeps: of a person, or of a record that was named. */
export function isRefusal(name: OperationName, error: unknown, notes: readonly Note[]): boolean {
  if (!(error instanceof OfficeProblem)) return false;
  const { code } = error.problem;
  if (code === 'not_allowed') return true;
  const { writes, shows } = contract[name];
  if (writes && notes.length > 0) return true;
  return code === 'not_found' && (writes || shows !== undefined);
}

/** Writes that something was refused, with what was asked for. */
export async function auditRefusal(
  desk: Desk,
  person: SignedIn,
  name: OperationName,
  input: unknown,
  notes: readonly Note[],
): Promise<void> {
  if (!desk.open) return;
  const { open } = desk;
  const { id } = (input ?? {}) as { id?: unknown };
  const kind = ownKind(name);
  const asked: Note[] = kind && typeof id === 'number' ? [{ entity: kind, id }] : [];
  const told = notes.length > 0 ? notes : asked;
  await open.writer.transaction(async () => {
    for (const note of told.length > 0 ? told : [undefined])
      await writeLine(desk, open, person, lineOf(name, note, { outcome: 'refused' }));
  });
}

const readings = new WeakMap<SignedIn, Map<string, number>>();

/** Whether this person was shown exactly this a moment ago; remembers that they are now. */
function shownLately(person: SignedIn, name: OperationName, shown: readonly Shown[]): boolean {
  const seen = readings.get(person) ?? new Map<string, number>();
  readings.set(person, seen);
  const records = shown.map(({ kind, id }) => `${kind} ${id}`).join();
  const key = createHash('sha256').update(`${name} ${records}`).digest('base64');
  const last = seen.get(key);
  if (last !== undefined && Date.now() - last < SAME_READING_MS) return true;
  if (seen.size >= REMEMBERED) seen.clear();
  seen.set(key, Date.now());
  return false;
}

/**
 * Writes which case records a reading showed, before the answer is given. A reading that looked at case records though
 * its operation declares nothing of them is refused: it can be forgotten in the contract, never in the trail.
 */
export async function auditReading(
  desk: Desk,
  person: SignedIn,
  name: OperationName,
  { input, result, cases }: { input: unknown; result: unknown; cases: boolean },
): Promise<void> {
  const { shows } = contract[name];
  if (cases && shows === undefined)
    throw new Error(`The operation ${name} reads case records and its contract does not say what it shows.`);
  const shown = shownBy(name, input, result);
  if (shown.length === 0 || shownLately(person, name, shown)) return;
  const kind = ownKind(name);
  const only = shown.filter((one) => one.kind === kind);
  const named = only.length === 1 && isOne(result) ? only[0] : undefined;
  const line = lineOf(name, undefined, {
    outcome: 'read',
    about: shown,
    ...(named ? { entity: named.kind, entityId: named.id } : { detail: { shown: shown.length } }),
  });
  const open = desk.opened();
  const write = () => writeLine(desk, open, person, line);
  // A list's line outlives the program but does not hold up the list: it is on the disk with the next change.
  await (named ? open.writer.transaction(write) : open.writer.unhurried(write));
}

/** One record and no page of a list. */
function isOne(result: unknown): boolean {
  return typeof result === 'object' && result !== null && !('rows' in result);
}
