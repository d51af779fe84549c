import type { ReactNode } from 'react';
import { formatDay } from '#shared/domain/dates.ts';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import { lowerFirst, monogram } from '../words.ts';
import { markOf } from './mark.ts';

/** The letterhead with the order's number, and the dates and reference under it. */
export function OrderHead({ order }: { order: PurchaseOrderPaper }) {
  const mark = markOf(order);
  return (
    <header>
      <div className="paper-letterhead">
        <div className="paper-tile" aria-hidden="true">
          {monogram(order.buyer.council)}
        </div>
        <div className="paper-council">
          <p className="paper-council-name">{order.buyer.council}</p>
          <p>for {order.buyer.trust}</p>
          <p>{order.buyer.address.join(', ')}</p>
          {mark.notice !== null && (
            <p className="paper-mark">
              <strong className="paper-mark-word">{mark.word}</strong> {mark.notice}
            </p>
          )}
        </div>
        <div className="paper-number">
          <h1>
            <span className="paper-title">
              Purchase order<span className="paper-gap"> </span>
            </span>
            <span className="paper-number-value">{order.number}</span>
          </h1>
          <p className="paper-quiet">{mark.version}</p>
        </div>
      </div>
      <dl className="paper-facts">
        <Fact
          label="Order date"
          value={order.orderDate === null ? 'Not issued' : formatDay(order.orderDate)}
        />
        <Fact
          label="First supply by"
          value={order.requiredBy === null ? 'To be agreed' : formatDay(order.requiredBy)}
        />
        <Fact label="Our reference" value={<span className="paper-reference">{order.neutralRef}</span>} />
      </dl>
    </header>
  );
}

function Fact({ label, value }: { label: string; value: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

/** Supplier and where the invoice goes, side by side. */
export function SupplierAndInvoice({ order }: { order: PurchaseOrderPaper }) {
  return (
    <div className="paper-pair">
      <Party title="Supplier">
        <p className="paper-strong">{order.supplier.name}</p>
        <Address lines={order.supplier.address} />
        {order.supplier.email !== null && <p>{order.supplier.email}</p>}
        {order.supplier.number !== null && (
          <p className="paper-quiet">Supplier number {order.supplier.number}</p>
        )}
      </Party>
      <Party title="Invoice to">
        <p className="paper-strong">{order.invoiceTo.name}</p>
        <Address lines={order.invoiceTo.address} />
        {order.invoiceTo.email !== null && <p>{order.invoiceTo.email}</p>}
      </Party>
    </div>
  );
}

/** Where the goods go, and whom to ask. */
export function DeliveryAndContact({ order }: { order: PurchaseOrderPaper }) {
  const { contact } = order;
  return (
    <div className="paper-pair">
      <Party title="Deliver to">
        {order.deliverTo.map((line) => (
          <p key={line}>
            <Lead text={line} />
          </p>
        ))}
      </Party>
      <Party title="Contact officer">
        <p>
          <strong>{contact.name}</strong>
          {contact.jobTitle === '' ? '' : `, ${lowerFirst(contact.jobTitle)}`}
        </p>
        {contact.phone !== '' && <p>{contact.phone}</p>}
        {contact.email !== '' && <p>{contact.email}</p>}
      </Party>
    </div>
  );
}

/** `Lines 1 and 2: your premises` with what it is about in bold. */
function Lead({ text }: { text: string }) {
  const match = /^(Lines? [\d, and]+:)(.*)$/.exec(text);
  if (match === null) return text;
  return (
    <>
      <strong>{match[1]}</strong>
      {match[2]}
    </>
  );
}

function Party({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="paper-party">
      <h2>{title}</h2>
      {children}
    </section>
  );
}

/** A short address runs on, as on an envelope's flap: two parts a line. */
function Address({ lines }: { lines: readonly string[] }) {
  return <p>{lines.join(', ')}</p>;
}
