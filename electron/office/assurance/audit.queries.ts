import type { Db } from '../database/driver.ts';

/** A page of the audit trail, newest first, with who did it. */
export function pageAudit(db: Db, page: number, pageSize: number) {
  return db
    .selectFrom('audit_events as a')
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .select(['a.seq', 'a.at', 'p.name as who', 'a.operation', 'a.outcome', 'a.entity', 'a.entity_id'])
    .orderBy('a.seq', 'desc')
    .limit(pageSize)
    .offset(page * pageSize)
    .execute();
}

/** The newest line's number and hash: the head of the chain. */
export function auditHead(db: Db) {
  return db
    .selectFrom('audit_events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
