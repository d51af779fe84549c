import { describe, expect, test } from 'vitest';
import {
  cleanCell,
  decodeText,
  parseSheet,
  readSheet,
  rowText,
} from '#electron/office/providers/payments-file.ts';
import { guessMapping } from '#electron/office/providers/payments-mapping.ts';
import { readAmount, readDate, rowReader } from '#electron/office/providers/payments-rows.ts';
import { guessKind } from '#electron/office/providers/supplier-kind.ts';

const bytes = (text: string) => new TextEncoder().encode(text);

describe('letters', () => {
  test('UTF-8 with and without its mark, UTF-16, Windows and Macintosh', () => {
    expect(decodeText(bytes('Café £5'))).toBe('Café £5');
    expect(decodeText(bytes('\ufeffCafé'))).toBe('Café');
    expect(decodeText(Uint8Array.from([0xff, 0xfe, 0x41, 0x00, 0xe9, 0x00]))).toBe('Aé');
    expect(decodeText(Uint8Array.from([0x43, 0x61, 0x66, 0xe9, 0x20, 0x92, 0x73]))).toBe('Café ’s');
    expect(decodeText(Uint8Array.from([0x43, 0x61, 0x66, 0x8e, 0x20, 0xd5, 0x73]))).toBe('Café ’s');
    expect(decodeText(Uint8Array.from([0xa3, 0x35]))).toBe('£5');
  });

  test('daggers and no-break spaces are spaces', () => {
    expect(cleanCell('Bupa Care Homes† Seabrooke ')).toBe('Bupa Care Homes Seabrooke');
    expect(cleanCell('††††††\u00a0')).toBe('');
    expect(cleanCell(' plain  words ')).toBe('plain words');
    expect(cleanCell(undefined)).toBe('');
  });
});

describe('rows and cells', () => {
  test('commas, tabs, semicolons; line ends of every kind; quoted commas and line ends', () => {
    expect(parseSheet('a,b\r\n1,"x, y"\r\n').records).toEqual([
      ['a', 'b'],
      ['1', 'x, y'],
    ]);
    expect(parseSheet('a;b\r1;2').records).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ]);
    expect(parseSheet('a\tb\n1,5\t2').records).toEqual([
      ['a', 'b'],
      ['1,5', '2'],
    ]);
    expect(parseSheet('a,b\n"x\ny",2\n3,4').records).toEqual([
      ['a', 'b'],
      ['x\ny', '2'],
      ['3', '4'],
    ]);
    expect(parseSheet('a,b\n\n1,2\n').records).toEqual([['a', 'b'], [''], ['1', '2']]);
  });

  test('a quotation mark that is never closed spoils its own line and no other', () => {
    const sheet = parseSheet('Supplier,Date,Amount\nA,01/06/2012,1\n"B,01/06/2012,2\nC,01/06/2012,3\n');
    expect(sheet.records).toHaveLength(4);
    const verdictOn = rowReader(sheet, guessMapping(sheet), []);
    expect([1, 2, 3].map((place) => verdictOn(place).is)).toEqual(['taken', 'refused', 'taken']);
  });

  test('a row is shown as it stands in the file', () => {
    expect(rowText(['Lambeth', 'Housing, Regeneration', 'a "b"'])).toBe(
      'Lambeth,"Housing, Regeneration","a ""b"""',
    );
    expect(rowText(['x'.repeat(400)])).toHaveLength(300);
  });
});

describe('the heading', () => {
  test.each([
    [
      'Body,Department,Supplier Name,Invoice Creation Date,Invoice Nett Amount,Subj Description',
      [2, 1, 3, 4, 5],
    ],
    ['Directorate,Payment Date,Supplier Number,Supplier,Amount (£),Expense Area', [3, 0, 1, 4, 5]],
    ['Payee,Paid on,Net,VAT,Gross,Purpose of spend,Service', [0, 6, 1, 2, 5]],
    ['Vendor ID,Vendor,Value', [1, null, null, 2, null]],
  ])('%s', (header, [supplier, department, paidOn, amount, description]) => {
    const sheet = readSheet(bytes(`Report,,\nDate: 1 June,,\n,,\n${header}\n1,2,3,4,5,6,7\n`));
    expect(guessMapping(sheet)).toEqual({ headerRow: 3, supplier, department, paidOn, amount, description });
  });

  test('without a heading that says supplier, the first column of words is offered', () => {
    const sheet = readSheet(bytes('Ref,Who,What\n1,Acorn Ltd,Play\n2,Beech Ltd,Play\n'));
    expect(guessMapping(sheet)).toMatchObject({ headerRow: 0, supplier: 1, amount: null });
  });
});

