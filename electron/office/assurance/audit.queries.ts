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

/** How often each gate stopped a request: a refusal undoes the request and leaves this line. */
export async function stopsByGate(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('audit_events')
    .select('detail')
    .where('outcome', '=', 'refused')
    .where('entity', '=', 'order')
    .execute();
  const stops = new Map<string, number>();
  for (const { detail } of rows) {
    for (const gate of (JSON.parse(detail) as { stops?: string[] }).stops ?? [])
      stops.set(gate, (stops.get(gate) ?? 0) + 1);
  }
  return stops;
}
