import { styled } from '@mui/material/styles';
import QuoteMark from 'lucide-react/icons/quote';
import type { ReactNode } from 'react';
import { look, rem, tabular } from '#renderer/app/tokens.ts';
import { formatDay, formatDayLong, type Day } from '#shared/domain/dates.ts';
import { Icon, type IconShape } from './Icon.tsx';
import { Money } from './Money.tsx';

export type TimelineItem = {
  id: string | number;
  day: Day;
  icon: IconShape;
  title: ReactNode;
  detail?: ReactNode;
  who?: ReactNode;
  /** Pence. */
  amount?: number;
  /** The title is a child's own words: set larger, with a quotation mark. */
  quote?: boolean;
};

const List = styled('div')({
  padding: `${rem(8)} ${rem(16)} ${rem(12)}`,
  '& h3': {
    fontSize: rem(12),
    lineHeight: rem(18),
    fontWeight: 600,
    color: look.ink2,
    padding: `${rem(6)} 0`,
  },
  '& li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: `${rem(54)} ${rem(26)} minmax(0, 1fr) auto`,
    minHeight: rem(50),
    paddingBottom: rem(8),
  },
  // The thread that joins one disc to the next.
  '& li:not(:last-child)::before': {
    content: '""',
    position: 'absolute',
    left: rem(66.5),
    top: rem(26),
    bottom: 0,
    width: 1,
    backgroundColor: look.line,
  },
  '& time': { ...tabular, fontSize: rem(13), lineHeight: rem(20), color: look.ink2, whiteSpace: 'nowrap' },
  '& .disc': {
    width: rem(26),
    height: rem(26),
    boxSizing: 'border-box',
    display: 'grid',
    placeItems: 'center',
    borderRadius: '50%',
    border: `1px solid ${look.line}`,
    backgroundColor: look.surface,
    color: look.ink2,
  },
  '& .quote .disc': { backgroundColor: look.tealTint, borderColor: look.tealLine, color: look.teal },
  '& .what': { paddingLeft: rem(13), paddingRight: rem(12), minWidth: 0 },
  '& .title': { fontWeight: 600 },
  '& .quote .title': { fontSize: rem(16), lineHeight: rem(24), fontWeight: 450 },
  '& .quote .title::before': { content: '"“"' },
  '& .quote .title::after': { content: '"”"' },
  '& .detail': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .end': { textAlign: 'right', fontWeight: 600 },
  '& .who': { fontSize: rem(12), lineHeight: rem(18), fontWeight: 400, color: look.ink3, maxWidth: rem(240) },
  '@container page (max-width: 44rem)': {
    '& li': { gridTemplateColumns: `${rem(54)} ${rem(26)} minmax(0, 1fr)` },
    '& .end': { gridColumn: 3, textAlign: 'left', display: 'flex', gap: rem(12) },
  },
});

/** `2008-10` from a day, and its words: "October 2008". */
function monthWords(day: Day): string {
  return formatDayLong(day).split(' ').slice(2).join(' ');
}

/** "13 Oct": the year stands in the month's heading. */
function dayWords(day: Day): string {
  return formatDay(day).split(' ').slice(0, 2).join(' ');
}

/** What happened, newest first, by month. `items` come in that order from the office. */
export function Timeline(props: { items: TimelineItem[] }) {
  const months = [...new Set(props.items.map((item) => item.day.slice(0, 7)))];
  return (
    <List>
      {months.map((month) => (
        <section key={month}>
          <h3>{monthWords(`${month}-01`)}</h3>
          <ol>
            {props.items
              .filter((item) => item.day.startsWith(month))
              .map((item) => (
                <Entry key={item.id} item={item} />
              ))}
          </ol>
        </section>
      ))}
    </List>
  );
}

function Entry(props: { item: TimelineItem }) {
  const { item } = props;
  return (
    <li className={item.quote ? 'quote' : ''}>
      <time dateTime={item.day}>{dayWords(item.day)}</time>
      <span className="disc">
        <Icon of={item.quote ? QuoteMark : item.icon} size={14} />
      </span>
      <div className="what">
        <p className="title">{item.title}</p>
        {item.detail ? <p className="detail">{item.detail}</p> : null}
      </div>
      <div className="end">
        {item.amount === undefined ? null : <Money pence={item.amount} />}
        {item.who ? <p className="who">{item.who}</p> : null}
      </div>
    </li>
  );
}
