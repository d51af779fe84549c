import { type ChildCandidate, matchChildren } from './names.ts';

/** A child on record, as two records are compared. */
export type Comparable = ChildCandidate & { nhsNumber: string; upn: string };

/** Why two records may be one child's, and how likely: up to 205. */
export type Likeness = { score: number; why: string[] };

const sameNumber = (a: string, b: string) => a !== '' && a === b;

/**
 * Whether two records may be one child's (BR-01, after the event); null when nothing says so. An NHS or pupil number in
 * both is enough. Else the whole name must be alike and the births agree, or the births cannot be compared and the
 * postcode is the same; or one is unborn in one record and was born about then in the other. Brothers and sisters of one
 * address and twins, whose given names differ, are not.
 */
export function likeness(a: Comparable, b: Comparable): Likeness | null {
  const numbers = [
    sameNumber(a.nhsNumber, b.nhsNumber) ? 'Same NHS number' : '',
    sameNumber(a.upn, b.upn) ? 'Same pupil number' : '',
  ].filter(Boolean);
  const [match] = matchChildren(
    {
      name: `${a.givenNames} ${a.familyName}`,
      dob: a.dob,
      expectedOn: a.expectedOn,
      postcode: a.postcode,
    },
    [b],
  );
  const born = (a.dob === null) !== (b.dob === null);
  const alike =
    match !== undefined &&
    ((match.wholeName && match.dated) ||
      (match.wholeName && match.placed && (a.dob === null || b.dob === null)) ||
      (born && match.dated && match.placed));
  if (!alike && numbers.length === 0) return null;
  return {
    score: (match?.score ?? 0) + (numbers.length > 0 ? 100 : 0),
    why: [...numbers, ...(match?.why ?? [])],
  };
}
