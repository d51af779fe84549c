import { createHash } from 'node:crypto';
import { contract, type Output, type Parsed } from '#shared/contract/index.ts';
import { auditActionOf, typedHash } from '#shared/domain/audit.ts';
import { CSV_BYTE_ORDER_MARK, csvRow } from '#shared/domain/csv.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { trailRecordsOf } from '../children/trail.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { writeWhole } from '../database/files.ts';
import { findNumber } from '../orders/numbers.ts';
import { get as getSettings } from '../settings/settings.service.ts';
import * as queries from './audit.queries.ts';
import { labelled } from './trail-rows.ts';
import { faultUpTo } from './trail-checks.ts';

const EXPORTED_AT_ONCE = 1000;
const HEADS_A_PAGE = 50;

const operations = Object.entries(contract);

/** The records that a reference stands for; nothing typed is no filter, a reference that is none finds no line. */
async function recordsFor(context: Context, text: string): Promise<queries.Narrowed['records']> {
  if (text === '') return null;
  const order = /^\d{7}$/.test(text) ? await findNumber(context.db, Number(text)) : undefined;
  const child = await trailRecordsOf(context, text.toUpperCase());
  return [...child, ...(order ? [{ kind: 'order', id: order }] : [])];
}

type Filters = Omit<Parsed<'assurance.exportAudit'>, 'file'>;

async function narrow(context: Context, { record, ...filters }: Filters): Promise<queries.Narrowed> {
  const of = (name: string, entry: (typeof operations)[number][1]) => auditActionOf(name, entry);
  return {
    ...filters,
    records: await recordsFor(context, record),
    oldOperations: operations
      .filter(([name, entry]) => filters.action !== undefined && of(name, entry) === filters.action)
      .map(([name]) => name),
  };
}

/** The audit trail by page, newest first. Records are named by references that tell nobody who a child is. */
export async function audit(
  context: Context,
  { page, pageSize, ...filters }: Parsed<'assurance.audit'>,
): Promise<Output<'assurance.audit'>> {
  const { db } = context;
  const by = await narrow(context, filters);
  const rows = await queries.pageAudit(db, by, page, pageSize);
  const newest = await queries.auditHead(db);
  return {
    rows: await labelled(context, rows),
    total: await queries.countAudit(db, by),
    head: newest?.hash ?? '',
    people: await queries.peopleInTrail(db),
  };
}

/** Writes the lines that the filters leave as CSV, whole or not at all. */
export async function exportAudit(
  context: Context,
  { file, ...filters }: Parsed<'assurance.exportAudit'>,
): Promise<Output<'assurance.exportAudit'>> {
  const to = context.filePath(file, 'write');
  const by = await narrow(context, filters);
  const total = await queries.countAudit(context.db, by);
  const parts = [
    CSV_BYTE_ORDER_MARK,
    csvRow([
      'line',
      'moment_utc',
      'person',
      'roles',
      'computer',
      'action',
      'operation',
      'record',
      'outcome',
      'hash',
    ]),
  ];
  for (let page = 0; page * EXPORTED_AT_ONCE < total; page++) {
    const rows = await queries.pageAudit(context.db, by, page, EXPORTED_AT_ONCE);
    const shown = await labelled(context, rows);
    for (const [index, { seq, at, who, action, operation, record, outcome }] of shown.entries()) {
      const { roles = '', machine = '', hash = '' } = rows[index] ?? {};
      parts.push(csvRow([seq, at, who, roles, machine, action, operation, record, outcome, hash]));
    }
    await context.progress(Math.min(total, (page + 1) * EXPORTED_AT_ONCE), total, 'Writing the audit trail');
  }
  const bytes = Buffer.from(parts.join(''));
  writeWhole(to, bytes);
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  context.note({ entity: 'audit', id: null, detail: { lines: total, sha256 } });
  return { lines: total, sha256 };
}

/** The head of each day, newest first. */
export function heads(
  { db }: Context,
  { page }: Parsed<'assurance.heads'>,
): Promise<Output<'assurance.heads'>> {
  return queries.dayHeads(db, page, HEADS_A_PAGE);
}

/** One day's head as it is printed. */
export async function head(
  context: Context,
  { day }: Parsed<'assurance.head'>,
): Promise<Output<'assurance.head'>> {
  const found = (await queries.headOfDay(context.db, day)) ?? notFound('day in the audit trail');
  return {
    ...found,
    day,
    office: (await getSettings(context)).trustName,
    printedBy: context.person.name,
    printedAt: context.now,
    softwareVersion: context.desk.options.version,
  };
}

/** Writes into the trail that a head went to paper or to a file. */
export async function recordHeadPrint(context: Context, { day, how }: Parsed<'assurance.recordHeadPrint'>) {
  const found = (await queries.headOfDay(context.db, day)) ?? notFound('day in the audit trail');
  context.note({ entity: 'audit', id: null, detail: { day, seq: found.seq, how } });
  return {};
}

/**
 * Whether a printed head is part of this chain: its line has the hash that was printed, and every line up to it follows
 * from the one before. What was printed cannot be changed by anybody who has only the office.
 */
export async function checkHead(
  context: Context,
  { seq, hash }: Parsed<'assurance.checkHead'>,
): Promise<Output<'assurance.checkHead'>> {
  const line = await queries.findLine(context.db, seq);
  const typed = typedHash(hash) ?? '';
  if (!line)
    return {
      ok: false,
      sentence: `This chain has no line ${seq}: if it was printed here, lines were removed or the file is an older copy.`,
    };
  const day = formatDay(line.at.slice(0, 10));
  if (!line.hash.startsWith(typed))
    return {
      ok: false,
      sentence: `Line ${seq} of this chain is another one than was printed: look at each letter again; if they are right, the trail was written anew.`,
    };
  const fault = await faultUpTo(context, seq);
  if (fault)
    return { ok: false, sentence: `The printed line is here, but the chain before it is broken. ${fault}` };
  return {
    ok: true,
    sentence: `The printed head is line ${seq} of ${day} in this chain, and nothing up to it was changed since.`,
  };
}
