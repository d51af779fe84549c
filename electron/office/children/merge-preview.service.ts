import { childServices } from '#shared/codes/childServices.ts';
import { disabilities } from '#shared/codes/disability.ts';
import { ethnicities } from '#shared/codes/ethnicity.ts';
import { labelIn } from '#shared/codes/list.ts';
import { relationships } from '#shared/codes/relationships.ts';
import { senStatuses } from '#shared/codes/senStatuses.ts';
import { sexes } from '#shared/codes/sex.ts';
import { upnUnknownReasons } from '#shared/codes/upnUnknown.ts';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { formatDay } from '#shared/domain/dates.ts';
import { likeness } from '#shared/domain/duplicates.ts';
import { mergeDifferences, type MergeField } from '#shared/domain/merge.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import { undecidedRequests } from '../orders/cases.ts';
import { type ChildRow, findChild } from './caf.queries.ts';
import { ordersOf } from './case-orders.ts';
import { type ChildValues, toValues } from './child-values.ts';
import { listMembers, listServices } from './family.queries.ts';
import { akaNames } from './identity.ts';
import { listCafs, listOffers, type MergeCafRow } from './merge.queries.ts';
import { nameOf } from './record.queries.ts';
import { refuse } from './refuse.ts';
import { stateOn } from './states.ts';

type Preview = Output<'children.compare'>;

/** The open ones among CAFs. */
export const openOf = (cafs: readonly MergeCafRow[]) => cafs.filter((caf) => caf.closed_on === null);

const isOpenOffer = (offer: { open: number }) => offer.open === 1;

/**
 * What stands in the way of making two records one, in sentences. Of two open CAFs the one that does not go on is closed,
 * so no request of it may wait; which one that is, is known once `goesOn` is chosen.
 */
export async function stopsOf(
  context: Context,
  kept: ChildRow,
  gone: ChildRow,
  goesOn: number | null,
): Promise<string[]> {
  const { db } = context;
  const stops: string[] = [];
  if (kept.merged_into !== null || gone.merged_into !== null)
    stops.push('One of the two was made one with another record already.');
  if (kept.restricted !== gone.restricted)
    stops.push('One of the two is restricted and the other is not. Restrict both, or neither, first.');
  const calls = [await listOffers(db, kept.id), await listOffers(db, gone.id)];
  if (calls.every((each) => each.some(isOpenOffer)))
    stops.push('Both have a call that waits for an answer. Record what came of one of them first.');
  const open = [...openOf(await listCafs(db, kept.id)), ...openOf(await listCafs(db, gone.id))];
  const closing = open.length < 2 || goesOn === null ? undefined : open.find((caf) => caf.id !== goesOn);
  const waiting = closing ? await undecidedRequests(context, closing.id) : 0;
  if (closing && waiting > 0)
    stops.push(
      `${closing.reference} would be closed, and ${waiting === 1 ? 'a request of it waits' : `${waiting} requests of it wait`} to be decided or issued. Issue or withdraw ${waiting === 1 ? 'it' : 'them'} first.`,
    );
  return stops;
}

const yesNo = { Y: 'Yes', N: 'No', NK: 'Not known' };
const day = (text: string | null) => (text === null ? '' : formatDay(text));

