import type { Output } from '#shared/contract/index.ts';
import type { Db } from '../database/driver.ts';
import type { Attempts } from './attempts.ts';
import { appendAudit } from './audit.queries.ts';
import { countDrafts } from './drafts.queries.ts';
import { hasPair, type KeyFile } from './key-slots.ts';
import { findPersonByUser } from './sign-ins.queries.ts';
import { lastSignIns, wrongTriesSince } from './news.queries.ts';

/**
 * Writes each wrong try that waited beside the file into the audit trail: when, and at whose slot; of a name that
 * nobody has, only when.
 */
export async function recordTries(
  db: Db,
  { tries, more }: Attempts,
  keys: KeyFile,
  now: string,
): Promise<void> {
  for (const { at, slot } of tries) {
    const owner = keys.slots.find((each) => hasPair(each) && each.id === slot);
    const person = owner?.kind === 'person' ? await findPersonByUser(db, owner.user) : undefined;
    await appendAudit(db, {
      at: now,
      personId: null,
      operation: 'access.signIn',
      outcome: 'refused',
      entity: person ? 'person' : '',
      entityId: person?.id ?? null,
      detail: { triedAt: at, slot: owner?.kind === 'recovery' ? 'recovery key' : (slot ?? 'nobody’s') },
    });
  }
  if (more === 0) return;
  await appendAudit(db, {
    at: now,
    personId: null,
    operation: 'access.signIn',
    outcome: 'refused',
    detail: { earlierTries: more },
  });
}

/** What a person is told when they come in: what happened at their sign-in while they were away. */
export async function newsFor(
  db: Db,
  personId: number,
  keyFileGenuine: boolean,
): Promise<Output<'access.signIn'>['news']> {
  // The newest is the one that is going on.
  const [now, before] = await lastSignIns(db, personId, 2);
  const wrong = await wrongTriesSince(db, before?.seq ?? 0, now?.seq ?? 0);
  return {
    lastSignInAt: before?.at ?? null,
    wrongTries: wrong.filter((line) => line.entity_id === personId).length,
    othersTries: wrong.filter((line) => line.entity_id === null).length,
    drafts: await countDrafts(db, personId),
    keyFileChanged: !keyFileGenuine,
  };
}
