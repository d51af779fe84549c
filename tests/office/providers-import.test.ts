import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { ImportReport } from '#shared/contract/providers.ts';
import { call } from '#electron/office/gate.ts';
import { TestOffice } from './support/office.ts';

const LAMBETH = path.resolve(import.meta.dirname, '../fixtures/payments/council-payments-2012-06.csv');
const CHILDREN = "Children and Young People's Service";

let office: TestOffice;
let folder: string;
beforeEach(async () => {
  office = await TestOffice.setUp();
  folder = mkdtempSync(path.join(tmpdir(), 'trust-desk-file-'));
  await office.addPerson('buyer', ['commissioner']);
  await office.signIn('buyer');
});
afterEach(() => {
  office.remove();
  rmSync(folder, { recursive: true, force: true });
});

function choose(file: string): string {
  return office.desk.tokens.add(file, 'read');
}

function chooseText(text: string | Buffer, name = 'payments.csv'): string {
  const file = path.join(folder, name);
  writeFileSync(file, text);
  return choose(file);
}

function expectWhole(report: ImportReport): void {
  expect(report.imported + report.folded + report.skipped + report.refused).toBe(report.rows);
  expect(report.refusals).toHaveLength(report.refused);
  expect(report.skippedBecause.reduce((sum, { rows }) => sum + rows, 0)).toBe(report.skipped);
}

async function importFile(file: string, departments: string[] = [], agreedFolds: string[] = []) {
  const { mapping } = await office.do('providers.readFile', { file });
  const report = await office.do('providers.import', { file, mapping, departments, agreedFolds });
  expectWhole(report);
  return report;
}

const names = async () =>
  (await office.do('providers.list', { pageSize: 100 })).rows.map((row) => row.name).sort();

