import type { StoredValue } from './takeout.queries.ts';

/** What a spreadsheet might run as a formula, and the mark that stops it. */
const GUARDED = /^[=+\-@\t\r']/;

/** Text that stands for a file's bytes. */
const base64 = (value: Buffer): string => value.toString('base64');

/**
 * One value as it stands in a takeout: nothing at all for no value, figures bare, text always in double quotes.
 * Text that begins with `= + - @`, tab, return or an apostrophe gets one apostrophe in front, so that no
 * spreadsheet runs it; taking one apostrophe off every text that begins with one gives back what was stored.
 */
export function takeoutCell(value: StoredValue): string {
  if (value === null) return '';
  if (typeof value === 'number' || typeof value === 'bigint') return String(value);
  const text = typeof value === 'string' ? value : base64(value);
  return `"${(GUARDED.test(text) ? `'${text}` : text).replaceAll('"', '""')}"`;
}

/** One record with its line end. */
export function takeoutRow(values: readonly StoredValue[]): string {
  return `${values.map(takeoutCell).join(',')}\r\n`;
}

/** The text of the file that explains the others. */
export function readme(office: string, exportedAt: string): string {
  return `Everything that ${office} keeps in Trust Desk, taken out at ${exportedAt} (UTC).
OFFICIAL-SENSITIVE: these files hold the names and circumstances of children and families, and they are not
encrypted. Keep them on an encrypted disk, and destroy them when they have been read into their new home.

The takeout is whole when manifest.json is there; it is written last. It names each table with its columns, its
number of rows and the SHA-256 of its file.

How to read the CSV files
- UTF-8 with a byte-order mark, comma separated, lines end with return and line feed, the first line names the columns.
- Text is always in double quotes, a double quote in it is doubled. Figures have no quotes. Nothing between two
  commas means that there is no value; "" is a text without letters.
- A text that begins with = + - @, a tab, a return or an apostrophe has one more apostrophe in front, so that a
  spreadsheet does not run it as a formula. To get the text back, take one apostrophe off wherever a text
  begins with one.
- Columns of the type BLOB (stored papers) are in base 64.

What the figures mean
- Names ending in _pence are whole pence, in _e4 ten-thousandths of a pound, in _bp hundredths of a per cent.
  Quantities of order lines are thousandths.
- Names ending in _on, _day, from and to are dates, yyyy-mm-dd. Names ending in _at are moments, UTC.
- Columns ending in _id name the id of a row in another table.
`;
}
