/**
 * A program of its own that gives an office a new key and is killed at one step of it: `folder point`. A step is
 * whatever changes a file or a database from the first report of progress on; at a step that writes, half of it is
 * written. The point `count` stops nowhere and says how many steps there were; the one after the last is killed when
 * the new key was acknowledged.
 */
import Database from 'better-sqlite3';
import fs, { writeSync } from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { Desk } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { silentLog } from '#electron/office/log.ts';
import { migrationsDir, PASSPHRASE, TestClock } from '#tests/office/support/office.ts';

const [folder = '', point = 'count'] = process.argv.slice(2);
const write = writeSync;
let step = -1;

function say(line: string): void {
  write(1, `${line}\n`);
}

function die(what: string): void {
  say(`dying at ${step}: ${what}`);
  process.kill(process.pid, 'SIGKILL');
}

/** Whether this is the step at which the program dies. */
function isLast(): boolean {
  if (step < 0) return false;
  step++;
  return step === Number(point);
}

type Any = (...args: never[]) => unknown;

/** Makes a step of every call of a function, or of those that change something. */
function steps(of: object, name: string, isChange: (args: unknown[]) => boolean = () => true): void {
  const real = Reflect.get(of, name) as Any;
  const counted = function (this: unknown, ...args: never[]): unknown {
    if (isChange(args) && isLast()) {
      if (name === 'writeSync') writeHalf(args);
      die(name);
    }
    return real.apply(this, args);
  };
  Object.assign(of, { [name]: counted });
}

function writeHalf([handle, bytes]: unknown[]): void {
  if (Buffer.isBuffer(bytes)) write(handle as number, bytes, 0, Math.floor(bytes.length / 2));
}

for (const name of ['writeSync', 'fsyncSync', 'renameSync', 'copyFileSync']) steps(fs, name);
steps(fs, 'openSync', ([, flags]) => flags !== 'r');
steps(fs, 'mkdirSync', ([made]) => !fs.existsSync(String(made)));
steps(fs, 'rmSync', ([file]) => fs.existsSync(String(file)));
syncBuiltinESMExports();
for (const name of ['exec', 'close']) steps(Database.prototype, name);
steps(Database.prototype, 'pragma', ([text]) => /journal_mode|rekey|checkpoint/.test(String(text)));

const desk = new Desk({
  officeDir: folder,
  practiceDir: `${folder}-practice`,
  migrationsDir,
  version: '0.0.0-test',
  log: silentLog,
  keyCost: 2 ** 10,
  clock: new TestClock('2008-10-14'),
});

async function ask(name: string, input: unknown, onProgress?: () => void): Promise<void> {
  const result = await call(desk, name, input, onProgress ? { onProgress } : {});
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
}

await ask('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
say('signed in');
await ask('access.rekey', { passphrase: PASSPHRASE }, () => {
  if (step < 0) step = 0;
  else if (isLast()) die('progress');
});
const done = step;
step = -1;
say(`done in ${done}`);
if (point !== 'count') process.kill(process.pid, 'SIGKILL');
desk.close();
