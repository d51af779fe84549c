import { disabilities, disabilitiesAgree, type Disability } from '../codes/disability.ts';
import { ethnicities } from '../codes/ethnicity.ts';
import { isCodeIn } from '../codes/list.ts';
import { upnUnknownReasons } from '../codes/upnUnknown.ts';
import { addDays, ageInYears, isDay, type Day } from './dates.ts';
import { isNhsNumber, isUpn } from './identifiers.ts';
import { isPostcode } from './names.ts';

type Answer = 'Y' | 'N' | 'NK';

/** What is kept of a child (domain 3.1), as far as there are rules about it. */
export type ChildFacts = {
  dob: Day | null;
  expectedOn: Day | null;
  dobEstimated: boolean;
  postcode: string;
  email: string;
  nhsNumber: string;
  upn: string;
  upnUnknown: string;
  ethnicity: string;
  ethnicityOther: string;
  interpreterNeeded: Answer;
  interpreterArranged: boolean;
  disabled: Answer;
  disabilities: readonly string[];
  lookedAfter: Answer;
  lookedAfterFrom: Day | null;
  lookedAfterTo: Day | null;
  expectingOn: Day | null;
  diedOn: Day | null;
};

/** A field that cannot stand as it is, and the sentence about it. */
export type FieldProblem = { field: keyof ChildFacts; message: string };

/** A pregnancy lasts under ten months: an expected date further off is a slip of the finger. */
const FURTHEST_EXPECTED_DAYS = 300;

type Rule = (child: ChildFacts, today: Day) => FieldProblem | null;

const when = (wrong: boolean, field: keyof ChildFacts, message: string): FieldProblem | null =>
  wrong ? { field, message } : null;

function pastDay(day: Day | null, today: Day, field: keyof ChildFacts, what: string): FieldProblem | null {
  if (day === null) return null;
  if (!isDay(day)) return { field, message: 'The calendar has no such day. Enter another.' };
  return when(day > today, field, `${what} cannot be in the future. Enter the day it was.`);
}

function expectedDay(day: Day | null, today: Day, field: keyof ChildFacts): FieldProblem | null {
  const tooFar = day !== null && (!isDay(day) || day > addDays(today, FURTHEST_EXPECTED_DAYS));
  return when(tooFar, field, 'That is too far off for an expected date. Enter another.');
}

const birth: Rule[] = [
  (child) =>
    when(
      child.dob !== null && child.expectedOn !== null,
      'expectedOn',
      'Give the date of birth or the expected date, not both.',
    ),
  (child) =>
    when(
      child.dob === null && child.expectedOn === null,
      'dob',
      'A date of birth is needed, or the expected date of an unborn child.',
    ),
  (child, today) => pastDay(child.dob, today, 'dob', 'A date of birth'),
  (child, today) => expectedDay(child.expectedOn, today, 'expectedOn'),
  (child) =>
    when(
      child.dobEstimated && child.dob !== null && !child.dob.endsWith('-15'),
      'dob',
      'The day of an estimated date of birth is the 15th of the month.',
    ),
  (child) =>
    when(
      child.dobEstimated && child.dob === null,
      'dobEstimated',
      'Only a date of birth can be an estimate. Take the tick away until the child is born.',
    ),
];

const life: Rule[] = [
  (child, today) => pastDay(child.diedOn, today, 'diedOn', 'The day a child died'),
  (child) =>
    when(
      child.diedOn !== null && child.dob !== null && child.diedOn < child.dob,
      'diedOn',
      'The child was born after that day. Look at both dates.',
    ),
  (child, today) => expectedDay(child.expectingOn, today, 'expectingOn'),
  (child) =>
    when(
      child.expectingOn !== null && child.expectedOn !== null,
      'expectingOn',
      'An unborn child expects no baby. This is for a young person who does.',
    ),
];

const references: Rule[] = [
  (child) =>
    when(
      child.postcode !== '' && !isPostcode(child.postcode),
      'postcode',
      'That is not a postcode. Write it as MF1 4QT, or leave it empty.',
    ),
  (child) =>
    when(
      child.email !== '' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(child.email),
      'email',
      'That is not an e-mail address. Write it as name@example.org, or leave it empty.',
    ),
  (child) =>
    when(
      child.nhsNumber !== '' && !isNhsNumber(child.nhsNumber),
      'nhsNumber',
      'That is not an NHS number: it has ten digits and the last one checks the others. Look at it again.',
    ),
  (child) =>
    when(
      child.upn !== '' && !isUpn(child.upn),
      'upn',
      'That is not a pupil number: a letter that checks the twelve figures after it. Look at it again.',
    ),
  (child) =>
    when(
      child.upn !== '' && child.upnUnknown !== '',
      'upnUnknown',
      'The pupil number is known, so there is no reason why it is not. Leave one of them empty.',
    ),
  (child) =>
    when(
      child.upnUnknown !== '' && !isCodeIn(upnUnknownReasons, child.upnUnknown),
      'upnUnknown',
      'Choose the reason from the list.',
    ),
];

