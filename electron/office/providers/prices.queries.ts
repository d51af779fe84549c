import type { Db } from '../database/driver.ts';

/** Price-list items with the name of who sells them. */
function itemRows(db: Db) {
  return db
    .selectFrom('price_items as i')
    .innerJoin('providers as p', 'p.id', 'i.provider_id')
    .select([
      'i.id',
      'i.provider_id',
      'p.name as provider',
      'i.code',
      'i.title',
      'i.category',
      'i.unit',
      'i.active',
    ]);
}
/** See {@link itemRows}. */
export type ItemRow = Awaited<ReturnType<typeof findItems>>[number];

/** Items by their ids, whether still sold or not. */
export async function findItems(db: Db, ids: readonly number[]) {
  return ids.length === 0 ? [] : itemRows(db).where('i.id', 'in', ids).execute();
}

/** A provider's whole price list, by code. */
export function listItems(db: Db, providerId: number) {
  return itemRows(db).where('i.provider_id', '=', providerId).orderBy('i.code').execute();
}

/** Items still sold by providers that take new orders, whose code or title holds the text and that have a price on a day. */
export function searchItems(
  db: Db,
  wanted: { search: string; providerId?: number | undefined; limit: number; day: string },
) {
  let query = itemRows(db)
    .where('i.active', '=', 1)
    .where('p.status', '=', 'approved')
    .where((item) =>
      item.exists(
        item
          .selectFrom('prices as c')
          .select('c.id')
          .whereRef('c.item_id', '=', 'i.id')
          .where('c.valid_from', '<=', wanted.day)
          .where((is) => is.or([is('c.valid_to', 'is', null), is('c.valid_to', '>=', wanted.day)])),
      ),
    );
  if (wanted.providerId !== undefined) query = query.where('i.provider_id', '=', wanted.providerId);
  for (const word of wanted.search.split(/\s+/).filter((each) => each !== '')) {
    const like = `%${word.replaceAll(/[%_]/g, '')}%`;
    query = query.where((is) =>
      is.or([is('i.title', 'like', like), is('i.code', 'like', like), is('p.name', 'like', like)]),
    );
  }
  return query.orderBy('i.title').orderBy('p.name').orderBy('i.id').limit(wanted.limit).execute();
}

/** Every price that these items ever had, the newest first. */
export async function listPrices(db: Db, itemIds: readonly number[]) {
  if (itemIds.length === 0) return [];
  return db
    .selectFrom('prices')
    .select(['id', 'item_id', 'unit_price_e4', 'vat_code', 'valid_from', 'valid_to'])
    .where('item_id', 'in', itemIds)
    .orderBy('valid_from', 'desc')
    .execute();
}
/** See {@link listPrices}. */
export type PriceRow = Awaited<ReturnType<typeof listPrices>>[number];

/** Whether a provider's list has an item of this code, whatever its capitals. */
export async function codeTaken(db: Db, providerId: number, code: string): Promise<boolean> {
  const rows = await db
    .selectFrom('price_items')
    .select('code')
    .where('provider_id', '=', providerId)
    .execute();
  return rows.some((row) => row.code.toLowerCase() === code.toLowerCase());
}

/** Adds an item without a price; its id. */
export async function insertItem(
  db: Db,
  item: { providerId: number; code: string; title: string; category: string; unit: string },
  made: { now: string; by: number },
): Promise<number> {
  const { id } = await db
    .insertInto('price_items')
    .values({
      provider_id: item.providerId,
      code: item.code,
      title: item.title,
      category: item.category,
      unit: item.unit,
      created_at: made.now,
      created_by: made.by,
    })
    .returning('id')
    .executeTakeFirstOrThrow();
  return id;
}

/** Adds a price. `unitPriceE4` is in ten-thousandths of a pound. */
export async function insertPrice(
  db: Db,
  price: { itemId: number; unitPriceE4: number; vatCode: string; validFrom: string; validTo: string | null },
  made: { now: string; by: number },
): Promise<void> {
  await db
    .insertInto('prices')
    .values({
      item_id: price.itemId,
      unit_price_e4: price.unitPriceE4,
      vat_code: price.vatCode,
      valid_from: price.validFrom,
      valid_to: price.validTo,
      set_by: made.by,
      set_at: made.now,
    })
    .execute();
}

/** Ends a price on a day. */
export async function endPrice(db: Db, id: number, validTo: string): Promise<void> {
  await db.updateTable('prices').set({ valid_to: validTo }).where('id', '=', id).execute();
}
