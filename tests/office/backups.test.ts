import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { openHandle } from '#electron/office/database/handle.ts';
import { migrationsDir, PASSPHRASE, TestOffice } from './support/office.ts';

let office: TestOffice;
afterEach(() => office.remove());

const own = () => path.join(office.folder, 'office', 'backups');

describe('backups', () => {
  test('a backup is encrypted, verified, listed, in the audit trail, and opens as an office again', async () => {
    office = await TestOffice.setUp();
    await office.addPerson('ruth', ['lead_professional'], { name: 'Ruth Adeyemi' });
    const made = await office.do('backups.make', {});
    expect(made).toMatchObject({ folder: own(), verified: true });
    expect(made.rows).toBeGreaterThan(5);
    const bytes = readFileSync(path.join(own(), made.file));
    expect(bytes.subarray(0, 15).toString('latin1')).not.toBe('SQLite format 3');
    expect(bytes.includes('Adeyemi')).toBe(false);
    expect((await office.do('backups.list', {})).backups).toEqual([
      {
        file: made.file,
        place: 'own',
        madeAt: expect.any(String),
        bytes: bytes.length,
        state: 'verified',
        holds: expect.objectContaining({
          rows: made.rows,
          signIns: 2,
          children: 0,
          trustName: 'Marlford Children’s Trust',
        }),
      },
    ]);
    // Into an empty folder with its keys, it is the office.
    const kept = new TestOffice();
    const folder = path.join(kept.folder, 'office');
    mkdirSync(folder);
    copyFileSync(path.join(own(), made.file), path.join(folder, 'office.db'));
    copyFileSync(
      path.join(own(), made.file.replace('.db', '.keys.json')),
      path.join(folder, 'office.keys.json'),
    );
    expect(
      (await kept.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE })).details,
    ).toEqual([{ message: expect.stringContaining('(office.seal) is missing') }]);
    await kept.do('access.signIn', {
      userName: 'margaret',
      passphrase: PASSPHRASE,
      knowing: 'The computer was stolen; this is the newest backup.',
    });
    expect((await kept.do('people.list', { search: 'Ruth' })).rows.map((row) => row.name)).toEqual([
      'Ruth Adeyemi',
    ]);
    kept.remove();
  });

  test('a backup goes to a chosen folder, and what is damaged there is not what was verified', async () => {
    office = await TestOffice.setUp();
    const folder = path.join(office.folder, 'stick', 'copies');
    const token = office.desk.tokens.add(folder, 'write');
    const made = await office.do('backups.make', { folder: token });
    expect(readdirSync(folder).sort()).toEqual(
      ['.check.json', '.db', '.keys.json'].map((ending) => made.file.replace('.db', ending)),
    );
    expect(existsSync(own())).toBe(false);
    // A truncated copy and one without its keys are shown as they are.
    await office.do('backups.make', {});
    const [first] = (await office.do('backups.list', {})).backups;
    const file = path.join(own(), first?.file ?? '');
    writeFileSync(file, readFileSync(file).subarray(0, 8192));
    expect((await office.do('backups.list', {})).backups[0]?.state).toBe('damaged');
    const second = await office.do('backups.make', {});
    rmSync(path.join(own(), second.file.replace('.db', '.keys.json')));
    expect((await office.do('backups.list', {})).backups.map((one) => one.state)).toEqual([
      'no_keys',
      'damaged',
    ]);
  });

  test('a folder that cannot be written is refused in words and nothing is left', async () => {
    office = await TestOffice.setUp();
    const inTheWay = path.join(office.folder, 'a-file');
    writeFileSync(inTheWay, 'x');
    const token = office.desk.tokens.add(path.join(inTheWay, 'copies'), 'write');
    const problem = await office.refused('backups.make', { folder: token });
    expect(problem.code).toBe('folder_unwritable');
    expect(readFileSync(inTheWay, 'utf8')).toBe('x');
    expect((await office.do('backups.list', {})).backups).toEqual([]);
  });

  test('older backups go by rotation, with their keys', async () => {
    office = await TestOffice.setUp();
    for (let day = 1; day <= 20; day++) {
      office.clock.day = `2008-11-${String(day).padStart(2, '0')}`;
      await office.do('backups.make', {});
    }
    const { backups } = await office.do('backups.list', {});
    expect(backups.map((one) => one.madeAt.slice(8, 10))).toEqual(
      Array.from({ length: 14 }, (_, index) => String(20 - index).padStart(2, '0')),
    );
    expect(readdirSync(own())).toHaveLength(14 * 3);
  });

  test('before an update the file is backed up first, and without a backup there is no update', async () => {
    office = await TestOffice.setUp();
    const { dataKey, files } = office.desk.opened();
    const key = Buffer.from(dataKey);
    office.desk.close();
    // As a file of an older version: the next migration is still to come.
    const newer = path.join(office.folder, 'migrations');
    mkdirSync(newer);
    for (const name of readdirSync(migrationsDir).filter((one) => one.endsWith('.sql')))
      copyFileSync(path.join(migrationsDir, name), path.join(newer, name));
    writeFileSync(path.join(newer, '9990_later.sql'), 'CREATE TABLE later (id INTEGER PRIMARY KEY) STRICT;');
    office.desk.options.migrationsDir = newer;
    writeFileSync(files.backups, 'in the way');
    const problem = await office.refused('access.signIn', {
      userName: 'margaret',
      passphrase: 'correct horse battery staple',
    });
    expect(problem.code).toBe('folder_unwritable');
    const handle = openHandle({ file: files.database, key });
    expect(handle.pragma('user_version', { simple: true })).not.toBe(9990);
    handle.close();
    rmSync(files.backups);
    await office.signIn('margaret');
    const { backups } = await office.do('backups.list', {});
    expect(backups).toMatchObject([{ state: 'verified' }]);
    expect(backups[0]?.file).toMatch(/^office-.*-before-update\.db$/);
    const rows = office.desk.opened().readerHandle.prepare('SELECT count(*) FROM later').pluck().get();
    expect(rows).toBe(0);
  });
});
