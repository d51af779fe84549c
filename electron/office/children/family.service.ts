import type { z } from 'zod';
import type { Relationship } from '#shared/codes/relationships.ts';
import type { member as memberShape } from '#shared/contract/child-fields.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { memberProblems } from '#shared/domain/family.ts';
import { normalisePostcode } from '#shared/domain/names.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { type ChildRow, findChild } from './caf.queries.ts';
import * as queries from './family.queries.ts';
import { householdKey } from './identity.ts';
import { refuse } from './refuse.ts';

type Member = z.output<typeof memberShape>;
type Child = Output<'children.get'>;

/** Refuses what nobody of a family can be (3.2), with the first sentence; the field is within `carers`. */
export function checkMembers(members: readonly Member[], today: string): void {
  members.forEach((member, at) => {
    const [problem] = memberProblems(member, today);
    if (problem) refuse(`${problem.message} Nothing was saved.`, `carers.${at}.${problem.field}`);
  });
}

const columns = (member: Member) => ({
  name: member.name,
  relationship: member.relationship,
  relationship_words: member.relationshipWords,
  parental_responsibility: member.parentalResponsibility,
  phone: member.phone,
  dob: member.dob,
  same_address: Number(member.sameAddress),
  address: member.address,
  postcode: normalisePostcode(member.postcode),
  address_restricted: Number(member.addressRestricted),
  school: member.school,
  lives_with_child: member.livesWithChild,
  is_signatory: Number(member.isSignatory),
  linked_child_id: member.linkedChildId,
  gone_on: member.goneOn,
});

/** Adds the family that a new record begins with. */
export async function addMembers(
  context: Context,
  childId: number,
  members: readonly Member[],
): Promise<void> {
  for (const member of members) await refuseUnseenLink(context, childId, member.linkedChildId);
  await queries.insertMembers(
    context.db,
    members.map((member) => ({ ...columns(member), child_id: childId })),
  );
}

/** A link leads to another record, and only to one that the writer may see. */
async function refuseUnseenLink(
  { db, person }: Context,
  childId: number,
  linked: number | null,
): Promise<void> {
  if (linked === null) return;
  if (linked === childId)
    refuse('A child is not their own brother or sister. Nothing was saved.', 'linkedChildId');
  const [seen] = await queries.listLinked(db, person, [linked]);
  if (!seen || seen.merged_into !== null)
    refuse('There is no such record that you may see. Nothing was saved. Search for it.', 'linkedChildId');
}

/** Brothers and sisters are each other's: the other record gets its line too, unless it has one. */
async function linkBack(context: Context, child: ChildRow, linkedId: number): Promise<void> {
  const { db, person } = context;
  const other = await findChild(db, person, 'full', linkedId);
  if (!other) return;
  const theirs = await queries.listMembers(db, linkedId);
  if (theirs.some((row) => row.linked_child_id === child.id)) return;
  const home = householdKey(child.address, child.postcode);
  const together = home !== null && home === householdKey(other.address, other.postcode);
  await queries.insertMembers(db, [
    {
      child_id: linkedId,
      name: `${child.given_names} ${child.family_name}`,
      relationship: 'sibling',
      parental_responsibility: 'N',
      dob: child.dob,
      school: child.school,
      same_address: Number(together),
      lives_with_child: together ? 'Y' : 'NK',
      linked_child_id: child.id,
      gone_on: null,
    },
  ]);
  context.note({ entity: 'child', id: linkedId, detail: { linkedTo: child.id } });
}

