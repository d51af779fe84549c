import { render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import type { Output } from '#shared/contract/index.ts';
import type { ShellBridge } from '#shared/contract/shell.ts';
import { App } from '#renderer/app/App.tsx';
import { router } from '#renderer/app/routes.tsx';
import { lastUser } from '#renderer/access/lastUser.ts';
import { type Answers, FakeOffice, fakeShell, noNews, signedInAs } from './fakeOffice.ts';

type Status = Output<'access.status'>;

/** Signed in as Margaret, who may do nearly everything. */
export const margaret = signedInAs(['coordinator', 'budget_manager', 'system_admin']);
const helen = signedInAs(['coordinator', 'budget_manager'], 'Helen Castellan', 2);
/** An office that waits for a passphrase. */
export const locked: Status = {
  ...margaret,
  state: 'locked',
  person: null,
  trustName: null,
  lockMinutes: null,
};
/** A computer without an office. */
export const none: Status = { ...locked, state: 'none', hasOffice: false };
/** The practice office, with nobody in it. */
export const practice: Status = { ...locked, practice: true, hasPractice: true };
const signIns = [
  { user: 'margaret', name: 'Margaret Oakes', jobTitle: 'Co-ordinator', role: 'Co-ordinator' },
  { user: 'helen', name: 'Helen Castellan', jobTitle: 'Area manager', role: 'Budget manager' },
].map((one) => ({ ...one, passphrase: `practice desk ${one.user}` }));
const people: Record<string, Status> = { margaret, helen };

/** The whole window, at This computer, over a fake office that keeps who is signed in, as the real one does. */
export function openDesk(first: Status, answers: Answers = {}, shell: Partial<ShellBridge> = {}) {
  lastUser.userName = '';
  router.history.replace('/office/computer', undefined, { ignoreBlocker: true });
  let status = first;
  const signIn = (input: { userName: string }) => {
    status = { ...(people[input.userName] ?? margaret), practice: status.practice, hasPractice: true };
    return { ...status, news: noNews };
  };
  const office = new FakeOffice({
    'access.status': () => status,
    'access.signIn': signIn,
    'access.lock': () => {
      status = { ...locked, practice: status.practice, hasPractice: status.hasPractice };
      return { kept: true };
    },
    'access.openPractice': () => {
      status = practice;
      return { signIns };
    },
    'access.practiceSignIns': { signIns },
    'access.leavePractice': () => {
      status = locked;
      return {};
    },
    'work.today': { today: '2008-10-14', groups: [], yearGoneBp: 5400, budgets: [], lastBackupAt: null },
    ...answers,
  });
  window.office = office;
  window.shell = fakeShell(shell);
  render(<App />);
  return { office, user: userEvent.setup(), become: (next: Status) => (status = next) };
}
