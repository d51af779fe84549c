import type { Parsed } from '#shared/contract/index.ts';
import { ethnicities } from '#shared/codes/ethnicity.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { addDays, isDay } from '#shared/domain/dates.ts';
import { isPostcode, normaliseName, normalisePostcode } from '#shared/domain/names.ts';
import { refuse, refuseFuture } from './refuse.ts';

/** What is stored of a child besides the restriction. */
export type ChildValues = Omit<Parsed<'children.save'>, 'id' | 'version'>;

/** A pregnancy lasts under ten months: an expected date further off is a slip of the finger. */
const FURTHEST_EXPECTED_DAYS = 300;

/**
 * Refuses what no child can be: both or neither of date of birth and expected date, a birth in the future, a
 * postcode that is none (3.1). The rest of the rules are the contract's.
 */
export function checkIdentity(values: ChildValues, today: string): void {
  if (values.dob !== null && values.expectedOn !== null)
    refuse('Give the date of birth or the expected date, not both. Nothing was saved.', 'expectedOn');
  if (values.dob === null && values.expectedOn === null)
    refuse('A date of birth is needed, or the expected date of an unborn child. Nothing was saved.', 'dob');
  if (values.dob !== null) refuseFuture(values.dob, today, 'dob', 'A date of birth');
  if (values.expectedOn !== null) checkExpected(values.expectedOn, today);
  if (values.postcode !== '' && !isPostcode(values.postcode))
    refuse('That is not a postcode. Nothing was saved. Write it as MF1 4QT, or leave it empty.', 'postcode');
  if (!isCodeIn(ethnicities, values.ethnicity))
    refuse('Choose the ethnicity from the list. Nothing was saved.', 'ethnicity');
}

function checkExpected(expectedOn: string, today: string): void {
  if (!isDay(expectedOn) || expectedOn > addDays(today, FURTHEST_EXPECTED_DAYS))
    refuse('That is too far off for an expected date. Nothing was saved. Enter another.', 'expectedOn');
}

/** The names a child is also known by, as they were typed with commas or semicolons between. */
export function akaNames(knownAs: string): string[] {
  return knownAs
    .split(/[,;]/)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

/**
 * Everything a child is found by while typing: names, other names, neutral reference, postcode, and the references
 * of the CAFs, written as the search compares them. What is in it, anyone who may read the summary may see.
 */
export function searchWords(
  child: { givenNames: string; familyName: string; knownAs: string; postcode: string; neutralRef: string },
  references: readonly string[],
): string {
  return normaliseName(
    [child.givenNames, child.familyName, child.knownAs, child.neutralRef, child.postcode, ...references].join(
      ' ',
    ),
  );
}

/**
 * What was typed as a full-text query: every word must begin one of the record's words. Null when nothing that can
 * be looked for was typed. Each word is quoted, so that nothing typed is an operator.
 */
export function searchQuery(typed: string): string | null {
  const text = isPostcode(typed) ? normalisePostcode(typed) : typed;
  const words = normaliseName(text)
    .split(' ')
    .filter((word) => word !== '');
  return words.length === 0 ? null : words.map((word) => `"${word.replaceAll('"', '""')}"*`).join(' ');
}

/** Address and postcode as one household's are compared; null when either is missing. */
export function householdKey(address: string, postcode: string): string | null {
  const plain = normaliseName(address);
  return plain === '' || postcode === '' ? null : `${plain}|${normalisePostcode(postcode)}`;
}