/** How an answer reads beside the other's. */
const words: Record<MergeField, (child: ChildValues, areaName: string) => string> = {
  givenNames: (child) => `${child.givenNames} ${child.familyName}`,
  sex: (child) => labelIn(sexes, child.sex),
  dob: (child) =>
    child.dob === null
      ? `Expected ${day(child.expectedOn)}`
      : `${day(child.dob)}${child.dobEstimated ? ', estimated' : ''}`,
  diedOn: (child) => day(child.diedOn),
  address: (child) =>
    child.addressRestricted
      ? 'Restricted'
      : [child.address.replaceAll('\n', ', '), child.postcode].filter(Boolean).join(', '),
  phone: (child) => child.phone,
  email: (child) => child.email,
  areaId: (_child, areaName) => areaName,
  school: (child) => child.school,
  uniqueRef: (child) => child.uniqueRef,
  nhsNumber: (child) => child.nhsNumber,
  upn: (child) => child.upn || (child.upnUnknown ? labelIn(upnUnknownReasons, child.upnUnknown) : ''),
  ethnicity: (child) =>
    [labelIn(ethnicities, child.ethnicity), child.ethnicityOther].filter(Boolean).join(': '),
  religion: (child) => child.religion,
  firstLanguage: (child) => child.firstLanguage,
  parentLanguage: (child) => child.parentLanguage,
  interpreterNeeded: (child) =>
    `${yesNo[child.interpreterNeeded]}${child.interpreterArranged ? ', arranged' : ''}`,
  immigrationStatus: (child) => child.immigrationStatus,
  disabled: (child) =>
    [
      yesNo[child.disabled],
      child.disabilities.map((code) => labelIn(disabilities, code)).join(', '),
      child.disabilityDetails,
    ]
      .filter(Boolean)
      .join('. '),
  specialRequirements: (child) => child.specialRequirements,
  senStatus: (child) => labelIn(senStatuses, child.senStatus),
  youngCarer: (child) => yesNo[child.youngCarer],
  exclusionRisk: (child) => yesNo[child.exclusionRisk],
  lookedAfter: (child) =>
    [yesNo[child.lookedAfter], child.lookedAfterFrom && `from ${day(child.lookedAfterFrom)}`]
      .filter(Boolean)
      .join(' '),
  expectingOn: (child) => day(child.expectingOn),
};

async function sideOf(context: Context, row: ChildRow): Promise<Preview['kept']> {
  const { db, today } = context;
  const cafs = await listCafs(db, row.id);
  return {
    id: row.id,
    version: row.version,
    neutralRef: row.neutral_ref,
    name: `${row.given_names} ${row.family_name}`,
    dob: row.dob,
    expectedOn: row.expected_on,
    area: row.area,
    registeredOn: row.created_at.slice(0, 10),
    registeredBy: await nameOf(db, row.created_by),
    cafs: await Promise.all(
      cafs.map(async (caf) => ({
        id: caf.id,
        reference: caf.reference,
        status: stateOn(caf, today),
        startOn: caf.start_on,
        closedOn: caf.closed_on,
        orders: (await ordersOf(context, caf.id)).length,
      })),
    ),
    family: (await listMembers(db, row.id)).map(
      (line) => `${line.name}, ${line.relationship_words || labelIn(relationships, line.relationship)}`,
    ),
    services: (await listServices(db, row.id)).map(
      (line) => `${line.organisation}, ${labelIn(childServices, line.service)}`,
    ),
  };
}

const comparable = (row: ChildRow) => ({
  ...toValues(row),
  akaNames: akaNames(row.known_as),
  postcode: row.postcode === '' ? null : row.postcode,
});

const isOpen = (caf: { closedOn: string | null }) => caf.closedOn === null;

/** Two records beside each other: what differs in words, what would move, and what stands in the way. */
export async function compare(
  context: Context,
  { id, otherId }: Parsed<'children.compare'>,
): Promise<Preview> {
  const { db, person } = context;
  if (id === otherId) refuse('That is one record. Choose another to compare it with.');
  const kept = (await findChild(db, person, 'full', id)) ?? notFound('child');
  const gone = (await findChild(db, person, 'full', otherId)) ?? notFound('child');
  const [own, theirs] = [toValues(kept), toValues(gone)];
  const sides = { kept: await sideOf(context, kept), gone: await sideOf(context, gone) };
  return {
    ...sides,
    fields: mergeDifferences(own, theirs).map((each) => ({
      ...each,
      kept: words[each.field](own, kept.area),
      gone: words[each.field](theirs, gone.area),
    })),
    why:
      (likeness(comparable(kept), comparable(gone)) ?? likeness(comparable(gone), comparable(kept)))?.why ??
      [],
    twoOpen: sides.kept.cafs.some(isOpen) && sides.gone.cafs.some(isOpen),
    stops: await stopsOf(context, kept, gone, null),
  };
}
