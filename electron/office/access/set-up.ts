import { randomBytes } from 'node:crypto';
import { existsSync, rmSync } from 'node:fs';
import type { Parsed } from '#shared/contract/index.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { kyselyOver } from '../database/driver.ts';
import { type OfficeFiles, removeDatabase, renameForGood } from '../database/files.ts';
import { openHandle, settleLog } from '../database/handle.ts';
import { migrate, readMigrations } from '../database/migrate.ts';
import { headOf, sealAnew } from '../database/start-check.ts';
import { Writer } from '../database/transaction.ts';
import type { Desk } from '../desk.ts';
import { addFirstPerson } from '../people/people.service.ts';
import { insertFirstSettings } from '../settings/settings.service.ts';
import { appendAudit } from './audit.queries.ts';
import { passphraseFault } from '#shared/domain/passphrase.ts';
import { makeSlot, OFFICE_COST, PRACTICE_COST } from './key-slots.ts';
import { newKeyName, writeKeys } from './keys.ts';
import { lastGroupOf, newRecoveryKey } from './recovery-key.ts';
import { putSignIn } from './sign-ins.queries.ts';

/** What the first person of an office may do: every desk job but approving without limit. See docs/decisions. */
export const FIRST_ROLES = [
  'coordinator',
  'budget_manager',
  'commissioner',
  'finance',
  'returns_officer',
  'system_admin',
] as const;

/**
 * Makes a new encrypted office in the folder in use: a random data key, wrapped for the first person and for a
 * recovery key. Refuses where an office lies already. What fails half way is taken away again.
 */
export async function makeOffice(
  desk: Desk,
  input: Parsed<'access.setUp'>,
  practice: boolean,
): Promise<{ recoveryKey: string }> {
  // Judged first: what is refused for its words leaves nothing in the folder, not even a lock.
  if (!practice) refuseFault(input);
  desk.hold(input.person.userName);
  try {
    return await makeHeld(desk, input, practice);
  } catch (error) {
    desk.close();
    throw error;
  }
}

function refuseFault({ passphrase, person, trustName, councilName }: Parsed<'access.setUp'>): void {
  const names = [person.name, trustName, councilName];
  const fault = passphraseFault(passphrase, { userName: person.userName, names });
  if (fault) throw new OfficeProblem('invalid', `Nothing was set up yet. ${fault}`, { field: 'passphrase' });
}

async function makeHeld(
  desk: Desk,
  input: Parsed<'access.setUp'>,
  practice: boolean,
): Promise<{ recoveryKey: string }> {
  const files = desk.files;
  clearInterrupted(files);
  if (existsSync(files.database) || existsSync(files.keys)) {
    throw new OfficeProblem(
      'office_exists',
      'There is an office in this folder already. It was left as it is. Sign in to it.',
    );
  }
  const data = { name: newKeyName(), key: randomBytes(32) };
  const recoveryKey = newRecoveryKey();
  const cost = practice ? PRACTICE_COST : (desk.options.keyCost ?? OFFICE_COST);
  const slots = [
    await makeSlot(data, { kind: 'person', user: input.person.userName }, input.passphrase, cost),
    await makeSlot(data, { kind: 'recovery', user: '' }, recoveryKey, cost),
  ];
  const fresh = freshOf(files);
  removeDatabase(fresh);
  try {
    const head = await fillNew(desk, fresh, data.key, input, practice);
    writeKeys(files, slots, practice, [data]);
    // There before the database has its name: no office was ever without its seal.
    sealAnew(head, files, data.key);
    renameForGood(fresh, files.database);
  } catch (error) {
    removeDatabase(fresh);
    rmSync(files.keys, { force: true });
    rmSync(files.seal, { force: true });
    throw error;
  }
  desk.unlock(data.key, { userName: input.person.userName });
  desk.newRecovery = { lastGroup: lastGroupOf(recoveryKey), take: () => undefined };
  return { recoveryKey };
}

/** The database of an office that is being made. */
const freshOf = (files: OfficeFiles) => `${files.database}.new`;

/**
 * A computer that was switched off between the two last steps of a set-up leaves keys for a database that never got
 * its name. Nobody was told of that office, nor has its recovery key: it is taken away, so that set-up can begin again.
 */
function clearInterrupted(files: OfficeFiles): void {
  if (existsSync(files.database) || !existsSync(freshOf(files))) return;
  removeDatabase(freshOf(files));
  rmSync(files.keys, { force: true });
}

async function fillNew(
  desk: Desk,
  file: string,
  dataKey: Buffer,
  input: Parsed<'access.setUp'>,
  practice: boolean,
): Promise<ReturnType<typeof headOf>> {
  const nativeBinding = desk.options.nativeBinding;
  const handle = openHandle({ file, key: dataKey, ...(nativeBinding ? { nativeBinding } : {}) });
  try {
    migrate(handle, readMigrations(desk.options.migrationsDir));
    const db = kyselyOver(handle);
    const [today, now] = [desk.today(), desk.now()];
    await new Writer(handle).transaction(async () => {
      await insertFirstSettings(db, input, { practice, today, now });
      const personId = await addFirstPerson(
        db,
        { ...input.person, agency: 'CSC', areaId: null, teamId: null, ownLimitPence: 0 },
        [...FIRST_ROLES],
        { today, now },
      );
      await putSignIn(db, personId, now, false);
      await appendAudit(db, {
        at: now,
        personId,
        operation: 'access.setUp',
        action: 'create',
        roles: FIRST_ROLES,
        outcome: 'done',
        entity: 'person',
        entityId: personId,
      });
    });
    settleLog(handle);
    return headOf(handle);
  } finally {
    handle.close();
  }
}
