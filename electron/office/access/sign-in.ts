import type { Output, Parsed } from '#shared/contract/index.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { backUpBeforeMigration } from '../backups/backups.service.ts';
import type { Context, SignedIn } from '../context.ts';
import type { Desk, OpenOffice } from '../desk.ts';
import { toProblem } from '../problems.ts';
import { findSignedIn } from './access.queries.ts';
import { countFailure, markOf, readAttempts, refuseTooSoon, secondsOn, settle } from './attempts.ts';
import { appendAudit } from './audit.queries.ts';
import { clockWarning, writeLine } from './audit.service.ts';
import { goOnKnowing, refuseToGoOn } from './broken-trail.ts';
import {
  hasPair,
  type KeySlot,
  makeSlot,
  type NamedKey,
  openSlot,
  type SlotOwner,
  wasteATry,
} from './key-slots.ts';
import { dropSlots, isGenuine, putSlot, readKeys, recoverySlot, slotIdOf, slotOf } from './keys.ts';
import { newsFor, recordTries } from './news.ts';
import { finishRekey, keyInUse } from './rekey-files.ts';
import { checkCode } from './second-factor.ts';
import { costOf, refuseWeak } from './sign-ins.ts';
import { currentUsers, findSignIn, putSignIn } from './sign-ins.queries.ts';
import { status } from './status.ts';

/** A try that was right: the key it opened, and the name under which wrong ones are counted. */
export type Opened = { data: NamedKey; key: string; slot: KeySlot };

const turns = new WeakMap<Desk, Promise<unknown>>();

/** One try after the other: a thousand at once wait as long as a thousand in a row. */
export async function inTurn<T>(desk: Desk, work: () => Promise<T>): Promise<T> {
  const before = turns.get(desk) ?? Promise.resolve();
  const mine = before.then(work, work);
  turns.set(
    desk,
    mine.catch(() => undefined),
  );
  return mine;
}

const slotName = (slot: KeySlot) => (hasPair(slot) ? slot.id : `${slot.kind}-${slot.salt.slice(0, 8)}`);

/** The seconds that waits are measured by. */
export const nowOn = (desk: Desk): number => (desk.options.secondsOn ?? secondsOn)();

/** Counts a wrong try for a name. */
export function countWrong(desk: Desk, key: string, slot: KeySlot | null): void {
  countFailure(desk.files.attempts, key, slot && slotName(slot), new Date().toISOString(), nowOn(desk));
}

/**
 * Opens the slot of a user name, or that of the recovery key when it is null. Throws `slow_down` or, after counting the
 * try, what `wrong` makes; a name that nobody has sounds and costs the same.
 */
export async function tryToOpen(
  desk: Desk,
  userName: string | null,
  secret: string,
  wrong: () => OfficeProblem,
): Promise<Opened> {
  const { files } = desk;
  const keys = readKeys(files);
  const slot = userName === null ? recoverySlot(keys) : slotOf(keys, userName);
  const key = slot ? slotName(slot) : markOf(userName ?? '');
  refuseTooSoon(files.attempts, key, nowOn(desk));
  if (!slot) await wasteATry(secret, costOf(desk));
  const opened = slot ? await openSlot(slot, secret) : [];
  const data = keyInUse(desk, opened);
  if (slot && data) return { data, key, slot };
  countWrong(desk, key, slot);
  throw wrong();
}

const wrongPassphrase = () =>
  new OfficeProblem(
    'wrong_passphrase',
    'That user name and passphrase do not belong together. Nothing was opened. Check the capitals and type it again.',
  );

/** Opens the file with the key of a try that was right; an older one is backed up and brought up to date. */
export function unlockWith(desk: Desk, { data, slot }: Opened, knowing = false): OpenOffice {
  const open = desk.unlock(data.key, {
    beforeMigration: (handle) => backUpBeforeMigration(desk, handle, data.key),
    userName: slot.user,
    knowing,
  });
  finishRekey(desk, data);
  return open;
}

/**
 * Unlocks the office in use with one person's passphrase and, where they have one, their second factor. Nobody is
 * signed in before all of it was right. Throws `slow_down`, `wrong_passphrase`, `code_needed`, `wrong_code`,
 * `passphrase_change` or what the file says.
 */
export async function signIn(
  { desk }: Context,
  input: Parsed<'access.signIn'>,
): Promise<Output<'access.signIn'>> {
  return inTurn(desk, async () => {
    const opened = await tryToOpen(desk, input.userName, input.passphrase, wrongPassphrase);
    const open = unlockWith(desk, opened, input.knowing !== undefined);
    try {
      const person = await findSignedIn(open.readerDb, input.userName.trim(), desk.today());
      if (!person)
        throw new OfficeProblem('not_allowed', 'This person has left the office. Nothing was opened.');
      refuseToGoOn(open, person);
      const must = await mustChange(desk, open, person, input);
      await askForCode(desk, open, person, opened, input.code);
      await goOnKnowing(desk, open, person, input.knowing);
      const passphrase = must ?? input.passphrase;
      if (must) await replacePassphrase(desk, person, opened.data, { ...input, newPassphrase: must });
      return await admitted(desk, open, person, { ...opened, passphrase });
    } catch (error) {
      // Nobody is in whose coming is not in the audit trail.
      desk.close();
      throw error;
    }
  });
}

