/**
 * A program of its own that works in an office until somebody kills it: `folder round`. It adds people and issues
 * orders without end, and writes a line for each that the office acknowledged, and for nothing else.
 */
import { writeSync } from 'node:fs';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import { Desk } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { silentLog } from '#electron/office/log.ts';
import { migrationsDir, PASSPHRASE, TestClock } from '#tests/office/support/office.ts';

const [folder = '', round = '', draftText = '{}'] = process.argv.slice(2);
const draft = JSON.parse(draftText) as Input<'orders.start'>;

const desk = new Desk({
  officeDir: folder,
  practiceDir: `${folder}-practice`,
  migrationsDir,
  version: '0.0.0-test',
  log: silentLog,
  keyCost: 2 ** 10,
  clock: new TestClock('2008-10-14'),
});

async function ask<N extends OperationName>(name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(desk, name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.data as Output<N>;
}

function acknowledge(line: string): void {
  writeSync(1, `${line}\n`);
}

await ask('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
for (let turn = 1; ; turn++) {
  const userName = `worker-${round}-${turn}`;
  const { id } = await ask('people.add', {
    name: `Worker ${round} ${turn}`,
    jobTitle: 'Family worker',
    agency: 'FAM',
    areaId: null,
    teamId: null,
    roles: ['practitioner'],
    userName,
    passphrase: PASSPHRASE,
  });
  acknowledge(`person ${id} ${userName}`);
  const started = await ask('orders.start', draft);
  const submitted = await ask('orders.submit', { id: started.id, version: started.version });
  const issued = await ask('orders.issue', { id: started.id, version: submitted.version });
  acknowledge(`order ${issued.id} ${issued.number}`);
}
