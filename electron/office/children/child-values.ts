import type { Insertable } from 'kysely';
import { z } from 'zod';
import { childFields } from '#shared/contract/child-fields.ts';
import { childProblems } from '#shared/domain/child.ts';
import { formatNhsNumber } from '#shared/domain/identifiers.ts';
import { normalisePostcode } from '#shared/domain/names.ts';
import type { Schema } from '../database/schema.ts';
import type { ChildRow } from './caf.queries.ts';
import { refuse } from './refuse.ts';

const shape = z.object(childFields);
/** What is stored of a child besides the restriction. */
export type ChildValues = z.output<typeof shape>;

/** Refuses what no child can be (3.1), with the first of the sentences that the screen shows too. */
export function checkChild(values: ChildValues, today: string): void {
  const [problem] = childProblems(values, today);
  if (problem) refuse(`${problem.message} Nothing was saved.`, problem.field);
}

/** A child's values as the table keeps them: postcode, references and numbers in their one spelling. */
export function toColumns(values: ChildValues) {
  return {
    given_names: values.givenNames,
    family_name: values.familyName,
    known_as: values.knownAs,
    sex: values.sex,
    dob: values.dob,
    expected_on: values.expectedOn,
    dob_estimated: Number(values.dobEstimated),
    died_on: values.diedOn,
    address: values.address,
    postcode: normalisePostcode(values.postcode),
    address_restricted: Number(values.addressRestricted),
    phone: values.phone,
    email: values.email,
    area_id: values.areaId,
    school: values.school,
    unique_ref: values.uniqueRef,
    nhs_number: formatNhsNumber(values.nhsNumber),
    upn: values.upn.toUpperCase(),
    upn_unknown: values.upnUnknown,
    ethnicity: values.ethnicity,
    ethnicity_other: values.ethnicityOther,
    religion: values.religion,
    first_language: values.firstLanguage,
    parent_language: values.parentLanguage,
    interpreter_needed: values.interpreterNeeded,
    interpreter_arranged: Number(values.interpreterArranged),
    immigration_status: values.immigrationStatus,
    disabled: values.disabled,
    disabilities: JSON.stringify(values.disabilities),
    disability_details: values.disabilityDetails,
    special_requirements: values.specialRequirements,
    sen_status: values.senStatus,
    young_carer: values.youngCarer,
    exclusion_risk: values.exclusionRisk,
    looked_after: values.lookedAfter,
    looked_after_from: values.lookedAfterFrom,
    looked_after_to: values.lookedAfterTo,
    expecting_on: values.expectingOn,
  } satisfies Partial<Insertable<Schema['children']>>;
}

/** A child's values from the table's row. */
export function toValues(row: ChildRow): ChildValues {
  return {
    givenNames: row.given_names,
    familyName: row.family_name,
    knownAs: row.known_as,
    sex: row.sex,
    dob: row.dob,
    expectedOn: row.expected_on,
    dobEstimated: row.dob_estimated === 1,
    diedOn: row.died_on,
    address: row.address,
    postcode: row.postcode,
    addressRestricted: row.address_restricted === 1,
    phone: row.phone,
    email: row.email,
    areaId: row.area_id,
    school: row.school,
    uniqueRef: row.unique_ref,
    nhsNumber: row.nhs_number,
    upn: row.upn,
    upnUnknown: row.upn_unknown,
    ethnicity: row.ethnicity,
    ethnicityOther: row.ethnicity_other,
    religion: row.religion,
    firstLanguage: row.first_language,
    parentLanguage: row.parent_language,
    interpreterNeeded: row.interpreter_needed,
    interpreterArranged: row.interpreter_arranged === 1,
    immigrationStatus: row.immigration_status,
    disabled: row.disabled,
    disabilities: JSON.parse(row.disabilities) as string[],
    disabilityDetails: row.disability_details,
    specialRequirements: row.special_requirements,
    senStatus: row.sen_status,
    youngCarer: row.young_carer,
    exclusionRisk: row.exclusion_risk,
    lookedAfter: row.looked_after,
    lookedAfterFrom: row.looked_after_from,
    lookedAfterTo: row.looked_after_to,
    expectingOn: row.expecting_on,
  };
}

/** What no reader below the whole record sees of a child. */
const FULL_ONLY = {
  uniqueRef: '',
  nhsNumber: '',
  upn: '',
  upnUnknown: '',
  religion: '',
  immigrationStatus: '',
  disabilities: [],
  disabilityDetails: '',
  specialRequirements: '',
  lookedAfterFrom: null,
  lookedAfterTo: null,
  expectingOn: null,
} satisfies Partial<ChildValues>;

/** A child's values as a record shows them: a restricted address is masked for everybody (12.3). */
export function shownValues(row: ChildRow, full: boolean): ChildValues {
  const values = toValues(row);
  return {
    ...values,
    ...(full ? {} : FULL_ONLY),
    ...(values.addressRestricted ? { address: '', postcode: '' } : {}),
    // Where a restricted child lives is on no screen by itself: its named readers ask for it.
    ...(row.restricted === 1 ? { address: '', postcode: '', phone: '' } : {}),
  };
}

/** Nothing but the area: what a reader of the neutral reference sees. */
export const nothingShown: Omit<ChildValues, 'areaId'> = {
  ...FULL_ONLY,
  givenNames: '',
  familyName: '',
  knownAs: '',
  sex: 'U',
  dob: null,
  expectedOn: null,
  dobEstimated: false,
  diedOn: null,
  address: '',
  postcode: '',
  addressRestricted: false,
  phone: '',
  email: '',
  school: '',
  ethnicity: '',
  ethnicityOther: '',
  firstLanguage: '',
  parentLanguage: '',
  interpreterNeeded: 'NK',
  interpreterArranged: false,
  disabled: 'NK',
  senStatus: 'NK',
  youngCarer: 'NK',
  exclusionRisk: 'NK',
  lookedAfter: 'NK',
};
