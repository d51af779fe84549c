import { randomBytes } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { backUpBeforeRekey } from '../backups/backups.service.ts';
import type { Context, SignedIn } from '../context.ts';
import { kyselyOver } from '../database/driver.ts';
import { removeDatabase, renameForGood } from '../database/files.ts';
import { openHandle, settleLog } from '../database/handle.ts';
import { contents, copyWhole, encryptAnew, flushFile, hasLog } from '../database/rekey.ts';
import { headOf } from '../database/start-check.ts';
import type { Desk, OpenOffice } from '../desk.ts';
import { appendAudit } from './audit.queries.ts';
import { hasPair, type KeyFile, type KeySlot, type NamedKey } from './key-slots.ts';
import { newKeyName, ownKeys, writeKeys } from './keys.ts';
import { lastRekey } from './news.queries.ts';
import { rekeyOf, writeBoth, writeOnly } from './rekey-files.ts';
import { inTurn, tryToOpen } from './sign-in.ts';
import { openKey } from './sign-ins.ts';
import { currentUsers } from './sign-ins.queries.ts';

type Staying = { staying: KeySlot[]; without: string[]; recovery: boolean };

/** Who keeps their way in: everybody here whose slot has a key pair, and the recovery key. */
async function whoStays(open: OpenOffice, keys: KeyFile, today: string): Promise<Staying> {
  const here = await currentUsers(open.readerDb, today);
  const people = keys.slots.filter((slot) => slot.kind === 'person' && here.has(slot.user.toLowerCase()));
  const recovery = keys.slots.filter((slot) => slot.kind === 'recovery' && hasPair(slot));
  return {
    staying: [...people.filter(hasPair), ...recovery],
    without: people.filter((slot) => !hasPair(slot)).map((slot) => slot.user),
    recovery: recovery.length > 0,
  };
}

/** What a change of the key would do: who stays, who would need a new first passphrase, and when it was last done. */
export async function rekeyPlan({ desk, db, today }: Context): Promise<Output<'access.rekeyPlan'>> {
  const open = desk.opened();
  const { staying, without, recovery } = await whoStays(open, ownKeys(open.files, openKey(desk)), today);
  return {
    lastAt: (await lastRekey(db))?.at ?? null,
    people: staying.filter((slot) => slot.kind === 'person').length,
    without,
    recovery,
  };
}

const wrong = () =>
  new OfficeProblem('wrong_passphrase', 'That is not your passphrase. Nothing was changed. Type it again.', {
    field: 'passphrase',
  });

/**
 * Gives the office a new data key: a verified backup, a copy with every page encrypted anew, checked against the
 * office, and then both files exchanged so that at any moment one of the two keys opens what lies there. Whoever kept an
 * old key file, or a slot that was taken away, gets no further. Backups keep the keys of their own day.
 */
export async function rekey(
  context: Context,
  input: Parsed<'access.rekey'>,
): Promise<Output<'access.rekey'>> {
  const { desk, person, today, progress } = context;
  await inTurn(desk, () => tryToOpen(desk, person.userName, input.passphrase, wrong));
  const open = desk.opened();
  await progress(0, 4, 'Making a verified backup first');
  const backup = await backUpBeforeRekey(desk);
  await progress(1, 4, 'Copying the office');
  return open.writer.alone(async () => {
    const old = openKey(desk);
    const keys = ownKeys(open.files, old);
    const plan = await whoStays(open, keys, today);
    refuse(plan, input.agreeWithout);
    const next = { name: newKeyName(), key: randomBytes(32) };
    const copy = rekeyOf(open.files);
    try {
      const head = await makeCopy(context, open, old, next, person);
      if (desk.open !== open)
        throw new OfficeProblem(
          'busy',
          'The desk was locked meanwhile. The key was not changed. Sign in and do it again.',
        );
      exchange(desk, open, keys, plan.staying, old, next, head);
    } catch (error) {
      removeDatabase(copy);
      throw error;
    }
    return { backup, people: plan.staying.filter((slot) => slot.kind === 'person').length };
  });
}

function refuse({ without, recovery }: Staying, agreed: boolean): void {
  if (!recovery)
    throw new OfficeProblem(
      'invalid',
      'The recovery key is of an older kind and would not open the office any more. Nothing was changed. Make a new recovery key first.',
    );
  if (without.length === 0 || agreed) return;
  throw new OfficeProblem(
    'invalid',
    `${without.length} people have not signed in since the last update and would need a new first passphrase. Nothing was changed. Agree to that, or ask them to sign in once.`,
    { field: 'agreeWithout' },
  );
}

async function makeCopy(
  { desk, progress }: Context,
  open: OpenOffice,
  old: NamedKey,
  next: NamedKey,
  person: SignedIn,
): Promise<ReturnType<typeof headOf>> {
  const { nativeBinding } = desk.options;
  const binding = nativeBinding ? { nativeBinding } : {};
  const copy = rekeyOf(open.files);
  copyWhole({ file: open.files.database, key: old.key, ...binding }, copy);
  await progress(2, 4, 'Encrypting every page with the new key');
  encryptAnew({ file: copy, key: old.key, ...binding }, next.key);
  await progress(3, 4, 'Checking the copy');
  const handle = openHandle({ file: copy, key: next.key, ...binding });
  let head: ReturnType<typeof headOf> = null;
  try {
    if (contents(handle) !== contents(open.readerHandle))
      throw new OfficeProblem(
        'damaged_file',
        'The copy did not hold what the office holds. Nothing was changed. Check the disk and do it again.',
      );
    await appendAudit(kyselyOver(handle), {
      at: desk.now(),
      personId: person.id,
      operation: 'access.rekey',
      outcome: 'done',
      entity: 'office',
    });
    settleLog(handle);
    head = headOf(handle);
  } finally {
    handle.close();
  }
  flushFile(copy);
  await progress(4, 4, 'Putting it in place');
  return head;
}

/** Both keys in the key file, then the file itself, then the new key alone: whenever it stops, one of them opens it. */
function exchange(
  desk: Desk,
  open: OpenOffice,
  keys: KeyFile,
  staying: KeySlot[],
  old: NamedKey,
  next: NamedKey,
  head: ReturnType<typeof headOf>,
): void {
  const { files } = open;
  const kept = { name: old.name, key: Buffer.from(old.key) };
  writeBoth(files, keys, staying, kept, next);
  if (head) open.seal.lend(next.key, head);
  let isExchanged = false;
  try {
    desk.exchange(() => {
      if (hasLog(files.database))
        throw new OfficeProblem(
          'busy',
          'Another program has the office open. The key was not changed. Close it and do it again.',
        );
      renameForGood(rekeyOf(files), files.database);
      isExchanged = true;
      return next.key;
    });
  } finally {
    if (isExchanged) writeOnly(files, ownKeys(files, next), next);
    else writeKeys(files, keys.slots, keys.practice, [kept]);
    kept.key.fill(0);
  }
}
