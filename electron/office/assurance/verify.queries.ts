import { sql } from 'kysely';
import type { AuditRow } from '../database/chain.ts';
import type { Db } from '../database/driver.ts';

/** What SQLite says of the whole file: `ok`, or its first faults. Every page read also has its own seal checked. */
export async function integrityFaults(db: Db): Promise<string[]> {
  const { rows } = await sql<{ integrity_check: string }>`PRAGMA integrity_check(20)`.execute(db);
  return rows.map((row) => row.integrity_check).filter((said) => said !== 'ok');
}

/** Tables with rows that point at nothing. */
export async function danglingRows(db: Db): Promise<string[]> {
  const { rows } = await sql<{ table: string }>`PRAGMA foreign_key_check`.execute(db);
  return rows.map((row) => row.table);
}

/** The file's schema number and the migrations that built it. */
export async function schemaState(db: Db) {
  const { rows } = await sql<{ user_version: number }>`PRAGMA user_version`.execute(db);
  const done = await sql<{ number: number; checksum: string }>`
    SELECT number, checksum FROM migrations_done ORDER BY number`.execute(db);
  return { version: rows[0]?.user_version ?? 0, done: done.rows };
}

/** How many rows of settings there are, and where the order numbers begin. */
export async function settingsRows(db: Db): Promise<{ count: number; firstNumber: number }> {
  const row = await db
    .selectFrom('settings')
    .select((is) => [is.fn.countAll<number>().as('count'), is.fn.max('first_order_number').as('first')])
    .executeTakeFirstOrThrow();
  return { count: row.count, firstNumber: row.first ?? 0 };
}

/** The highest id of a table that is checked in pages. */
export async function lastId(
  db: Db,
  table: 'ledger_postings' | 'ledger_entries' | 'orders',
): Promise<number> {
  const row = await db
    .selectFrom(table)
    .select((is) => is.fn.max('id').as('last'))
    .executeTakeFirst();
  return row?.last ?? 0;
}

/** Postings of a page of ids that do not sum to zero, have fewer than two entries, or lack their seal. */
export async function unbalancedPostings(db: Db, after: number, upTo: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    SELECT p.id FROM ledger_postings AS p
    LEFT JOIN ledger_entries AS e ON e.posting_id = p.id
    LEFT JOIN ledger_seals AS s ON s.posting_id = p.id
    WHERE p.id > ${after} AND p.id <= ${upTo}
    GROUP BY p.id
    HAVING ifnull(sum(e.amount_pence), 1) <> 0 OR count(e.id) < 2 OR max(s.posting_id) IS NULL`.execute(db);
  return rows.map((row) => row.id);
}

/** The sum of the whole ledger, in pence. */
export async function wholeLedger(db: Db): Promise<number> {
  const row = await db
    .selectFrom('ledger_entries')
    .select((is) => is.fn.sum<number | null>('amount_pence').as('pence'))
    .executeTakeFirst();
  return row?.pence ?? 0;
}

/** A page of entries as they were written. */
export function entriesAfter(db: Db, after: number, limit: number) {
  return db
    .selectFrom('ledger_entries')
    .select(['id', 'account_id', 'amount_pence'])
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Every account. */
export function listAccounts(db: Db) {
  return db.selectFrom('ledger_accounts').select(['id', 'budget_id', 'state']).execute();
}

/** The financial years that have budgets. */
export async function budgetYears(db: Db): Promise<string[]> {
  const rows = await db.selectFrom('budgets').select('financial_year').distinct().execute();
  return rows.map((row) => row.financial_year);
}

/** Orders of a page of ids with their lines' net and what the ledger holds for them, in pence. */
export async function ordersAgainstLedger(db: Db, after: number, upTo: number) {
  const { rows } = await sql<{ id: number; status: string; net: number; pending: number; used: number }>`
    SELECT o.id, o.status,
      ifnull((SELECT sum(l.net_pence) FROM order_lines AS l WHERE l.order_id = o.id), 0) AS net,
      ifnull(sum(CASE WHEN a.state = 'pending' THEN e.amount_pence END), 0) AS pending,
      ifnull(sum(CASE WHEN a.state IN ('committed', 'accrued', 'spent') THEN e.amount_pence END), 0) AS used
    FROM orders AS o
    LEFT JOIN ledger_postings AS p ON p.order_id = o.id
    LEFT JOIN ledger_entries AS e ON e.posting_id = p.id
    LEFT JOIN ledger_accounts AS a ON a.id = e.account_id
    WHERE o.id > ${after} AND o.id <= ${upTo}
    GROUP BY o.id`.execute(db);
  return rows;
}

/** Every number that was taken, in order, with its order's state. */
export function takenNumbers(db: Db, after: number, limit: number) {
  return db
    .selectFrom('orders')
    .select(['number', 'status'])
    .where('number', '>', after)
    .orderBy('number')
    .limit(limit)
    .execute();
}

/** Issued orders without a paper. */
export async function withoutPaper(db: Db): Promise<number[]> {
  const { rows } = await sql<{ number: number }>`
    SELECT o.number FROM orders AS o LEFT JOIN order_papers AS p ON p.order_id = o.id
    WHERE o.number IS NOT NULL AND p.order_id IS NULL ORDER BY o.number LIMIT 20`.execute(db);
  return rows.map((row) => row.number);
}

/** A page of stored PDFs with the fingerprint they had when they were kept. */
export function papersAfter(db: Db, after: number, limit: number) {
  return db
    .selectFrom('order_papers')
    .select(['order_id', 'pdf', 'sha256'])
    .where('order_id', '>', after)
    .where('pdf', 'is not', null)
    .orderBy('order_id')
    .limit(limit)
    .execute();
}

/** A page of the audit trail as it is stored. */
export function auditAfter(db: Db, after: number, limit: number): Promise<AuditRow[]> {
  return db
    .selectFrom('audit_events')
    .selectAll()
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
}

/** The bodies of a page of lines. */
export function bodiesBetween(db: Db, from: number, upTo: number) {
  return db
    .selectFrom('audit_bodies')
    .selectAll()
    .where('seq', '>=', from)
    .where('seq', '<=', upTo)
    .execute();
}

/** What the index of records holds of a page of lines, in the order in which a line lists them. */
export function recordsBetween(db: Db, from: number, upTo: number) {
  return db
    .selectFrom('audit_records')
    .select(['seq', 'kind', 'record_id'])
    .where('seq', '>=', from)
    .where('seq', '<=', upTo)
    .execute();
}

/** Bodies and index entries of lines that are not there. */
export async function withoutLine(db: Db): Promise<number> {
  const { rows } = await sql<{ n: number }>`SELECT
    (SELECT count(*) FROM audit_bodies WHERE seq NOT IN (SELECT seq FROM audit_events)) +
    (SELECT count(*) FROM audit_records WHERE seq NOT IN (SELECT seq FROM audit_events)) AS n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** When somebody went on with a broken trail and said so. */
export function goneOn(db: Db) {
  return db
    .selectFrom('audit_events')
    .select(['seq', 'at'])
    .where('operation', '=', 'access.goOn')
    .orderBy('seq')
    .execute();
}
