import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';
import { formatRate, isVatCode, orderTotals, vatCode } from '#shared/domain/vat.ts';
import type { Context } from '../context.ts';
import { get as getSettings } from '../settings/settings.service.ts';
import type { Judged } from './facts.ts';
import type { OrderValues } from './orders.queries.ts';

const lines = (text: string): string[] =>
  text
    .split('\n')
    .map((each) => each.trim())
    .filter(Boolean);

/** Who signed what, for the foot of the paper. */
export type Signatures = Pick<PurchaseOrderPaper, 'authorisedBy' | 'issuedBy'> & {
  contact: PurchaseOrderPaper['contact'];
  number: string;
  orderDate: string | null;
  mark: PurchaseOrderPaper['mark'];
};

/** What the provider reads: the neutral reference, the lines and the office, and nothing about the child (BR-43). */
export async function makePaper(
  context: Context,
  order: Pick<OrderValues, 'neutral_ref' | 'required_by' | 'deliver_to'>,
  judged: Pick<Judged, 'priced' | 'provider' | 'budget'>,
  signatures: Signatures,
): Promise<PurchaseOrderPaper> {
  const settings = await getSettings(context);
  const { priced, provider, budget } = judged;
  return {
    number: signatures.number,
    version: 1,
    mark: signatures.mark,
    orderDate: signatures.orderDate,
    requiredBy: order.required_by,
    neutralRef: order.neutral_ref,
    buyer: {
      council: settings.councilName,
      trust: settings.trustName,
      address: lines(settings.address),
      colour: settings.letterheadColour,
    },
    supplier: {
      name: provider?.name ?? 'No provider chosen',
      address: lines(provider?.address ?? ''),
      email: provider?.orderEmail || null,
      number: provider?.supplierNumber || null,
    },
    invoiceTo: {
      name: settings.invoiceName,
      address: lines(settings.invoiceAddress),
      email: settings.invoiceEmail || null,
    },
    deliverTo: lines(order.deliver_to || settings.deliverTo),
    contact: {
      ...signatures.contact,
      phone: signatures.contact.phone || settings.phone,
      email: signatures.contact.email || settings.email,
    },
    lines: priced.lines.map((line) => ({ ...line, code: line.code || null })),
    vatSummary: vatSummary(priced.lines, signatures.orderDate ?? context.today),
    ...priced.totals,
    authorisedBy: signatures.authorisedBy,
    issuedBy: signatures.issuedBy,
    ourUse: budget?.ourUse ?? [],
    terms: lines(settings.terms),
  };
}

function vatSummary(priced: Judged['priced']['lines'], day: string): PurchaseOrderPaper['vatSummary'] {
  const totals = orderTotals(
    priced.map((line) => ({ ...line, vatCode: isVatCode(line.vatCode) ? line.vatCode : 'O' })),
    day,
  );
  return totals.vatSummary.map((row) => {
    const entry = vatCode(row.code);
    const label = entry.taxable
      ? `${entry.label.toLowerCase()} ${formatRate(row.rateBp)}`
      : entry.label.toLowerCase();
    return { code: row.code, label, rateBp: row.rateBp, netPence: row.net, vatPence: row.vat };
  });
}
