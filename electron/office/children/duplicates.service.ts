import type { Output, Parsed } from '#shared/contract/index.ts';
import { type Comparable, likeness } from '#shared/domain/duplicates.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import * as queries from './duplicates.queries.ts';
import { akaNames } from './identity.ts';
import { rowsOf } from './list.service.ts';
import { refuse } from './refuse.ts';
import { depthOfChild } from './scope.queries.ts';
import { matchesFor } from './search.service.ts';

const toComparable = (row: queries.ComparableRow): Comparable & { id: number } => ({
  id: row.id,
  givenNames: row.given_names,
  familyName: row.family_name,
  akaNames: akaNames(row.known_as),
  dob: row.dob,
  expectedOn: row.expected_on,
  postcode: row.postcode === '' || row.address_restricted === 1 ? null : row.postcode,
  nhsNumber: row.nhs_number,
  upn: row.upn,
});

/** Whether two records may be one child's; the likelier reading of the two ways round. */
function likenessOf(a: Comparable, b: Comparable) {
  const [one, other] = [likeness(a, b), likeness(b, a)];
  return (other?.score ?? 0) > (one?.score ?? 0) ? other : one;
}

/**
 * Compares one record with all others and keeps the pairs that may be one child; brothers and sisters who are linked are
 * two. Runs with each registering and saving, so that the list is never behind.
 */
export async function compareChild({ db, now }: Context, childId: number): Promise<number> {
  const [row] = await queries.listComparable(db, [childId]);
  if (!row || row.merged_into !== null) {
    await queries.replacePairs(db, childId, [], now);
    return 0;
  }
  const child = toComparable(row);
  const name = `${child.givenNames} ${child.familyName}`;
  const near = await matchesFor(db, { ...child, name });
  const ids = [
    ...near.map((match) => match.candidate.id),
    ...(await queries.idsByNumber(db, child.nhsNumber, child.upn)),
  ].filter((id) => id !== childId);
  const kin = await queries.linkedIds(db, childId);
  const others = (await queries.listComparable(db, [...new Set(ids)])).filter((each) => !kin.has(each.id));
  const pairs = others.flatMap((each) => {
    const found = likenessOf(child, toComparable(each));
    return found ? [{ otherId: each.id, ...found }] : [];
  });
  await queries.replacePairs(db, childId, pairs, now);
  return pairs.length;
}

/** Compares records that were not compared yet, so many at a time, for a quiet hour. */
export async function findDuplicates(
  context: Context,
  { atMost }: Parsed<'children.findDuplicates'>,
): Promise<Output<'children.findDuplicates'>> {
  const ids = await queries.notCompared(context.db, atMost);
  let found = 0;
  for (const [at, id] of ids.entries()) {
    found += await compareChild(context, id);
    if (at % 25 === 0) await context.progress(at, ids.length, 'Comparing records');
  }
  const waiting = await queries.countNotCompared(context.db);
  context.note({ entity: 'child_pair', id: null, detail: { compared: ids.length, found } });
  return { compared: ids.length, found, waiting };
}

/** Pairs that may be one child, or that somebody said are two. */
export async function duplicates(
  context: Context,
  { show, page, pageSize }: Parsed<'children.duplicates'>,
): Promise<Output<'children.duplicates'>> {
  const { db, person } = context;
  const notSame = show === 'not_same';
  const pairs = await queries.pagePairs(db, person, notSame, page, pageSize);
  const ids = pairs.flatMap((pair) => [pair.low_id, pair.high_id]);
  const rows = new Map((await rowsOf(context, [...new Set(ids)])).map((row) => [row.id, row]));
  return {
    total: await queries.countPairs(db, person, notSame),
    waiting: await queries.countNotCompared(db),
    rows: pairs.flatMap((pair) => {
      const first = rows.get(pair.low_id);
      const second = rows.get(pair.high_id);
      if (!first || !second) return [];
      return [
        {
          first,
          second,
          score: pair.score,
          why: JSON.parse(pair.why) as string[],
          foundOn: pair.found_at.slice(0, 10),
          notSame:
            pair.not_same_on === null
              ? null
              : { by: pair.not_same_name ?? '', on: pair.not_same_on, note: pair.not_same_note },
        },
      ];
    }),
  };
}

/** Remembers that two records are two children, or takes that back. */
export async function judgePair(
  context: Context,
  { firstId, secondId, notSame, note }: Parsed<'children.judgePair'>,
): Promise<Output<'children.judgePair'>> {
  const { db, person, today, now } = context;
  if (firstId === secondId) refuse('That is one record. Nothing was saved.');
  for (const id of [firstId, secondId])
    if ((await depthOfChild(db, person, id)) !== 'full') notFound('child');
  const [low, high] = [Math.min(firstId, secondId), Math.max(firstId, secondId)];
  const said = {
    not_same_by: notSame ? person.id : null,
    not_same_on: notSame ? today : null,
    not_same_note: notSame ? note : '',
  };
  await queries.judge(db, low, high, said, now);
  context.note({ entity: 'child', id: low, detail: { pairedWith: high, notSame } });
  return {};
}
