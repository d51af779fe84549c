import type { Insertable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

/** Proposals with everybody in them by name. */
function proposals(db: Db) {
  return db
    .selectFrom('person_proposals as w')
    .innerJoin('people as p', 'p.id', 'w.person_id')
    .innerJoin('people as b', 'b.id', 'w.proposed_by')
    .leftJoin('people as n', 'n.id', 'w.answered_by')
    .leftJoin('person_covers as c', 'c.id', 'w.cover_id')
    .leftJoin('people as f', 'f.id', 'c.person_id')
    .select([
      'w.id',
      'w.person_id',
      'w.role',
      'w.cover_id',
      'w.from_day',
      'w.to_day',
      'w.state',
      'w.proposed_by',
      'w.proposed_at',
      'w.answered_by',
      'w.answered_at',
      'w.reason',
      'p.name as person',
      'b.name as proposer',
      'n.name as answerer',
      'c.limit_pence',
      'c.person_id as cover_for_id',
      'f.name as cover_for',
    ]);
}
/** See {@link proposals}. */
export type ProposalRow = NonNullable<Awaited<ReturnType<typeof findProposal>>>;

/** Proposals that wait for an answer, the oldest first. */
export function waitingProposals(db: Db) {
  return proposals(db).where('w.state', '=', 'waiting').orderBy('w.id').execute();
}

/** Every proposal about a person, or made for a cover of them, the newest first. */
export function proposalsAbout(db: Db, personId: number) {
  return proposals(db)
    .where((is) => is.or([is('w.person_id', '=', personId), is('c.person_id', '=', personId)]))
    .orderBy('w.id', 'desc')
    .execute();
}

/** One proposal. */
export function findProposal(db: Db, id: number) {
  return proposals(db).where('w.id', '=', id).executeTakeFirst();
}

/** Keeps a proposal; the id. */
export async function insertProposal(
  db: Db,
  values: Insertable<Schema['person_proposals']>,
): Promise<number> {
  const { id } = await db
    .insertInto('person_proposals')
    .values(values)
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Answers a proposal that still waits; whether it did. */
export async function answerProposal(
  db: Db,
  id: number,
  answer: { state: 'agreed' | 'refused' | 'withdrawn'; by: number; at: string; reason: string },
): Promise<boolean> {
  const result = await db
    .updateTable('person_proposals')
    .set({ state: answer.state, answered_by: answer.by, answered_at: answer.at, reason: answer.reason })
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
