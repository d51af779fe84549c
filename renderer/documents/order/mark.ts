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
  const issued = order.orderDate === null ? '' : ` ${formatDay(order.orderDate)}`;
  const marks: Record<PurchaseOrderPaper['mark'], Mark> = {
    draft: {
      version: 'Not issued',
      word: 'Draft',
      notice: 'Not an order. Supply nothing against it.',
      watermark: 'DRAFT',
    },
    copy: {
      version: `${version}${amended ? ' amended' : ''}, copy`,
      word: 'Copy',
      notice: `of the order issued${issued}. Supply once only.`,
      watermark: 'COPY',
    },
    cancelled: {
      version: `${version}, cancelled`,
      word: 'Cancelled',
      notice: 'Supply nothing more against this order.',
      watermark: 'CANCELLED',
    },
    original: {
      version: `${version}, ${amended ? 'amended' : 'original'}`,
      word: amended ? 'Amended' : null,
      notice: amended ? `Replaces version ${order.version - 1}. Work to this version only.` : null,
      watermark: null,
    },
  };
  return marks[order.mark];
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
