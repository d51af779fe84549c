import { secondsBack } from '#shared/domain/audit.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { SignedIn } from '../context.ts';
import { type Change, type Changes, takeChanges } from '../database/changes.ts';
import type { Desk, OpenOffice } from '../desk.ts';
import { appendAudit, type AuditBody, type AuditLine, lastMoment } from './audit.queries.ts';

export type { AuditBody };

/** A line as a use case gives it; who, with which roles, when and where are added. */
export type LineToWrite = Omit<AuditLine, 'at' | 'personId' | 'roles' | 'body'> & {
  reason?: string;
};

const idOf = (row: Record<string, unknown> | null) => (typeof row?.id === 'number' ? row.id : null);

/** Of a changed row the fields that changed; of a new or removed one all of them. */
function fieldsOf({ table, before, after }: Change): NonNullable<AuditBody['changes']>[number] {
  const id = idOf(after) ?? idOf(before);
  if (!before || !after) return { table, id, before, after };
  const changed = Object.keys(after).filter((field) => after[field] !== before[field]);
  const only = (row: Record<string, unknown>) =>
    Object.fromEntries(changed.map((field) => [field, row[field]]));
  return { table, id, before: only(before), after: only(after) };
}

const linkColumns = { child_id: 'child', caf_id: 'caf', order_id: 'order', person_id: 'person' } as const;
const ownTables: Record<string, string> = {
  children: 'child',
  cafs: 'caf',
  orders: 'order',
  people: 'person',
};

/** The records that changed rows belong to, by the columns that name them. */
function touchedBy(changes: Changes): { kind: string; id: number }[] {
  return changes.rows.flatMap(({ table, before, after }) => {
    const row = after ?? before ?? {};
    const own = ownTables[table];
    const linked = Object.entries(linkColumns).flatMap(([column, kind]) =>
      typeof row[column] === 'number' ? [{ kind, id: row[column] }] : [],
    );
    return own && typeof row.id === 'number' ? [{ kind: own, id: row.id }, ...linked] : linked;
  });
}

function bodyOf(reason: string | undefined, changes: Changes): AuditBody | null {
  const body: AuditBody = {};
  if (reason) body.reason = reason;
  const rows = changes.rows
    .map(fieldsOf)
    .filter((row) => row.after === null || Object.keys(row.after).length > 0);
  if (rows.length > 0) body.changes = rows;
  if (Object.keys(changes.counts).length > 0) body.counts = changes.counts;
  return Object.keys(body).length > 0 ? body : null;
}

/**
 * Writes a line with all that this transaction changed since the last one. Call inside the writer's transaction.
 * `person` is null for what nobody who is signed in did.
 */
export async function writeLine(
  desk: Desk,
  open: OpenOffice,
  person: SignedIn | null,
  { reason, ...line }: LineToWrite,
): Promise<void> {
  const changes = await takeChanges(open.writerDb);
  await appendAudit(open.writerDb, {
    ...line,
    at: desk.now(),
    personId: person?.id ?? null,
    roles: person?.roles ?? [],
    clockIsOwn: open.practiceDay === null,
    about: [...(line.about ?? []), ...touchedBy(changes)],
    body: bodyOf(reason, changes),
  });
}

/**
 * Writes a line of the audit trail in a transaction of its own: for operations that work on whole files and so
 * have none from the gate. Throws what the disk says; then nothing was written.
 */
export async function recordAlone(desk: Desk, line: LineToWrite): Promise<void> {
  const open = desk.opened();
  await open.writer.transaction(() => writeLine(desk, open, desk.person, line));
}

const told = (moment: string) => `${formatDay(moment.slice(0, 10))}, ${moment.slice(11, 16)}`;

/**
 * What whoever signs in is told of the computer's clock: that it went back since the trail's newest line. The trail
 * goes on by number, and the line of the sign-in carries by how much.
 */
export async function clockWarning(desk: Desk, open: OpenOffice): Promise<string[]> {
  const last = await lastMoment(open.readerDb);
  if (!last || open.practiceDay !== null) return [];
  const now = desk.now();
  if (secondsBack(last, now) === 0) return [];
  return [
    `The clock of this computer went back: it says ${told(now)} (UTC), and something was written here at ${told(last)}. ` +
      'Nothing is lost, and what is written now keeps its place. Set the clock right, or ask IT to, before anything that hangs on the date.',
  ];
}
