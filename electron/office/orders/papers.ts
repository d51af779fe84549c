import { createHash } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { purchaseOrderPaper } from '#shared/contract/papers.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { asDraft, asExisting, loadOrder } from './drafts.ts';
import { judgeDraft } from './facts.ts';
import { findNumber } from './numbers.ts';
import { findPaper, insertPrint, storePdf } from './orders.queries.ts';
import { makePaper } from './paper.ts';

/** What the provider reads: frozen since the issue, or a draft as it would be today. */
export async function paper(context: Context, { id }: { id: number }): Promise<Output<'orders.paper'>> {
  const { order, lines } = await loadOrder(context, id);
  const kept = await findPaper(context.db, id);
  if (kept) {
    const frozen = purchaseOrderPaper.parse(JSON.parse(kept.paper));
    return order.status === 'cancelled' ? { ...frozen, mark: 'cancelled' } : frozen;
  }
  const judged = await judgeDraft(context, asDraft(order, lines), 'write', asExisting(order, lines));
  const { person } = context;
  return makePaper(context, order, judged, {
    number: `Draft ${order.id}`,
    orderDate: null,
    mark: 'draft',
    authorisedBy: null,
    issuedBy: null,
    contact: { name: person.name, jobTitle: person.jobTitle, phone: '', email: '' },
  });
}

/** The stored PDF, byte for byte; refused if it no longer matches its fingerprint. */
export async function storedPdf(
  context: Context,
  { id }: { id: number },
): Promise<Output<'orders.storedPdf'>> {
  await loadOrder(context, id);
  const kept = await findPaper(context.db, id);
  if (!kept?.pdf || !kept.sha256) return { pdf: null, sha256: null };
  if (fingerprint(kept.pdf) !== kept.sha256)
    throw new OfficeProblem(
      'damaged_file',
      'The stored paper of this order does not match its fingerprint. It was not shown. Restore the newest backup.',
    );
  return { pdf: kept.pdf.toString('base64'), sha256: kept.sha256 };
}

const fingerprint = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Keeps the PDF first made from an issued order's paper. */
export async function keepPdf(
  context: Context,
  input: Parsed<'orders.keepPdf'>,
): Promise<Output<'orders.keepPdf'>> {
  await loadOrder(context, input.id);
  const pdf = Buffer.from(input.pdf, 'base64');
  if (pdf.subarray(0, 5).toString('latin1') !== '%PDF-')
    throw new OfficeProblem('invalid', 'That is not a PDF. Nothing was kept.', { field: 'pdf' });
  const sha256 = fingerprint(pdf);
  if (!(await storePdf(context.db, input.id, pdf, sha256, context.now)))
    throw new OfficeProblem(
      'conflict',
      'This order’s paper is kept already, or it has none. The one that was kept stays.',
    );
  context.note({ entity: 'order', id: input.id, detail: { sha256 } });
  return { sha256 };
}

/** Records that an order went to paper or to a file. */
export async function recordPrint(context: Context, input: Parsed<'orders.recordPrint'>) {
  await loadOrder(context, input.id);
  await insertPrint(context.db, {
    order_id: input.id,
    how: input.how,
    as_copy: input.asCopy ? 1 : 0,
    copies: input.copies,
    done_by: context.person.id,
    done_at: context.now,
  });
  context.note({ entity: 'order', id: input.id, detail: { how: input.how, copies: input.copies } });
  return {};
}

/** The order behind a printed number, if the reader may see it. */
export async function byNumber(context: Context, { number }: { number: number }): Promise<{ id: number }> {
  const id = (await findNumber(context.db, number)) ?? notFound('order');
  await loadOrder(context, id);
  return { id };
}
