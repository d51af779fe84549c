import type { Output } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { Card } from '#renderer/components/Card.tsx';
import { FactStrip } from '#renderer/components/FactStrip.tsx';
import { Quote } from '#renderer/components/Quote.tsx';
import { tierLabel } from './orderWords.ts';

type Order = Output<'orders.get'>;

const decided = {
  own_limit: 'Within the own limit',
  approve: 'Approved',
  refuse: 'Refused',
  return: 'Sent back',
} as const;
const told = {
  '': 'Not recorded',
  agreed: 'The family agreed',
  asked: 'The family asked for it',
  declined: 'The family declined',
  not_told: 'The family was not told',
} as const;

/** Why it is bought, in the words of those it is for; and who decided what, with the figures as they stood. */
export function OrderStory({ order }: { order: Order }) {
  const decisions = order.decisions.map((each, index) => ({
    label: `${decided[each.decision]}, ${formatDay(each.on)}`,
    value: each.by,
    detail: `${tierLabel(each.tier)}. ${formatPounds(each.grossPence)}, ${formatPounds(each.leftPence)} left then. ${each.reason}`,
    key: index,
  }));
  return (
    <>
      {decisions.length > 0 ? (
        <Card title="Decisions">
          <FactStrip facts={decisions} />
        </Card>
      ) : null}
      <Card title="Why it is bought">
        {order.childView ? <Quote by="The child’s view">{order.childView}</Quote> : null}
        <dl>
          <Line label="Need">{order.need || 'Not written down'}</Line>
          <Line label="Tried first">{order.alternatives || 'Not written down'}</Line>
          <Line label="Family">
            {[told[order.familyViewKind], order.familyView].filter(Boolean).join('. ')}
          </Line>
          <Line label="Asked by">{order.requestedBy ?? order.enteredBy}</Line>
          {order.requestedBy && order.requestedBy !== order.enteredBy ? (
            <Line label="Entered by">{order.enteredBy}</Line>
          ) : null}
          {order.issuedBy ? <Line label="Issued by">{order.issuedBy}</Line> : null}
        </dl>
      </Card>
    </>
  );
}

function Line({ label, children }: { label: string; children: string }) {
  return (
    <div style={{ marginTop: '0.5rem' }}>
      <dt style={{ fontSize: '0.8125rem', opacity: 0.8 }}>{label}</dt>
      <dd style={{ margin: 0 }}>{children}</dd>
    </div>
  );
}
