import { roles } from '#shared/domain/roles.ts';
import type { Context } from '../context.ts';
import type { FeatureHandlers } from '../handler.ts';
import { openPractice } from '../practice/practice.service.ts';
import { practicePassphrase, practicePeople } from '../practice/sign-ins.ts';
import { confirmRecoveryKey, lock, setUp, signIn, status } from './access.service.ts';

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

/** Set-up, sign-in, lock, and the practice office. */
export const handlers: FeatureHandlers<'access'> = {
  'access.status': status,
  'access.setUp': setUp,
  'access.confirmRecoveryKey': confirmRecoveryKey,
  'access.signIn': signIn,
  'access.lock': lock,
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
