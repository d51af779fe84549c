import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem } from '#renderer/app/tokens.ts';
import { DateWord, type DateWordProps } from './DateWord.tsx';
import { Icon, type IconShape } from './Icon.tsx';
import { Money } from './Money.tsx';
import { PlainLink, RouteLink, type LinkTarget } from './RouteLink.tsx';

export type WorkRow = {
  id: string | number;
  /** The bold thing. */
  title: string;
  /** After it, in plain words: the provider. */
  provider?: string;
  /** Below: reference and who. */
  line: string;
  /** Pence. */
  amount?: number | null;
  date?: DateWordProps;
  /** One verb, and where it leads; the whole row follows it. */
  verb: string;
  to: LinkTarget;
};

export type WorkGroup = {
  id: string;
  icon: IconShape;
  title: string;
  /** Count and sum: "4 · £1,091.50". */
  summary: ReactNode;
  more?: { label: string; to: LinkTarget };
  rows: WorkRow[];
};

const Place = styled('div')({ containerType: 'inline-size', containerName: 'list' });

const List = styled('div')({
  '& > section': {
    display: 'grid',
    gridTemplateColumns: `${rem(180)} minmax(0, 1fr)`,
    borderTop: `1px solid ${look.line}`,
  },
  '& > section:first-of-type': { borderTop: 0 },
  '& .gutter': {
    display: 'grid',
    gridTemplateColumns: `auto minmax(0, 1fr)`,
    alignContent: 'start',
    gap: `0 ${rem(8)}`,
    padding: `${rem(10)} ${rem(8)} ${rem(10)} ${rem(16)}`,
    borderRight: `1px solid ${look.line}`,
    color: look.ink2,
    fontSize: rem(12),
    lineHeight: rem(18),
    '& svg': { marginTop: rem(2) },
    '& h2': { fontSize: rem(13), lineHeight: rem(20), fontWeight: 600, color: look.ink },
    '& > :not(svg):not(h2)': { gridColumn: 2 },
  },
  '& li': {
    position: 'relative',
    display: 'grid',
    gridTemplateColumns: `minmax(0, 1fr) ${rem(78)} ${rem(137)} ${rem(76)}`,
    alignItems: 'center',
    gap: rem(12),
    minHeight: rem(50),
    boxSizing: 'border-box',
    padding: `${rem(6)} ${rem(12)} ${rem(6)} ${rem(16)}`,
    borderTop: `1px solid ${look.line}`,
  },
  '& li:first-of-type': { borderTop: 0 },
  '& li:hover': { backgroundColor: look.hover },
  // The row that has the keyboard is the chosen one: tint, edge, bordered verb.
  '& li:focus-within, & li.selected': {
    backgroundColor: look.tealTint,
    boxShadow: `inset ${rem(3)} 0 ${look.teal}`,
  },
  '& .words': { minWidth: 0 },
  '& .thing, & .words .line': { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' },
  '& .thing': { lineHeight: rem(20) },
  '& .words .line': { fontSize: rem(12), lineHeight: rem(16), color: look.ink3 },
  '& .provider': { color: look.ink2 },
  '& .amount': { textAlign: 'right', fontWeight: 550 },
  '& .verb': { textAlign: 'center' },
  '@container list (max-width: 42rem)': {
    '& > section': { gridTemplateColumns: 'minmax(0, 1fr)' },
    '& .gutter': { borderRight: 0, borderBottom: `1px solid ${look.line}`, backgroundColor: look.total },
  },
  '@container list (max-width: 34rem)': {
    '& li': { gridTemplateColumns: 'minmax(0, 1fr) auto auto', gap: `${rem(6)} ${rem(12)}` },
    '& .words': { gridColumn: '1 / -1' },
    '& .thing': { whiteSpace: 'normal' },
    '& .amount': { gridColumn: 2, gridRow: 2 },
    '& .when': { gridColumn: 1, gridRow: 2 },
    '& .verb': { gridColumn: 3, gridRow: 2 },
  },
});

const Verb = styled(PlainLink)({
  display: 'inline-block',
  padding: `${rem(3)} ${rem(10)}`,
  border: '1px solid transparent',
  borderRadius: rem(6),
  color: look.teal,
  fontSize: rem(13),
  lineHeight: rem(20),
  fontWeight: 600,
  textDecoration: 'none',
  '&::after': { content: '""', position: 'absolute', inset: 0 },
  'li:focus-within &, li.selected &': { backgroundColor: look.surface, borderColor: look.lineQuiet },
});

/** What waits, in groups: the group's name, count and sum in a gutter, one verb a row. */
export function GroupedList(props: { groups: WorkGroup[]; selected?: string | number }) {
  return (
    <Place>
      <List>
        {props.groups.map((group) => (
          <section key={group.id} aria-labelledby={`group-${group.id}`}>
            <div className="gutter">
              <Icon of={group.icon} size={16} />
              <h2 id={`group-${group.id}`}>{group.title}</h2>
              <span>{group.summary}</span>
              {group.more ? (
                <span>
                  <RouteLink target={group.more.to} aria-label={`${group.more.label}: ${group.title}`}>
                    {group.more.label}
                  </RouteLink>
                </span>
              ) : null}
            </div>
            <ul>
              {group.rows.map((row) => (
                <Item key={row.id} row={row} isSelected={row.id === props.selected} />
              ))}
            </ul>
          </section>
        ))}
      </List>
    </Place>
  );
}

function Item(props: { row: WorkRow; isSelected: boolean }) {
  const { row, isSelected } = props;
  return (
    <li className={isSelected ? 'selected' : ''}>
      <div className="words">
        <div className="thing">
          <b>{row.title}</b>
          {row.provider ? <span className="provider"> · {row.provider}</span> : null}
        </div>
        <div className="line">{row.line}</div>
      </div>
      <div className="amount">{typeof row.amount === 'number' ? <Money pence={row.amount} /> : null}</div>
      <div className="when">{row.date ? <DateWord {...row.date} /> : null}</div>
      <div className="verb">
        <Verb target={row.to} aria-label={`${row.verb}: ${row.title}, ${row.line}`}>
          {row.verb}
        </Verb>
      </div>
    </li>
  );
}
