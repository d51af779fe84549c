import { copyFileSync, mkdirSync, renameSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type Database from 'better-sqlite3';
import { describe, expect, test } from 'vitest';
import { emptyOffice, expectInWords, officeWithCase, watchOffices } from './support/bad-days.ts';
import { bytesIn } from './support/files.ts';
import { PASSPHRASE, setUpInput } from './support/office.ts';

watchOffices();

/** All but SQLite's own scratch file for readers, which holds nothing of the office and is made anew each time. */
function lasting(folder: string): Map<string, Buffer> {
  return new Map([...bytesIn(folder)].filter(([name, bytes]) => !name.endsWith('-shm') && bytes.length > 0));
}

/** An office with a case in it, closed; and what a person hears who signs in to it. */
async function closedOffice(last: (handle: Database.Database) => void = () => undefined) {
  const { office } = await officeWithCase();
  const { files, writerHandle } = office.desk.opened();
  last(writerHandle);
  office.desk.close();
  const signIn = () => office.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
  return { office, files, signIn, folder: path.join(office.folder, 'office') };
}

describe('an office file that cannot be opened', () => {
  test('because a newer version wrote it is refused, byte for byte as it was', async () => {
    const { folder, signIn, office } = await closedOffice(
      (handle) => void handle.pragma('user_version = 9990'),
    );
    const before = lasting(folder);
    expectInWords(await signIn(), 'newer_file');
    expect(lasting(folder)).toEqual(before);
    expect((await office.do('access.status', {})).state).toBe('locked');
  });

  test('because a newer version wrote it and was cut off is refused, its log as it was', async () => {
    const { office } = await officeWithCase();
    const { files, writerHandle } = office.desk.opened();
    writerHandle.pragma('user_version = 9990');
    const other = emptyOffice();
    const folder = path.join(other.folder, 'office');
    mkdirSync(folder);
    for (const name of ['office.db', 'office.db-wal', 'office.keys.json'])
      copyFileSync(path.join(files.folder, name), path.join(folder, name));
    const before = lasting(folder);
    expect(before.get('office.db-wal')?.length).toBeGreaterThan(0);
    expectInWords(
      await other.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE }),
      'newer_file',
    );
    expect(lasting(folder)).toEqual(before);
  });

  test.each([
    ['a page in its middle', 0.5],
    ['its first page', 0],
    ['its last page', 0.99],
  ])('because %s is damaged is refused and left as it is', async (_what, share) => {
    const { files, folder, signIn } = await closedOffice();
    const bytes = bytesIn(folder).get('office.db') ?? Buffer.alloc(0);
    const page = Math.floor((bytes.length / 4096) * share) * 4096;
    writeFileSync(
      files.database,
      Buffer.concat([bytes.subarray(0, page), Buffer.alloc(4096, 0x41), bytes.subarray(page + 4096)]),
    );
    const before = lasting(folder);
    expectInWords(await signIn(), 'damaged_file');
    expect(lasting(folder)).toEqual(before);
  });

  test.each([0, 100, 8192])(
    'because it was cut off after %d bytes is refused and left as it is',
    async (length) => {
      const { files, folder, signIn } = await closedOffice();
      truncateSync(files.database, length);
      const before = bytesIn(folder).get('office.db');
      expectInWords(await signIn(), 'damaged_file');
      expect(bytesIn(folder).get('office.db')).toEqual(before);
    },
  );

  test('because it is another office’s is refused and left as it is', async () => {
    const { files, folder, signIn } = await closedOffice();
    const other = await closedOffice();
    copyFileSync(other.files.database, files.database);
    const before = lasting(folder);
    expectInWords(await signIn(), 'damaged_file');
    expect(lasting(folder)).toEqual(before);
  });

  test('because its keys are missing is refused; with them it opens', async () => {
    const { office, files, folder, signIn } = await closedOffice();
    const away = path.join(office.folder, 'away.json');
    renameSync(files.keys, away);
    const before = lasting(folder);
    expectInWords(await signIn(), 'no_office');
    expectInWords(await office.refused('access.setUp', setUpInput), 'office_exists');
    expect(lasting(folder)).toEqual(before);
    renameSync(away, files.keys);
    await office.signIn('margaret');
  });

  test.each(['', '{', '{"format":2}', 'Birchall'])(
    'because its keys are damaged (%j) is refused',
    async (text) => {
      const { files, folder, signIn } = await closedOffice();
      writeFileSync(files.keys, text);
      const before = lasting(folder);
      expectInWords(await signIn(), 'damaged_file');
      expect(lasting(folder)).toEqual(before);
    },
  );

  test('because it is missing is refused, and no empty one is put in its place', async () => {
    const { files, folder, signIn } = await closedOffice();
    rmSync(files.database);
    expectInWords(await signIn(), 'no_office');
    expect([...bytesIn(folder).keys()]).toEqual(['office.keys.json', 'office.lock', 'office.seal']);
  });
});
