import type { PaymentMapping } from '#shared/contract/providers.ts';
import { normaliseName } from '#shared/domain/names.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { cleanCell, type Sheet } from './payments-file.ts';
import { isBlankRow, isTotalRow } from './payments-rows.ts';

type Column = Exclude<keyof PaymentMapping, 'headerRow'>;

/** A heading may stand under a report's own lines: who ran it, when, with which parameters. */
const LOOK_FOR_HEADER_IN = 60;

/** What each column is called in councils' files, the surest name first. Dates and amounts are found before names. */
const CALLED: readonly [Column, readonly RegExp[]][] = [
  ['paidOn', [/\b(payment|paid|invoice|transaction|posting)\b.*\bdate\b/, /\bdate\b/, /\bpaid on\b/]],
  [
    'amount',
    [
      /\bnett?\b.*\b(amount|amt|value)\b|\b(amount|amt|value)\b.*\bnett?\b/,
      /\b(amount|amt|value|nett?|spend|sum|total)\b/,
    ],
  ],
  [
    'supplier',
    [
      /\b(supplier|vendor|payee|creditor|beneficiary|merchant|provider)\b(?!.*\b(no|number|id|code|ref|reference|type|site|category|postcode|address)\b)/,
      /\bpaid to\b|\b(company|organisation|trading)\b|^name$/,
    ],
  ],
  ['department', [/\b(department|directorate|dept)\b/, /\b(service|division|section)\b/]],
  [
    'description',
    [
      /\b(description|desc|purpose|subjective|narrative)\b/,
      /\b(expense|expenditure|category|detail|details|account)\b/,
    ],
  ],
];

/** Which column of a heading means what; a column is used once. */
function nameColumns(header: readonly string[]): Partial<Record<Column, number>> {
  const names = header.map((cell) => normaliseName(cleanCell(cell)));
  const found: Partial<Record<Column, number>> = {};
  const used = new Set<number>();
  for (const [column, patterns] of CALLED) {
    for (const pattern of patterns) {
      const index = names.findIndex((name, at) => !used.has(at) && name.length < 60 && pattern.test(name));
      if (index < 0) continue;
      found[column] = index;
      used.add(index);
      break;
    }
  }
  return found;
}

/** With no heading that names a supplier: the first row as wide as the table is, and its first column of words. */
function guessFromShape({ records }: Sheet): PaymentMapping | null {
  const widths = new Map<number, number>();
  for (const record of records) widths.set(record.length, (widths.get(record.length) ?? 0) + 1);
  const [width, rows] = [...widths].reduce((best, entry) => (entry[1] > best[1] ? entry : best), [0, 0]);
  if (width < 2 || rows * 10 < records.length * 8) return null;
  const headerRow = records.findIndex(
    (record) => record.length === width && record.every((cell) => cell.trim()),
  );
  const first = records[headerRow + 1];
  const supplier = first?.findIndex((cell) => /\p{L}{3}/u.test(cell)) ?? -1;
  if (headerRow < 0 || supplier < 0) return null;
  return { headerRow, supplier, department: null, paidOn: null, amount: null, description: null };
}

/**
 * Finds the real heading under a report's own, and which column means what. Throws `not_csv` when the rows do not look
 * like a table with names in it.
 */
export function guessMapping(sheet: Sheet): PaymentMapping {
  let best: { headerRow: number; columns: Partial<Record<Column, number>> } | null = null;
  for (const [headerRow, record] of sheet.records.slice(0, LOOK_FOR_HEADER_IN).entries()) {
    const columns = nameColumns(record);
    const more = Object.keys(columns).length > Object.keys(best?.columns ?? {}).length;
    if (columns.supplier !== undefined && record.length > 1 && more) best = { headerRow, columns };
  }
  if (best?.columns.supplier !== undefined) {
    const { headerRow, columns } = best;
    return {
      headerRow,
      supplier: best.columns.supplier,
      department: columns.department ?? null,
      paidOn: columns.paidOn ?? null,
      amount: columns.amount ?? null,
      description: columns.description ?? null,
    };
  }
  const guessed = guessFromShape(sheet);
  if (!guessed)
    throw new OfficeProblem(
      'not_csv',
      'No heading that names a supplier was found in this file. Nothing was read from it. Choose the payments file that Finance publishes, saved as CSV.',
      { field: 'file' },
    );
  return guessed;
}

/** The departments of a file with how many rows each has, the largest first. Blank rows and totals do not count. */
export function countDepartments(sheet: Sheet, mapping: PaymentMapping): { name: string; rows: number }[] {
  const { department } = mapping;
  if (department === null) return [];
  const counts = new Map<string, number>();
  for (const record of sheet.records.slice(mapping.headerRow + 1)) {
    if (isBlankRow(record) || isTotalRow(record, mapping)) continue;
    const name = cleanCell(record[department]);
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, rows]) => ({ name, rows }))
    .sort((a, b) => b.rows - a.rows || a.name.localeCompare(b.name));
}
