import { styled } from '@mui/material/styles';
import ArrowDown from 'lucide-react/icons/arrow-down';
import ArrowUp from 'lucide-react/icons/arrow-up';
import ArrowUpDown from 'lucide-react/icons/arrow-up-down';
import { look, rem } from '#renderer/app/tokens.ts';
import { Icon } from './Icon.tsx';

/** Which column a list is sorted by, and which way. */
export type Sort = { key: string; dir: 'asc' | 'desc' };

const SortButton = styled('button')({
  display: 'inline-flex',
  alignItems: 'center',
  gap: rem(4),
  minHeight: rem(24),
  verticalAlign: 'bottom',
  margin: `${rem(-4)} ${rem(-4)}`,
  padding: `0 ${rem(4)}`,
  border: 0,
  borderRadius: rem(4),
  background: 'none',
  color: 'inherit',
  fontWeight: 600,
  fontSize: 'inherit',
  cursor: 'pointer',
  '&:hover': { color: look.ink, backgroundColor: look.hover },
  '& .idle': { opacity: 0.55 },
  '&.chosen': { color: look.teal },
  '.num &': { flexDirection: 'row-reverse' },
});

type HeadProps = {
  column: { key: string; label: string; sortable?: boolean; width?: number };
  className: string;
  sort: Sort | undefined;
  onSort: ((sort: Sort) => void) | undefined;
};

/** One column's head: a plain word, or a button that sorts and says the order (`aria-sort`). */
export function HeadCell(props: HeadProps) {
  const { column, className, sort, onSort } = props;
  const isChosen = sort?.key === column.key;
  const order = isChosen ? (sort.dir === 'asc' ? 'ascending' : 'descending') : 'none';
  const style = column.width === undefined ? {} : { width: rem(column.width) };
  if (!column.sortable || !onSort) {
    return (
      <th scope="col" className={className} style={style}>
        {column.label}
      </th>
    );
  }
  const next = isChosen && sort.dir === 'asc' ? 'desc' : 'asc';
  const icon = !isChosen ? ArrowUpDown : sort.dir === 'asc' ? ArrowUp : ArrowDown;
  return (
    <th scope="col" className={className} style={style} aria-sort={order}>
      <SortButton
        type="button"
        className={isChosen ? 'chosen' : ''}
        onClick={() => onSort({ key: column.key, dir: next })}
      >
        {column.label}
        <Icon of={icon} size={12} className={isChosen ? '' : 'idle'} />
      </SortButton>
    </th>
  );
}
