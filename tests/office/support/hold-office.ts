/** A program of its own that signs in to the office of a folder, says `open`, and holds it until it is killed. */
import path from 'node:path';
import { writeSync } from 'node:fs';
import { Desk } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { silentLog } from '#electron/office/log.ts';
import { migrationsDir, PASSPHRASE } from './office.ts';

const [folder = ''] = process.argv.slice(2);
const desk = new Desk({
  officeDir: path.join(folder, 'office'),
  practiceDir: path.join(folder, 'practice'),
  migrationsDir,
  version: '0.0.0-test',
  log: silentLog,
  program: 'terminal',
});
const result = await call(desk, 'access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
writeSync(1, result.ok ? 'open\n' : `${JSON.stringify(result.problem)}\n`);
setInterval(() => undefined, 60_000);
