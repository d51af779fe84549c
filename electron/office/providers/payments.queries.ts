import type { CompiledQuery, Insertable } from 'kysely';
import type { Db } from '../database/driver.ts';
import type { Schema } from '../database/schema.ts';
import type { KnownProvider } from './import-plan.ts';

/** Rows or marks in one statement; SQLite takes 32,766 values, and larger ones gain nothing. */
const AT_ONCE = 200;

/** Every provider with its spellings, the first one first. */
export async function listKnown(db: Db): Promise<KnownProvider[]> {
  const providers = await db
    .selectFrom('providers')
    .select(['id', 'name', 'name_key'])
    .orderBy('id')
    .execute();
  const spellings = await db
    .selectFrom('provider_spellings')
    .select(['provider_id', 'spelling'])
    .orderBy('id')
    .execute();
  const byProvider = new Map<number, string[]>();
  for (const { provider_id, spelling } of spellings) {
    const list = byProvider.get(provider_id);
    if (list) list.push(spelling);
    else byProvider.set(provider_id, [spelling]);
  }
  return providers.map((row) => ({
    id: row.id,
    name: row.name,
    nameKey: row.name_key,
    spellings: byProvider.get(row.id) ?? [],
  }));
}

/** The spellings under which files have named a provider. */
export async function listSpellings(db: Db, providerId: number): Promise<string[]> {
  const rows = await db
    .selectFrom('provider_spellings')
    .select('spelling')
    .where('provider_id', '=', providerId)
    .orderBy('id')
    .execute();
  return rows.map((row) => row.spelling);
}

/** A provider's last payments, the newest first; amounts in pence, credits negative. */
export function lastPayments(db: Db, providerId: number, limit: number) {
  return db
    .selectFrom('provider_payments')
    .select(['paid_on', 'net_pence', 'description'])
    .where('provider_id', '=', providerId)
    .orderBy('paid_on', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

/** How often and how much a provider was paid, in pence. */
export function totalPaid(db: Db, providerId: number) {
  return db
    .selectFrom('provider_payments')
    .select((is) => [
      is.fn.countAll<number>().as('count'),
      is.fn.sum<number | null>('net_pence').as('net_pence'),
    ])
    .where('provider_id', '=', providerId)
    .executeTakeFirstOrThrow();
}

/** The first `AT_ONCE` at a time, and the rest. */
function inParts<T>(rows: readonly T[]): T[][] {
  const parts: T[][] = [];
  for (let from = 0; from < rows.length; from += AT_ONCE) parts.push(rows.slice(from, from + AT_ONCE));
  return parts;
}

/**
 * Runs one statement for many parts: it is built once for a full part, then only its values change. Building it anew for
 * 50,000 rows would take longer than the inserting.
 */
function forParts<T, R>(
  db: Db,
  compile: (part: T[]) => CompiledQuery<R>,
  values: (row: T) => readonly unknown[],
): (part: T[]) => Promise<R[]> {
  let full: CompiledQuery<R> | null = null;
  return async (part) => {
    if (part.length < AT_ONCE) return (await db.executeQuery<R>(compile(part))).rows;
    full ??= compile(part);
    return (await db.executeQuery<R>({ ...full, parameters: part.flatMap(values) })).rows;
  };
}

/** Which of these marks are of payments that are here already. */
export async function knownFingerprints(
  db: Db,
  marks: readonly string[],
  onPart: (done: number) => Promise<void>,
): Promise<Set<string>> {
  const known = new Set<string>();
  const some = await db.selectFrom('provider_payments').select('id').limit(1).executeTakeFirst();
  if (!some) return known;
  const look = forParts(
    db,
    (part: string[]) =>
      db.selectFrom('provider_payments').select('fingerprint').where('fingerprint', 'in', part).compile(),
    (mark) => [mark],
  );
  let done = 0;
  for (const part of inParts(marks)) {
    for (const row of await look(part)) known.add(row.fingerprint);
    done += part.length;
    await onPart(done);
  }
  return known;
}

/** Keeps that a file was imported; the id. */
export async function insertImport(db: Db, values: Insertable<Schema['provider_imports']>): Promise<number> {
  return (await db.insertInto('provider_imports').values(values).returning('id').executeTakeFirstOrThrow())
    .id;
}

/** Adds providers that a file named first; their ids by key. */
export async function insertNamed(
  db: Db,
  providers: readonly Insertable<Schema['providers']>[],
): Promise<Map<string, number>> {
  const ids = new Map<string, number>();
  for (const part of inParts(providers)) {
    const rows = await db.insertInto('providers').values(part).returning(['id', 'name_key']).execute();
    for (const row of rows) ids.set(row.name_key, row.id);
  }
  return ids;
}

/** Adds spellings under which files name providers, agreed by a person. */
export async function insertSpellings(
  db: Db,
  spellings: readonly Insertable<Schema['provider_spellings']>[],
): Promise<void> {
  for (const part of inParts(spellings)) await db.insertInto('provider_spellings').values(part).execute();
}

/** A payment as it is added. */
export type NewPayment = {
  providerId: number;
  importId: number;
  paidOn: string;
  netPence: number;
  description: string;
  fingerprint: string;
};

/** Adds payments, some hundred at a time; says after each part how many are in. */
export async function insertPayments(
  db: Db,
  payments: readonly NewPayment[],
  onPart: (done: number) => Promise<void>,
): Promise<void> {
  const insert = forParts(
    db,
    (part: NewPayment[]) =>
      db
        .insertInto('provider_payments')
        .values(
          part.map((row) => ({
            provider_id: row.providerId,
            import_id: row.importId,
            paid_on: row.paidOn,
            net_pence: row.netPence,
            description: row.description,
            fingerprint: row.fingerprint,
          })),
        )
        .compile(),
    (row) => [row.providerId, row.importId, row.paidOn, row.netPence, row.description, row.fingerprint],
  );
  let done = 0;
  for (const part of inParts(payments)) {
    await insert(part);
    done += part.length;
    await onPart(done);
  }
}