describe('the payments file of a real council', () => {
  test('its heading is found under the report’s own, its columns guessed, its departments counted', async () => {
    const read = await office.do('providers.readFile', { file: choose(LAMBETH) });
    expect(read).toMatchObject({
      fileName: 'council-payments-2012-06.csv',
      rows: 3161,
      mapping: { headerRow: 9, supplier: 2, department: 1, paidOn: 3, amount: 4, description: 5 },
      departments: [
        { name: "Adults' and Community Services", rows: 1368 },
        { name: CHILDREN, rows: 1013 },
        { name: 'Housing, Regeneration and Environment', rows: 465 },
        { name: 'Office of the Chief Executive/Finance and Resources', rows: 309 },
      ],
    });
    expect(read.header[2]).toBe('Supplier Name');
    expect(read.sample[0]?.[2]).toBe('170 Community Project');
  });

  test('the children’s rows become providers, each row that ran together is listed, and a second run doubles nothing', async () => {
    const file = choose(LAMBETH);
    const report = await importFile(file, [CHILDREN]);
    expect(report).toMatchObject({
      rows: 3161,
      imported: 776,
      folded: 0,
      skipped: 2148,
      refused: 237,
      providersAdded: 209,
      providersKnown: 0,
      folds: [],
      dryRun: false,
    });
    expect(report.skippedBecause).toEqual([
      { reason: 'Another department', rows: 2142 },
      { reason: 'Blank row', rows: 5 },
      { reason: 'The report’s own total', rows: 1 },
    ]);
    const refusal = (row: number) => report.refusals.find((each) => each.row === row);
    expect(refusal(19)).toEqual({
      row: 19,
      wrong: 'The date and the amount have run together in one cell: “25/06/2012900”.',
      text: "Lambeth,Children and Young People's Service,A A GuestHouses,25/06/2012900,PRIVATE RESIDENTIAL CARE",
    });
    expect(refusal(441)?.wrong).toBe(
      'The supplier’s name and the date have run together in one cell: “Catch2212/06/2012”.',
    );
    expect(report.refusals.find((each) => each.text.includes('Academy21'))?.wrong).toBe(
      'The supplier’s name, the date and the amount have run together in one cell: “Inter High Education/Academy2129/05/2012740”.',
    );
    const lines = readFileSync(LAMBETH, 'utf8').split('\n');
    for (const { row, text } of report.refusals) expect(lines[row - 1]).toBe(text);

    const again = await importFile(file, [CHILDREN]);
    expect(again).toMatchObject({
      imported: 0,
      folded: 0,
      refused: 237,
      providersAdded: 0,
      providersKnown: 209,
    });
    expect(again.skippedBecause).toContainEqual({ reason: 'Already here from an earlier import', rows: 776 });
    expect((await office.do('providers.list', {})).total).toBe(209);
  });

  test('what was paid adds up to the file, to the penny, and new providers wait to be checked', async () => {
    await importFile(choose(LAMBETH), [CHILDREN]);
    const { rows } = await office.do('providers.list', { search: 'A*Transport' });
    expect(rows).toMatchObject([
      {
        name: 'A*Transport Ltd',
        status: 'prospective',
        payments: 3,
        lastPaidOn: '2012-06-25',
        lastPaidPence: 629_525,
      },
    ]);
    const provider = await office.do('providers.get', { id: rows[0]?.id ?? 0 });
    expect(provider.paymentsTotal).toEqual({ count: 3, netPence: 679_525 + 645_425 + 629_525 });
    expect(provider.payments[0]).toEqual({
      paidOn: '2012-06-25',
      netPence: 629_525,
      description: 'HOME TO SCHOOL TRANSPORT',
    });
    expect(provider.spellings).toEqual(['A*Transport Ltd.']);
  });

  test('two spellings of one supplier are shown, and folded only when somebody agrees', async () => {
    const file = choose(LAMBETH);
    const { mapping } = await office.do('providers.readFile', { file });
    const tried = await office.do('providers.tryImport', { file, mapping, departments: [] });
    expectWhole(tried);
    expect(tried.dryRun).toBe(true);
    expect(tried.folds.map((fold) => fold.key).sort()).toEqual(['mears', 'newcenturycare']);
    expect(tried.folded).toBe(0);
    expect((await office.do('providers.list', {})).total).toBe(0);

    const report = await importFile(file, [], ['mears']);
    expect(report).toMatchObject({ folded: 2, providersAdded: tried.providersAdded - 1 });
    expect(await office.do('providers.list', { search: 'Mears' })).toMatchObject({ total: 1 });
    expect(
      (await office.do('providers.list', { search: 'New Century Care' })).rows.map((row) => row.name),
    ).toEqual(['New Century Care', 'New Century Care Ltd']);
    const again = await importFile(file, [], ['mears', 'newcenturycare']);
    expect(again).toMatchObject({ imported: 0, folded: 0, providersAdded: 0, folds: [] });
  });
});

