import { z } from 'zod';
import { line } from '#shared/contract/common.ts';
import { contract, type Input } from '#shared/contract/index.ts';

/** Whether a child is born decides which of the two dates is asked for. */
const unborn = { unborn: z.boolean() };

type Dates = { unborn: boolean; dob: string | null; expectedOn: string | null };

function oneDate(values: Dates, context: z.RefinementCtx): void {
  if (values.unborn && values.expectedOn === null)
    context.addIssue({
      code: 'custom',
      path: ['expectedOn'],
      message: 'Enter the day the child is expected.',
    });
  if (!values.unborn && values.dob === null)
    context.addIssue({ code: 'custom', path: ['dob'], message: 'Enter the date of birth.' });
}

const carerLine = z.object({
  name: line.default(''),
  relationship: line.default(''),
  parentalResponsibility: z.enum(['Y', 'N', 'NK']),
  phone: line.default(''),
});
type CarerLine = z.output<typeof carerLine>;

const isBlank = (carer: CarerLine) => `${carer.name}${carer.relationship}${carer.phone}` === '';

/** A line that nobody wrote anything into is no carer; one half filled in is asked about. */
const carers = z
  .array(carerLine)
  .superRefine((lines, context) =>
    lines.forEach((carer, at) => {
      if (isBlank(carer)) return;
      const ask = (field: keyof CarerLine, message: string) =>
        carer[field] === '' && context.addIssue({ code: 'custom', path: [at, field], message });
      ask('name', 'Enter the carer’s name.');
      ask('relationship', 'Say who the carer is to the child, such as mother.');
    }),
  )
  .transform((lines) => lines.filter((carer) => !isBlank(carer)));

/** What the form of a new record holds. */
export const registerForm = contract['children.register'].input
  .extend({ ...unborn, carers })
  .superRefine(oneDate);

/** What the form of a record's details holds. */
export const detailsForm = contract['children.save'].input.extend(unborn).superRefine(oneDate);

/** What was searched for before a record is made. */
export type Looked = { checkId: number; query: Input<'children.check'> };

/** A new record begins with what was searched for: nobody types it twice. */
export function registerDefaults({ checkId, query }: Looked) {
  return {
    checkId,
    givenNames: query.givenNames,
    familyName: query.familyName,
    knownAs: '',
    unborn: false,
    dob: query.dob,
    expectedOn: null,
    address: '',
    postcode: query.postcode ?? '',
    phone: '',
    school: '',
    ethnicity: 'NOBT',
    disabled: 'NK' as const,
    carers: [{ name: '', relationship: '', parentalResponsibility: 'NK' as const, phone: '' }],
  };
}
