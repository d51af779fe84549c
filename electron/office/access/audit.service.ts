import type { Desk } from '../desk.ts';
import { appendAudit, type AuditLine, auditHash } from './audit.queries.ts';

/**
 * Writes a line of the audit trail in a transaction of its own: for operations that work on whole files and so
 * have none from the gate. Throws what the disk says; then nothing was written.
 */
export async function recordAlone(desk: Desk, line: Omit<AuditLine, 'at' | 'personId'>): Promise<void> {
  const { writer, writerDb } = desk.opened();
  await writer.transaction(() =>
    appendAudit(writerDb, { ...line, at: desk.now(), personId: desk.person?.id ?? null }),
  );
}

/** One stored line, as the chain is checked. */
export type StoredAuditLine = Parameters<typeof auditHash>[0] & { hash: string };

/** Whether a line follows the one before it and says what it said when it was written. */
export function continuesChain(line: StoredAuditLine, before: { seq: number; hash: string }): boolean {
  return line.seq === before.seq + 1 && line.previous_hash === before.hash && line.hash === auditHash(line);
}
