import { z } from 'zod';
import { disabilities } from '#shared/codes/disability.ts';
import { ethnicities } from '#shared/codes/ethnicity.ts';
import { labelIn } from '#shared/codes/list.ts';
import { senStatuses } from '#shared/codes/senStatuses.ts';
import { sexes } from '#shared/codes/sex.ts';
import { upnUnknownReasons } from '#shared/codes/upnUnknown.ts';
import { childFields, childParts } from '#shared/contract/child-fields.ts';
import { childProblems } from '#shared/domain/child.ts';
import { formatDay, isDay } from '#shared/domain/dates.ts';
import { callOffice } from '#renderer/office/client.ts';
import type { ChildRecord } from '../words.ts';

/** The name of a part of the details, each with a form and a save of its own. */
export type Part = keyof typeof childParts;
const shape = z.object(childFields);
/** What is kept of a child. */
export type Values = z.output<typeof shape>;
/** The name of one of its fields. */
export type Field = keyof Values;

/** The parts in the order in which they stand on the page. */
export const partTitles: Record<Part, string> = {
  who: 'Who the child is',
  where: 'Where to find them',
  references: 'School and numbers',
  background: 'Background and language',
  needs: 'Needs and care',
};

/** The fields of a part. */
export const fieldsOf = (part: Part) => Object.keys(childParts[part]) as Field[];

/** What a field is called, where two versions of it stand beside each other. */
export const fieldLabels: Record<Field, string> = {
  givenNames: 'Given names',
  familyName: 'Family name',
  knownAs: 'Known as',
  sex: 'Sex',
  dob: 'Date of birth',
  expectedOn: 'Expected on',
  dobEstimated: 'Day is an estimate',
  diedOn: 'Died on',
  address: 'Address',
  postcode: 'Postcode',
  addressRestricted: 'Restricted address',
  phone: 'Telephone',
  email: 'E-mail',
  areaId: 'Area',
  school: 'School or nursery',
  uniqueRef: 'Unique reference',
  nhsNumber: 'NHS number',
  upn: 'Pupil number',
  upnUnknown: 'Why there is no pupil number',
  ethnicity: 'Ethnicity',
  ethnicityOther: 'Ethnicity in words',
  religion: 'Religion',
  firstLanguage: 'Child’s first language',
  parentLanguage: 'Parents’ first language',
  interpreterNeeded: 'Interpreter or signer needed',
  interpreterArranged: 'Interpreter arranged',
  immigrationStatus: 'Immigration status',
  disabled: 'Disabled',
  disabilities: 'Kinds of disability',
  disabilityDetails: 'Disability day by day',
  specialRequirements: 'Special requirements',
  senStatus: 'Special educational needs',
  youngCarer: 'Young carer',
  exclusionRisk: 'At risk of exclusion',
  lookedAfter: 'Looked after',
  lookedAfterFrom: 'Looked after from',
  lookedAfterTo: 'Looked after until',
  expectingOn: 'Expects a baby on',
};

const answers: Record<string, string> = { Y: 'Yes', N: 'No', NK: 'Not known' };
const lists: Partial<Record<Field, readonly { code: string; label: string }[]>> = {
  sex: sexes,
  ethnicity: ethnicities,
  senStatus: senStatuses,
  upnUnknown: upnUnknownReasons,
};

/** A field's value in words; empty when there is none. */
export function fieldWords(
  field: Field,
  value: unknown,
  areas: readonly { id: number; name: string }[],
): string {
  if (field === 'areaId') return areas.find((area) => area.id === value)?.name ?? '';
  if (Array.isArray(value)) return value.map((code) => labelIn(disabilities, String(code))).join(', ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value !== 'string') return '';
  const list = lists[field];
  if (list && value !== '') return labelIn(list, value);
  return answers[value] ?? (isDay(value) ? formatDay(value) : value);
}

/** The fields of a part as they stand in a record. */
export function valuesOf(record: ChildRecord): Values {
  return shape.parse({
    ...record,
    // A reader without names sees none; a form is for those who do.
    givenNames: record.givenNames || '–',
    familyName: record.familyName || '–',
  });
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The fields of a part that differ from one version to another. */
export const changedFields = (part: Part, from: Values, to: Values): Field[] =>
  fieldsOf(part).filter((field) => !same(from[field], to[field]));

/** The fields that both changed, each in another way: a person has to choose. */
export function clashes(part: Part, opened: Values, mine: Values, theirs: Values): Field[] {
  return changedFields(part, opened, mine).filter(
    (field) => !same(opened[field], theirs[field]) && !same(mine[field], theirs[field]),
  );
}

/** The form of one part: its fields, judged with the rest of the record by the office's own rules. */
export function partForm(part: Part, record: Values, today: string) {
  const base = z.object({ ...childParts[part], ...(part === 'who' ? { unborn: z.boolean() } : {}) });
  return base.superRefine((values, context) => {
    const whole = { ...record, ...settled(values) };
    const own: string[] = fieldsOf(part);
    for (const problem of childProblems(whole, today))
      if (own.includes(problem.field))
        context.addIssue({ code: 'custom', path: [problem.field], message: problem.message });
  });
}

/** The values of a form without what only the form asks: of the two dates the one that is not meant is none. */
export function settled(values: Record<string, unknown>): Partial<Values> {
  const { unborn, ...rest } = values;
  if (unborn === undefined) return rest;
  return { ...rest, ...(unborn === true ? { dob: null } : { expectedOn: null }) };
}

/** A record as it stands now, with a restricted address when the form holds one. */
export async function readAgain(
  id: number,
  withAddress: boolean,
): Promise<{ values: Values; version: number } | null> {
  const record = await callOffice('children.get', { id });
  if (!record.ok) return null;
  const values = valuesOf(record.data);
  const isHidden = values.addressRestricted || record.data.restriction !== null;
  if (!withAddress || !isHidden) return { values, version: record.data.version };
  const hidden = await callOffice('children.address', { id });
  if (!hidden.ok) return null;
  const { address, postcode, phone } = hidden.data;
  return { values: { ...values, address, postcode, phone }, version: record.data.version };
}
