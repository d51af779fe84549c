import { rmSync } from 'node:fs';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { backUpBeforeMigration } from '../backups/backups.service.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { toProblem } from '../problems.ts';
import { findSignedIn, markRecoveryConfirmed, trustName } from './access.queries.ts';
import { countFailure, readAttempts, secondsToWait } from './attempts.ts';
import { appendAudit } from './audit.queries.ts';
import { OFFICE_COST, unwrapKey, wasteATry } from './key-slots.ts';
import { readKeys, slotOf } from './keys.ts';
import { makeOffice } from './set-up.ts';

export { findSignedIn };

type Status = Output<'access.status'>;

/** Who is here, and which office is in use. */
export async function status({ desk }: { desk: Desk }): Promise<Status> {
  const { person, open } = desk;
  const hasOffice = desk.has('office');
  const hasPractice = desk.has('practice');
  const here = desk.using === 'practice' ? hasPractice : hasOffice;
  return {
    state: person ? 'open' : here ? 'locked' : 'none',
    practice: desk.using === 'practice',
    hasOffice,
    hasPractice,
    trustName: open ? await trustName(open.readerDb) : null,
    person: person
      ? {
          id: person.id,
          name: person.name,
          jobTitle: person.jobTitle,
          roles: [...person.roles],
          permissions: [...person.permissions],
        }
      : null,
    today: desk.today(),
    version: desk.options.version,
  };
}

/** Sets the office up and signs its first person in. The recovery key is in the answer and nowhere else. */
export async function setUp(
  { desk }: Context,
  input: Parsed<'access.setUp'>,
): Promise<{ recoveryKey: string }> {
  desk.close();
  desk.using = 'office';
  const made = await makeOffice(desk, input, false);
  const open = desk.opened();
  desk.person = await findSignedIn(open.readerDb, input.person.userName, desk.today());
  return made;
}

/** Compares the last group of the recovery key with what was typed back. */
export async function confirmRecoveryKey({ db, desk, now }: Context, { lastGroup }: { lastGroup: string }) {
  if (!desk.recoveryLastGroup)
    throw new OfficeProblem('not_found', 'There is no new recovery key to confirm. Nothing was changed.');
  if (lastGroup.trim().toUpperCase() !== desk.recoveryLastGroup)
    throw new OfficeProblem(
      'invalid',
      'That is not the last group of the key. Look at what you wrote down and type its last four characters.',
      {
        field: 'lastGroup',
      },
    );
  await markRecoveryConfirmed(db, now);
  desk.recoveryLastGroup = null;
  return { confirmed: true };
}

/** Unlocks the office in use with one person's passphrase. Wrong ones slow down and are recorded. */
export async function signIn({ desk }: Context, input: Parsed<'access.signIn'>): Promise<Status> {
  const files = desk.files;
  const keys = readKeys(files);
  const kept = readAttempts(files.attempts);
  const wait = secondsToWait(kept, new Date());
  if (wait > 0)
    throw new OfficeProblem(
      'slow_down',
      `Too many wrong passphrases. Nothing was opened. Try again in ${wait} seconds.`,
      { waitSeconds: wait },
    );
  const slot = slotOf(keys, input.userName);
  if (!slot) await wasteATry(input.passphrase, desk.options.keyCost ?? OFFICE_COST);
  const dataKey = slot && (await unwrapKey(slot, input.passphrase));
  if (!dataKey) {
    countFailure(files.attempts, new Date());
    throw new OfficeProblem(
      'wrong_passphrase',
      'That user name and passphrase do not belong together. Nothing was opened. Check the capitals and type it again.',
    );
  }
  await openFor(desk, dataKey, input.userName, kept?.failures ?? 0);
  rmSync(files.attempts, { force: true });
  return status({ desk });
}

async function openFor(desk: Desk, dataKey: Buffer, userName: string, failures: number): Promise<void> {
  const open = desk.unlock(dataKey, (handle) => backUpBeforeMigration(desk, handle, dataKey), userName);
  const person = await findSignedIn(open.readerDb, userName, desk.today());
  if (!person) {
    desk.close();
    throw new OfficeProblem('not_allowed', 'This person has left the office. Nothing was opened.');
  }
  try {
    await open.writer.transaction(() =>
      appendAudit(open.writerDb, {
        at: desk.now(),
        personId: person.id,
        operation: 'access.signIn',
        outcome: 'done',
        entity: 'person',
        entityId: person.id,
        detail: failures > 0 ? { wrongTriesBefore: failures } : {},
      }),
    );
  } catch (error) {
    // Nobody is in whose coming is not in the audit trail.
    desk.close();
    throw error;
  }
  desk.person = person;
}

/**
 * Signs out and forgets the key, whatever the disk says of the line in the audit trail: an office that cannot be
 * written to must still be locked. What was typed stays in the window, hidden.
 */
export async function lock({ desk }: { desk: Desk }): Promise<Record<string, never>> {
  const { person, open } = desk;
  try {
    if (person && open) {
      await open.writer.transaction(() =>
        appendAudit(open.writerDb, {
          at: desk.now(),
          personId: person.id,
          operation: 'access.lock',
          outcome: 'done',
        }),
      );
    }
  } catch (error) {
    toProblem(error, desk.log, 'access.lock');
  } finally {
    desk.close();
  }
  return {};
}
