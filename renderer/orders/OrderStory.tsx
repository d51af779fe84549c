import { styled } from '@mui/material/styles';
import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { look, rem } from '#renderer/app/tokens.ts';
import { Card } from '#renderer/components/Card.tsx';
import { Quote } from '#renderer/components/Quote.tsx';
import { Status, type StatusKind } from '#renderer/components/Status.tsx';
import { tierLabel } from './orderWords.ts';

type Order = Output<'orders.get'>;
type Decision = Order['decisions'][number];

const decided: Record<Decision['decision'], { kind: StatusKind; word: string }> = {
  own_limit: { kind: 'done', word: 'Within the own limit' },
  approve: { kind: 'done', word: 'Approved' },
  refuse: { kind: 'stop', word: 'Refused' },
  return: { kind: 'attention', word: 'Sent back' },
};
const told = {
  '': 'Not recorded',
  agreed: 'The family agreed',
  asked: 'The family asked for it',
  declined: 'The family declined',
  not_told: 'The family was not told',
} as const;

const Decisions = styled('ol')({
  '& > li': { padding: `${rem(10)} ${rem(16)}` },
  '& > li + li': { borderTop: `1px solid ${look.line}` },
  '& .head': { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', gap: `0 ${rem(12)}` },
  '& .day, & .figures': { fontSize: rem(13), lineHeight: rem(18), color: look.ink2 },
  '& .reason': { marginTop: rem(4) },
});

const Lines = styled('dl')({
  display: 'grid',
  gridTemplateColumns: `${rem(84)} minmax(0, 1fr)`,
  gap: `${rem(8)} ${rem(16)}`,
  margin: 0,
  '& dt': { fontSize: rem(13), lineHeight: rem(20), color: look.ink2 },
  '& dd': { margin: 0, overflowWrap: 'anywhere' },
  'figure + &': { marginTop: rem(16) },
});

/** Who decided what, with the figures as they stood; and why it is bought, in the words of those it is for. */
export function OrderStory({ order }: { order: Order }) {
  return (
    <>
      {order.decisions.length > 0 ? (
        <Card title="Decisions" padded={false}>
          <Decisions>
            {order.decisions.map((each, index) => (
              <OneDecision key={`${each.on}-${index}`} decision={each} />
            ))}
          </Decisions>
        </Card>
      ) : null}
      <Card title="Why it is bought">
        {order.childView ? <Quote by="The child’s view">{order.childView}</Quote> : null}
        <Lines>
          <Line label="Action">{order.action ?? 'None named'}</Line>
          <Line label="Outcome">{order.outcome}</Line>
          <Line label="Need">{order.need || 'Not written down'}</Line>
          <Line label="Tried first">{order.alternatives || 'Not written down'}</Line>
          <Line label="Family">
            {[told[order.familyViewKind], order.familyView].filter(Boolean).join('. ')}
          </Line>
          <Line label="Asked by">{order.requestedBy ?? order.enteredBy}</Line>
          <Line label="Entered by">{order.enteredBy === order.requestedBy ? null : order.enteredBy}</Line>
          <Line label="Issued by">{order.issuedBy}</Line>
        </Lines>
      </Card>
    </>
  );
}

function OneDecision({ decision }: { decision: Decision }) {
  const { kind, word } = decided[decision.decision];
  return (
    <li>
      <div className="head">
        <Status kind={kind}>{word}</Status>
        <span className="day">{formatDay(decision.on)}</span>
      </div>
      <p>
        {decision.by}, {tierLabel(decision.tier).toLocaleLowerCase('en-GB')}
      </p>
      <p className="figures">
        {formatPounds(decision.grossPence)} with VAT; {formatPounds(decision.leftPence)} was left then.
      </p>
      {decision.reason ? <p className="reason">{decision.reason}</p> : null}
    </li>
  );
}

/** A line of the story; none where there is nothing to tell. */
function Line({ label, children }: { label: string; children: string | null }) {
  if (!children) return null;
  return (
    <>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </>
  );
}
