/**
 * A program of its own that brings a file up to date and is killed on the way: `file folder point [key]`, where the SQL of
 * the folder calls `die(n)` between its statements and `point` says at which n, or `after` the change.
 */
import { writeSync } from 'node:fs';
import { migrate, readMigrations } from '#electron/office/database/migrate.ts';
import { openHandle } from '#electron/office/database/handle.ts';
import { KEY } from './files.ts';

const [file = '', folder = '', point = '', key] = process.argv.slice(2);

function die(): void {
  writeSync(1, `dying at ${point}\n`);
  // The hardest end there is: nothing is closed, flushed or tidied.
  process.kill(process.pid, 'SIGKILL');
  for (;;) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1000);
}

const handle = openHandle({ file, key: key ? Buffer.from(key, 'hex') : KEY });
handle.function('die', (at) => {
  if (String(at) === point) die();
  return null;
});
migrate(handle, readMigrations(folder));
if (point === 'after') die();
handle.close();
