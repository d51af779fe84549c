import { randomInt } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { addDays, isDay } from '#shared/domain/dates.ts';
import { newNeutralRef } from '#shared/domain/identifiers.ts';
import {
  isPostcode,
  type ChildMatch,
  matchChildren,
  normaliseName,
  normalisePostcode,
  soundKeys,
} from '#shared/domain/names.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import { areas } from '../settings/settings.service.ts';
import { akaNames, checkIdentity, type ChildValues, searchQuery, searchWords } from './identity.ts';
import { rowsOf } from './list.service.ts';
import { type ChildRow, findChild } from './caf.queries.ts';
import { refuse } from './refuse.ts';
import * as queries from './register.queries.ts';

/** At most so many matches are shown; all are kept with the check. */
const SHOWN_MATCHES = 25;

/** The most that a line of text holds; longer could not be saved again from a screen. */
const LONGEST_LINE = 200;

type Candidate = {
  id: number;
  givenNames: string;
  familyName: string;
  akaNames: string[];
  dob: string | null;
  postcode: string | null;
};

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

async function matchesFor(db: Db, input: Parsed<'children.check'>): Promise<ChildMatch<Candidate>[]> {
  const name = `${input.givenNames} ${input.familyName}`;
  const postcode = isPostcode(input.postcode) ? normalisePostcode(input.postcode) : null;
  const rows = await queries.findCandidates(db, {
    sounds: soundKeys(name),
    words: searchQuery(name),
    days: likelyDays(input.dob),
    postcode,
  });
  const candidates = rows.map((row) => ({
    id: row.id,
    givenNames: row.given_names,
    familyName: row.family_name,
    akaNames: akaNames(row.known_as),
    dob: row.dob,
    postcode: row.postcode === '' ? null : row.postcode,
  }));
  return matchChildren({ name, dob: input.dob, postcode }, candidates);
}

/**
 * The search before a new record (BR-01): by sound of the name, other names, date of birth and postcode. Kept with
 * all it found, also what the reader may not see; of that only the number is told (12.3).
 */
export async function check(
  context: Context,
  input: Parsed<'children.check'>,
): Promise<Output<'children.check'>> {
  const { db, person, today, now } = context;
  const matches = await matchesFor(db, input);
  const ids = matches.map((match) => match.candidate.id);
  const rows = new Map((await rowsOf(context, ids)).map((row) => [row.id, row]));
  const checkId = await queries.insertCheck(db, {
    query: JSON.stringify(input),
    found: JSON.stringify(ids),
    checked_by: person.id,
    checked_on: today,
    checked_at: now,
  });
  context.note({ entity: 'child_check', id: checkId, detail: { found: ids.length } });
  const shown = matches.flatMap(({ candidate, score, why }) => {
    const row = rows.get(candidate.id);
    return row ? [{ ...row, score, why }] : [];
  });
  return {
    checkId,
    matches: shown.slice(0, SHOWN_MATCHES),
    restrictedMatches: ids.filter((id) => !rows.has(id)).length,
  };
}

/** Refuses a record without the search that comes before it: by the same person, today, for this child (BR-01). */
async function refuseUnchecked(context: Context, input: Parsed<'children.register'>): Promise<void> {
  const found = await queries.findCheck(context.db, input.checkId);
  if (!found || found.checked_by !== context.person.id || found.checked_on !== context.today)
    refuse('Search for the child first. No record was made, and what you typed is still here.', 'checkId');
  if (found.used_for !== null)
    refuse(
      'That search has led to a record already. No second one was made. For another child, search again.',
      'checkId',
    );
  const query = JSON.parse(found.query) as Parsed<'children.check'>;
  const same = normaliseName(query.familyName) === normaliseName(input.familyName) && query.dob === input.dob;
  if (!same)
    refuse(
      'The family name or date of birth is not the one you searched for. No record was made. Search again with it.',
      'checkId',
    );
}

async function refuseUnknownArea(context: Context, areaId: number): Promise<void> {
  const known = await areas(context);
  if (!known.areas.some((area) => area.id === areaId))
    refuse('There is no such area. Nothing was saved. Choose one from the list.', 'areaId');
}

