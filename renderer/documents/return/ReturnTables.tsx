import { formatPoundsPlain } from '#shared/domain/money.ts';
import type { ReturnData, ReturnTable } from '#shared/contract/returns.ts';
import type { FlowItem, FlowTable } from '../pages/flow.ts';
import { formatShare } from '../words.ts';

type Column = ReturnTable['columns'][number];
type Row = ReturnTable['rows'][number];
type Cell = Row['cells'][number];

/** A figure as the return shows it: counts in thousands, pounds without the sign, shares with one decimal. */
export function formatCell(cell: Cell | undefined, kind: Column['kind']): string {
  if (cell === undefined || cell === null) return '';
  if (typeof cell === 'string') return cell;
  if (kind === 'pence') return formatPoundsPlain(cell);
  if (kind === 'share') return formatShare(cell);
  return kind === 'count' ? new Intl.NumberFormat('en-GB').format(cell) : String(cell);
}

/** Head of a table: its code, title, basis and, when a cell is hidden, what the letter means. */
function TableTitle({ table }: { table: ReturnTable }) {
  const hidden = table.rows.some((row) => row.cells.includes('c'));
  return (
    <div className="paper-return-title">
      <h2>
        {table.code} {table.title}
      </h2>
      <p className="paper-quiet">
        {table.basis}
        {hidden && ' c: hidden because fewer than 5, or to protect such a figure.'}
      </p>
    </div>
  );
}

const isFigure = (column: Column): boolean => column.kind !== 'text';

function headLabel(column: Column): string {
  // A hard space: the sign never stands on a line of its own.
  return column.kind === 'pence' && !column.label.includes('£') ? `${column.label}\u00a0£` : column.label;
}

/** Share of the width, in per cent, for the rows' names where the columns of figures are few enough to be alike. */
const LABEL_SHARE = 26;

function Heads({ table, even }: { table: ReturnTable; even: boolean }) {
  const { code, columns } = table;
  const share = even ? { width: `${(100 - LABEL_SHARE) / columns.length}%` } : undefined;
  return (
    <tr>
      <th scope="col" style={even ? { width: `${LABEL_SHARE}%` } : undefined}>
        {code}
      </th>
      {columns.map((column) => (
        <th
          key={column.key}
          scope="col"
          style={share}
          className={isFigure(column) ? 'paper-figure' : undefined}
        >
          {headLabel(column)}
        </th>
      ))}
    </tr>
  );
}

function TableRow({ row, columns }: { row: Row; columns: readonly Column[] }) {
  if (row.kind === 'head') {
    return (
      <tr className="paper-return-head">
        <th scope="rowgroup" colSpan={columns.length + 1}>
          {row.label}
        </th>
      </tr>
    );
  }
  return (
    <tr className={row.kind === 'total' ? 'paper-return-total' : undefined}>
      <th scope="row">{row.label}</th>
      {columns.map((column, index) => (
        <td key={column.key} className={isFigure(column) ? 'paper-figure' : undefined}>
          {formatCell(row.cells[index], column.kind)}
        </td>
      ))}
    </tr>
  );
}

/** Characters a row of figures may hold side by side at full size on A4 across. */
const ROOMY_FIGURES = 96;

function isCrowded(table: ReturnTable): boolean {
  const widths = table.columns.map((column, index) => {
    const cells = table.rows.map((row) => formatCell(row.cells[index], column.kind).length);
    const word = Math.max(
      ...headLabel(column)
        .split(' ')
        .map((part) => part.length),
    );
    return Math.max(word, ...cells) + 2;
  });
  return widths.reduce((sum, width) => sum + width, 0) > ROOMY_FIGURES;
}

function flowTable(table: ReturnTable): FlowTable {
  const crowded = isCrowded(table);
  return {
    kind: 'table',
    key: `table-${table.code}`,
    className: `paper-table paper-return${crowded ? ' paper-return--crowded' : ''}`,
    columns: table.columns.length + 1,
    whole: true,
    caption: (continued) => (
      <caption className={continued ? 'paper-caption' : 'paper-unseen'}>
        {`${table.code} ${table.title}${continued ? ', continued' : ''}`}
      </caption>
    ),
    head: <Heads table={table} even={!crowded} />,
    rows: table.rows.map((row, index) => ({
      key: row.key,
      // A subtitle stays with its first row, a sum with the last row it adds up.
      keepWithNext: row.kind === 'head' || table.rows[index + 1]?.kind === 'total',
      content: <TableRow row={row} columns={table.columns} />,
    })),
  };
}

/** A table of the return with its title before and its notes after it. */
export function returnTableItems(table: ReturnTable): FlowItem[] {
  const items: FlowItem[] = [
    { kind: 'block', key: `title-${table.code}`, keepWithNext: true, content: <TableTitle table={table} /> },
    flowTable(table),
  ];
  table.notes.forEach((note, index) => {
    items.push({
      kind: 'block',
      key: `note-${table.code}-${index + 1}`,
      content: <p className="paper-return-note">{note}</p>,
    });
  });
  return items;
}

/** The sums that must hold before a return is locked, each with its result in words. */
export function returnChecks(data: ReturnData): FlowItem[] {
  if (data.checks.length === 0) return [];
  return [
    {
      kind: 'block',
      key: 'title-checks',
      keepWithNext: true,
      content: (
        <div className="paper-return-title">
          <h2>Checks</h2>
        </div>
      ),
    },
    {
      kind: 'table',
      key: 'checks',
      className: 'paper-table paper-checks',
      columns: 3,
      whole: true,
      caption: (continued) => (
        <caption className={continued ? 'paper-caption' : 'paper-unseen'}>
          {continued ? 'Checks, continued' : 'Checks'}
        </caption>
      ),
      head: (
        <tr>
          <th scope="col">Check</th>
          <th scope="col">Result</th>
          <th scope="col">Sum</th>
        </tr>
      ),
      rows: data.checks.map((check) => ({
        key: check.name,
        content: (
          <tr>
            <th scope="row">{check.name}</th>
            <td className={check.ok ? 'paper-result' : 'paper-result paper-fails'}>
              {check.ok ? 'Holds' : 'Does not hold'}
            </td>
            <td>{check.detail}</td>
          </tr>
        ),
      })),
    },
  ];
}
