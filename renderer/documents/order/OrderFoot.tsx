import { formatDay } from '#shared/domain/dates.ts';
import { formatPounds, formatPoundsPlain } from '#shared/domain/money.ts';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import { formatRate, lowerFirst } from '../words.ts';

type Vat = PurchaseOrderPaper['vatSummary'][number];

/** VAT by rate at the left, the order's totals at the right: never parted. */
export function OrderTotals({ order }: { order: PurchaseOrderPaper }) {
  return (
    <div className="paper-totals">
      <table className="paper-table paper-vat-summary">
        <caption className="paper-unseen">VAT summary by rate</caption>
        <thead>
          <tr>
            <th scope="col">VAT summary by rate</th>
            <th scope="col" className="paper-figure">
              Net £
            </th>
            <th scope="col" className="paper-figure">
              VAT £
            </th>
          </tr>
        </thead>
        <tbody>
          {order.vatSummary.map((vat) => (
            <tr key={`${vat.code}-${vat.rateBp}`}>
              <th scope="row">{vatName(vat)}</th>
              <td className="paper-figure">{formatPoundsPlain(vat.netPence)}</td>
              <td className="paper-figure">{formatPoundsPlain(vat.vatPence)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <table className="paper-table paper-sum">
        <caption className="paper-unseen">Order total</caption>
        <tbody>
          <tr>
            <th scope="row">Net</th>
            <td className="paper-figure">{formatPounds(order.netPence)}</td>
          </tr>
          <tr>
            <th scope="row">VAT</th>
            <td className="paper-figure">{formatPounds(order.vatPence)}</td>
          </tr>
          <tr className="paper-grand">
            <th scope="row">Order total</th>
            <td className="paper-figure">{formatPounds(order.grossPence)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}

/** `S, standard 17.5%`; the rate is left out where there is none to speak of, or the label says it already. */
function vatName(vat: Vat): string {
  const label = lowerFirst(vat.label);
  const rated = ['S', 'R', 'Z'].includes(vat.code) && !label.includes('%');
  return `${vat.code}, ${label}${rated ? ` ${formatRate(vat.rateBp)}` : ''}`;
}

/** Who authorised, who issued, and the codes the council's own finance people need. */
export function OrderPeople({ order }: { order: PurchaseOrderPaper }) {
  const { authorisedBy, issuedBy } = order;
  return (
    <div className="paper-thirds">
      <section>
        <h2>Authorised by</h2>
        {authorisedBy === null ? (
          <p>Not yet authorised</p>
        ) : (
          <>
            <p className="paper-strong">{authorisedBy.name}</p>
            <p>
              {authorisedBy.jobTitle}, {formatDay(authorisedBy.date)}
            </p>
            {authorisedBy.reference !== '' && <p>Approval {authorisedBy.reference}</p>}
          </>
        )}
      </section>
      <section>
        <h2>Issued by</h2>
        {issuedBy === null ? (
          <p>Not yet issued</p>
        ) : (
          <>
            <p className="paper-strong">{issuedBy.name}</p>
            <p>
              {issuedBy.jobTitle}, {formatDay(issuedBy.date)}
            </p>
          </>
        )}
      </section>
      <section>
        <h2>For our use</h2>
        {order.ourUse.map((line) => (
          <p key={line}>{line}</p>
        ))}
      </section>
    </div>
  );
}

/** One clause. The first opens with its rule in bold (no order number, no pay); the order's number always stands out. */
export function Term({ text, first, number }: { text: string; first: boolean; number: string }) {
  const rule = first ? /^[^.]+\./.exec(text)?.[0] : undefined;
  const rest = rule === undefined ? text : text.slice(rule.length);
  const [opening = '', ...parts] = rest.split(number);
  return (
    <li>
      {rule !== undefined && <strong>{rule}</strong>}
      {opening}
      {parts.map((part, index) => (
        <span key={`${number}-${String(index)}`}>
          <strong>{number}</strong>
          {part}
        </span>
      ))}
    </li>
  );
}

/** What the provider must keep to so that nothing about a child reaches an invoice (BR-43, domain 7.2). */
export function Confidential({ neutralRef }: { neutralRef: string }) {
  return (
    <section className="paper-notice" aria-label="Confidential">
      <p>
        <strong>Confidential.</strong> This order names no child or family. For any question use our reference{' '}
        <strong className="paper-reference">{neutralRef}</strong>. Put no name, address, school or health
        detail on an invoice, delivery note or email. Any brief you need is sent separately and securely.
      </p>
    </section>
  );
}