describe('files of every kind', () => {
  const HEADING = 'Department,Supplier Name,Payment Date,Net Amount,Purpose\n';

  test('a supplier on the list already is offered, and takes the rows only when somebody agrees', async () => {
    const { id } = await office.do('providers.add', { name: 'Sunny Futures Ltd', kind: 'private' });
    const text = `${HEADING}CYPS,SUNNY FUTURES LIMITED,01/06/2012,10.00,Play\nCYPS,Sunny Futures Ltd,02/06/2012,20.00,Play\n`;
    const file = chooseText(text);
    const { mapping } = await office.do('providers.readFile', { file });
    const tried = await office.do('providers.tryImport', { file, mapping, departments: [] });
    expect(tried.folds).toEqual([
      {
        key: 'sunnyfutures',
        name: 'Sunny Futures Ltd',
        spellings: [
          { text: 'Sunny Futures Ltd', rows: 1 },
          { text: 'SUNNY FUTURES LIMITED', rows: 1 },
        ],
      },
    ]);
    expect(tried).toMatchObject({ imported: 2, folded: 0, providersAdded: 1, providersKnown: 1 });
    const report = await importFile(file, [], ['sunnyfutures']);
    expect(report).toMatchObject({ imported: 1, folded: 1, providersAdded: 0, providersKnown: 1 });
    expect((await office.do('providers.get', { id })).spellings).toEqual(['SUNNY FUTURES LIMITED']);
    expect((await office.do('providers.get', { id })).paymentsTotal).toEqual({ count: 2, netPence: 3000 });
  });

  test('spellings that nobody agreed to stay apart, also when a later file brings another', async () => {
    const file = chooseText(
      `${HEADING}CYPS,Acorn Ltd.,01/06/2012,10.00,\nCYPS,ACORN LTD,01/06/2012,10.00,\n`,
    );
    expect(await importFile(file)).toMatchObject({ imported: 2, folded: 0, providersAdded: 2 });
    expect(await names()).toEqual(['ACORN LTD', 'Acorn Ltd.']);
    const later = chooseText(`${HEADING}CYPS,The Acorn,01/07/2012,5.00,\nCYPS,ACORN LTD,01/07/2012,7.00,\n`);
    const report = await importFile(later);
    expect(report).toMatchObject({ imported: 2, providersAdded: 1, providersKnown: 1 });
    expect(report.folds[0]?.spellings.map((spelling) => spelling.text)).toContain('The Acorn');
    expect(await names()).toEqual(['ACORN LTD', 'Acorn Ltd.', 'The Acorn']);
  });

  test('credits are kept, identical rows are counted, withheld names are left out, a total is no payment', async () => {
    const text = `${HEADING}CYPS,Acorn,01/06/2012,-12.50,\nCYPS,Acorn,01/06/2012,(7.50),\nCYPS,Acorn,02/06/2012,"1,234.5",\nCYPS,Acorn,02/06/2012,"1,234.5",\nCYPS,REDACTED PERSONAL DATA,02/06/2012,9.00,\n,,,,\nTotal,,,9999.00,\n`;
    const report = await importFile(chooseText(text));
    expect(report).toMatchObject({ rows: 7, imported: 4, skipped: 3, refused: 0 });
    expect(report.skippedBecause.map((each) => each.reason)).toContain('The file withholds the name');
    const [row] = (await office.do('providers.list', {})).rows;
    const provider = await office.do('providers.get', { id: row?.id ?? 0 });
    expect(provider.paymentsTotal).toEqual({ count: 4, netPence: -1250 - 750 + 2 * 123_450 });
  });

  test('the next month’s file adds only what is new', async () => {
    const june = `${HEADING}CYPS,Acorn,01/06/2012,10.00,\nCYPS,Acorn,01/06/2012,10.00,\n`;
    await importFile(chooseText(june));
    const report = await importFile(
      chooseText(`${june}CYPS,Acorn,01/06/2012,10.00,\nCYPS,Acorn,03/07/2012,4.00,\n`, 'july.csv'),
    );
    expect(report).toMatchObject({ rows: 4, imported: 2, skipped: 2 });
  });

  test('departments imported one after the other do not hide each other’s equal rows', async () => {
    const file = chooseText(`${HEADING}One,Acorn,01/06/2012,10.00,\nTwo,Acorn,01/06/2012,10.00,\n`);
    expect(await importFile(file, ['One'])).toMatchObject({ imported: 1 });
    expect(await importFile(file, ['Two'])).toMatchObject({ imported: 1 });
  });

  test('a list of suppliers without dates or amounts gives providers without payments', async () => {
    const file = chooseText('Supplier;Town\nAcorn;Leeds\nBeech;York\nAcorn;Leeds\n;York\n');
    expect(await importFile(file)).toMatchObject({ rows: 4, imported: 3, refused: 1, providersAdded: 2 });
    expect(await importFile(file)).toMatchObject({ imported: 0, skipped: 3, refused: 1, providersAdded: 0 });
    expect((await office.do('providers.list', {})).rows.map((row) => row.payments)).toEqual([0, 0]);
  });

  test('what is no payments file gets a problem in words, and nothing is changed', async () => {
    const cases: [string, string | Buffer, RegExp][] = [
      ['book.xlsx', Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0, 0]), /workbook/],
      ['picture.csv', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2]), /not text/],
      ['empty.csv', '', /empty/],
      ['page.csv', '<html><body>a,b</body></html>', /web page/],
      ['prose.csv', 'Dear all,\nhere, as promised, is nothing.\nYours\n', /heading|table/],
    ];
    for (const [name, content, words] of cases) {
      const problem = await office.refused('providers.readFile', { file: chooseText(content, name) });
      expect(problem).toMatchObject({ code: 'not_csv', field: 'file' });
      expect(problem.message).toMatch(words);
      expect(problem.message).toContain('Nothing was read');
    }
    const gone = await office.refused('providers.readFile', { file: choose(path.join(folder, 'gone.csv')) });
    expect(gone.code).toBe('file_unreadable');
    expect((await office.refused('providers.readFile', { file: 'not-a-token' })).code).toBe(
      'file_unreadable',
    );
    const file = chooseText(`${HEADING}CYPS,Acorn,01/06/2012,10.00,\n`);
    const { mapping } = await office.do('providers.readFile', { file });
    const outside = await office.refused('providers.import', {
      file,
      mapping: { ...mapping, amount: 9 },
      departments: [],
    });
    expect(outside.code).toBe('invalid');
    expect((await office.do('providers.list', {})).total).toBe(0);
  });

  test('a cancelled import leaves nothing', async () => {
    const rows = Array.from({ length: 3000 }, (_, n) => `CYPS,Supplier ${n % 50},01/06/2012,${n}.00,\n`).join(
      '',
    );
    const file = chooseText(HEADING + rows);
    const { mapping } = await office.do('providers.readFile', { file });
    const stop = new AbortController();
    const labels = new Set<string>();
    const result = await call(
      office.desk,
      'providers.import',
      { file, mapping, departments: [] },
      {
        signal: stop.signal,
        onProgress: (done, _total, label) => {
          labels.add(label);
          if (label === 'Importing rows' && done > 400) stop.abort();
        },
      },
    );
    expect(result).toMatchObject({ ok: false, problem: { code: 'cancelled' } });
    expect([...labels]).toContain('Reading rows');
    expect((await office.do('providers.list', {})).total).toBe(0);
    for (const table of ['provider_imports', 'provider_spellings', 'provider_payments'])
      expect(office.desk.opened().readerHandle.prepare(`SELECT count(*) AS n FROM ${table}`).get()).toEqual({
        n: 0,
      });
    expect(await importFile(file)).toMatchObject({ imported: 3000, providersAdded: 50 });
  });

  test('the rows of any file add up, tried or imported, and a second import of it adds none', async () => {
    const cell = fc.constantFrom(
      '',
      'One',
      'Acorn',
      'ACORN LTD',
      'Beech',
      'Total',
      'Redacted',
      '"',
      '01/06/2012',
      '-2.50',
      '7',
      'x',
    );
    const row = fc.oneof(
      fc.tuple(
        fc.constantFrom('One', 'Two'),
        fc.constantFrom('Acorn', 'ACORN Ltd', 'Beech', ''),
        fc.constantFrom('01/06/2012', '02/06/2012', '01/06/20127'),
        fc.constantFrom('1.00', '2', ''),
        fc.constant(''),
      ),
      fc.array(cell, { maxLength: 6 }),
    );
    const mapping = { headerRow: 0, department: 0, supplier: 1, paidOn: 2, amount: 3, description: 4 };
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 25 }),
        fc.subarray(['One', 'Two']),
        fc.subarray(['acorn']),
        async (rows, departments, agreedFolds) => {
          const file = chooseText(HEADING + rows.map((cells) => cells.join(',')).join('\n'));
          const input = { file, mapping, departments, agreedFolds };
          const tried = await office.do('providers.tryImport', input);
          expectWhole(tried);
          const report = await office.do('providers.import', input);
          expect(report).toEqual({ ...tried, dryRun: false });
          const again = await office.do('providers.import', input);
          expectWhole(again);
          expect(again).toMatchObject({ imported: 0, folded: 0, providersAdded: 0, refused: report.refused });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('only those who manage providers may import', async () => {
    await office.signIn('margaret');
    await office.addPerson('worker', ['practitioner']);
    await office.signIn('worker');
    const file = chooseText(`${HEADING}CYPS,Acorn,01/06/2012,10.00,\n`);
    expect((await office.refused('providers.readFile', { file })).code).toBe('not_allowed');
  });
});
