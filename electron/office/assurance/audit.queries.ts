import { sql } from 'kysely';
import type { Parsed } from '#shared/contract/index.ts';
import type { Db } from '../database/driver.ts';

/** What the trail is narrowed by; `records` are those a reference stands for, `oldOperations` those of an action. */
export type Narrowed = Omit<Parsed<'assurance.audit'>, 'record' | 'page' | 'pageSize'> & {
  records: { kind: string; id: number }[] | null;
  oldOperations: string[];
};

const dayAfter = (day: string) =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);

function narrowed(db: Db, by: Narrowed) {
  let query = db.selectFrom('audit_events as a');
  if (by.personId !== undefined) query = query.where('a.person_id', '=', by.personId);
  if (by.feature !== undefined) query = query.where('a.operation', 'like', `${by.feature}.%`);
  if (by.outcome !== undefined) query = query.where('a.outcome', '=', by.outcome);
  if (by.from !== undefined) query = query.where('a.at', '>=', by.from);
  if (by.to !== undefined) query = query.where('a.at', '<', dayAfter(by.to));
  const { action, records, oldOperations } = by;
  if (action !== undefined)
    // Lines of the first form say what was done by their operation alone.
    query = query.where((is) =>
      is.or([
        is('a.action', '=', action),
        is.and([is('a.form', '=', 1), is('a.operation', 'in', [...oldOperations, ''])]),
      ]),
    );
  if (records !== null)
    query = query.where('a.seq', 'in', (is) =>
      is
        .selectFrom('audit_records as r')
        .select('r.seq')
        .where((of) =>
          of.or([
            sql<boolean>`0`,
            ...records.map(({ kind, id }) => of.and([of('r.kind', '=', kind), of('r.record_id', '=', id)])),
          ]),
        ),
    );
  return query;
}

/** A page of the trail, newest first, with who did it. */
export function pageAudit(db: Db, by: Narrowed, page: number, pageSize: number) {
  return narrowed(db, by)
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .selectAll('a')
    .select('p.name as who')
    .orderBy('a.seq', 'desc')
    .limit(pageSize)
    .offset(page * pageSize)
    .execute();
}
/** A row of {@link pageAudit}. */
export type TrailRow = Awaited<ReturnType<typeof pageAudit>>[number];

/** How many lines the filters leave. */
export async function countAudit(db: Db, by: Narrowed): Promise<number> {
  const row = await narrowed(db, by)
    .select(sql<number>`count(*)`.as('n'))
    .executeTakeFirstOrThrow();
  return row.n;
}

/** One line with who did it. */
export function findLine(db: Db, seq: number) {
  return db
    .selectFrom('audit_events as a')
    .leftJoin('people as p', 'p.id', 'a.person_id')
    .selectAll('a')
    .select('p.name as who')
    .where('a.seq', '=', seq)
    .executeTakeFirst();
}

/** What a line keeps apart from itself, if anything. */
export async function findBody(db: Db, seq: number): Promise<string | null> {
  const row = await db.selectFrom('audit_bodies').select('body').where('seq', '=', seq).executeTakeFirst();
  return row?.body ?? null;
}

/** Everybody who is in the trail. */
export function peopleInTrail(db: Db) {
  return db
    .selectFrom('people as p')
    .select(['p.id', 'p.name'])
    .where((is) =>
      is.exists(is.selectFrom('audit_events as a').select('a.seq').where('a.person_id', '=', is.ref('p.id'))),
    )
    .orderBy('p.name')
    .execute();
}

/** The newest line's number and hash: the head of the chain. */
export function auditHead(db: Db) {
  return db
    .selectFrom('audit_events')
    .select(['seq', 'hash'])
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
}

const dayOf = sql<string>`substr(at, 1, 10)`;

/** The last line of each day by the moment that lines say, newest day first. */
export async function dayHeads(db: Db, page: number, pageSize: number) {
  const rows = await db
    .selectFrom('audit_events')
    .select([dayOf.as('day'), sql<number>`max(seq)`.as('seq'), sql<number>`count(*)`.as('lines')])
    .groupBy(dayOf)
    .orderBy('day', 'desc')
    .limit(pageSize)
    .offset(page * pageSize)
    .execute();
  const total = await db
    .selectFrom('audit_events')
    .select(sql<number>`count(distinct ${dayOf})`.as('n'))
    .executeTakeFirstOrThrow();
  const hashes = await db
    .selectFrom('audit_events')
    .select(['seq', 'hash'])
    .where(
      'seq',
      'in',
      rows.map((row) => row.seq),
    )
    .execute();
  const hashOf = new Map(hashes.map((row) => [row.seq, row.hash]));
  return { rows: rows.map((row) => ({ ...row, hash: hashOf.get(row.seq) ?? '' })), total: total.n };
}

/** One day's last line and how many it has; null for a day without lines. */
export async function headOfDay(db: Db, day: string) {
  const row = await db
    .selectFrom('audit_events')
    .select([sql<number | null>`max(seq)`.as('seq'), sql<number>`count(*)`.as('lines')])
    .where('at', '>=', day)
    .where('at', '<', dayAfter(day))
    .executeTakeFirstOrThrow();
  if (row.seq === null) return null;
  const line = await findLine(db, row.seq);
  return { seq: row.seq, lines: row.lines, hash: line?.hash ?? '' };
}

/** How often each gate stopped a request: a refusal undoes the request and leaves this line. */
export async function stopsByGate(db: Db): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('audit_events')
    .select('detail')
    .where('outcome', '=', 'refused')
    .where('entity', '=', 'order')
    .execute();
  const stops = new Map<string, number>();
  for (const { detail } of rows) {
    for (const gate of (JSON.parse(detail) as { stops?: string[] }).stops ?? [])
      stops.set(gate, (stops.get(gate) ?? 0) + 1);
  }
  return stops;
}
