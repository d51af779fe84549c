import { styled } from '@mui/material/styles';
import type { ReactNode } from 'react';
import { look, rem, spokenOnly, tabular } from '#renderer/app/tokens.ts';
import { formatPounds } from '#shared/domain/money.ts';

const hatch = `repeating-linear-gradient(-45deg, ${look.chart1} 0 1.5px, ${look.surface} 1.5px 4px)`;

const Spoken = styled('span')(spokenOnly);

const Track = styled('div')({
  position: 'relative',
  height: rem(12),
  '& .bar': {
    display: 'flex',
    gap: 1,
    height: '100%',
    overflow: 'hidden',
    borderRadius: rem(2),
    backgroundColor: look.sunken,
    '@media (forced-colors: active)': { border: '1px solid CanvasText', forcedColorAdjust: 'none' },
  },
  '& .spent': { backgroundColor: look.chart1 },
  '& .committed': { backgroundColor: look.chart2 },
  '& .waiting': { background: hatch },
  '& .today': {
    position: 'absolute',
    top: rem(-4),
    bottom: rem(-4),
    width: rem(2),
    marginLeft: -1,
    backgroundColor: look.ink,
    outline: `1px solid ${look.surface}`,
  },
});

export type BudgetBarProps = {
  /** What the fund is called, for screen readers. */
  label: string;
  /** Pence. */
  total: number;
  spent: number;
  committed: number;
  waiting: number;
  /** How much of the year is over, 0 to 1; draws the marker. */
  yearGone?: number;
};

const share = (part: number, total: number) =>
  `${total > 0 ? Math.max(0, Math.min(100, (part / total) * 100)) : 0}%`;

/** Spent, committed and waiting money of one fund against its total, and how far the year has gone. */
export function BudgetBar(props: BudgetBarProps) {
  const { label, total, spent, committed, waiting, yearGone } = props;
  const words =
    `${label}: ${formatPounds(spent)} spent, ${formatPounds(committed)} committed, ` +
    `${formatPounds(waiting)} waiting for approval, of ${formatPounds(total)}`;
  return (
    <Track>
      <Spoken>{words}</Spoken>
      <div className="bar">
        <span className="spent" style={{ width: share(spent, total) }} />
        <span className="committed" style={{ width: share(committed, total) }} />
        <span className="waiting" style={{ width: share(waiting, total) }} />
      </div>
      {yearGone === undefined ? null : <span className="today" style={{ left: share(yearGone, 1) }} />}
    </Track>
  );
}

const Line = styled('div')({
  ...tabular,
  padding: `${rem(2)} 0 ${rem(8)}`,
  '&:last-of-type': { paddingBottom: 0 },
  '& .row': { display: 'flex', alignItems: 'baseline', gap: rem(12) },
  '& .name': { fontWeight: 600, marginRight: 'auto', minWidth: 0 },
  '& .left b': { fontWeight: 600 },
  '& .left': { color: look.ink2, whiteSpace: 'nowrap' },
  '& .below': {
    display: 'flex',
    justifyContent: 'space-between',
    gap: rem(12),
    marginTop: rem(3),
    fontSize: rem(12),
    lineHeight: rem(18),
    color: look.ink2,
  },
  '& .below > span > span': { fontSize: rem(12) },
  '& .bar-place': { margin: `${rem(5)} 0` },
});

/** One fund with its name, what is left, its bar, what was used, and a word on how it goes. */
export function BudgetLine(props: BudgetBarProps & { name?: ReactNode; left: number; word?: ReactNode }) {
  const { name, left, word, ...bar } = props;
  const used = bar.total > 0 ? Math.round(((bar.spent + bar.committed + bar.waiting) / bar.total) * 100) : 0;
  return (
    <Line>
      <div className="row">
        <span className="name">{name ?? bar.label}</span>
        <span className="left">
          <b>{formatPounds(left)}</b> left
        </span>
      </div>
      <div className="bar-place">
        <BudgetBar {...bar} />
      </div>
      <div className="below">
        <span>
          {used}% of {formatPounds(bar.total).replace(/\.00$/, '')} used
        </span>
        {word}
      </div>
    </Line>
  );
}

const Axis = styled('div')({
  ...tabular,
  position: 'relative',
  display: 'flex',
  justifyContent: 'space-between',
  margin: `${rem(-6)} 0 ${rem(6)}`,
  fontSize: rem(12),
  lineHeight: rem(16),
  color: look.ink2,
  '& b': { position: 'absolute', transform: 'translateX(-50%)', fontWeight: 600 },
});

/** The year above the bars, from April to March, and how much of it is over. `yearGone` is 0 to 1. */
export function BudgetAxis(props: { yearGone: number }) {
  const percent = Math.round(props.yearGone * 100);
  return (
    <Axis>
      <span>Apr</span>
      <b style={{ left: `${Math.min(82, Math.max(18, percent))}%` }}>Today, {percent}%</b>
      <span>Mar</span>
    </Axis>
  );
}

const Key = styled('span')({
  display: 'flex',
  flexWrap: 'wrap',
  gap: `${rem(4)} ${rem(20)}`,
  fontSize: rem(12),
  '& span': { display: 'inline-flex', alignItems: 'center', gap: rem(8) },
  '& i': { width: rem(12), height: rem(12), borderRadius: rem(2), forcedColorAdjust: 'none' },
  '& .spent': { backgroundColor: look.chart1 },
  '& .committed': { backgroundColor: look.chart2 },
  '& .waiting': { background: hatch, border: `1px solid ${look.chart1}`, boxSizing: 'border-box' },
});

/** What the three parts of the bar mean. */
export function BudgetKey() {
  return (
    <Key>
      <span>
        <i className="spent" /> Spent
      </span>
      <span>
        <i className="committed" /> Committed
      </span>
      <span>
        <i className="waiting" /> Waiting for approval
      </span>
    </Key>
  );
}
