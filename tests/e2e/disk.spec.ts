import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesThatTell, keysIn } from './support/data-folder.ts';
import { expect, test } from './support/desk-test.ts';
import { marlford, PASSPHRASE } from './support/marlford.ts';
import { tell } from './support/office.ts';

/* Every test here searches what its app left on the disk (see `kept` in desk-test.ts); this one tries the search. */
test('The search of what the app leaves on the disk finds a name, a passphrase and a key', async ({
  start,
  kept,
}) => {
  const { window, close } = await start();
  await tell(window, 'access.setUp', marlford);
  await close();
  const [key] = await keysIn(kept);
  if (!key) throw new Error('The tests’ own passphrase opens no key.');
  expect(await filesThatTell(kept, [key])).toEqual([]);
  const planted = path.join(kept, 'temporary', 'deep.tmp');
  for (const found of [
    Buffer.from('{"name":"Callum"}'),
    Buffer.from('-- Birchall --', 'utf16le'),
    Buffer.from(`passphrase=${PASSPHRASE}`),
    Buffer.concat([Buffer.alloc(70_000), key]),
    Buffer.from(key.toString('hex')),
    Buffer.from(key.toString('base64')),
  ]) {
    writeFileSync(planted, found);
    expect(await filesThatTell(kept, [key])).toEqual([planted]);
  }
  rmSync(planted);
  const log = path.join(kept, 'data', 'logs', 'dump.log');
  appendFileSync(log, 'Canal Street');
  expect(await filesThatTell(kept, [key])).toEqual([log]);
  rmSync(log);
});
