import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import Papa from 'papaparse';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { keepUntil } from '#shared/domain/keepUntil.ts';
import { call } from '#electron/office/gate.ts';
import { takeoutCell } from '#electron/office/takeout/cells.ts';
import { register } from './support/children.ts';
import { TestOffice } from './support/office.ts';

type Manifest = {
  rows: number;
  schema: number;
  leftOut: string[];
  tables: {
    table: string;
    file: string;
    rows: number;
    sha256: string;
    columns: { name: string; type: string }[];
  }[];
};

let office: TestOffice;
let folder: string;
beforeEach(async () => {
  office = await TestOffice.setUp();
  await office.addPerson('owen', ['data_protection'], {
    name: '=HYPERLINK("http://x")',
    jobTitle: '\'quoted\', "so"',
  });
  folder = path.join(office.folder, 'takeout');
});
afterEach(() => office.remove());

/** As the takeout's own README says it is done. */
const back = (text: string | undefined) => text?.replace(/^'/, '');
const target = () => office.desk.tokens.add(folder, 'write');

describe('takeout', () => {
  test('every table is there with its rows, hashes hold, and each value can be got back', async () => {
    await office.signIn('owen');
    const told = await office.do('takeout.export', { folder: target() });
    const manifest = JSON.parse(readFileSync(path.join(folder, 'manifest.json'), 'utf8')) as Manifest;
    expect(told).toEqual({ folder, tables: manifest.tables.length, rows: manifest.rows });
    expect(manifest).toMatchObject({
      classification: 'OFFICIAL-SENSITIVE',
      destroyAfter: keepUntil(String(Reflect.get(manifest, 'exportedAt'))),
    });
    const handle = office.desk.opened().readerHandle;
    const names = handle
      .prepare(
        "SELECT name FROM pragma_table_list WHERE type = 'table' AND schema = 'main' AND name NOT LIKE 'sqlite%'",
      )
      .pluck()
      .all() as string[];
    const secret = ['backup_codes', 'drafts', 'second_factors'];
    expect(manifest.tables.map((table) => table.table).sort()).toEqual(
      names.filter((name) => !secret.includes(name)).sort(),
    );
    expect(manifest.leftOut).toEqual(expect.arrayContaining(secret));
    expect(manifest.leftOut).toContain('child_words');
    for (const table of manifest.tables) {
      const bytes = readFileSync(path.join(folder, table.file));
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(table.sha256);
      const { data } = Papa.parse<string[]>(bytes.toString('utf8').replace(/^\ufeff/, ''), {
        skipEmptyLines: true,
      });
      expect(data[0]).toEqual(table.columns.map((column) => column.name));
      expect(data.length - 1).toBe(table.rows);
    }
    const people = Papa.parse<Record<string, string>>(
      readFileSync(path.join(folder, 'people.csv'), 'utf8').replace(/^\ufeff/, ''),
      { header: true, skipEmptyLines: true },
    ).data;
    const owen = people.find((row) => row.user_name === 'owen');
    expect(owen?.name).toBe('\'=HYPERLINK("http://x")');
    expect(back(owen?.name)).toBe('=HYPERLINK("http://x")');
    expect(back(owen?.job_title)).toBe('\'quoted\', "so"');
    expect(readFileSync(path.join(folder, 'README.txt'), 'utf8')).toContain('OFFICIAL-SENSITIVE');
  });

  test('no value, no letters, bytes and figures are told apart', () => {
    expect([null, '', 0, -3, '-3', '1', "'", Buffer.from([255, 0])].map(takeoutCell)).toEqual([
      '',
      '""',
      '0',
      '-3',
      '"\'-3"',
      '"1"',
      '"\'\'"',
      '"/wA="',
    ]);
  });

  test('a folder with something in it is left alone; the office’s own is refused; a role without the right too', async () => {
    await office.signIn('owen');
    mkdirSync(folder);
    writeFileSync(path.join(folder, 'people.csv'), 'mine');
    const told = await office.do('takeout.export', { folder: target() });
    expect(told.folder).toBe(path.join(folder, 'trust-desk-2008-10-14'));
    expect((await office.do('takeout.export', { folder: target() })).folder).toMatch(/-2$/);
    expect(readFileSync(path.join(folder, 'people.csv'), 'utf8')).toBe('mine');
    folder = path.join(office.folder, 'office', 'backups', 'takeout');
    expect((await office.refused('takeout.export', { folder: target() })).code).toBe('folder_unwritable');
    expect(existsSync(folder)).toBe(false);
    await office.signIn('margaret');
    expect((await office.refused('takeout.export', { folder: target() })).code).toBe('not_allowed');
  });

  test('a takeout that is stopped leaves nothing, not even in a folder that was there', async () => {
    await office.signIn('owen');
    mkdirSync(folder);
    const controller = new AbortController();
    let seen = 0;
    const result = await call(
      office.desk,
      'takeout.export',
      { folder: target() },
      {
        signal: controller.signal,
        onProgress: () => {
          if (++seen === 3) controller.abort();
        },
      },
    );
    expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect(readdirSync(folder)).toEqual([]);
  });

  test('12.3 with restricted records in it, it is agreed to by somebody else, that day, once', async () => {
    const child = await register(office);
    const { rows } = await office.do('people.list', { pageSize: 100 });
    const of = (signsInAs: RegExp) => rows.find((row) => signsInAs.test(row.name))?.id ?? 0;
    await office.do('children.restrict', {
      id: child,
      reason: 'media',
      note: 'A reporter asks about the family.',
      readers: [of(/Margaret/)],
    });
    await office.signIn('owen');
    expect((await office.refused('takeout.export', { folder: target() })).message).toMatch(
      /nobody else has agreed/,
    );
    expect(existsSync(folder)).toBe(false);
    const agreed = { personId: of(/HYPERLINK/), reason: 'The office moves to another program.' };
    expect((await office.refused('takeout.agree', agreed)).field).toBe('personId');
    await office.signIn('margaret');
    await office.do('takeout.agree', agreed);
    await office.signIn('owen');
    await office.do('takeout.export', { folder: target() });
    expect((await office.refused('takeout.export', { folder: target() })).code).toBe('not_allowed');
  });
});
