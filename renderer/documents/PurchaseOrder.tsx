import { useMemo } from 'react';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import { safeColour } from './colour.ts';
import { Confidential, OrderPeople, OrderTotals, Term } from './order/OrderFoot.tsx';
import { DeliveryAndContact, OrderHead, SupplierAndInvoice } from './order/OrderHead.tsx';
import { orderLines } from './order/OrderLines.tsx';
import { markOf, orderFoot, orderName } from './order/mark.ts';
import type { FlowItem } from './pages/flow.ts';
import { Sheets, type SheetStyle } from './pages/Sheets.tsx';

/** The title of the order's window and PDF. */
export function purchaseOrderTitle(order: PurchaseOrderPaper): string {
  if (order.mark === 'draft') return orderName(order);
  const mark = order.mark === 'original' ? '' : `, ${order.mark}`;
  return `${orderName(order)}, version ${order.version}${mark}`;
}

/** As many clauses stay together as look well together; a long list may go on overleaf between two of them. */
const TERMS_TOGETHER = 8;

function termsBlocks(order: PurchaseOrderPaper): FlowItem[] {
  const blocks: FlowItem[] = [];
  for (let from = 0; from < order.terms.length; from += TERMS_TOGETHER) {
    const first = from === 0;
    blocks.push({
      kind: 'block',
      key: `terms-${from + 1}`,
      // The notice is never left alone on a last page.
      keepWithNext: from + TERMS_TOGETHER >= order.terms.length,
      content: (
        <div className={first ? 'paper-terms paper-terms--first' : 'paper-terms'}>
          {first && <h2>Terms</h2>}
          <ul>
            {order.terms.slice(from, from + TERMS_TOGETHER).map((text, index) => (
              <Term key={text} text={text} first={first && index === 0} number={order.number} />
            ))}
          </ul>
        </div>
      ),
    });
  }
  return blocks;
}

function orderItems(order: PurchaseOrderPaper): FlowItem[] {
  return [
    { kind: 'block', key: 'head', content: <OrderHead order={order} /> },
    { kind: 'block', key: 'supplier', content: <SupplierAndInvoice order={order} /> },
    { kind: 'block', key: 'delivery', content: <DeliveryAndContact order={order} /> },
    orderLines(order),
    { kind: 'block', key: 'totals', content: <OrderTotals order={order} /> },
    { kind: 'block', key: 'people', content: <OrderPeople order={order} /> },
    ...termsBlocks(order),
    { kind: 'block', key: 'notice', content: <Confidential neutralRef={order.neutralRef} /> },
  ];
}

function orderSheet(order: PurchaseOrderPaper): SheetStyle {
  const mark = markOf(order);
  return {
    orientation: 'portrait',
    colour: safeColour(order.buyer.colour),
    runningHead: (
      <>
        <span>{order.buyer.council}</span>
        <span>
          {mark.word !== null && <strong>{mark.word}. </strong>}
          {orderName(order)}, continued
        </span>
      </>
    ),
    foot: orderFoot(order),
    watermark: mark.watermark,
  };
}

/**
 * The purchase order as the provider reads it (domain 7.1): preview, PDF and paper are this one component.
 * It prints the neutral reference and nothing else about a child (BR-43).
 *
 * @param onSet called once its pages are final.
 */
export function PurchaseOrder({
  order,
  onSet,
}: {
  order: PurchaseOrderPaper;
  onSet?: (() => void) | undefined;
}) {
  const items = useMemo(() => orderItems(order), [order]);
  const sheet = useMemo(() => orderSheet(order), [order]);
  return <Sheets items={items} sheet={sheet} onSet={onSet} />;
}