describe('amounts and dates', () => {
  test.each([
    ['900', 90_000],
    ['579.6', 57_960],
    ['1,234.50', 123_450],
    ['£ 12.00', 1200],
    ['-12.50', -1250],
    ['12.50-', -1250],
    ['(12.50)', -1250],
    ['−3.00', -300],
    ['-0', 0],
  ])('%s', (text, pence) => {
    expect(readAmount(text)).toBe(pence);
  });

  test.each([
    '',
    '-',
    '1.234',
    '12,34.00',
    '1,23',
    'ten',
    '12.50*3',
    '--5',
    '-5-',
    '1e5',
    '25/06/2012',
    '(5',
  ])('“%s” is no amount', (text) => {
    expect(readAmount(text)).toBeNull();
  });

  test.each([
    ['25/06/2012', '2012-06-25'],
    ['05/06/2012', '2012-06-05'],
    ['01-JUN-2012', '2012-06-01'],
    ['2012-06-01 00:00:00', '2012-06-01'],
    ['29/02/2012', '2012-02-29'],
  ])('%s', (text, day) => {
    expect(readDate(text)).toBe(day);
  });

  test.each(['29/02/2011', '31/06/2012', '06/25/2012', '41090', '25/06/2012900', '', '01/01/1900'])(
    '“%s” is no date',
    (text) => {
      expect(readDate(text)).toBeNull();
    },
  );
});

const sheetOf = (row: string) => parseSheet(`Dept,Supplier,Date,Amount,Purpose\n${row}\n`);

const wrong = (row: string, departments: string[] = []) => {
  const sheet = sheetOf(row);
  const verdict = rowReader(sheet, guessMapping(sheet), departments)(1);
  return verdict.is === 'refused' ? verdict.wrong : verdict.is;
};

describe('a row that cannot be read', () => {
  test.each([
    ['CYPS,Acorn,25/06/2012900,Play', /date and the amount have run together.*25\/06\/2012900/],
    ['CYPS,Acorn,25/06/2012-1234.56,Play', /date and the amount have run together/],
    ['CYPS,Catch2212/06/2012,8755.20,Play', /name and the date have run together/],
    ['CYPS,Academy2129/05/2012740,Play', /name, the date and the amount have run together/],
    ['CYPS,,25/06/2012,1.00,Play', /no supplier’s name/],
    ['CYPS,***,25/06/2012,1.00,Play', /no supplier’s name/],
    ['CYPS,Acorn,31/06/2012,1.00,Play', /“31\/06\/2012” is not a date/],
    ['CYPS,Acorn,,1.00,Play', /no date/],
    ['CYPS,Acorn,25/06/2012,tbc,Play', /“tbc” is not an amount/],
    ['CYPS,Acorn,25/06/2012,,Play', /no amount/],
    ['CYPS,Acorn, Oak and Ash,25/06/2012,1.00,Play', /6 cells and the heading has 5/],
  ])('%s', (row, words) => {
    expect(wrong(row)).toMatch(words);
  });

  test('a description may be missing; blank cells at the end do no harm', () => {
    expect(wrong('CYPS,Acorn,25/06/2012,1.00')).toBe('taken');
    expect(wrong('CYPS,Acorn,25/06/2012,1.00,Play,,')).toBe('taken');
  });

  test('other departments are left out unread, but not a chosen one whose cells have moved', () => {
    expect(wrong('Housing,Acorn,25/06/2012900,Play', ['CYPS'])).toBe('skipped');
    expect(wrong('CYPS,Acorn,25/06/2012900,Play', ['CYPS'])).toMatch(/run together/);
    const sheet = parseSheet('Supplier,Date,Amount,Dept\nAcorn,25/06/2012900,CYPS\n');
    expect(rowReader(sheet, guessMapping(sheet), ['CYPS'])(1).is).toBe('refused');
  });
});

test.each([
  ['Miss P Jenkins', 'individual'],
  ['Dr Michael Coren', 'individual'],
  ['Drake Ltd', 'private'],
  ['Peter De Haan Charitable Trust', 'voluntary'],
  ['The Fostering Foundation Ltd', 'unknown'],
  ['Royal Bank Of Scotland Plc', 'private'],
  ['London Borough of Lewisham', 'public'],
  ['Kendall Cars', 'unknown'],
])('%s seems to be %s', (name, kind) => {
  expect(guessKind(name)).toBe(kind);
});
