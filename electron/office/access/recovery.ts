import type { Output, Parsed } from '#shared/contract/index.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { findSignedIn, markRecoveryConfirmed } from './access.queries.ts';
import { appendAudit } from './audit.queries.ts';
import { makeSlot } from './key-slots.ts';
import { putSlot } from './keys.ts';
import { lastGroupOf, newRecoveryKey, readRecoveryKey } from './recovery-key.ts';
import { admitted, inTurn, type Opened, tryToOpen, unlockWith } from './sign-in.ts';
import { costOf, giveSignIn, openKey } from './sign-ins.ts';
import { forgetSecondFactor, listAdministrators } from './sign-ins.queries.ts';

const wrongKey = () =>
  new OfficeProblem(
    'wrong_passphrase',
    'That is not the recovery key of this office. Nothing was opened. Look at each group on the paper and type it again.',
    { field: 'recoveryKey' },
  );

/** Opens the office's file with the recovery key; wrong ones slow down and are recorded as wrong passphrases are. */
async function tryKey(desk: Desk, typed: string): Promise<Opened> {
  const key = readRecoveryKey(typed);
  if (!key)
    throw new OfficeProblem(
      'invalid',
      'The key has 12 groups of 4 letters and figures. Nothing was opened. Look at the paper and type all of them.',
      { field: 'recoveryKey' },
    );
  return tryToOpen(desk, null, key, wrongKey);
}

/** Who may take the recovery key's way in: the system administrators who are here today. Nobody is signed in by this. */
export async function administrators(
  { desk }: Context,
  { recoveryKey }: Parsed<'access.checkRecoveryKey'>,
): Promise<Output<'access.checkRecoveryKey'>> {
  return inTurn(desk, async () => {
    const open = unlockWith(desk, await tryKey(desk, recoveryKey));
    try {
      const rows = await listAdministrators(open.readerDb, desk.today());
      return {
        administrators: rows.map((row) => ({ id: row.id, name: row.name, userName: row.user_name ?? '' })),
      };
    } finally {
      desk.close();
    }
  });
}

/**
 * Gives a system administrator a new passphrase with the recovery key and signs them in. Their second factor is taken
 * off: the key opens everything anyway. It is all in the audit trail.
 */
export async function recover(
  { desk }: Context,
  input: Parsed<'access.recover'>,
): Promise<Output<'access.recover'>> {
  return inTurn(desk, async () => {
    const opened = await tryKey(desk, input.recoveryKey);
    const open = unlockWith(desk, opened);
    try {
      const may = await listAdministrators(open.readerDb, desk.today());
      const chosen = may.find((row) => row.id === input.personId);
      const person = chosen?.user_name
        ? await findSignedIn(open.readerDb, chosen.user_name, desk.today())
        : null;
      if (!person)
        throw new OfficeProblem(
          'not_allowed',
          'Only a system administrator comes in with the recovery key. Nothing was changed. Choose one of those who are listed.',
          { field: 'personId' },
        );
      await open.writer.transaction(async () => {
        await forgetSecondFactor(open.writerDb, person.id);
        const office = { db: open.writerDb, desk, now: desk.now() };
        await giveSignIn(office, person.id, input.passphrase, {
          mustChange: false,
          kept: 'Nothing was changed.',
        });
      });
      return await admitted(desk, open, person, { ...opened, passphrase: null }, 'access.recover');
    } catch (error) {
      desk.close();
      throw error;
    }
  });
}

const wrong = () =>
  new OfficeProblem('wrong_passphrase', 'That is not your passphrase. Nothing was changed. Type it again.', {
    field: 'passphrase',
  });

/**
 * Makes a new recovery key and shows it once. The old one goes on opening the office until the last group of the new one
 * was typed back: nobody is left between the two.
 */
export async function makeRecoveryKey(
  { desk, person }: Context,
  { passphrase }: Parsed<'access.newRecoveryKey'>,
): Promise<{ recoveryKey: string }> {
  await inTurn(desk, () => tryToOpen(desk, person.userName, passphrase, wrong));
  const recoveryKey = newRecoveryKey();
  const data = openKey(desk);
  const slot = await makeSlot(data, { kind: 'recovery', user: '' }, recoveryKey, costOf(desk));
  desk.newRecovery = {
    lastGroup: lastGroupOf(recoveryKey),
    take: () => putSlot(desk.opened().files, openKey(desk), slot),
  };
  const { writer, writerDb } = desk.opened();
  await writer.transaction(() =>
    appendAudit(writerDb, {
      at: desk.now(),
      personId: person.id,
      operation: 'access.newRecoveryKey',
      outcome: 'done',
    }),
  );
  return { recoveryKey };
}

/** Compares the last group of a new recovery key with what was typed back; from then on it is the one that counts. */
export async function confirmRecoveryKey({ db, desk, now }: Context, { lastGroup }: { lastGroup: string }) {
  const { newRecovery } = desk;
  if (!newRecovery)
    throw new OfficeProblem('not_found', 'There is no new recovery key to confirm. Nothing was changed.');
  if (lastGroup.trim().toUpperCase() !== newRecovery.lastGroup)
    throw new OfficeProblem(
      'invalid',
      'That is not the last group of the key. Look at what you wrote down and type its last four characters.',
      { field: 'lastGroup' },
    );
  await markRecoveryConfirmed(db, now);
  newRecovery.take();
  desk.newRecovery = null;
  return { confirmed: true };
}
