/** One cell of an export. Null is an empty cell. */
export type CsvCell = string | number | boolean | null;

const TRUE_NUMBER = /^[+-]?\d+(?:\.\d+)?$/;
const STARTS_FORMULA = /^[=+\-@\t\r]/;

/**
 * Text that a spreadsheet would run as a formula (beginning with = + - @, tab or return) made harmless with a leading apostrophe.
 * True numbers such as `-3.00` are left alone.
 */
export function neutraliseCell(text: string): string {
  return STARTS_FORMULA.test(text) && !TRUE_NUMBER.test(text) ? `'${text}` : text;
}

function quote(cell: CsvCell): string {
  if (cell === null) return '';
  const text = typeof cell === 'string' ? neutraliseCell(cell) : String(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One record of a CSV file with its line end. */
export function csvRow(cells: readonly CsvCell[]): string {
  const quoted = cells.map(quote);
  return `${quoted.length === 1 && quoted[0] === '' ? '""' : quoted.join(',')}\r\n`;
}

/** The mark that makes spreadsheets read the file as UTF-8. */
export const CSV_BYTE_ORDER_MARK = '\ufeff';

/** A whole CSV file: byte-order mark, RFC 4180 quoting, CRLF, cells neutralised. Dates go in as `yyyy-mm-dd`. */
export function toCsv(rows: Iterable<readonly CsvCell[]>): string {
  return CSV_BYTE_ORDER_MARK + Array.from(rows, csvRow).join('');
}
