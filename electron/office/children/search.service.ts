import { addDays, isDay } from '#shared/domain/dates.ts';
import {
  type ChildMatch,
  type ChildQuery,
  isPostcode,
  matchChildren,
  normalisePostcode,
  soundKeys,
} from '#shared/domain/names.ts';
import type { Db } from '../database/driver.ts';
import { akaNames, searchQuery, searchWords } from './identity.ts';
import * as queries from './register.queries.ts';

/** A child on record, as the search compares it. */
export type Candidate = {
  id: number;
  givenNames: string;
  familyName: string;
  akaNames: string[];
  dob: string | null;
  expectedOn: string | null;
  postcode: string | null;
};

/** A birth is looked for so many days on either side of the day it was expected. */
const EXPECTED_WITHIN = 42;

/** Days that a date of birth may have been meant to be: itself, day and month swapped, near, one figure other. */
function likelyDays(dob: string | null): string[] {
  if (dob === null || !isDay(dob)) return [];
  const days = new Set([`${dob.slice(0, 5)}${dob.slice(8)}-${dob.slice(5, 7)}`]);
  for (let away = -7; away <= 7; away += 1) days.add(addDays(dob, away));
  for (let place = 0; place < dob.length; place += 1)
    for (let figure = 0; figure <= 9 && dob[place] !== '-'; figure += 1)
      days.add(`${dob.slice(0, place)}${figure}${dob.slice(place + 1)}`);
  return [...days].filter(isDay);
}

/** The days around a birth or an expected birth. */
function around(day: string | null): { from: string; to: string } | null {
  if (day === null || !isDay(day)) return null;
  return { from: addDays(day, -EXPECTED_WITHIN), to: addDays(day, EXPECTED_WITHIN) };
}

/**
 * Children on record who may be the one looked for, the likeliest first (BR-01), in whoever's reach: what the reader
 * may not see is for the caller to leave out. A restricted address is no reason: its postcode would be told by it.
 */
export async function matchesFor(db: Db, query: ChildQuery): Promise<ChildMatch<Candidate>[]> {
  const postcode =
    query.postcode !== null && isPostcode(query.postcode) ? normalisePostcode(query.postcode) : null;
  const day = query.dob ?? query.expectedOn;
  const rows = await queries.findCandidates(db, {
    sounds: soundKeys(query.name),
    words: searchQuery(query.name),
    days: likelyDays(query.dob),
    expected: around(day),
    born: query.dob === null ? around(query.expectedOn) : null,
    postcode,
  });
  const candidates = rows.map((row) => ({
    id: row.id,
    givenNames: row.given_names,
    familyName: row.family_name,
    akaNames: akaNames(row.known_as),
    dob: row.dob,
    expectedOn: row.expected_on,
    postcode: row.postcode === '' || row.address_restricted === 1 ? null : row.postcode,
  }));
  return matchChildren({ ...query, postcode }, candidates);
}

/**
 * Builds anew what a child is found by, after a name, a postcode or a CAF's reference came in: also by the names and
 * neutral references of records that were made one with it, but never by a restricted address.
 */
export async function refreshSearch(db: Db, childId: number): Promise<void> {
  const { child, references, former } = await queries.findNamed(db, childId);
  if (child.merged_into !== null) return queries.replaceSearch(db, childId, '', []);
  const formerNames = former.map((one) => `${one.given_names} ${one.family_name} ${one.known_as}`);
  const words = searchWords(
    {
      givenNames: child.given_names,
      familyName: child.family_name,
      knownAs: [child.known_as, ...formerNames].join(' '),
      postcode: child.address_restricted === 1 ? '' : child.postcode,
      neutralRef: [child.neutral_ref, ...former.map((one) => one.neutral_ref)].join(' '),
    },
    references,
  );
  const names = [child.given_names, child.family_name, child.known_as, ...formerNames].join(' ');
  return queries.replaceSearch(db, childId, words, soundKeys(names));
}
