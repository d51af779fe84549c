import { randomBytes } from 'node:crypto';
import { hostname } from 'node:os';
import { type AuditAction, auditActionOf, secondsBack } from '#shared/domain/audit.ts';
import type { Db } from '../database/driver.ts';
import { bodyHash, lineHash, recordsOf } from '../database/chain.ts';

/** The computer's own name; nothing of its user or its network. */
const MACHINE = hostname().split('.')[0] ?? '';

/** One line for the audit trail. */
export type AuditLine = {
  at: string;
  personId: number | null;
  operation: string;
  /** What was done; what the operation's verb says when left out. */
  action?: AuditAction;
  outcome: 'done' | 'read' | 'refused';
  entity?: string;
  entityId?: number | null;
  /** Ids and codes, never what was typed. */
  detail?: Record<string, unknown>;
  /** The roles that the person held. */
  roles?: readonly string[];
  /** Whether its moment is the computer's own, which only goes forward; a practice office's day is moved by hand. */
  clockIsOwn?: boolean;
  /** Further records that were shown or touched. */
  about?: readonly { kind: string; id: number }[];
  /** What was typed and what it replaced: kept apart from the line, which holds its hash alone. */
  body?: AuditBody | null;
};

/** See {@link AuditLine}: the reason that was given, and each row's fields before and after. */
export type AuditBody = {
  reason?: string;
  changes?: {
    table: string;
    id: number | null;
    before: Record<string, unknown> | null;
    after: Record<string, unknown> | null;
  }[];
  /** Rows of each table, when there were too many to keep. */
  counts?: Record<string, number>;
};

function asRow(line: AuditLine, last: { seq: number; at: string; hash: string } | undefined, salt: string) {
  const { at, personId, operation, outcome, entity = '', entityId = null } = line;
  const back = last && line.clockIsOwn ? secondsBack(last.at, at) : 0;
  const body = line.body ? JSON.stringify(line.body) : '';
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at,
    person_id: personId,
    operation,
    outcome,
    entity,
    entity_id: entityId,
    detail: JSON.stringify({ ...line.detail, ...(back > 0 ? { clockBackSeconds: back } : {}) }),
    previous_hash: last?.hash ?? '',
    form: 2,
    action: line.action ?? auditActionOf(operation, { writes: true }) ?? 'update',
    roles: (line.roles ?? []).join(' '),
    machine: MACHINE.slice(0, 64),
    about: JSON.stringify(recordsOf(entity, entityId, line.about ?? [])),
    body_hash: body === '' ? '' : bodyHash(salt, body),
  };
  return { row: { ...row, hash: lineHash(row) }, body };
}

/** Adds a line to the chain. Call inside the transaction of the change it tells of. */
export async function appendAudit(db: Db, line: AuditLine): Promise<void> {
  const last = await db
    .selectFrom('audit_events')
    .select(['seq', 'at', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const salt = randomBytes(16).toString('hex');
  const { row, body } = asRow(line, last, salt);
  await db.insertInto('audit_events').values(row).execute();
  if (body !== '') await db.insertInto('audit_bodies').values({ seq: row.seq, salt, body }).execute();
  const records = (JSON.parse(row.about) as string[]).map((record) => {
    const [kind = '', id = '0'] = record.split(' ');
    return { kind, record_id: Number(id), seq: row.seq };
  });
  if (records.length > 0) await db.insertInto('audit_records').values(records).execute();
}

/** The newest line's moment: what the computer's clock is held against. */
export async function lastMoment(db: Db): Promise<string | null> {
  const row = await db
    .selectFrom('audit_events')
    .select('at')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}
