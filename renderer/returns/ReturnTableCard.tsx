import { styled } from '@mui/material/styles';
import type { ReturnTable } from '#shared/contract/returns.ts';
import { formatPoundsPlain } from '#shared/domain/money.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { TableScroll } from '#renderer/components/TableScroll.tsx';
import { Table } from '#renderer/components/tableStyles.ts';

type Column = ReturnTable['columns'][number];
type Cell = ReturnTable['rows'][number]['cells'][number];

const counts = new Intl.NumberFormat('en-GB');

/** A cell in words: `c` is one that is hidden because it could point at a child. */
function show(cell: Cell, column: Column | undefined): string {
  if (cell === null || column === undefined) return '';
  if (typeof cell === 'string') return cell;
  if (column.kind === 'pence') return formatPoundsPlain(cell);
  if (column.kind === 'share') return `${(cell / 100).toFixed(1)}%`;
  return counts.format(cell);
}

const rowClass = { row: '', total: 'total', head: 'group' } as const;

const Notes = styled('ul')({
  padding: `${rem(8)} ${rem(16)}`,
  borderTop: `1px solid ${look.line}`,
  fontSize: rem(13),
  lineHeight: rem(20),
  color: look.ink2,
});

/** One table of a return, as it is exported: the same rows, columns and words. */
export function ReturnTableCard({ table }: { table: ReturnTable }) {
  const hasMoney = table.columns.some((column) => column.kind === 'pence');
  return (
    <Card
      title={`${table.code} ${table.title}`}
      note={hasMoney ? `${table.basis} Money in £.` : table.basis}
      padded={false}
    >
      <TableScroll label={table.title}>
        <Table className="dense">
          <caption>{`${table.code} ${table.title}`}</caption>
          <thead>
            <tr>
              <th scope="col">{table.code === 'B2' ? 'Category' : 'Row'}</th>
              {table.columns.map((column) => (
                <th key={column.key} scope="col" className={column.kind === 'text' ? '' : 'num'}>
                  {column.label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.rows.map((row) => (
              <tr key={row.key} className={rowClass[row.kind]}>
                <th
                  scope={row.kind === 'head' ? 'colgroup' : 'row'}
                  colSpan={row.kind === 'head' ? table.columns.length + 1 : 1}
                >
                  {row.label}
                </th>
                {row.kind === 'head'
                  ? null
                  : row.cells.map((cell, at) => (
                      <td
                        key={table.columns[at]?.key ?? at}
                        className={table.columns[at]?.kind === 'text' ? '' : 'num'}
                      >
                        {show(cell, table.columns[at])}
                      </td>
                    ))}
              </tr>
            ))}
          </tbody>
        </Table>
      </TableScroll>
      {table.notes.length > 0 ? (
        <Notes>
          {table.notes.map((note) => (
            <li key={note}>{note}</li>
          ))}
        </Notes>
      ) : null}
    </Card>
  );
}
