import type { PaymentMapping } from '#shared/contract/providers.ts';
import { parseDay } from '#shared/domain/dates.ts';
import { supplierKey } from '#shared/domain/names.ts';
import { cleanCell, type Sheet } from './payments-file.ts';

/** A row that can be taken in. Without both a date and an amount the file only names suppliers: then both are null. */
export type PaymentRow = {
  spelling: string;
  department: string;
  description: string;
  paid: { on: string; netPence: number } | null;
};

/** Why a row is left out on purpose, in the words of the report. */
export const skipReasons = {
  blank: 'Blank row',
  total: 'The report’s own total',
  department: 'Another department',
  withheld: 'The file withholds the name',
  known: 'Already here from an earlier import',
} as const;
/** See {@link skipReasons}. */
export type SkipReason = keyof typeof skipReasons;

/** What becomes of one row of the file. */
export type Verdict =
  | { is: 'taken'; payment: PaymentRow }
  | { is: 'skipped'; reason: SkipReason }
  | { is: 'refused'; wrong: string };

/** Saves cleaning a cell only to see that something is in it. */
const PLAIN_START = /^[\w"'(]/;

/** Whether nothing stands in a row. */
export function isBlankRow(record: readonly string[]): boolean {
  return record.every((cell) => !PLAIN_START.test(cell) && cleanCell(cell) === '');
}

/** Whether a row is the sum under a report: it names no supplier and says total. */
export function isTotalRow(record: readonly string[], mapping: PaymentMapping): boolean {
  return (
    cleanCell(record[mapping.supplier]) === '' &&
    record.some((cell) => /^(?:grand |report )?totals?\b/i.test(cleanCell(cell)))
  );
}

const WITHHELD =
  /\b(?:redacted|redaction|withheld|not disclosed)\b|^(?:personal data|personal information|confidential|private individual|individual|various|sundry(?: \w+)?)$/i;

const MONEY = /^(?:\d+|\d{1,3}(?:,\d{3})+)(?:\.\d{1,2})?$/;

const PLAIN_MONEY = /^\d{1,12}(?:\.\d{1,2})?$/;

/** Plain figures in pence; null beyond a million million pounds. */
function toPence(figures: string): number | null {
  const point = figures.indexOf('.');
  const pounds = point < 0 ? figures : figures.slice(0, point);
  const fraction = point < 0 ? '' : figures.slice(point + 1);
  return pounds.length > 12 ? null : Number(pounds) * 100 + Number(fraction.padEnd(2, '0'));
}

/**
 * An amount of a finance file in pence: pounds with up to two decimals, a pound sign, commas between thousands, a minus
 * sign before or after, or brackets for a credit. Null for anything else: never a guess.
 */
export function readAmount(text: string): number | null {
  if (PLAIN_MONEY.test(text)) return toPence(text);
  const tight = text.replaceAll(/[£\s]/g, '').replace('\u2212', '-');
  const minus = /^-.*[^-]$|^[^-].*-$|^\(.*\)$/.test(tight);
  const figures = minus ? tight.replace(/^[-(]|[-)]$/g, '') : tight;
  if (!MONEY.test(figures)) return null;
  const pence = toPence(figures.replaceAll(',', ''));
  return minus && pence !== null && pence !== 0 ? -pence : pence;
}

/** A United Kingdom date of a finance file, the time of day dropped. Null for anything else and for days before 1970. */
export function readDate(text: string): string | null {
  const day = parseDay(text.replace(/[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/, ''));
  return day !== null && day >= '1970-01-01' ? day : null;
}

const DATE_THEN = /^(\d{1,2}\/\d{1,2}\/\d{4})(\S.*)$/;
const NAME_THEN_DATE = /^(.*\D.*?)(\d{2}\/\d{2}\/\d{4})(.*)$/;

/** What went wrong in a row whose date or amount cannot be read, in a sentence. */
function diagnose(name: string, date: string, amount: string): string {
  const [, day = '', rest = ''] = DATE_THEN.exec(date) ?? [];
  if (readDate(day) !== null && readAmount(rest) !== null)
    return `The date and the amount have run together in one cell: “${date}”.`;
  const [, , dayInName = '', after = ''] = NAME_THEN_DATE.exec(name) ?? [];
  if (readDate(dayInName) !== null)
    return after.trim() === ''
      ? `The supplier’s name and the date have run together in one cell: “${name}”.`
      : `The supplier’s name, the date and the amount have run together in one cell: “${name}”.`;
  if (readDate(date) === null)
    return date === '' ? 'There is no date.' : `“${date.slice(0, 60)}” is not a date such as 25/06/2012.`;
  return amount === '' ? 'There is no amount.' : `“${amount.slice(0, 60)}” is not an amount in pounds.`;
}

/** Remembers what was read: a file says the same dates again and again. */
function remember<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const value = read(text);
    known.set(text, value);
    return value;
  };
}

