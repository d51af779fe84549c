import { readFileSync } from 'node:fs';
import readExcelFile from 'read-excel-file/node';
import { readPdf } from '#tests/documents/read-pdf.ts';

/** One figure of a return, by table, row and the first words of the column's heading. */
export type Figure = { table: string; row: string; column: string };

type Cells = readonly unknown[];

function inTable(rows: readonly Cells[], { row, column }: Figure): string {
  const heads = rows.find((cells) => cells[0] === 'Row');
  const at = heads?.findIndex((head) => String(head).startsWith(column)) ?? -1;
  const found = rows.find((cells) => cells[0] === row);
  if (at === -1 || found === undefined) throw new Error(`There is no ${column} of ${row}.`);
  return String(found[at]);
}

/** Reads a CSV as spreadsheets do: cells with commas, quotes and line ends stand in quotes. */
function csvRows(text: string): string[][] {
  const rows: string[][] = [[]];
  for (const [, quoted, plain = '', end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\r\n]*))(,|\r?\n|$)/g)) {
    rows.at(-1)?.push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end !== ',' && end !== '') rows.push([]);
  }
  return rows;
}

/** A figure as the XLSX holds it. Each table is a sheet of its own, named by its code. */
export async function figureInXlsx(file: string, figure: Figure): Promise<string> {
  const sheet = (await readExcelFile(file)).find((one) => one.sheet === figure.table);
  return inTable(sheet?.data ?? [], figure);
}

/** A figure as the CSV holds it. Each line begins with its table's code. */
export function figureInCsv(file: string, figure: Figure): string {
  const rows = csvRows(readFileSync(file, 'utf8').replace(/^\uFEFF/, ''));
  const own = rows.filter(([code]) => code === figure.table).map((cells) => cells.slice(1));
  return inTable(own, figure);
}

/** A PDF as a reader hears it. */
export function pdfIn(file: string): ReturnType<typeof readPdf> {
  return readPdf(new Uint8Array(readFileSync(file)));
}
