import { createHash } from 'node:crypto';
import type { Db } from '../database/driver.ts';

/** One line for the audit trail. */
export type AuditLine = {
  at: string;
  personId: number | null;
  operation: string;
  outcome: 'done' | 'read' | 'refused';
  entity?: string;
  entityId?: number | null;
  detail?: Record<string, unknown>;
};

/** What a line's hash is made over: everything in it and the hash before. */
export function auditHash(row: {
  seq: number;
  at: string;
  person_id: number | null;
  operation: string;
  outcome: string;
  entity: string;
  entity_id: number | null;
  detail: string;
  previous_hash: string;
}): string {
  const parts = [
    row.seq,
    row.at,
    row.person_id ?? '',
    row.operation,
    row.outcome,
    row.entity,
    row.entity_id ?? '',
    row.detail,
    row.previous_hash,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}

/** Adds a line to the chain. Call inside the transaction of the change it tells of. */
export async function appendAudit(db: Db, line: AuditLine): Promise<void> {
  const last = await db
    .selectFrom('audit_events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const row = {
    seq: (last?.seq ?? 0) + 1,
    at: line.at,
    person_id: line.personId,
    operation: line.operation,
    outcome: line.outcome,
    entity: line.entity ?? '',
    entity_id: line.entityId ?? null,
    detail: JSON.stringify(line.detail ?? {}),
    previous_hash: last?.hash ?? '',
  };
  await db
    .insertInto('audit_events')
    .values({ ...row, hash: auditHash(row) })
    .execute();
}
