import type { Db } from '../database/driver.ts';

/** A person's last sign-ins, newest first. */
export function lastSignIns(db: Db, personId: number, limit: number) {
  return db
    .selectFrom('audit_events')
    .select(['seq', 'at', 'operation'])
    .where('entity', '=', 'person')
    .where('entity_id', '=', personId)
    .where('operation', 'in', ['access.signIn', 'access.recover', 'access.setUp'])
    .where('outcome', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

/** Wrong tries of everybody between two lines of the audit trail: whose slot, or null for nobody's. */
export function wrongTriesSince(db: Db, after: number, before: number) {
  return db
    .selectFrom('audit_events')
    .select(['seq', 'entity_id', 'detail'])
    .where('seq', '>', after)
    .where('seq', '<', before)
    .where('operation', '=', 'access.signIn')
    .where('outcome', '=', 'refused')
    .execute();
}

/** The newest wrong tries at a person's sign-in. */
export function wrongTriesAt(db: Db, personId: number, limit: number) {
  return db
    .selectFrom('audit_events')
    .select(['seq', 'detail'])
    .where('entity', '=', 'person')
    .where('entity_id', '=', personId)
    .where('operation', '=', 'access.signIn')
    .where('outcome', '=', 'refused')
    .orderBy('seq', 'desc')
    .limit(limit)
    .execute();
}

/** When the office's key was last changed; undefined when it is the first. */
export function lastRekey(db: Db) {
  return db
    .selectFrom('audit_events')
    .select('at')
    .where('operation', '=', 'access.rekey')
    .where('outcome', '=', 'done')
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}
