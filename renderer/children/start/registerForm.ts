import { z } from 'zod';
import { relationships } from '#shared/codes/relationships.ts';
import { isCodeIn } from '#shared/codes/list.ts';
import { line } from '#shared/contract/common.ts';
import { contract, type Input } from '#shared/contract/index.ts';
import { childProblems, type FieldProblem } from '#shared/domain/child.ts';
import { memberProblems } from '#shared/domain/family.ts';

/** Whether a child is born decides which of the two dates is asked for. */
const unborn = { unborn: z.boolean() };

const carerLine = z.object({
  name: line.default(''),
  relationship: line.default(''),
  relationshipWords: line.default(''),
  parentalResponsibility: z.enum(['Y', 'N', 'NK']),
  phone: line.default(''),
});
type CarerLine = z.output<typeof carerLine>;

const isBlank = (carer: CarerLine) => `${carer.name}${carer.relationship}${carer.phone}` === '';

/** What a line says of somebody, of whom nothing else is known yet. */
const toMember = (carer: CarerLine) => ({
  ...carer,
  relationship: isCodeIn(relationships, carer.relationship) ? carer.relationship : ('other' as const),
  dob: null,
  sameAddress: true,
  address: '',
  postcode: '',
  addressRestricted: false,
  isSignatory: false,
  goneOn: null,
});

/** A line that nobody wrote anything into is no carer; one half filled in is asked about. */
const carersOn = (today: string) =>
  z
    .array(carerLine)
    .superRefine((lines, context) =>
      lines.forEach((carer, at) => {
        if (isBlank(carer)) return;
        const say = (field: string, message: string) =>
          context.addIssue({ code: 'custom', path: [at, field], message });
        if (carer.name === '') say('name', 'Enter the carer’s name.');
        if (carer.relationship === '') say('relationship', 'Say who the carer is to the child.');
        else memberProblems(toMember(carer), today).forEach((problem) => say(problem.field, problem.message));
      }),
    )
    .transform((lines) => lines.filter((carer) => !isBlank(carer)).map(toMember));

/** What the form of a new record holds, checked as the office checks it on this day. */
export const registerFormOn = (today: string) =>
  contract['children.register'].input
    .extend({ ...unborn, carers: carersOn(today) })
    .superRefine((values, context) => {
      const born = values.unborn ? { dob: null } : { expectedOn: null };
      for (const problem of childProblems({ ...values, ...born }, today))
        context.addIssue({ code: 'custom', ...named(problem, values) });
    });

/** A birth that is missing is asked for in the field that is shown. */
function named(
  problem: FieldProblem,
  values: { unborn: boolean; dob: string | null; expectedOn: string | null },
) {
  const isMissing = problem.field === 'dob' && (values.unborn ? values.expectedOn : values.dob) === null;
  if (!isMissing) return { path: [problem.field], message: problem.message };
  return values.unborn
    ? { path: ['expectedOn'], message: 'Enter the day the child is expected.' }
    : { path: ['dob'], message: 'Enter the date of birth.' };
}

/** What was searched for before a record is made. */
export type Looked = { checkId: number; query: Input<'children.check'> };

/** A new record begins with what was searched for: nobody types it twice. */
export function registerDefaults({ checkId, query }: Looked) {
  const expectedOn = query.dob === null ? (query.expectedOn ?? null) : null;
  return {
    checkId,
    givenNames: query.givenNames,
    familyName: query.familyName,
    knownAs: '',
    unborn: expectedOn !== null,
    dob: query.dob,
    expectedOn,
    address: '',
    postcode: query.postcode ?? '',
    phone: '',
    school: '',
    ethnicity: 'NOBT',
    disabled: 'NK' as const,
    carers: [
      {
        name: '',
        relationship: '',
        relationshipWords: '',
        parentalResponsibility: 'NK' as const,
        phone: '',
      },
    ],
  };
}
