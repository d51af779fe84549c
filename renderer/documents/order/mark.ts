import { formatDay } from '#shared/domain/dates.ts';
import type { PurchaseOrderPaper } from '#shared/contract/papers.ts';

/** How an order says what it is: original, copy, amended, cancelled or only a draft (domain 7.1). */
export type Mark = {
  /** Under the number: `Version 1, original`. */
  version: string;
  /** One word for the head, the running head and the watermark; null for a plain original. */
  word: string | null;
  /** What the reader must do about it; null for a plain original. */
  notice: string | null;
  /** Large and pale across each page; null where the words above are enough. */
  watermark: string | null;
};

/** The mark of an order; an original from its second version on is an amended order. */
export function markOf(order: PurchaseOrderPaper): Mark {
  const version = `Version ${order.version}`;
  const amended = order.version > 1;
  const issued = order.orderDate === null ? '' : ` on ${formatDay(order.orderDate)}`;
  switch (order.mark) {
    case 'draft':
      return {
        version: 'Not issued',
        word: 'Draft',
        notice: 'This is not an order. Supply nothing until you receive an order with a number.',
        watermark: 'DRAFT',
      };
    case 'copy':
      return {
        version: `${version}, copy${amended ? ' of the amended order' : ''}`,
        word: 'Copy',
        notice: `The original was issued${issued}. Supply and invoice once only.`,
        watermark: 'COPY',
      };
    case 'cancelled':
      return {
        version: `${version}, cancelled`,
        word: 'Cancelled',
        notice: 'Supply nothing more against this order. Tell us at once if anything is already on its way.',
        watermark: 'CANCELLED',
      };
    case 'original':
      return {
        version: `${version}, ${amended ? 'amended' : 'original'}`,
        word: amended ? 'Amended' : null,
        notice: amended ? `This replaces version ${order.version - 1}. Work to this version only.` : null,
        watermark: null,
      };
  }
}

/** `Purchase order 4001873`, or `Purchase order, draft 12` before it has a number: also the file's title. */
export function orderName(order: PurchaseOrderPaper): string {
  const numbered = /^\d/.test(order.number);
  return numbered ? `Purchase order ${order.number}` : `Purchase order, ${order.number.toLowerCase()}`;
}

/** Left end of each page's foot: which order, version and day a loose sheet belongs to. */
export function orderFoot(order: PurchaseOrderPaper): string {
  if (order.mark === 'draft' || order.orderDate === null) return `${orderName(order)}, not issued`;
  return `${orderName(order)}, version ${order.version}, issued ${formatDay(order.orderDate)}`;
}
