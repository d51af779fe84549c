import type { Relationship } from '../codes/relationships.ts';
import { isDay, type Day } from './dates.ts';
import { isPostcode } from './names.ts';

/** What there are rules about in somebody of a family (domain 3.2). */
export type MemberFacts = {
  relationship: Relationship;
  relationshipWords: string;
  dob: Day | null;
  sameAddress: boolean;
  address: string;
  postcode: string;
  addressRestricted: boolean;
  isSignatory: boolean;
  parentalResponsibility: 'Y' | 'N' | 'NK';
  goneOn: Day | null;
};

/** A field that cannot stand as it is, and the sentence about it. */
export type MemberProblem = { field: keyof MemberFacts; message: string };

/**
 * All that cannot stand in somebody of the family or household (domain 3.2): an address of their own beside the
 * child's, days to come, a relationship that says nothing. Empty when everything agrees.
 */
export function memberProblems(member: MemberFacts, today: Day): MemberProblem[] {
  const problems: MemberProblem[] = [];
  const say = (wrong: boolean, field: keyof MemberFacts, message: string) => {
    if (wrong) problems.push({ field, message });
  };
  say(
    member.relationship === 'other' && member.relationshipWords === '',
    'relationshipWords',
    'Say who they are to the child, such as mother’s partner.',
  );
  say(
    member.dob !== null && (!isDay(member.dob) || member.dob > today),
    'dob',
    'A date of birth cannot be in the future. Enter the day it was.',
  );
  say(
    member.sameAddress && `${member.address}${member.postcode}` !== '',
    'address',
    'They live at the child’s address, so there is no other. Say that theirs is another, or empty it.',
  );
  say(
    !member.sameAddress && member.postcode !== '' && !isPostcode(member.postcode),
    'postcode',
    'That is not a postcode. Write it as MF1 4QT, or leave it empty.',
  );
  say(
    member.sameAddress && member.addressRestricted,
    'addressRestricted',
    'They live at the child’s address: restrict the child’s, or say that theirs is another.',
  );
  say(
    member.goneOn !== null && (!isDay(member.goneOn) || member.goneOn > today),
    'goneOn',
    'That day cannot be in the future. Enter the day it was.',
  );
  return problems;
}