const columns = (values: ChildValues) => ({
  given_names: values.givenNames,
  family_name: values.familyName,
  known_as: values.knownAs,
  sex: values.sex,
  dob: values.dob,
  expected_on: values.expectedOn,
  address: values.address,
  postcode: normalisePostcode(values.postcode),
  phone: values.phone,
  school: values.school,
  ethnicity: values.ethnicity,
  disabled: values.disabled,
  area_id: values.areaId,
});

async function freshNeutralRef(db: Db): Promise<string> {
  for (;;) {
    const neutralRef = newNeutralRef(() => randomInt(2 ** 32) / 2 ** 32);
    if (!(await queries.neutralRefTaken(db, neutralRef))) return neutralRef;
  }
}

/** Builds anew what a child is found by, after a name, a postcode or a CAF's reference came in. */
export async function refreshSearch(db: Db, childId: number): Promise<void> {
  const { child, references } = await queries.findNamed(db, childId);
  const words = searchWords(
    {
      givenNames: child.given_names,
      familyName: child.family_name,
      knownAs: child.known_as,
      postcode: child.postcode,
      neutralRef: child.neutral_ref,
    },
    references,
  );
  const sounds = soundKeys(`${child.given_names} ${child.family_name} ${child.known_as}`);
  await queries.replaceSearch(db, childId, words, sounds);
}

/** Makes a child's record after a search (BR-01). */
export async function register(
  context: Context,
  input: Parsed<'children.register'>,
): Promise<Output<'children.register'>> {
  const { db, person, now, today } = context;
  await refuseUnchecked(context, input);
  checkIdentity(input, today);
  await refuseUnknownArea(context, input.areaId);
  const id = await queries.insertChild(db, {
    ...columns(input),
    neutral_ref: await freshNeutralRef(db),
    restricted_reason: null,
    check_id: input.checkId,
    created_at: now,
    created_by: person.id,
  });
  await queries.insertCarers(
    db,
    input.carers.map((carer) => ({
      child_id: id,
      name: carer.name,
      relationship: carer.relationship,
      parental_responsibility: carer.parentalResponsibility,
      phone: carer.phone,
    })),
  );
  await refreshSearch(db, id);
  context.note({ entity: 'child', id, detail: { checkId: input.checkId } });
  return { id, version: 1 };
}

/** The name an unborn child was recorded under stays findable once the real one is known (BR-12). */
function knownAsAfterBirth(
  before: Pick<ChildRow, 'given_names' | 'family_name' | 'expected_on'>,
  values: ChildValues,
): string {
  const old = `${before.given_names} ${before.family_name}`;
  const born = before.expected_on !== null && values.dob !== null;
  const renamed = normaliseName(old) !== normaliseName(`${values.givenNames} ${values.familyName}`);
  const kept = akaNames(values.knownAs).some((name) => normaliseName(name) === normaliseName(old));
  const both = [values.knownAs, old].filter(Boolean).join(', ');
  return born && renamed && !kept && both.length <= LONGEST_LINE ? both : values.knownAs;
}

/** A restricted record shows no address, so an empty one is not a change: only what is typed replaces it (12.3). */
function keptWhereabouts(before: ChildRow, values: ChildValues) {
  if (before.restricted !== 1) return {};
  return {
    address: values.address || before.address,
    postcode: values.postcode || before.postcode,
    phone: values.phone || before.phone,
  };
}

/** Changes what is known of a child; refused when somebody else did so since it was opened. */
export async function save(
  context: Context,
  input: Parsed<'children.save'>,
): Promise<Output<'children.save'>> {
  const { db, person, today } = context;
  const { id, version, ...values } = input;
  const before = (await findChild(db, person, 'full', id)) ?? notFound('child');
  checkIdentity(values, today);
  await refuseUnknownArea(context, values.areaId);
  const changed = {
    ...values,
    ...keptWhereabouts(before, values),
    knownAs: knownAsAfterBirth(before, values),
  };
  if (!(await queries.updateChild(db, id, version, columns(changed)))) throw conflict();
  await refreshSearch(db, id);
  context.note({ entity: 'child', id });
  return { id, version: version + 1 };
}
