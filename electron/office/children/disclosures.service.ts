import type { Output, Parsed } from '#shared/contract/index.ts';
import { agencies } from '#shared/codes/agencies.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { whyNotDisclose } from '#shared/domain/consent.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { isManagerOn } from '../people/people.service.ts';
import { findCaf, findChild } from './caf.queries.ts';
import { consentOf, sharingEvent } from './consent.service.ts';
import { insertDisclosure, listDisclosures } from './disclosures.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';

/**
 * Records what was told to whom (3.20): on consent that covers the agency, or on an exception with its reason and a manager
 * who agreed (BR-03, BR-04). What consent does not cover and no exception carries is refused.
 */
export async function recordDisclosure(
  context: Context,
  input: Parsed<'children.recordDisclosure'>,
): Promise<Output<'children.recordDisclosure'>> {
  const { db, person, today, now } = context;
  const caf = (await findCaf(db, person, 'full', input.cafId)) ?? notFound('CAF');
  refuseFuture(input.disclosedOn, today, 'disclosedOn', 'What was told');
  if (!isCodeIn(agencies, input.agency))
    refuse('Choose the agency from the list. Nothing was saved.', 'agency');
  const why = whyNotDisclose(await consentOf(context, caf.id), { ...input, authorId: person.id });
  if (why) refuse(`${why} Nothing was saved.`, input.basis === 'consent' ? 'agency' : 'basis');
  if (input.managerId !== null && !(await isManagerOn(db, input.managerId, today)))
    refuse('That person is no manager of this office. Nothing was saved. Choose who agreed.', 'managerId');
  const id = await insertDisclosure(db, {
    caf_id: caf.id,
    what: input.what,
    agency: input.agency,
    recipient: input.recipient,
    basis: input.basis,
    reason: input.reason,
    consent_id: input.basis === 'consent' ? await sharingEvent(context, caf.id) : null,
    authorised_by: input.managerId,
    disclosed_on: input.disclosedOn,
    recorded_by: person.id,
    recorded_at: now,
  });
  context.note({ entity: 'disclosure', id, detail: { cafId: caf.id, basis: input.basis } });
  return { id };
}

/** What was told of a child, newest first; not found for whoever does not read the whole record. */
export async function disclosures(
  { db, person }: Context,
  { id }: Parsed<'children.disclosures'>,
): Promise<Output<'children.disclosures'>> {
  const child = (await findChild(db, person, 'full', id)) ?? notFound('child');
  const rows = await listDisclosures(db, person, child.id);
  return {
    disclosures: rows.map((row) => ({
      id: row.id,
      cafId: row.caf_id,
      reference: row.reference,
      what: row.what,
      agency: row.agency,
      recipient: row.recipient,
      basis: row.basis,
      reason: row.reason,
      managerId: row.authorised_by,
      manager: row.manager,
      disclosedOn: row.disclosed_on,
      recordedBy: row.recorder,
    })),
  };
}
