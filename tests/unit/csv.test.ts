import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { neutraliseCell, toCsv } from '#shared/domain/csv.ts';

describe('neutraliseCell', () => {
  it.each([
    '=1+1',
    '+SUM(A1)',
    '-2+3',
    '@now',
    '\tx',
    '\rx',
    '=HYPERLINK("http://a")',
    '--1',
    '+',
    '-',
    '-£3.00',
    '- 3',
  ])('%j is made harmless', (text) => expect(neutraliseCell(text)).toBe(`'${text}`));
  it.each(['-3.00', '+44', '-0', '12', '1=1', 'a@b', '', "'quoted", '−£3.00'])('%j is left alone', (text) =>
    expect(neutraliseCell(text)).toBe(text),
  );
  it('leaves no text a spreadsheet would run', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[=+\-@\t\r].{0,8}$/)), (text) => {
        const safe = neutraliseCell(text);
        expect(/^[=+\-@\t\r]/.test(safe) && Number.isNaN(Number(safe))).toBe(false);
      }),
    );
  });
});

describe('toCsv', () => {
  it('quotes what needs it', () => {
    expect(
      toCsv([
        ['a', 'b, c', 'say "d"'],
        [1, -2.5, null],
        ['two\nlines', true, ' '],
      ]),
    ).toBe('\ufeffa,"b, c","say ""d"""\r\n1,-2.5,\r\n"two\nlines",true," "\r\n');
    expect(toCsv([['']])).toBe('\ufeff""\r\n');
    expect(toCsv([])).toBe('\ufeff');
  });

  it('is read back by a CSV reader cell for cell', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.string(), { minLength: 2, maxLength: 4 }), { minLength: 1 }),
        (rows) => {
          const read = Papa.parse<string[]>(toCsv(rows).slice(1).replace(/\r\n$/, ''), {
            delimiter: ',',
            newline: '\r\n',
          });
          expect(read.data).toEqual(rows.map((row) => row.map(neutraliseCell)));
        },
      ),
    );
  });
});
