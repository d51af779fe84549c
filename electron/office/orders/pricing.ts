import type { Output } from '#shared/contract/index.ts';
import type { OrderDraft } from '#shared/contract/orders.ts';
import { isVatCode, orderTotals } from '#shared/domain/vat.ts';
import type { Db } from '../database/driver.ts';
import { itemsForOrder } from '../providers/for-orders.ts';

type Line = Output<'orders.judge'>['lines'][number];

/** Lines priced from the price list of a day, and what the gates need to know of each. */
export type Priced = {
  lines: Line[];
  totals: { netPence: number; vatPence: number; grossPence: number };
  facts: { no: number; title: string; priced: boolean; sameProvider: boolean; category: string }[];
};

/** Prices a draft by the list in force on a day; an item without a price then counts nothing and is named so. */
export async function price(
  db: Db,
  draft: Pick<OrderDraft, 'lines' | 'providerId'>,
  day: string,
): Promise<Priced> {
  const items = await itemsForOrder(
    db,
    draft.lines.map((line) => line.itemId),
    day,
  );
  const known = draft.lines.map((line) => {
    const item = items.get(line.itemId);
    const code = item?.price?.vatCode ?? 'O';
    return {
      line,
      item,
      unitPriceE4: item?.price?.unitPriceE4 ?? 0,
      vatCode: isVatCode(code) ? code : ('O' as const),
    };
  });
  const totals = orderTotals(
    known.map(({ line, unitPriceE4, vatCode }) => ({ quantity: line.quantity, unitPriceE4, vatCode })),
    day,
  );
  return {
    lines: known.map(({ line, item, unitPriceE4, vatCode }, index) => ({
      no: index + 1,
      itemId: item?.itemId ?? null,
      code: item?.code ?? '',
      description: line.description,
      quantity: line.quantity,
      unit: item?.unit ?? '',
      unitPriceE4,
      vatCode,
      vatRateBp: totals.lines[index]?.rateBp ?? 0,
      netPence: totals.lines[index]?.net ?? 0,
      vatPence: totals.lines[index]?.vat ?? 0,
      grossPence: totals.lines[index]?.gross ?? 0,
      category: item?.category ?? 'OTH',
    })),
    totals: { netPence: totals.net, vatPence: totals.vat, grossPence: totals.gross },
    facts: known.map(({ line, item }, index) => ({
      no: index + 1,
      title: line.description,
      priced: !!item?.price,
      sameProvider: !!item && item.providerId === draft.providerId,
      category: item?.category ?? 'OTH',
    })),
  };
}
