import { contract, isOperation, type Output } from '#shared/contract/index.ts';
import { auditActionOf } from '#shared/domain/audit.ts';
import { type Role, roles } from '#shared/domain/roles.ts';
import type { AuditBody } from '../access/audit.service.ts';
import { readsInFull, type TrailRecord, trailLabels } from '../children/trail.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { orderNumbers } from '../orders/numbers.ts';
import { findPersonNames } from '../people/people.service.ts';
import { findBody, findLine, type TrailRow } from './audit.queries.ts';

type Line = Output<'assurance.auditLine'>;

/** Kinds that belong to a case: their labels and values are the reader's only as far as the case is. */
const OF_A_CASE = new Set(['child', 'caf', 'order', 'outcome', 'action']);
const CASE_TABLE =
  /^(?:children|child_\w+|carers|cafs|caf_\w+|plan_\w+|lead_professionals|orders|order_\w+)$/;
/** Fields of an order that tell of money, dates and states and never of the child. */
const PLAIN_ORDER_FIELD =
  /^(?:\w+_(?:pence|on|at|by|id|bp|e4)|id|status|number|quantity|line_no|unit|vat_code|category|decision|tier|version|how|copies|as_copy|gate|verdict)$/;

const recordsIn = (row: { about: string; entity: string; entity_id: number | null }): TrailRecord[] => {
  const about = (JSON.parse(row.about) as string[]).map((text) => {
    const [kind = '', id] = text.split(' ');
    return { kind, id: Number(id) };
  });
  if (about.length > 0 || row.entity === '' || row.entity_id === null) return about;
  return [{ kind: row.entity, id: row.entity_id }];
};

/** What the trail calls these records to this reader, by `kind id`; those they may not know of are not in it. */
async function labelsOf(context: Context, records: readonly TrailRecord[]): Promise<Map<string, string>> {
  const labels = await trailLabels(context, records);
  const idsOf = (kind: string) => records.filter((one) => one.kind === kind).map((one) => one.id);
  const numbers = await orderNumbers(context.db, idsOf('order'));
  for (const id of idsOf('order'))
    labels.set(`order ${id}`, numbers.has(id) ? `Order ${numbers.get(id)}` : `Request ${id}`);
  const names = await findPersonNames(context.db, idsOf('person'));
  for (const [id, name] of names) labels.set(`person ${id}`, name);
  for (const { kind, id } of records)
    if (!OF_A_CASE.has(kind) && !labels.has(`${kind} ${id}`)) labels.set(`${kind} ${id}`, `${kind} ${id}`);
  return labels;
}

const actionOf = (row: TrailRow) =>
  row.action !== ''
    ? row.action
    : (isOperation(row.operation) && auditActionOf(row.operation, contract[row.operation])) || 'update';

function toRow(row: TrailRow, record: string): Output<'assurance.audit'>['rows'][number] {
  const { seq, at, who, operation, outcome } = row;
  return { seq, at, who: who ?? '', operation, action: actionOf(row), outcome, record };
}

/** One record by its label; of a list how many; of what the reader may not know of no more than that. */
function recordWords(row: TrailRow, labels: Map<string, string>): string {
  if (row.entity !== '' && row.entity_id !== null) {
    const named = labels.get(`${row.entity} ${row.entity_id}`);
    if (named) return named;
    if (!OF_A_CASE.has(row.entity)) return '';
    // Parts of a case are named by the case.
    const within = recordsIn(row).flatMap(({ kind, id }) =>
      OF_A_CASE.has(kind) ? (labels.get(`${kind} ${id}`) ?? []) : [],
    );
    return within[0] ?? 'A record out of your reach';
  }
  const records = recordsIn(row);
  const children = records.filter(({ kind }) => kind === 'child').length;
  if (children > 0) return children === 1 ? '1 child’s record' : `${children} children’s records`;
  return records.length > 1
    ? `${records.length} records`
    : (labels.get(`${records[0]?.kind} ${records[0]?.id}`) ?? '');
}

/** Lines of the trail with their records named for this reader. */
export async function labelled(
  context: Context,
  rows: readonly TrailRow[],
): Promise<Output<'assurance.audit'>['rows']> {
  const labels = await labelsOf(context, rows.flatMap(recordsIn));
  return rows.map((row) => toRow(row, recordWords(row, labels)));
}

const asText = (value: unknown): string | null => {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : JSON.stringify(value);
};

type Changed = NonNullable<AuditBody['changes']>[number];

function changeFor({ table, id, before, after }: Changed, full: boolean): Line['changes'][number] {
  const names = Object.keys(after ?? before ?? {});
  const shown = (field: string) =>
    full || !CASE_TABLE.test(table) || (/^orders?(?:_|$)/.test(table) && PLAIN_ORDER_FIELD.test(field));
  return {
    table,
    id,
    kind: before === null ? 'added' : after === null ? 'removed' : 'changed',
    fields: names.map((field) => {
      const hidden = !shown(field);
      return {
        field,
        before: hidden ? null : asText(before?.[field]),
        after: hidden ? null : asText(after?.[field]),
        hidden,
      };
    }),
  };
}

/**
 * One line with all it says. Of a case the values are shown only to whoever may read that record in full; everybody else
 * sees which fields were changed. The detail holds ids and codes, never what was typed.
 */
export async function auditLine(context: Context, { seq }: { seq: number }): Promise<Line> {
  const row = (await findLine(context.db, seq)) ?? notFound('line in the audit trail');
  const records = recordsIn(row);
  const labels = await labelsOf(context, records);
  const stored = await findBody(context.db, seq);
  const body = stored === null ? {} : (JSON.parse(stored) as AuditBody);
  const placed = records.some(({ kind }) => kind === 'child' || kind === 'caf');
  const ofCase =
    [...records, { kind: row.entity }].some(({ kind }) => OF_A_CASE.has(kind)) ||
    (body.changes ?? []).some(({ table }) => CASE_TABLE.test(table));
  const full = !ofCase || (placed && (await readsInFull(context, records)));
  const known = records.flatMap(({ kind, id }) => labels.get(`${kind} ${id}`) ?? []);
  return {
    ...toRow(row, recordWords(row, labels)),
    roles: row.roles
      .split(' ')
      .filter(Boolean)
      .map((role) => roles[role as Role] ?? role),
    machine: row.machine,
    hash: row.hash,
    previousHash: row.previous_hash,
    about: [...new Set(known)],
    aboutOthers: records.filter(
      ({ kind, id }) => /^(?:child|caf)$/.test(kind) && !labels.has(`${kind} ${id}`),
    ).length,
    reason: full ? (body.reason ?? null) : null,
    detail: full
      ? Object.entries(JSON.parse(row.detail) as Record<string, unknown>).map(([name, value]) => ({
          name,
          value: Array.isArray(value) ? value.join(' ') : (asText(value) ?? ''),
        }))
      : [],
    changes: (body.changes ?? []).map((change) => changeFor(change, full)),
    counts: Object.entries(body.counts ?? {}).map(([table, rows]) => ({ table, rows })),
  };
}