/** Adds somebody to a family, or changes them; refused when somebody else changed them since. */
export async function saveMember(
  context: Context,
  input: Parsed<'children.saveMember'>,
): Promise<Output<'children.saveMember'>> {
  const { db, person, today } = context;
  const { childId, id, version, ...given } = input;
  const child = (await findChild(db, person, 'full', childId)) ?? notFound('child');
  if (child.merged_into !== null) notFound('child');
  const before =
    id === null ? undefined : ((await queries.findMember(db, childId, id)) ?? notFound('person'));
  const [problem] = memberProblems(given, today);
  if (problem) refuse(`${problem.message} Nothing was saved.`, problem.field);
  if (given.linkedChildId !== (before?.linked_child_id ?? null))
    await refuseUnseenLink(context, childId, given.linkedChildId);
  context.note({ entity: 'child', id: childId, detail: { family: id === null ? 'added' : 'changed' } });
  if (given.linkedChildId !== null && given.relationship === 'sibling')
    await linkBack(context, child, given.linkedChildId);
  if (id === null) {
    const [added = 0] = await queries.insertMembers(db, [{ ...columns(given), child_id: childId }]);
    return { id: added, version: 1 };
  }
  if (!(await queries.updateMember(db, id, version, columns(given)))) throw conflict();
  return { id, version: version + 1 };
}

/** Adds a service working with the child, or changes it; refused when somebody else changed it since. */
export async function saveService(
  context: Context,
  input: Parsed<'children.saveService'>,
): Promise<Output<'children.saveService'>> {
  const { db, person } = context;
  const { childId, id, version, from, to, crossBorder, ...words } = input;
  const child = (await findChild(db, person, 'full', childId)) ?? notFound('child');
  if (child.merged_into !== null) notFound('child');
  if (from !== null && to !== null && to < from)
    refuse('It ended before it began. Nothing was saved. Look at both days.', 'to');
  const values = { ...words, from_day: from, to_day: to, cross_border: Number(crossBorder) };
  context.note({ entity: 'child', id: childId, detail: { service: id === null ? 'added' : 'changed' } });
  if (id === null)
    return { id: await queries.insertService(db, { ...values, child_id: childId }), version: 1 };
  if (!(await queries.updateService(db, childId, id, version, values))) throw conflict();
  return { id, version: version + 1 };
}

/**
 * A record's family as its reader may see it: a restricted address is masked, a link leads only where the reader may
 * go, and a line that points to a restricted record is left out for whoever is not let in (12.3).
 */
export async function familyOf({ db, person }: Context, childId: number): Promise<Child['carers']> {
  const rows = await queries.listMembers(db, childId);
  const ids = rows.map((row) => row.linked_child_id).filter((id) => id !== null);
  const seen = new Map((await queries.listLinked(db, person, ids)).map((row) => [row.id, row]));
  const shut = await queries.restrictedAmong(db, ids);
  const isShut = (id: number | null) => id !== null && shut.has(id) && !seen.has(id);
  return rows
    .filter((row) => !isShut(row.linked_child_id))
    .map((row) => {
      const link = row.linked_child_id === null ? undefined : seen.get(row.linked_child_id);
      const to = link && (link.merged_into ?? link.id) !== childId ? link : undefined;
      const masked = row.address_restricted === 1;
      return {
        id: row.id,
        version: row.version,
        name: row.name,
        relationship: row.relationship as Relationship,
        relationshipWords: row.relationship_words,
        parentalResponsibility: row.parental_responsibility,
        phone: row.phone,
        dob: row.dob,
        livesWithChild: row.lives_with_child,
        sameAddress: row.same_address === 1,
        address: masked ? '' : row.address,
        postcode: masked ? '' : row.postcode,
        addressRestricted: masked,
        school: row.school,
        isSignatory: row.is_signatory === 1,
        linkedChildId: to ? row.linked_child_id : null,
        linked: to
          ? {
              id: to.merged_into ?? to.id,
              name: `${to.given_names} ${to.family_name}`,
              reference: to.neutral_ref,
            }
          : null,
        goneOn: row.gone_on,
      };
    });
}

/** The services working with a child. */
export async function servicesOf({ db }: Context, childId: number): Promise<Child['services']> {
  const rows = await queries.listServices(db, childId);
  return rows.map((row) => ({
    id: row.id,
    version: row.version,
    service: row.service,
    organisation: row.organisation,
    worker: row.worker,
    role: row.role,
    phone: row.phone,
    email: row.email,
    address: row.address,
    from: row.from_day,
    to: row.to_day,
    crossBorder: row.cross_border === 1,
  }));
}
