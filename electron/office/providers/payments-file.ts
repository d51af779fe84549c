import Papa from 'papaparse';
import { OfficeProblem } from '#shared/problems.ts';

/** Files larger than this are refused before they are read. */
export const LARGEST_FILE_BYTES = 50_000_000;

/** A file as rows of cells. `faults` says of a row (0-based) why its cells cannot be trusted. */
export type Sheet = { records: string[][]; faults: Map<number, string> };

/** Throws the problem `not_csv`: what is wrong with the file, and what to do. */
function notCsv(why: string): never {
  throw new OfficeProblem(
    'not_csv',
    `${why} Nothing was read from it. In your spreadsheet program, save the list as CSV (comma-separated) and choose that file.`,
    { field: 'file' },
  );
}

const KNOWN_STARTS: readonly [number[], string][] = [
  [[0x50, 0x4b, 0x03, 0x04], 'This is a workbook or a compressed file, not a CSV file.'],
  [[0xd0, 0xcf, 0x11, 0xe0], 'This is a workbook of an older kind, not a CSV file.'],
  [[0x25, 0x50, 0x44, 0x46], 'This is a PDF, not a CSV file.'],
];

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}

/** Characters that an English or European payments file may well hold beyond plain ASCII. */
const LIKELY = /[\u00a0£€’‘“”–—…•†©®™°½¼¾éèêëàâäáíìîïóòôöúùûüçñÉ]/gu;

const likely = (text: string): number => text.match(LIKELY)?.length ?? 0;

/** Old files say nowhere how they were written: the reading that gives more likely characters wins, Windows when even. */
function decodeOld(bytes: Uint8Array): string {
  const windows = new TextDecoder('windows-1252').decode(bytes);
  const mac = new TextDecoder('macintosh').decode(bytes);
  return likely(mac) > likely(windows) ? mac : windows;
}

function decodeUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/**
 * The text of a file: UTF-16 with its mark, UTF-8, else the old Windows or Macintosh letters, whichever fit.
 * Throws `not_csv` in words for what is no text.
 */
export function decodeText(bytes: Uint8Array): string {
  if (bytes.length > LARGEST_FILE_BYTES) notCsv('This file is larger than 50 MB.');
  const known = KNOWN_STARTS.find(([start]) => startsWith(bytes, start));
  if (known) notCsv(known[1]);
  const wide = startsWith(bytes, [0xff, 0xfe])
    ? 'utf-16le'
    : startsWith(bytes, [0xfe, 0xff])
      ? 'utf-16be'
      : null;
  const text = wide ? new TextDecoder(wide).decode(bytes) : (decodeUtf8(bytes) ?? decodeOld(bytes));
  if (text.trim() === '') notCsv('This file is empty.');
  // oxlint-disable-next-line no-control-regex -- looking for them is the point
  if (/[\u0000-\u0008\u000e-\u0019\u001b-\u001f]/.test(text)) notCsv('This file is not text.');
  if (/^\s*</.test(text)) notCsv('This is a web page, not a CSV file.');
  return text;
}

const DELIMITERS = [',', '\t', ';', '|'];

/** The mark between cells: whichever stands in most of the first lines. */
function guessDelimiter(text: string): string {
  const lines = text.split('\n', 200);
  const inLines = (mark: string) => lines.filter((line) => line.includes(mark)).length;
  return DELIMITERS.reduce((best, mark) => (inLines(mark) > inLines(best) ? mark : best));
}

const NEVER_CLOSED =
  'A quotation mark is opened in this row and never closed, so its cells cannot be told apart.';

/** When quotation marks do not pair up, each line is read by itself, so that one bad line does not swallow those after it. */
function parseByLine(text: string, delimiter: string): Sheet {
  const sheet: Sheet = { records: [], faults: new Map() };
  for (const line of text.split('\n')) {
    const { data, errors } = Papa.parse<string[]>(line, { delimiter });
    if (errors.some((error) => error.type === 'Quotes')) sheet.faults.set(sheet.records.length, NEVER_CLOSED);
    sheet.records.push(data[0] ?? ['']);
  }
  return sheet;
}

/**
 * A text as rows of cells, blank rows included, so that a row's place (plus one) is its number in a spreadsheet.
 * The empty line after the last line end is no row.
 */
export function parseSheet(text: string): Sheet {
  const lines = text.replace(/\r\n?/g, '\n').replace(/\n$/, '');
  const delimiter = guessDelimiter(lines);
  const { data, errors } = Papa.parse<string[]>(lines, { delimiter, newline: '\n' });
  if (errors.some((error) => error.type === 'Quotes')) return parseByLine(lines, delimiter);
  return { records: data, faults: new Map() };
}

/** Reads bytes as rows of cells. Throws `not_csv` when they are no text or hold no table. */
export function readSheet(bytes: Uint8Array): Sheet {
  const sheet = parseSheet(decodeText(bytes));
  if (!sheet.records.some((record) => record.filter((cell) => cell.trim() !== '').length >= 2))
    notCsv('No table was found in this file.');
  return sheet;
}

/**
 * A cell's text as it is read: `†`, no-break and other odd spaces become one space, ends trimmed. (The dagger is a
 * no-break space that was once taken for a Macintosh letter; councils' finance reports are full of it.)
 */
export function cleanCell(cell: string | undefined): string {
  if (cell === undefined) return '';
  // Most cells are plain already, and there are hundreds of thousands of them.
  // oxlint-disable-next-line no-control-regex -- the plain letters of a keyboard, one space between words
  if (/^[\u0021-\u007e]+(?: [\u0021-\u007e]+)*$/.test(cell)) return cell;
  return cell.replace(/[†\u00a0\u200b\ufeff\s]+/g, ' ').trim();
}

/** A row as it stands in the file, for showing it: cells with their commas and quotation marks, at most 300 characters. */
export function rowText(record: readonly string[]): string {
  const text = record
    .map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell))
    .join(',')
    .replaceAll('\n', ' ');
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}
