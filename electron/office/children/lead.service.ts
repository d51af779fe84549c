import type { Parsed } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import type { Context } from '../context.ts';
import { holderOn } from '../people/people.service.ts';
import { touchCaf } from './caf.queries.ts';
import { liveCaf } from './caf.service.ts';
import { listLeads, replaceLead } from './lead.queries.ts';
import { findRestriction, listReaders } from './restricted.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';

/**
 * Names the lead professional from a day. There is exactly one at a time (3.11): the one before steps down the
 * same day.
 */
export async function appointLead(
  context: Context,
  input: Parsed<'children.appointLead'>,
): Promise<Record<string, never>> {
  const { db, person, today, now } = context;
  const caf = await liveCaf(context, input.cafId);
  refuseFuture(input.from, today, 'from', 'An appointment');
  if (!(await holderOn(db, input.personId, today)))
    refuse('That person is not in the office. Nobody was appointed. Choose another.', 'personId');
  await refuseShutOut(context, caf.child_id, input.personId);
  const current = (await listLeads(db, caf.id)).find((lead) => lead.to_day === null);
  if (current?.person_id === input.personId)
    refuse('That person leads this CAF already. Nothing was changed.', 'personId');
  const earliest = current?.from_day ?? caf.start_on;
  if (input.from < earliest)
    refuse(
      `${current ? 'The lead professional before began' : 'The CAF began'} on ${formatDay(earliest)}. Nobody was appointed. Enter that day or a later one.`,
      'from',
    );
  await replaceLead(db, {
    caf_id: caf.id,
    person_id: input.personId,
    from_day: input.from,
    to_day: null,
    agreed_by_family: input.agreedByFamily ? 1 : 0,
    change_reason: input.reason,
    appointed_by: person.id,
    appointed_at: now,
  });
  await touchCaf(db, caf.id, today);
  context.note({ entity: 'caf', id: caf.id, detail: { leadId: input.personId, from: input.from } });
  return {};
}

/** Whoever leads a restricted child's CAF must be able to read it: they are let in first. */
async function refuseShutOut({ db }: Context, childId: number, personId: number): Promise<void> {
  const found = await findRestriction(db, childId);
  if (found?.restricted !== 1) return;
  const readers = await listReaders(db, [childId]);
  if (!readers.some((reader) => reader.person_id === personId))
    refuse(
      'This record is restricted, and that person is not let in. Nobody was appointed. Let them in first.',
      'personId',
    );
}
