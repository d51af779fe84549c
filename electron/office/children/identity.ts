import { isPostcode, normaliseName, normalisePostcode } from '#shared/domain/names.ts';

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
