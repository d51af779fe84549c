import { z } from 'zod';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { appendAudit } from './audit.queries.ts';
import { listDrafts } from './drafts.queries.ts';
import { readKeys, slotOf } from './keys.ts';
import { lastSignIns, wrongTriesAt } from './news.queries.ts';
import { newBackupCodes, newSecret, takeAppCode, uriOf } from './second-factor.ts';
import { confirmFactor, countCodes, findFactor, putFactor } from './second-factor.queries.ts';
import { inTurn, replacePassphrase, tryToOpen } from './sign-in.ts';
import { giveSignIn } from './sign-ins.ts';
import {
  currentUsers,
  findPersonById,
  findSignIn,
  forgetSecondFactor,
  setLockMinutes,
} from './sign-ins.queries.ts';

const SHOWN = 10;
const tried = z.object({ triedAt: z.string() });

const wrong = () =>
  new OfficeProblem('wrong_passphrase', 'That is not your passphrase. Nothing was changed. Type it again.', {
    field: 'passphrase',
  });

/** Asks for the person's own passphrase again before something that opens or shuts a way in. */
async function askAgain(desk: Desk, userName: string, passphrase: string) {
  return inTurn(desk, () => tryToOpen(desk, userName, passphrase, wrong));
}

/** A person's own sign-in: since when the passphrase holds, the second factor, and who came in or tried to. */
export async function mine({ db, person }: Context): Promise<Output<'access.mine'>> {
  const factor = await findFactor(db, person.id);
  const signIns = await lastSignIns(db, person.id, SHOWN);
  const wrongTries = await wrongTriesAt(db, person.id, SHOWN);
  const drafts = await listDrafts(db, person.id);
  return {
    userName: person.userName,
    passphraseSetAt: (await findSignIn(db, person.id))?.passphrase_set_at ?? null,
    secondFactorSince: factor?.confirmed_at ?? null,
    codesLeft: await countCodes(db, person.id),
    signIns: signIns.map(({ at, operation }) => ({
      at,
      how: operation === 'access.recover' ? 'recovery' : 'usual',
    })),
    wrongTries: wrongTries.flatMap(({ detail }) => {
      const read = tried.safeParse(JSON.parse(detail));
      return read.success ? [{ at: read.data.triedAt }] : [];
    }),
    drafts: drafts.map(({ form, title, place, kept_at: keptAt }) => ({ form, title, place, keptAt })),
  };
}

/** Changes the person's own passphrase; the old one is asked for, and wrong ones count as at the sign-in. */
export async function changePassphrase(
  { desk, person }: Context,
  input: Parsed<'access.changePassphrase'>,
): Promise<Record<string, never>> {
  const { data } = await askAgain(desk, person.userName, input.passphrase);
  if (desk.using === 'practice')
    throw new OfficeProblem(
      'not_allowed',
      'The practice office’s passphrases are on its sign-in page for everybody. Nothing was changed. Do this in the real office.',
    );
  await replacePassphrase(desk, person, data, input);
  return {};
}

/** Begins a second factor: the secret for an authenticator app. It counts once a code was typed back. */
export async function beginSecondFactor(context: Context): Promise<Output<'access.beginSecondFactor'>> {
  const { db, person, now } = context;
  const factor = await findFactor(db, person.id);
  if (factor?.confirmed_at)
    throw new OfficeProblem(
      'invalid',
      'A second factor is on already. Nothing was changed. Take it off first.',
    );
  const secret = newSecret();
  await putFactor(db, person.id, secret, now);
  context.note({ entity: 'person', id: person.id });
  return { secret, uri: uriOf(secret, person.userName) };
}

/** Turns the second factor on with a first code of the app; ten one-time codes are shown once. */
export async function confirmSecondFactor(
  context: Context,
  { code }: Parsed<'access.confirmSecondFactor'>,
): Promise<Output<'access.confirmSecondFactor'>> {
  const { db, person, now } = context;
  const factor = await findFactor(db, person.id);
  if (!factor || factor.confirmed_at)
    throw new OfficeProblem(
      'not_found',
      'There is no second factor to confirm. Nothing was changed. Begin again.',
    );
  const plain = code.replaceAll(/\s/g, '');
  if (!(await takeAppCode(db, person.id, factor, plain, new Date())))
    throw new OfficeProblem(
      'wrong_code',
      'That is not the code that counts now, so the second factor is not on yet. Look whether the clock of the phone and of this computer are right, and enter the next code.',
      { field: 'code' },
    );
  await confirmFactor(db, person.id, now);
  context.note({ entity: 'person', id: person.id });
  return { backupCodes: await newBackupCodes(db, person.id) };
}