async function askForCode(
  desk: Desk,
  open: OpenOffice,
  person: SignedIn,
  opened: Opened,
  code: string | undefined,
) {
  const now = new Date();
  const said = await open.writer.transaction(() => checkCode(open.writerDb, person.id, code, now));
  if (said === 'needed')
    throw new OfficeProblem(
      'code_needed',
      'The passphrase is right. Nothing was opened yet. Enter the code that your authenticator app shows now.',
    );
  if (said !== 'wrong') return;
  countWrong(desk, opened.key, opened.slot);
  throw new OfficeProblem(
    'wrong_code',
    'That code is not the one that counts now, or it was used before. Nothing was opened. Wait for the next one and enter that.',
    { field: 'code' },
  );
}

/**
 * A passphrase that somebody else chose is changed before anything is shown: the one that takes its place, judged before
 * a code is used up for it. Null when the present one holds.
 */
async function mustChange(
  desk: Desk,
  open: OpenOffice,
  person: SignedIn,
  { passphrase, newPassphrase }: Parsed<'access.signIn'>,
): Promise<string | null> {
  if ((await findSignIn(open.readerDb, person.id))?.must_change !== 1) return null;
  if (!newPassphrase)
    throw new OfficeProblem(
      'passphrase_change',
      'Somebody else chose this passphrase, so it is good for one sign-in. Nothing was opened yet. Choose one of your own.',
    );
  await refuseAsNew(desk, person, { passphrase, newPassphrase });
  return newPassphrase;
}

async function refuseAsNew(
  desk: Desk,
  person: SignedIn,
  { passphrase, newPassphrase }: { passphrase: string; newPassphrase: string },
): Promise<void> {
  if (passphrase.normalize('NFKC') === newPassphrase.normalize('NFKC'))
    throw new OfficeProblem(
      'invalid',
      'Nothing was changed. The new passphrase is the old one. Choose another.',
      {
        field: 'newPassphrase',
      },
    );
  const db = desk.opened().readerDb;
  await refuseWeak({ db, desk }, newPassphrase, person, 'Nothing was changed.', 'newPassphrase');
}

/**
 * Puts a new passphrase in place of the old one in one transaction with its line in the audit trail, with a key pair of
 * its own: a kept copy of the old key file leads nowhere once the office's key is changed.
 */
export async function replacePassphrase(
  desk: Desk,
  person: SignedIn,
  data: NamedKey,
  { passphrase, newPassphrase }: { passphrase: string; newPassphrase: string },
): Promise<void> {
  const { writer, writerDb, files } = desk.opened();
  await refuseAsNew(desk, person, { passphrase, newPassphrase });
  const owner: SlotOwner = { kind: 'person', user: person.userName };
  const slot = await makeSlot(data, owner, newPassphrase, costOf(desk), slotIdOf(files, owner));
  await writer.transaction(async () => {
    await putSignIn(writerDb, person.id, desk.now(), false);
    await appendAudit(writerDb, {
      at: desk.now(),
      personId: person.id,
      operation: 'access.changePassphrase',
      outcome: 'done',
      entity: 'person',
      entityId: person.id,
    });
    putSlot(files, data, slot);
  });
}

const KEYS_REPLACED =
  'The key file (office.keys.json) is not the one that was last written here: somebody put another in its place. ' +
  'Look at People and at Keys and lock for ways in that should not be there.';

/** Writes the sign-in and the wrong tries before it into the audit trail, tidies the key file, and lets the person in. */
export async function admitted(
  desk: Desk,
  open: OpenOffice,
  person: SignedIn,
  { data, key, passphrase }: Opened & { passphrase: string | null },
  operation = 'access.signIn',
): Promise<Output<'access.signIn'>> {
  const { files } = open;
  const keys = readKeys(files);
  const tries = readAttempts(files.attempts);
  const genuine = isGenuine(keys, data);
  const clock = await clockWarning(desk, open);
  await open.writer.transaction(async () => {
    await recordTries(open.writerDb, tries, keys, desk.now());
    await writeLine(desk, open, person, {
      operation,
      action: 'sign_in',
      outcome: 'done',
      entity: 'person',
      entityId: person.id,
      detail: {
        ...(tries.tries.length > 0 ? { wrongTriesBefore: tries.tries.length + tries.more } : {}),
        ...(genuine ? {} : { keyFile: 'changed by something else' }),
        ...(open.keysReplaced ? { keysReplaced: true } : {}),
      },
    });
  });
  const news = await newsFor(open.readerDb, person.id, genuine);
  settle(files.attempts, key);
  if (genuine) await tidyKeys(desk, open, person, data, passphrase);
  desk.person = person;
  desk.warnings = [
    ...clock,
    ...(open.keysReplaced ? [KEYS_REPLACED] : []),
    ...open.brokenTrail.map((fault) => `The audit trail was found broken. ${fault}`),
  ];
  return { ...(await status({ desk })), news };
}

/** People who are no longer here lose their slots; one of the first format is made anew. A full disk stops nobody. */
async function tidyKeys(
  desk: Desk,
  open: OpenOffice,
  person: SignedIn,
  data: NamedKey,
  passphrase: string | null,
) {
  try {
    const here = await currentUsers(open.readerDb, desk.today());
    dropSlots(open.files, data, (slot) => slot.kind === 'person' && !here.has(slot.user.toLowerCase()));
    const own = slotOf(readKeys(open.files), person.userName);
    if (!own || hasPair(own) || passphrase === null) return;
    putSlot(
      open.files,
      data,
      await makeSlot(data, { kind: 'person', user: own.user }, passphrase, costOf(desk)),
    );
  } catch (error) {
    toProblem(error, desk.log, 'access.signIn');
  }
}
