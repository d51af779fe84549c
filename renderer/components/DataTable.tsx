import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import type { Problem } from '#shared/problems.ts';
import { look, rem, spokenOnly } from '#renderer/app/tokens.ts';
import { Act } from './Act.tsx';
import { HeadCell, type Sort } from './DataTableHead.tsx';
import { Pages, type PageState } from './Pages.tsx';
import { ProblemAlert } from './ProblemAlert.tsx';
import { PlainLink, type LinkTarget } from './RouteLink.tsx';
import { SkeletonRows, useLate } from './Skeleton.tsx';
import { TableScroll } from './TableScroll.tsx';
import { Table } from './tableStyles.ts';

/** What kind of thing a column holds; figures are set at the right on the same decimal. */
export type ColumnKind = 'text' | 'money' | 'number' | 'date' | 'reference' | 'status';

export type Column<T> = {
  key: string;
  label: string;
  cell: (row: T) => ReactNode;
  kind?: ColumnKind;
  align?: 'left' | 'right' | 'centre';
  sortable?: boolean;
  /** In px at the 14 px base. */
  width?: number;
};

export type RowVerb = { label: string; to?: LinkTarget; onPress?: () => void; spokenLabel?: string };

export type DataTableProps<T> = {
  /** What the table lists, for screen readers. */
  label: string;
  columns: Column<T>[];
  /** Undefined while they are being fetched. */
  rows: T[] | undefined;
  rowKey: (row: T) => string | number;
  sort?: Sort | undefined;
  onSort?: (sort: Sort) => void;
  page?: PageState;
  onPage?: (number: number) => void;
  /** The first column's text becomes the link, and the whole row follows it. */
  rowLink?: (row: T) => LinkTarget;
  verb?: (row: T) => RowVerb | undefined;
  selected?: string | number | undefined;
  /** An `EmptyState`. */
  empty: ReactNode;
  /** The sum row, by column key; `totalsLabel` stands in the first column. */
  totals?: Partial<Record<string, ReactNode>>;
  totalsLabel?: string;
  dense?: boolean;
  /** The office's answer when the rows could not be read. */
  problem?: Problem | undefined;
  onRetry?: () => void;
};

const RowLink = styled(PlainLink)({
  color: 'inherit',
  fontWeight: 600,
  textDecoration: 'none',
  // The whole row follows the link under the pointer; verbs lie above it.
  '&::after': { content: '""', position: 'absolute', inset: 0 },
  '&:focus-visible': { outline: 'none' },
  '&:focus-visible::after': {
    outline: `2px solid ${look.teal}`,
    outlineOffset: rem(-3),
    borderRadius: rem(6),
  },
});

const Spoken = styled('span')(spokenOnly);

const Verb = styled('td')({
  width: '1%',
  '&&': { textAlign: 'right' },
  whiteSpace: 'nowrap',
  '& > *': { position: 'relative', zIndex: 1 },
});

export function cellClass(column: { kind?: ColumnKind; align?: 'left' | 'right' | 'centre' }): string {
  const { kind = 'text', align } = column;
  const isFigure = kind === 'money' || kind === 'number';
  if (align === 'right' || (isFigure && align === undefined)) return 'num';
  if (align === 'centre') return 'centre';
  return kind === 'reference' || kind === 'date' || kind === 'status' ? 'ref' : '';
}

/**
 * A plain table of one page of rows that the office has already sorted and cut: sort buttons in the head say their
 * order, the row follows its first link, and there is always an answer for loading, empty and failed.
 */
export function DataTable<T>(props: DataTableProps<T>) {
  const { label, columns, rows, rowKey, sort, onSort, page, onPage, verb, empty, dense = false } = props;
  const isLate = useLate(rows === undefined && !props.problem);
  if (props.problem) return <ProblemAlert problem={props.problem} onRetry={props.onRetry} inset />;
  if (rows?.length === 0) return <>{empty}</>;
  return (
    <div aria-busy={rows === undefined}>
      <TableScroll label={label}>
        <Table className={dense ? 'dense' : ''}>
          <caption>{label}</caption>
          <thead>
            <tr>
              {columns.map((column) => (
                <HeadCell
                  key={column.key}
                  column={column}
                  className={cellClass(column)}
                  sort={sort}
                  onSort={onSort}
                />
              ))}
              {verb ? (
                <th scope="col">
                  <Spoken>What to do</Spoken>
                </th>
              ) : null}
            </tr>
          </thead>
          <tbody>
            {rows?.map((row) => (
              <Row key={rowKey(row)} row={row} {...props} />
            ))}
            {rows === undefined && isLate ? (
              <SkeletonRows columns={columns.length + (verb ? 1 : 0)} rows={dense ? 12 : 8} />
            ) : null}
          </tbody>
          {props.totals && rows ? <Totals {...props} totals={props.totals} /> : null}
        </Table>
      </TableScroll>
      {page && rows ? <Pages label={label} page={page} onPage={onPage} /> : null}
    </div>
  );
}

function Row<T>(props: DataTableProps<T> & { row: T }) {
  const { row, columns, rowKey, rowLink, verb, selected } = props;
  const isSelected = selected !== undefined && rowKey(row) === selected;
  const doing = verb?.(row);
  return (
    <tr
      className={isSelected ? 'selected' : ''}
      aria-current={isSelected ? 'true' : undefined}
      style={{ position: 'relative' }}
    >
      {columns.map((column, at) =>
        at === 0 ? (
          <th key={column.key} scope="row" className={cellClass(column)}>
            {rowLink ? <RowLink target={rowLink(row)}>{column.cell(row)}</RowLink> : column.cell(row)}
          </th>
        ) : (
          <td key={column.key} className={cellClass(column)}>
            {column.cell(row)}
          </td>
        ),
      )}
      {verb ? (
        <Verb>
          {doing ? (
            <Act
              kind={isSelected ? 'quiet' : 'text'}
              small
              {...(doing.to ? { to: doing.to } : {})}
              {...(doing.onPress ? { onPress: doing.onPress } : {})}
              {...(doing.spokenLabel ? { spokenLabel: doing.spokenLabel } : {})}
            >
              {doing.label}
            </Act>
          ) : null}
        </Verb>
      ) : null}
    </tr>
  );
}

function Totals<T>(props: DataTableProps<T> & { totals: Partial<Record<string, ReactNode>> }) {
  const { columns, totals, totalsLabel = 'Total', verb } = props;
  return (
    <tfoot>
      <tr>
        {columns.map((column, at) =>
          at === 0 ? (
            <th key={column.key} scope="row">
              {totalsLabel}
            </th>
          ) : (
            <td key={column.key} className={cellClass(column)}>
              {totals[column.key]}
            </td>
          ),
        )}
        {verb ? <td>&nbsp;</td> : null}
      </tr>
    </tfoot>
  );
}
