import type { ReturnData, ReturnTable } from '#shared/contract/returns.ts';
import { type CsvCell, toCsv } from '#shared/domain/csv.ts';
import { coverRows, type GridCell, heading, tableRows, textCell } from './grid.ts';

/** Pence as pounds with two decimals and nothing else, made without floating point. */
function pounds(pence: number): string {
  const digits = String(Math.abs(pence)).padStart(3, '0');
  return `${pence < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function toCsvCell(cell: GridCell): CsvCell {
  if (cell === null) return null;
  if (cell.kind === 'text') return cell.text;
  if (cell.kind === 'pence') return pounds(cell.value);
  return cell.kind === 'share' ? cell.value / 100 : cell.value;
}

function tableLines(table: ReturnTable): CsvCell[][] {
  const line = (cells: GridCell[]) => [table.code, ...cells.map(toCsvCell)];
  return [
    [],
    line([textCell(table.title), textCell(table.basis)]),
    line([textCell('Row'), ...table.columns.map((column) => textCell(heading(column)))]),
    ...tableRows(table).map((row) => line(row.cells)),
    ...table.notes.map((note) => line([textCell('Note'), textCell(note)])),
  ];
}

/**
 * A return as one CSV file for a spreadsheet: every line begins with its table's code, so that a program can
 * pick one out. Money in pounds, shares in per cent, dates `yyyy-mm-dd`; no cell runs as a formula.
 */
export function returnCsv(data: ReturnData): string {
  return toCsv([
    ...coverRows(data).map(([name, value]) => ['Cover', name, value]),
    ...data.tables.flatMap(tableLines),
    [],
    ['Check', 'Name', 'Result', 'Sum'],
    ...data.checks.map((check) => ['Check', check.name, check.ok ? 'Holds' : 'Does not hold', check.detail]),
  ]);
}
