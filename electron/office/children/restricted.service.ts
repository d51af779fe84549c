import type { Output, Parsed } from '#shared/contract/index.ts';
import { openingDepth, type RestrictedReason, restrictedReasons } from '#shared/domain/restricted.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { get as getPerson } from '../people/people.service.ts';
import { findChild } from './caf.queries.ts';
import { listMembers } from './family.queries.ts';
import { rowsOf } from './list.service.ts';
import { latestOpenings } from './openings.service.ts';
import * as queries from './restricted.queries.ts';
import { refuse } from './refuse.ts';
import { depthOfChild } from './scope.queries.ts';

type Record_ = Output<'children.restricted'>['records'][number];
type Reader = Record_['readers'][number];

const reasonOf = (code: string | null): RestrictedReason =>
  code !== null && isCodeIn(restrictedReasons, code) ? code : 'address';

/** A reader must be here, sign in, and have a role that reads case records. */
async function refuseReader(context: Context, personId: number, field: string): Promise<void> {
  const reader = await getPerson(context, { id: personId });
  if (!reader.signsIn || !openingDepth(reader.roles))
    refuse(
      `${reader.name} has no role that reads case records. Nothing was changed. Choose somebody who has.`,
      field,
    );
}

/** Marks a record as restricted (12.3): by who reads it whole, with the readers it has from then on. */
export async function restrict(context: Context, input: Parsed<'children.restrict'>) {
  const { db, person, now } = context;
  const child = (await findChild(db, person, 'full', input.id)) ?? notFound('child');
  if (child.restricted === 1) refuse('This record is restricted already. Nothing was changed.');
  const readers = [...new Set(input.readers)];
  for (const id of readers) await refuseReader(context, id, 'readers');
  await queries.setRestricted(db, child.id, input.reason);
  const act = { child_id: child.id, done_by: person.id, done_at: now, reason: input.note };
  await queries.insertAct(db, { ...act, act: 'restricted', person_id: null });
  for (const id of readers) {
    await queries.insertReader(db, child.id, id, now);
    await queries.insertAct(db, { ...act, act: 'let_in', person_id: id });
  }
  context.note({ entity: 'child', id: child.id, detail: { restricted: input.reason, readers } });
  return {};
}

async function restrictedChild({ db }: Context, id: number) {
  const found = await queries.findRestriction(db, id);
  return found?.restricted === 1 ? found : notFound('restricted record');
}

const answersAlone = (context: Context) => context.person.roles.includes('data_protection');

/** Makes it an ordinary record again: by one of its readers, or by the data protection officer. */
export async function liftRestriction(context: Context, input: Parsed<'children.liftRestriction'>) {
  const { db, person, now } = context;
  const child = await restrictedChild(context, input.id);
  if ((await depthOfChild(db, person, child.id)) !== 'full' && !answersAlone(context))
    refuse('Only one of its readers or the data protection officer can lift it. It stays restricted.');
  await queries.setRestricted(db, child.id, null);
  await queries.removeReaders(db, child.id, null);
  await queries.insertAct(db, {
    child_id: child.id,
    act: 'lifted',
    person_id: null,
    reason: input.note,
    done_by: person.id,
    done_at: now,
  });
  context.note({ entity: 'child', id: child.id, detail: { restricted: null } });
  return {};
}

/** Lets a person in by name. Nobody lets themselves in: that takes somebody else, or an opening by exception. */
export async function letIn(context: Context, input: Parsed<'children.letIn'>) {
  const { db, person, now } = context;
  const child = await restrictedChild(context, input.id);
  if (input.personId === person.id)
    refuse(
      'Nobody lets themselves in. Nothing was changed. Ask somebody else who answers for restricted records.',
      'personId',
    );
  await refuseReader(context, input.personId, 'personId');
  await queries.insertReader(db, child.id, input.personId, now);
  await queries.insertAct(db, {
    child_id: child.id,
    act: 'let_in',
    person_id: input.personId,
    reason: input.reason,
    done_by: person.id,
    done_at: now,
  });
  context.note({ entity: 'child', id: child.id, detail: { letIn: input.personId } });
  return {};
}

