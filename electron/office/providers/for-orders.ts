import { notFound } from '../common-problems.ts';
import type { Db } from '../database/driver.ts';
import * as prices from './prices.queries.ts';
import * as queries from './providers.queries.ts';

/** The price of an item in force on a day: in ten-thousandths of a pound, without VAT. */
type PriceOnDay = {
  priceId: number;
  unitPriceE4: number;
  vatCode: string;
  validFrom: string;
  validTo: string | null;
};

/** A price-list item as an order needs it; `price` is null when it is not sold or has none on that day. */
type ItemForOrder = {
  itemId: number;
  providerId: number;
  code: string;
  title: string;
  category: string;
  unit: string;
  price: PriceOnDay | null;
};

/** The one of an item's prices that is in force on a day: the last that had begun, unless it has ended. */
export function priceOn(history: readonly prices.PriceRow[], day: string): PriceOnDay | null {
  const row = history
    .filter((each) => each.valid_from <= day)
    .sort((a, b) => (a.valid_from < b.valid_from ? 1 : -1))[0];
  if (!row || (row.valid_to !== null && row.valid_to < day)) return null;
  return {
    priceId: row.id,
    unitPriceE4: row.unit_price_e4,
    vatCode: row.vat_code,
    validFrom: row.valid_from,
    validTo: row.valid_to,
  };
}

/** Items by id with the price in force on a day. An id that is no item is not in the map. */
export async function itemsForOrder(
  db: Db,
  itemIds: readonly number[],
  day: string,
): Promise<Map<number, ItemForOrder>> {
  const ids = [...new Set(itemIds)];
  const [rows, history] = await Promise.all([prices.findItems(db, ids), prices.listPrices(db, ids)]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        itemId: row.id,
        providerId: row.provider_id,
        code: row.code,
        title: row.title,
        category: row.category,
        unit: row.unit,
        price:
          row.active === 1
            ? priceOn(
                history.filter((price) => price.item_id === row.id),
                day,
              )
            : null,
      },
    ]),
  );
}

/** A provider as the gates judge it and the order prints it (BR-45). Throws `not_found`. */
export async function providerForOrder(db: Db, providerId: number) {
  const row = (await queries.findProvider(db, providerId)) ?? notFound('provider');
  return {
    id: row.id,
    name: row.name,
    status: row.status,
    address: row.address,
    orderEmail: row.order_email,
    supplierNumber: row.supplier_number,
    vatRegistered: row.vat_registered === 1,
    contactWithChildren: row.contact_with_children === 1,
    safeguardingExpiresOn: row.safeguarding_expires_on,
    insuranceExpiresOn: row.insurance_expires_on,
    dataNoteOn: row.data_note_on,
  };
}
/** Names of providers by id, for lists of other features. */
export async function providerNames(db: Db, ids: readonly number[]): Promise<Map<number, string>> {
  const rows = await queries.listNames(db, [...new Set(ids)]);
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** Providers whose name holds the text, for the search field and the order form; those that have ended are left out. */
export function findProviders(db: Db, query: string, limit: number) {
  return queries.searchProviders(db, query, limit);
}