/** Whether an ethnicity asks for the family's own words (CL-02). */
export function asksForWords(ethnicity: string): boolean {
  return ethnicities.some((entry) => entry.code === ethnicity && entry.specify);
}

const background: Rule[] = [
  (child) =>
    when(!isCodeIn(ethnicities, child.ethnicity), 'ethnicity', 'Choose the ethnicity from the list.'),
  (child) =>
    when(
      asksForWords(child.ethnicity) && child.ethnicityOther === '',
      'ethnicityOther',
      'Say which, in the family’s own words.',
    ),
  (child) =>
    when(
      child.interpreterArranged && child.interpreterNeeded !== 'Y',
      'interpreterArranged',
      'An interpreter or signer is arranged only where one is needed. Say that one is, or take the tick away.',
    ),
];

const needs: Rule[] = [
  (child) =>
    when(
      child.disabilities.some((code) => !isCodeIn(disabilities, code)),
      'disabilities',
      'Choose the kinds of disability from the list.',
    ),
  (child) =>
    when(
      !disabilitiesAgree(child.disabilities as Disability[]),
      'disabilities',
      '“No disability” goes with no other. Take it away, or the others.',
    ),
  (child) =>
    when(
      child.disabled === 'N' && child.disabilities.some((code) => code !== 'NONE'),
      'disabled',
      'A kind of disability is chosen. Say that the child is disabled, or take the kinds away.',
    ),
  (child) =>
    when(
      child.disabled === 'Y' && child.disabilities.includes('NONE'),
      'disabilities',
      'The child is disabled, so “No disability” cannot stand. Choose the kinds, or none yet.',
    ),
  (child, today) => pastDay(child.lookedAfterFrom, today, 'lookedAfterFrom', 'The day it began'),
  (child) =>
    when(
      child.lookedAfter !== 'Y' && child.lookedAfterFrom !== null && child.lookedAfterTo === null,
      'lookedAfter',
      'There is a day on which being looked after began and none on which it ended. Say yes, or enter the end.',
    ),
  (child) =>
    when(
      child.lookedAfterTo !== null &&
        (child.lookedAfterFrom === null || child.lookedAfterTo < child.lookedAfterFrom),
      'lookedAfterTo',
      'Being looked after ends after it began. Enter both days.',
    ),
];

const rules: readonly Rule[] = [...birth, ...life, ...references, ...background, ...needs];

/**
 * All that cannot stand in what is kept of a child (domain 3.1, CL-02, CL-03, CL-15), each with its field and a
 * sentence; empty when everything agrees. The same for the screen and the office.
 */
export function childProblems(child: ChildFacts, today: Day): FieldProblem[] {
  return rules.map((rule) => rule(child, today)).filter((problem) => problem !== null);
}

/** Up to this age a CAF goes on for a young person with a learning difficulty or disability (BR-16). */
export const UPPER_AGE = 24;

/** How a child's age stands to a CAF's upper age (BR-16). */
export type AgeLimit = 'within' | 'warn' | 'extended' | 'over';

/**
 * BR-16: a CAF is for children up to 18. From 18 the record warns; with a learning difficulty or disability it goes on
 * to `upper`, after which no CAF is opened. An unborn child is within.
 */
export function ageLimit(
  child: { dob: Day | null; disabled: Answer; senStatus: string; disabilities: readonly string[] },
  on: Day,
  upper = UPPER_AGE,
): AgeLimit {
  if (child.dob === null || child.dob > on) return 'within';
  const age = ageInYears(child.dob, on);
  if (age < 18) return 'within';
  if (age > upper) return 'over';
  const helped =
    child.disabled === 'Y' ||
    ['A', 'P', 'S'].includes(child.senStatus) ||
    child.disabilities.some((code) => code !== 'NONE');
  return helped ? 'extended' : 'warn';
}

/** BR-13: whether the CAF is to be completed on an unborn child's mother, who is a young person herself. */
export function isCafOfMother(child: { expectedOn: Day | null }, motherDob: Day | null, on: Day): boolean {
  if (child.expectedOn === null || motherDob === null || motherDob > on) return false;
  return ageInYears(motherDob, on) < 18;
}
