import { roles } from '#shared/domain/roles.ts';
import type { Context } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { openPractice } from '../practice/practice.service.ts';
import { practicePassphrase, practicePeople } from '../practice/sign-ins.ts';
import { drafts, letDraftsGo, lock, setUp } from './access.service.ts';
import {
  beginSecondFactor,
  changePassphrase,
  confirmSecondFactor,
  endSecondFactor,
  givePassphrase,
  makeBackupCodes,
  mine,
  resetSecondFactor,
  saveLockMinutes,
  signInOf,
} from './mine.ts';
import { administrators, confirmRecoveryKey, makeRecoveryKey, recover } from './recovery.ts';
import { rekey, rekeyPlan } from './rekey.ts';
import { signIn } from './sign-in.ts';
import { status } from './status.ts';

function practiceSignIns() {
  return {
    signIns: practicePeople.map((person) => ({
      user: person.user,
      name: person.name,
      jobTitle: person.jobTitle,
      role: person.roles.map((role) => roles[role]).join(', '),
      passphrase: practicePassphrase(person.user),
    })),
  };
}

/** Set-up, sign-in, lock, keys, and the practice office. */
export const handlers: FeatureHandlers<'access'> = {
  'access.status': status,
  'access.setUp': setUp,
  'access.confirmRecoveryKey': confirmRecoveryKey,
  'access.signIn': signIn,
  'access.lock': lock,
  'access.checkRecoveryKey': administrators,
  'access.recover': recover,
  'access.newRecoveryKey': makeRecoveryKey,
  'access.mine': mine,
  'access.changePassphrase': changePassphrase,
  'access.beginSecondFactor': beginSecondFactor,
  'access.confirmSecondFactor': confirmSecondFactor,
  'access.newBackupCodes': makeBackupCodes,
  'access.endSecondFactor': endSecondFactor,
  'access.signInOf': signInOf,
  'access.givePassphrase': givePassphrase,
  'access.resetSecondFactor': resetSecondFactor,
  'access.setLockMinutes': saveLockMinutes,
  'access.rekeyPlan': rekeyPlan,
  'access.rekey': rekey,
  'access.drafts': drafts,
  'access.dropDrafts': letDraftsGo,
  'access.openPractice': async (context: Context, { startAgain }) => {
    await openPractice(context, startAgain);
    return practiceSignIns();
  },
  'access.practiceSignIns': practiceSignIns,
  'access.leavePractice': async (context: Context) => {
    await lock(context);
    context.desk.using = 'office';
    return {};
  },
};
