import { type Insertable, sql, type Updateable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';

type ProviderStatus = Schema['providers']['status'];

const likeAnywhere = (text: string) => `%${text.replaceAll(/[%_]/g, '')}%`;

/** One provider with who approved it. */
export function findProvider(db: Db, id: number) {
  return db
    .selectFrom('providers as p')
    .leftJoin('people as a', 'a.id', 'p.approved_by')
    .selectAll('p')
    .select('a.name as approver')
    .where('p.id', '=', id)
    .executeTakeFirst();
}
/** See {@link findProvider}. */
export type ProviderRow = NonNullable<Awaited<ReturnType<typeof findProvider>>>;

/** Names of providers, by id. */
export async function listNames(db: Db, ids: readonly number[]) {
  if (ids.length === 0) return [];
  return db.selectFrom('providers').select(['id', 'name']).where('id', 'in', ids).execute();
}

/** Providers whose name holds the text, those that take new orders first. */
export function searchProviders(db: Db, search: string, limit: number) {
  return db
    .selectFrom('providers')
    .select(['id', 'name', 'status'])
    .where('name', 'like', likeAnywhere(search.trim()))
    .where('status', '!=', 'ended')
    .orderBy((is) => is.case().when('status', '=', 'approved').then(0).else(1).end())
    .orderBy('name', (by) => by.collate('nocase'))
    .limit(limit)
    .execute();
}

/** How the list of providers can be sorted. */
export const providerSorts = ['name', 'kind', 'status', 'items', 'payments', 'lastPaidOn'] as const;
type ProviderSort = (typeof providerSorts)[number];

const sortColumn = {
  name: 'name',
  kind: 'kind',
  status: 'status',
  items: 'items',
  payments: 'payments',
  lastPaidOn: 'last_paid_on',
} as const satisfies Record<ProviderSort, string>;

/** What a list of providers was asked for. */
export type ProviderListWanted = {
  search: string;
  status: ProviderStatus | 'all';
  withItems: boolean;
  sort: ProviderSort;
  descending: boolean;
  page: number;
  pageSize: number;
};

function wantedProviders(db: Db, wanted: ProviderListWanted) {
  const search = wanted.search.trim();
  let query = db.selectFrom('providers as p');
  if (search !== '')
    query = query.where((is) =>
      is.or([is('p.name', 'like', likeAnywhere(search)), is('p.supplier_number', '=', search)]),
    );
  if (wanted.status !== 'all') query = query.where('p.status', '=', wanted.status);
  if (wanted.withItems)
    query = query.where('p.id', 'in', (is) =>
      is.selectFrom('price_items').select('provider_id').where('active', '=', 1),
    );
  return query;
}

/** A page of providers with how many items they sell, how often they were paid, and when and what last. */
export async function listProviders(db: Db, wanted: ProviderListWanted) {
  const query = wantedProviders(db, wanted);
  const { total } = await query
    .select((is) => is.fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow();
  const paid = db.selectFrom('provider_payments as y').whereRef('y.provider_id', '=', sql.ref('p.id'));
  const sold = db
    .selectFrom('price_items as i')
    .whereRef('i.provider_id', '=', sql.ref('p.id'))
    .where('i.active', '=', 1);
  const rows = await query
    .select(['p.id', 'p.name', 'p.kind', 'p.status', 'p.safeguarding_expires_on', 'p.contact_with_children'])
    .select([
      sold.select((of) => of.fn.countAll<number>().as('n')).as('items'),
      paid.select((of) => of.fn.countAll<number>().as('n')).as('payments'),
      paid.select((of) => of.fn.max('y.paid_on').as('day')).as('last_paid_on'),
      paid
        .select('y.net_pence')
        .orderBy('y.paid_on', 'desc')
        .orderBy('y.id', 'desc')
        .limit(1)
        .as('last_paid_pence'),
    ])
    .orderBy(sortColumn[wanted.sort], (by) => {
      const sorted = wanted.sort === 'name' ? by.collate('nocase') : by;
      return wanted.descending ? sorted.desc() : sorted.asc();
    })
    .orderBy('p.name', (by) => by.collate('nocase'))
    .orderBy('p.id')
    .limit(wanted.pageSize)
    .offset(wanted.page * wanted.pageSize)
    .execute();
  return { rows, total };
}
/** A provider already known by a key or under a spelling, other than `except`. */
export function findKnown(db: Db, known: { key: string; spelling: string; except: number | null }) {
  return db
    .selectFrom('providers as p')
    .select(['p.id', 'p.name'])
    .where('p.id', '!=', known.except ?? 0)
    .where((is) =>
      is.or([
        is('p.name_key', '=', known.key),
        is('p.name', '=', known.spelling),
        is(
          'p.id',
          'in',
          is.selectFrom('provider_spellings').select('provider_id').where('spelling', '=', known.spelling),
        ),
      ]),
    )
    .executeTakeFirst();
}

/** Adds a provider; its id. */
export async function insertProvider(db: Db, values: Insertable<Schema['providers']>): Promise<number> {
  return (await db.insertInto('providers').values(values).returning('id').executeTakeFirstOrThrow()).id;
}

/** Changes a provider if nobody else did since; whether it was changed. */
export async function updateProvider(
  db: Db,
  id: number,
  version: number,
  values: Updateable<Schema['providers']>,
): Promise<boolean> {
  const result = await db
    .updateTable('providers')
    .set({ ...values, version: version + 1 })
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
