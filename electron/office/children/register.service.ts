import { randomInt } from 'node:crypto';
import type { Output, Parsed } from '#shared/contract/index.ts';
import { newNeutralRef } from '#shared/domain/identifiers.ts';
import { normaliseName } from '#shared/domain/names.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import { areas } from '../settings/settings.service.ts';
import { checkChild, toColumns } from './child-values.ts';
import { compareChild } from './duplicates.service.ts';
import { addMembers, checkMembers } from './family.service.ts';
import { rowsOf } from './list.service.ts';
import { refuse } from './refuse.ts';
import * as queries from './register.queries.ts';
import { matchesFor, refreshSearch } from './search.service.ts';

/** At most so many matches are shown; all are kept with the check. */
const SHOWN_MATCHES = 25;

/**
 * The search before a new record (BR-01): by sound of the name, other names, date of birth or expected date, and
 * postcode. Kept with all it found, also what the reader may not see; of that only the number is told (12.3).
 */
export async function check(
  context: Context,
  input: Parsed<'children.check'>,
): Promise<Output<'children.check'>> {
  const { db, person, today, now } = context;
  const name = `${input.givenNames} ${input.familyName}`;
  const { dob, expectedOn, postcode } = input;
  const matches = await matchesFor(db, { name, dob, expectedOn, postcode });
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

/** Refuses an area that the office does not have. */
export async function refuseUnknownArea(context: Context, areaId: number): Promise<void> {
  const known = await areas(context);
  if (!known.areas.some((area) => area.id === areaId))
    refuse('There is no such area. Nothing was saved. Choose one from the list.', 'areaId');
}

async function freshNeutralRef(db: Db): Promise<string> {
  for (;;) {
    const neutralRef = newNeutralRef(() => randomInt(2 ** 32) / 2 ** 32);
    if (!(await queries.neutralRefTaken(db, neutralRef))) return neutralRef;
  }
}

/** Makes a child's record after a search (BR-01), and compares it with all others. */
export async function register(
  context: Context,
  input: Parsed<'children.register'>,
): Promise<Output<'children.register'>> {
  const { db, person, now, today } = context;
  const { checkId, carers, ...values } = input;
  await refuseUnchecked(context, input);
  checkChild(values, today);
  checkMembers(carers, today);
  await refuseUnknownArea(context, values.areaId);
  const id = await queries.insertChild(db, {
    ...toColumns(values),
    neutral_ref: await freshNeutralRef(db),
    restricted_reason: null,
    merged_into: null,
    check_id: checkId,
    created_at: now,
    created_by: person.id,
  });
  await addMembers(context, id, carers);
  await refreshSearch(db, id);
  await compareChild(context, id);
  context.note({ entity: 'child', id, detail: { checkId } });
  return { id, version: 1 };
}
