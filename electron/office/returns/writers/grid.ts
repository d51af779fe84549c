import type { ReturnData, ReturnTable } from '#shared/contract/returns.ts';
import { neutraliseCell } from '#shared/domain/csv.ts';
import { keepUntil } from '#shared/domain/keepUntil.ts';

/** One cell of a written return: text, a count, whole pence, or a share in basis points. */
export type GridCell =
  { kind: 'text'; text: string } | { kind: 'count' | 'pence' | 'share'; value: number } | null;

/** Text that no spreadsheet runs as a formula. */
export const textCell = (text: string): GridCell => ({ kind: 'text', text: neutraliseCell(text) });

/** A column's heading with its unit. */
export function heading({ label, kind }: ReturnTable['columns'][number]): string {
  return kind === 'pence' ? `${label} (£)` : kind === 'share' ? `${label} (%)` : label;
}

/** A table's rows, each with its label first; the same for every format. */
export function tableRows(
  table: ReturnTable,
): { kind: ReturnTable['rows'][number]['kind']; cells: GridCell[] }[] {
  return table.rows.map((row) => ({
    kind: row.kind,
    cells: [
      textCell(row.label),
      ...table.columns.map(({ kind }, index): GridCell => {
        const value = row.cells[index] ?? null;
        if (value === null) return null;
        if (typeof value === 'string') return textCell(value);
        return kind === 'text' ? textCell(String(value)) : { kind, value };
      }),
    ],
  }));
}

/** What a return says of itself, in the order it is shown. */
export function coverRows(data: ReturnData): [string, string][] {
  return [
    ['Office', data.office],
    ['Period', data.period],
    ['From', data.from],
    ['To', data.to],
    ['Profile', data.profile === 'internal' ? 'Internal, exact' : 'Published, small numbers hidden'],
    ['Classification', data.classification],
    ['Owner', data.office],
    ['Extracted (UTC)', data.extractedAt],
    // What is published has no end.
    ...(data.profile === 'internal'
      ? [['Destroy after', keepUntil(data.extractedAt)] as [string, string]]
      : []),
    ['Prepared by', data.preparedBy],
    ['Checked by', ''],
    ['Approved by', ''],
    ['Software', `Trust Desk ${data.softwareVersion}`],
    ['SHA-256 of the figures', data.hash],
    ...(data.profile === 'published'
      ? [
          [
            'c',
            'Hidden: fewer than 5, resting on fewer than 5 episodes, or needed to protect such a figure',
          ] as [string, string],
        ]
      : []),
  ];
}