/** Takes a reader out again; the last one stays, or the record would be nobody's. */
export async function letOut(context: Context, input: Parsed<'children.letOut'>) {
  const { db, person, now } = context;
  const child = await restrictedChild(context, input.id);
  const readers = await queries.listReaders(db, [child.id]);
  if (!readers.some((reader) => reader.person_id === input.personId))
    refuse('That person is not let in. Nothing was changed.', 'personId');
  if (readers.length === 1)
    refuse('That is the last reader. Let somebody else in first. Nothing was changed.', 'personId');
  await queries.removeReaders(db, child.id, input.personId);
  await queries.insertAct(db, {
    child_id: child.id,
    act: 'let_out',
    person_id: input.personId,
    reason: input.reason,
    done_by: person.id,
    done_at: now,
  });
  context.note({ entity: 'child', id: child.id, detail: { letOut: input.personId } });
  return {};
}

async function readersOf(context: Context, childIds: number[]): Promise<Map<number, Reader[]>> {
  const rows = await queries.listReaders(context.db, childIds);
  const byChild = Map.groupBy(rows, (row) => row.child_id);
  return new Map(
    [...byChild].map(([childId, each]) => [
      childId,
      each.map((row) => ({
        personId: row.person_id,
        name: row.name,
        jobTitle: row.job_title,
        since: row.granted_at.slice(0, 10),
        reason: row.reason ?? '',
        givenBy: row.given_by ?? '',
      })),
    ]),
  );
}

/** Every restricted record and the latest openings by exception, for who answers for them. */
export async function restricted(context: Context): Promise<Output<'children.restricted'>> {
  const rows = await queries.listRestricted(context.db);
  const ids = rows.map((row) => row.id);
  const readers = await readersOf(context, ids);
  const names = new Map((await rowsOf(context, ids)).map((row) => [row.id, row.name]));
  const records = rows.map((row) => ({
    id: row.id,
    neutralRef: row.neutral_ref,
    name: names.get(row.id) ?? null,
    reason: reasonOf(row.restricted_reason),
    // Words about the child are for its readers.
    note: names.has(row.id) ? (row.note ?? '') : '',
    since: (row.done_at ?? '').slice(0, 10),
    by: row.done_by ?? '',
    readers: (readers.get(row.id) ?? []).map((each) => (names.has(row.id) ? each : { ...each, reason: '' })),
  }));
  return { records, openings: await latestOpenings(context) };
}

/** How one record is restricted, for its readers; null for an ordinary one. */
export async function restrictionOf(
  context: Context,
  childId: number,
): Promise<Output<'children.get'>['restriction']> {
  const row = (await queries.listRestricted(context.db)).find((each) => each.id === childId);
  if (!row) return null;
  return {
    reason: reasonOf(row.restricted_reason),
    note: row.note ?? '',
    since: (row.done_at ?? '').slice(0, 10),
    by: row.done_by ?? '',
    readers: (await readersOf(context, [childId])).get(childId) ?? [],
  };
}

/** The addresses that a record hides: of a restricted one for those let in by name, of the family for who reads it whole; the gate writes the reading to the audit trail. */
export async function address(context: Context, { id }: { id: number }): Promise<Output<'children.address'>> {
  const { db, person } = context;
  const { opened: _, ...named } = person;
  const child = (await findChild(db, named, 'full', id)) ?? notFound('child');
  const hidden = (await listMembers(db, id)).filter((member) => member.address_restricted === 1);
  return {
    address: child.address,
    postcode: child.postcode,
    phone: child.phone,
    members: hidden.map((member) => ({ id: member.id, address: member.address, postcode: member.postcode })),
  };
}
