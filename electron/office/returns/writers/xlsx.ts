import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { ReturnData, ReturnTable } from '#shared/contract/returns.ts';
import { neutraliseCell } from '#shared/domain/csv.ts';
import { coverRows, type GridCell, heading, tableRows } from './grid.ts';

/** One sheet, as the writer of several takes it. */
type Sheet = Parameters<typeof writeExcelFile>[0][number];

const FORMATS = { count: '#,##0', pence: '#,##0.00', share: '0.0' } as const;
const bold = { fontWeight: 'bold' } as const;
const text = (value: string, more: object = {}): Cell => ({
  value: neutraliseCell(value),
  type: String,
  ...more,
});

function toXlsxCell(cell: GridCell, more: object): Cell {
  if (cell === null) return null;
  if (cell.kind === 'text') return { value: cell.text, type: String, ...more };
  // The nearest double to a whole number of pence over a hundred reads back as exactly that many pence.
  const value = cell.kind === 'count' ? cell.value : cell.value / 100;
  return { value, type: Number, format: FORMATS[cell.kind], ...more };
}

function tableSheet(data: ReturnData, table: ReturnTable): Sheet {
  const head = table.columns.map((column) =>
    text(heading(column), {
      ...bold,
      wrap: true,
      align: column.kind === 'text' ? 'left' : 'right',
      bottomBorderStyle: 'thin',
    }),
  );
  const rows = tableRows(table).map((row) =>
    row.cells.map((cell, index) => {
      // A hidden figure stands where the figure would.
      const figure = index > 0 && table.columns[index - 1]?.kind !== 'text';
      return toXlsxCell(cell, { ...(row.kind === 'row' ? {} : bold), ...(figure ? { align: 'right' } : {}) });
    }),
  );
  return {
    sheet: table.code,
    orientation: 'landscape',
    stickyRowsCount: 4,
    columns: [{ width: 46 }, ...table.columns.map(({ kind }) => ({ width: kind === 'text' ? 12 : 14 }))],
    data: [
      [text(`${table.code} ${table.title}`, { ...bold, fontSize: 14 })],
      [text(`${data.classification}. ${data.office}, ${data.period}, ${data.from} to ${data.to}`)],
      [text(table.basis)],
      [text('Row', { ...bold, bottomBorderStyle: 'thin' }), ...head],
      ...rows,
      [],
      ...table.notes.map((note) => [text(note)]),
    ],
  };
}

function coverSheet(data: ReturnData): Sheet {
  return {
    sheet: 'Cover',
    columns: [{ width: 46 }, { width: 70 }, { width: 60 }],
    data: [
      [text(`Quarterly return ${data.period}`, { ...bold, fontSize: 14 })],
      [text(data.classification, bold)],
      [],
      ...coverRows(data).map(([name, value]) => [text(name, bold), text(value)]),
      [],
      [text('Check', bold), text('Result', bold), text('Sum', bold)],
      ...data.checks.map((check) => [
        text(check.name),
        text(check.ok ? 'Holds' : 'Does not hold'),
        text(check.detail),
      ]),
    ],
  };
}

/**
 * A return as a workbook: a cover, then one sheet a table. Counts, pounds and per cent are typed numbers; nothing is a
 * formula.
 */
export function returnXlsx(data: ReturnData): Promise<Buffer> {
  const sheets = [coverSheet(data), ...data.tables.map((table) => tableSheet(data, table))];
  return writeExcelFile(sheets, { fontFamily: 'Arial', fontSize: 10 }).toBuffer();
}