/**
 * Makes the reader of a file's rows: each row (its 0-based place) is taken, skipped for a reason, or refused with what is
 * wrong. Rows of departments that were not chosen are skipped unread; no chosen department means all.
 */
export function rowReader(sheet: Sheet, mapping: PaymentMapping, departments: readonly string[]) {
  const chosen = new Set(departments.map((name) => cleanCell(name)));
  const width = sheet.records[mapping.headerRow]?.length ?? 0;
  const dateOf = remember(readDate);
  const named = remember((spelling: string) => supplierKey(spelling) !== '');
  const withheld = remember((spelling: string) => WITHHELD.test(spelling));
  const isChosen = (record: readonly string[]): boolean => {
    if (mapping.department === null || chosen.size === 0) return true;
    if (chosen.has(cleanCell(record[mapping.department]))) return true;
    // In a row with a cell too few or too many the department may have moved.
    return record.length !== width && record.some((cell) => chosen.has(cleanCell(cell)));
  };
  const readPaid = (record: readonly string[], spelling: string): PaymentRow['paid'] | { wrong: string } => {
    if (mapping.paidOn === null || mapping.amount === null) return null;
    const date = cleanCell(record[mapping.paidOn]);
    const amount = cleanCell(record[mapping.amount]);
    const on = dateOf(date);
    const netPence = readAmount(amount);
    return on === null || netPence === null ? { wrong: diagnose(spelling, date, amount) } : { on, netPence };
  };
  return (place: number): Verdict => {
    const record = sheet.records[place] ?? [];
    if (isBlankRow(record)) return { is: 'skipped', reason: 'blank' };
    if (isTotalRow(record, mapping)) return { is: 'skipped', reason: 'total' };
    if (!isChosen(record)) return { is: 'skipped', reason: 'department' };
    const fault = sheet.faults.get(place) ?? tooWide(record, width);
    if (fault !== null) return { is: 'refused', wrong: fault };
    const spelling = cleanCell(record[mapping.supplier]);
    if (!named(spelling)) return { is: 'refused', wrong: 'There is no supplier’s name.' };
    if (withheld(spelling)) return { is: 'skipped', reason: 'withheld' };
    const paid = readPaid(record, spelling);
    if (paid !== null && 'wrong' in paid) return { is: 'refused', wrong: paid.wrong };
    const department = mapping.department === null ? '' : cleanCell(record[mapping.department]);
    const description = mapping.description === null ? '' : cleanCell(record[mapping.description]);
    return { is: 'taken', payment: { spelling, department, description: description.slice(0, 500), paid } };
  };
}

/** Cells beyond the heading's last: a comma without quotation marks has moved everything after it. */
function tooWide(record: readonly string[], width: number): string | null {
  if (record.length <= width || record.slice(width).every((cell) => cleanCell(cell) === '')) return null;
  return `This row has ${record.length} cells and the heading has ${width}: a comma in a name may be missing its quotation marks.`;
}
