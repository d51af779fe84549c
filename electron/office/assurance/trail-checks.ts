import { formatDay } from '#shared/domain/dates.ts';
import type { Context } from '../context.ts';
import { type AuditRow, bodyHash, breakBetween, recordsOf } from '../database/chain.ts';
import { keysFingerprint, readSeal } from '../database/seal.ts';
import type { Finding, Tick } from './money-checks.ts';
import * as queries from './verify.queries.ts';

const PAGE = 2000;

const day = (row: { at: string }) => formatDay(row.at.slice(0, 10));

/** What a line keeps apart from itself must be what its hash was made over. */
function bodyFault(row: AuditRow, body: { salt: string; body: string } | undefined): string | null {
  if (row.body_hash === '' && !body) return null;
  if (!body) return `What line ${row.seq} of ${day(row)} changed was removed from the trail.`;
  if (bodyHash(body.salt, body.body) === row.body_hash) return null;
  return `What line ${row.seq} of ${day(row)} says was changed, before or after, is not what was written.`;
}

function indexFault(row: AuditRow, listed: string[]): string | null {
  const about = (JSON.parse(row.about) as string[]).map((record) => {
    const [kind = '', id] = record.split(' ');
    return { kind, id: Number(id) };
  });
  const expected = recordsOf(row.entity, row.entity_id, about);
  return expected.join() === [...listed].sort().join()
    ? null
    : `Line ${row.seq} of ${day(row)} is listed under other records than it names.`;
}

/** The first fault of a page of lines, which follow `before`. */
async function pageFault(
  context: Context,
  page: AuditRow[],
  before: AuditRow | null,
): Promise<string | null> {
  const [from, upTo] = [page[0]?.seq ?? 0, page.at(-1)?.seq ?? 0];
  const bodies = new Map(
    (await queries.bodiesBetween(context.db, from, upTo)).map((body) => [body.seq, body]),
  );
  const listed = new Map<number, string[]>();
  for (const { seq, kind, record_id } of await queries.recordsBetween(context.db, from, upTo))
    listed.set(seq, [...(listed.get(seq) ?? []), `${kind} ${record_id}`]);
  let last = before;
  for (const row of page) {
    const fault =
      breakBetween(last, row)?.sentence ??
      bodyFault(row, bodies.get(row.seq)) ??
      indexFault(row, listed.get(row.seq) ?? []);
    if (fault) return fault;
    last = row;
  }
  return null;
}

/** The first fault of the chain from its first line to `upTo`; the last line that was read, when there is none. */
async function walk(
  context: Context,
  upTo: number,
  tick: Tick,
): Promise<{ fault: string | null; last: AuditRow | null }> {
  let before: AuditRow | null = null;
  for (;;) {
    const page: AuditRow[] = await queries.auditAfter(context.db, before?.seq ?? 0, PAGE);
    const wanted = page.filter((row) => row.seq <= upTo);
    const fault = await pageFault(context, wanted, before);
    if (fault) return { fault, last: before };
    before = wanted.at(-1) ?? before;
    if (wanted.length < PAGE) return { fault: null, last: before };
    await tick();
  }
}

/** The whole chain: the first link that is broken, and in what way. */
export async function auditChain(context: Context, tick: Tick): Promise<Finding> {
  const { fault, last } = await walk(context, Number.MAX_SAFE_INTEGER, tick);
  if (fault) return { ok: false, detail: `The chain breaks here first: ${fault}` };
  if ((await queries.withoutLine(context.db)) > 0)
    return { ok: false, detail: 'The chain is whole, but there are changes that belong to no line of it.' };
  return { ok: true, detail: `${last?.seq ?? 0} lines, head ${(last?.hash ?? '').slice(0, 12)}.` };
}

/** What is wrong with the chain up to a line, in words; null when nothing is. */
export async function faultUpTo(context: Context, seq: number): Promise<string | null> {
  const { fault } = await walk(context, seq, () => context.progress(0, 1, 'The audit trail'));
  return fault;
}

/** The seal beside the file agrees with the trail and the key file; and nobody went on with a broken trail. */
export async function auditSeal({ db, desk }: Context): Promise<Finding> {
  const { files, dataKey, brokenTrail } = desk.opened();
  const found = readSeal(files, dataKey);
  if (found.state !== 'there')
    return { ok: false, detail: `The seal beside the file is ${found.state}: sign out and in again.` };
  const [line] = await queries.auditAfter(db, found.sealed.seq - 1, 1);
  if (line?.seq !== found.sealed.seq || line.hash !== found.sealed.hash)
    return {
      ok: false,
      detail: `Line ${found.sealed.seq} of the audit trail is not the one that was sealed.`,
    };
  if (!found.sealed.keys.includes(keysFingerprint(files)))
    return { ok: false, detail: 'The key file is not the one that was last written here.' };
  if (brokenTrail.length > 0) return { ok: false, detail: brokenTrail.join(' ') };
  const known = await queries.goneOn(db);
  const since = known.map((row) => `line ${row.seq} of ${day(row)}`).join(', ');
  const told = since === '' ? '' : ` Somebody went on with a broken trail and said so: ${since}.`;
  return { ok: true, detail: `Line ${found.sealed.seq} is sealed beside the file.${told}` };
}
