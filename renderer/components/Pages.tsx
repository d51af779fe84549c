import { styled } from '@mui/material/styles';
import ChevronLeft from 'lucide-react/icons/chevron-left';
import ChevronRight from 'lucide-react/icons/chevron-right';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { Act } from './Act.tsx';

/** `number` counts from 1; `total` is the number of rows in all. */
export type PageState = { number: number; size: number; total: number };

const Bar = styled('nav')({
  ...tabular,
  display: 'flex',
  flexWrap: 'wrap',
  alignItems: 'center',
  gap: rem(8),
  minHeight: rem(44),
  padding: `${rem(4)} ${rem(16)}`,
  borderTop: `1px solid ${look.line}`,
  fontSize: rem(13),
  color: look.ink2,
  '& .count': { marginRight: 'auto' },
});

const figures = new Intl.NumberFormat('en-GB');

/** "51 to 100 of 1,050", in figures grouped as money is. */
export function countWords(page: PageState): string {
  const from = (page.number - 1) * page.size + 1;
  const to = Math.min(page.total, page.number * page.size);
  if (page.total <= page.size) return `${figures.format(page.total)} ${page.total === 1 ? 'row' : 'rows'}`;
  return `${figures.format(from)} to ${figures.format(to)} of ${figures.format(page.total)}`;
}

/** How many there are, and the pages before and after. */
export function Pages(props: {
  label: string;
  page: PageState;
  onPage: ((number: number) => void) | undefined;
}) {
  const { label, page, onPage } = props;
  const last = Math.max(1, Math.ceil(page.total / page.size));
  return (
    <Bar aria-label={`Pages of ${label}`}>
      <output className="count">{countWords(page)}</output>
      {last > 1 && onPage ? (
        <>
          <Act
            kind="text"
            small
            icon={ChevronLeft}
            disabled={page.number <= 1}
            onPress={() => onPage(page.number - 1)}
            spokenLabel="Page before"
          >
            Before
          </Act>
          <span>
            Page {figures.format(page.number)} of {figures.format(last)}
          </span>
          <Act
            kind="text"
            small
            icon={ChevronRight}
            disabled={page.number >= last}
            onPress={() => onPage(page.number + 1)}
            spokenLabel="Page after"
          >
            After
          </Act>
        </>
      ) : null}
    </Bar>
  );
}
