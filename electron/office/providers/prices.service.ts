import { isCodeIn } from '#shared/codes/list.ts';
import { purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import { units } from '#shared/codes/units.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays } from '#shared/domain/dates.ts';
import { isVatCode } from '#shared/domain/vat.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import { priceOn } from './for-orders.ts';
import * as queries from './prices.queries.ts';
import { findProvider } from './providers.queries.ts';

type Item = Output<'providers.findItems'>['items'][number];

function toPrice(row: queries.PriceRow): Item['history'][number] {
  return {
    id: row.id,
    unitPriceE4: row.unit_price_e4,
    vatCode: row.vat_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

async function withPrices(db: Db, rows: queries.ItemRow[], day: string): Promise<Item[]> {
  const prices = await queries.listPrices(
    db,
    rows.map((row) => row.id),
  );
  const byItem = Map.groupBy(prices, (price) => price.item_id);
  return rows.map((row) => {
    const history = byItem.get(row.id) ?? [];
    const current = priceOn(history, day);
    return {
      id: row.id,
      providerId: row.provider_id,
      provider: row.provider,
      code: row.code,
      title: row.title,
      category: row.category,
      unit: row.unit,
      current: current && {
        id: current.priceId,
        unitPriceE4: current.unitPriceE4,
        vatCode: current.vatCode,
        validFrom: current.validFrom,
        validTo: current.validTo,
      },
      history: history.map(toPrice),
    };
  });
}

/** A provider's price list with all prices, and which is in force on a day. */
export async function priceList(db: Db, providerId: number, day: string): Promise<Item[]> {
  return withPrices(db, await queries.listItems(db, providerId), day);
}

/** Items that approved providers sell today, by words of the title, the code or the provider. */
export async function findItems(
  { db, today }: Context,
  input: Parsed<'providers.findItems'>,
): Promise<Output<'providers.findItems'>> {
  return { items: await withPrices(db, await queries.searchItems(db, { ...input, day: today }), today) };
}

function refuseFaultyPrice(price: { vatCode: string; validFrom: string; validTo: string | null }): void {
  if (!isVatCode(price.vatCode))
    throw new OfficeProblem(
      'invalid',
      'There is no such VAT code. Nothing was saved. Choose one from the list.',
      {
        field: 'vatCode',
      },
    );
  if (price.validTo !== null && price.validTo < price.validFrom)
    throw new OfficeProblem('invalid', 'A price cannot end before it begins. Nothing was saved.', {
      field: 'validTo',
    });
}

/** Adds an item with its first price to a provider's list. `unitPriceE4` is without VAT. */
export async function addItem(
  context: Context,
  input: Parsed<'providers.addItem'>,
): Promise<Output<'providers.addItem'>> {
  const { db, person, now } = context;
  const provider = (await findProvider(db, input.providerId)) ?? notFound('provider');
  refuseFaultyPrice(input);
  if (!isCodeIn(purchaseCategories, input.category))
    throw new OfficeProblem(
      'invalid',
      'There is no such category. Nothing was saved. Choose one from the list.',
      {
        field: 'category',
      },
    );
  if (!isCodeIn(units, input.unit))
    throw new OfficeProblem(
      'invalid',
      'There is no such unit. Nothing was saved. Choose one from the list.',
      {
        field: 'unit',
      },
    );
  if (await queries.codeTaken(db, provider.id, input.code))
    throw new OfficeProblem(
      'invalid',
      `${provider.name} has an item ${input.code} already. Nothing was saved. Set a new price on that item, or use another code.`,
      { field: 'code' },
    );
  const made = { now, by: person.id };
  const id = await queries.insertItem(db, input, made);
  await queries.insertPrice(db, { ...input, itemId: id }, made);
  context.note({ entity: 'price_item', id, detail: { providerId: provider.id } });
  return { id };
}

/** The last day that a new price may run to when a later one is already known. */
function lastDay(input: Parsed<'providers.setPrice'>, next: queries.PriceRow | undefined): string | null {
  if (!next) return input.validTo;
  const before = addDays(next.valid_from, -1);
  if (input.validTo !== null && input.validTo > before)
    throw new OfficeProblem(
      'invalid',
      'A later price begins before this one would end, and two prices cannot hold on one day. Nothing was saved. Choose an earlier last day.',
      { field: 'validTo' },
    );
  return input.validTo ?? before;
}

/**
 * Sets a price from a day on. The price before ends the day before, and stays in the history; if a later price is
 * known already, this one ends the day before that begins.
 */
export async function setPrice(context: Context, input: Parsed<'providers.setPrice'>) {
  const { db, person, now } = context;
  const item = (await queries.findItems(db, [input.itemId]))[0] ?? notFound('item');
  refuseFaultyPrice(input);
  const history = await queries.listPrices(db, [item.id]);
  if (history.some((price) => price.valid_from === input.validFrom))
    throw new OfficeProblem(
      'invalid',
      'A price from that day is on the list already. Nothing was saved. Choose another first day.',
      { field: 'validFrom' },
    );
  const next = history.findLast((price) => price.valid_from > input.validFrom);
  const before = history.find((price) => price.valid_from < input.validFrom);
  const validTo = lastDay(input, next);
  if (before && (before.valid_to === null || before.valid_to >= input.validFrom))
    await queries.endPrice(db, before.id, addDays(input.validFrom, -1));
  await queries.insertPrice(db, { ...input, validTo }, { now, by: person.id });
  context.note({ entity: 'price_item', id: item.id, detail: { validFrom: input.validFrom } });
  return {};
}
