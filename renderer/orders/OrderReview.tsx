import { useState } from 'react';
import type { Output } from '#shared/contract/index.ts';
import { stopsOf } from '#shared/domain/gates.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds } from '#shared/domain/money.ts';
import { FactStrip } from '#renderer/components/FactStrip.tsx';
import { GateList } from '#renderer/components/GateList.tsx';
import { Page, PageColumns, Stack } from '#renderer/components/Page.tsx';
import { ProgressTracker } from '#renderer/components/ProgressTracker.tsx';
import { Status, Tag } from '#renderer/components/Status.tsx';
import { OrderActs } from './OrderActs.tsx';
import { OrderLinesTable } from './OrderLinesTable.tsx';
import { OrderStory } from './OrderStory.tsx';
import { gateItems, orderStatusLook, orderSteps } from './orderWords.ts';
import { ProviderView } from './ProviderView.tsx';

type Order = Output<'orders.get'>;

/** Numbers of lines that a stop is about, from its own sentence. */
function stoppedLines(order: Order): ReadonlySet<number> {
  const numbers = stopsOf(order.gates).flatMap((gate) => {
    const found = /^Line (\d+) /.exec(gate.sentence);
    return found ? [Number(found[1])] : [];
  });
  return new Set(numbers);
}

function titleOf(order: Order): string {
  if (order.number !== null) return `Order ${order.number}`;
  if (order.status === 'submitted' && order.may.decide) return 'Decide on the request';
  if (order.status === 'approved') return 'Check and issue the order';
  return `Request ${order.id}`;
}

/** "action 1.2", from the action's own label. */
function actionNumber(order: Order): string | null {
  const number = order.action?.split(' ')[0];
  return number ? `action ${number}` : null;
}

function facts(order: Order) {
  const headroom = order.headroomPence;
  // "Ruth Adeyemi, Pathfinder": whose it is, then the fund.
  const [owner, ...fund] = order.budget?.split(', ') ?? ['No budget chosen'];
  const left = headroom === null ? null : `${formatPounds(headroom)} left`;
  return [
    {
      label: 'Provider',
      value: order.provider ?? 'Nobody chosen',
      detail: order.lines.length === 1 ? '1 line' : `${order.lines.length} lines`,
    },
    {
      label: 'For',
      value: order.childName ?? order.neutralRef,
      detail: [order.cafReference ?? order.neutralRef, actionNumber(order)].filter(Boolean).join(', '),
    },
    {
      label: 'Supply',
      value: order.requiredBy ? `by ${formatDay(order.requiredBy)}` : 'no date set',
      detail: order.deliverTo.split('\n')[0] || 'to our office',
    },
    {
      label: 'Paid from',
      value: owner,
      detail: [...fund, left].filter(Boolean).join(', '),
    },
  ];
}

/** An order to check, decide on, issue and print: what it rests on, its lines, what the provider will see, the gates. */
export function OrderReview({ order }: { order: Order }) {
  const [preview, setPreview] = useState(false);
  const stops = stopsOf(order.gates).length;
  const look = orderStatusLook(order.status);
  return (
    <Page
      title={titleOf(order)}
      crumbs={[
        { label: 'Orders', to: '/orders' },
        { label: order.number ? `Order ${order.number}` : `Request ${order.id}` },
      ]}
      tag={<Tag kind={look.kind}>{look.word}</Tag>}
      actions={<ProgressTracker label="Where this order is" steps={orderSteps(order)} />}
      footer={<FooterWords order={order} stops={stops} />}
      footerEnd={<OrderActs order={order} stops={stops} onPreview={() => setPreview(true)} />}
    >
      <PageColumns side={432}>
        <Stack>
          <FactStrip facts={facts(order)} />
          <OrderLinesTable order={order} stopped={stoppedLines(order)} />
          <ProviderView order={order} open={preview} onOpen={setPreview} />
        </Stack>
        <Stack>
          {order.gates.length > 0 ? (
            <GateList gates={gateItems(order.gates)} footer="Judged by the rules in force today." />
          ) : null}
          <OrderStory order={order} />
        </Stack>
      </PageColumns>
    </Page>
  );
}

function FooterWords({ order, stops }: { order: Order; stops: number }) {
  if (stops > 0)
    return <Status kind="stop">{`${stops} ${stops === 1 ? 'stop' : 'stops'} to put right first`}</Status>;
  if (order.status === 'approved')
    return <span>The order number is given when it is issued. Nothing is sent until you print it.</span>;
  if (order.status === 'submitted')
    return <span>The money is held. Nothing is ordered until somebody approves it.</span>;
  if (order.status === 'issued')
    return <span>{order.prints.length > 0 ? 'Printed or saved before.' : 'Not printed yet.'}</span>;
  return null;
}