/** Makes ten new one-time codes; the older ones are worth nothing from then on. */
export async function makeBackupCodes(
  { desk, person }: Context,
  { passphrase }: Parsed<'access.newBackupCodes'>,
): Promise<Output<'access.newBackupCodes'>> {
  await askAgain(desk, person.userName, passphrase);
  const { writer, writerDb } = desk.opened();
  return writer.transaction(async () => {
    if (!(await findFactor(writerDb, person.id))?.confirmed_at)
      throw new OfficeProblem('invalid', 'No second factor is on. Nothing was changed. Turn it on first.');
    await recordOwn(desk, person.id, 'access.newBackupCodes');
    return { backupCodes: await newBackupCodes(writerDb, person.id) };
  });
}

/** Takes the person's own second factor off. */
export async function endSecondFactor(
  { desk, person }: Context,
  { passphrase }: Parsed<'access.endSecondFactor'>,
): Promise<Record<string, never>> {
  await askAgain(desk, person.userName, passphrase);
  const { writer, writerDb } = desk.opened();
  await writer.transaction(async () => {
    await recordOwn(desk, person.id, 'access.endSecondFactor');
    await forgetSecondFactor(writerDb, person.id);
  });
  return {};
}

function recordOwn(desk: Desk, personId: number, operation: string): Promise<void> {
  const at = desk.now();
  const line = { at, personId, operation, outcome: 'done' as const, entity: 'person', entityId: personId };
  return appendAudit(desk.opened().writerDb, line);
}

function refuseSelf(context: Context, personId: number): void {
  if (personId === context.person.id)
    throw new OfficeProblem(
      'not_allowed',
      'This is done for somebody else. Nothing was changed. Use My sign-in for your own.',
    );
}

/** Whether and how another person comes in; nothing of it helps to come in as them. */
export async function signInOf(
  { db, desk }: Context,
  { personId }: Parsed<'access.signInOf'>,
): Promise<Output<'access.signInOf'>> {
  const person = (await findPersonById(db, personId)) ?? notFound('person');
  const signIn = await findSignIn(db, personId);
  const [last] = await lastSignIns(db, personId, 1);
  return {
    hasWayIn: person.user_name !== null && slotOf(readKeys(desk.opened().files), person.user_name) !== null,
    passphraseSetAt: signIn?.passphrase_set_at ?? null,
    mustChange: signIn?.must_change === 1,
    secondFactorSince: (await findFactor(db, personId))?.confirmed_at ?? null,
    lastSignInAt: last?.at ?? null,
  };
}

/** Gives another person a first passphrase in place of one they forgot; they choose their own at the next sign-in. */
export async function givePassphrase(
  context: Context,
  { personId, passphrase }: Parsed<'access.givePassphrase'>,
): Promise<Record<string, never>> {
  refuseSelf(context, personId);
  const person = (await findPersonById(context.db, personId)) ?? notFound('person');
  context.note({ entity: 'person', id: personId });
  const here = await currentUsers(context.db, context.today);
  if (person.user_name && !here.has(person.user_name.toLowerCase()))
    throw new OfficeProblem(
      'not_allowed',
      'This person has left the office. Nothing was changed. Take them back first, which gives them a new first passphrase.',
    );
  await giveSignIn(context, personId, passphrase, { mustChange: true, kept: 'Nothing was changed.' });
  return {};
}

/** Takes another person's second factor off, when phone and codes are lost. */
export async function resetSecondFactor(
  context: Context,
  { personId }: Parsed<'access.resetSecondFactor'>,
): Promise<Record<string, never>> {
  refuseSelf(context, personId);
  if (!(await findPersonById(context.db, personId))) return notFound('person');
  context.note({ entity: 'person', id: personId });
  if (!(await forgetSecondFactor(context.db, personId)))
    throw new OfficeProblem('invalid', 'No second factor is on for this person. Nothing was changed.');
  return {};
}

/** Sets after how many quiet minutes the desk locks itself. */
export async function saveLockMinutes(
  context: Context,
  { minutes }: Parsed<'access.setLockMinutes'>,
): Promise<Record<string, never>> {
  await setLockMinutes(context.db, minutes);
  context.note({ entity: 'settings', id: 1, detail: { lockMinutes: minutes } });
  return {};
}
