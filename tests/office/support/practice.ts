import { call } from '#electron/office/gate.ts';
import { buildPractice } from '#electron/office/practice/practice.service.ts';
import { practicePassphrase } from '#electron/office/practice/sign-ins.ts';
import { TestOffice } from './office.ts';

/** The practice office in a folder of its own: a trust with children, plans, money and orders in every state. */
export async function practiceOffice(): Promise<TestOffice> {
  const office = new TestOffice();
  await buildPractice(office.desk.options, { ask: call, progress: () => Promise.resolve() });
  office.desk.using = 'practice';
  return office;
}

/** Signs in as one of its people. */
export async function as(office: TestOffice, user: string): Promise<void> {
  await office.do('access.signIn', { userName: user, passphrase: practicePassphrase(user) });
}
