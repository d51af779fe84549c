import { copyFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { hasPair } from '#electron/office/access/key-slots.ts';
import { readKeys } from '#electron/office/access/keys.ts';
import { officeFiles } from '#electron/office/database/files.ts';
import { openHandle } from '#electron/office/database/handle.ts';
import { encryptAnew } from '#electron/office/database/rekey.ts';
import { headOf, sealAnew } from '#electron/office/database/start-check.ts';
import { PASSPHRASE, TestOffice } from './support/office.ts';

/** A key file as the first version of the program wrote it, for Margaret, Ruth and the recovery key. */
const FIRST = path.resolve(import.meta.dirname, '../fixtures/keys/office.keys.format-1.json');
/** The data key that its slots wrap. */
const FIRST_DATA_KEY = Buffer.from('5f'.repeat(16) + '21'.repeat(16), 'hex');
const FIRST_RECOVERY_KEY = '2345-6789-ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-4567-89AB-CDEF-GHJK';

let office: TestOffice;
afterEach(() => office.remove());

/** An office whose key file is of the first format. */
async function firstOffice() {
  office = await TestOffice.setUp();
  await office.addPerson('ruth', ['lead_professional']);
  const files = officeFiles(path.join(office.folder, 'office'));
  const key = Buffer.from(office.desk.opened().dataKey);
  office.desk.close();
  encryptAnew({ file: files.database, key }, FIRST_DATA_KEY);
  copyFileSync(FIRST, files.keys);
  const handle = openHandle({ file: files.database, key: FIRST_DATA_KEY });
  rmSync(files.seal);
  sealAnew(headOf(handle), files, FIRST_DATA_KEY);
  handle.close();
  return files;
}

describe('a key file of the first format', () => {
  test('opens for everybody in it, and becomes one of key pairs as each comes in', async () => {
    const files = await firstOffice();
    const pairs = () =>
      readKeys(files)
        .slots.filter(hasPair)
        .map((slot) => slot.user)
        .sort();
    expect((await office.refused('access.signIn', { userName: 'ruth', passphrase: 'not hers' })).code).toBe(
      'wrong_passphrase',
    );
    expect(readKeys(files).format).toBe(1);
    await office.signIn('ruth');
    expect(readKeys(files).format).toBe(2);
    expect(pairs()).toEqual(['ruth']);
    await office.do('access.lock', {});
    await office.signIn('margaret');
    expect(pairs()).toEqual(['margaret', 'ruth']);
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
    await office.do('access.lock', {});
    for (const user of ['ruth', 'margaret']) {
      await office.signIn(user);
      await office.do('access.lock', {});
    }
  });

  test('opens with its recovery key, and with the one that takes its place before the file has a new key', async () => {
    await firstOffice();
    const { administrators } = await office.do('access.checkRecoveryKey', {
      recoveryKey: FIRST_RECOVERY_KEY,
    });
    expect(administrators.map((each) => each.userName)).toEqual(['margaret']);
    await office.signIn('margaret');
    expect(await office.do('access.rekeyPlan', {})).toMatchObject({ without: ['ruth'], recovery: false });
    expect((await office.refused('access.rekey', { passphrase: PASSPHRASE, agreeWithout: true })).code).toBe(
      'invalid',
    );
    const { recoveryKey } = await office.do('access.newRecoveryKey', { passphrase: PASSPHRASE });
    await office.do('access.confirmRecoveryKey', { lastGroup: recoveryKey.slice(-4) });
    expect((await office.refused('access.rekey', { passphrase: PASSPHRASE })).field).toBe('agreeWithout');
    await office.do('access.rekey', { passphrase: PASSPHRASE, agreeWithout: true });
    await office.do('access.lock', {});
    expect((await office.refused('access.signIn', { userName: 'ruth', passphrase: PASSPHRASE })).code).toBe(
      'wrong_passphrase',
    );
    expect((await office.refused('access.checkRecoveryKey', { recoveryKey: FIRST_RECOVERY_KEY })).code).toBe(
      'wrong_passphrase',
    );
    await office.do('access.checkRecoveryKey', { recoveryKey });
    await office.signIn('margaret');
  });
});
