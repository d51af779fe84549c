import { z } from 'zod';
import { childServices, type ChildService } from '../codes/childServices.ts';
import { relationships, type Relationship } from '../codes/relationships.ts';
import { day, filled, id, line, paragraph } from './common.ts';

/** Yes, no, not known. */
export const answer = z.enum(['Y', 'N', 'NK']);

/** Other names, with commas between. */
const names = z.string().trim().max(1000);

/** The parts in which a child's details are shown and saved, each with its fields (domain 3.1). */
export const childParts = {
  who: {
    givenNames: filled,
    familyName: filled,
    knownAs: names,
    sex: z.enum(['M', 'F', 'U', 'I']),
    /** Exactly one of date of birth and expected date (3.1). */
    dob: day.nullable(),
    expectedOn: day.nullable(),
    /** Only the month is known: the day stands on the 15th. */
    dobEstimated: z.boolean(),
    diedOn: day.nullable(),
  },
  where: {
    address: paragraph,
    postcode: line,
    /** The address is shown to who asks for it by name only, and printed nowhere (12.3). */
    addressRestricted: z.boolean(),
    phone: line,
    email: line,
    areaId: id,
  },
  references: {
    school: line,
    uniqueRef: line,
    nhsNumber: line,
    upn: line,
    upnUnknown: z.string().max(3),
  },
  background: {
    ethnicity: z.string().max(4),
    ethnicityOther: line,
    religion: line,
    firstLanguage: line,
    parentLanguage: line,
    interpreterNeeded: answer,
    interpreterArranged: z.boolean(),
    /** Highly sensitive: shown in full records only, and not printed unless asked for. */
    immigrationStatus: line,
  },
  needs: {
    disabled: answer,
    disabilities: z.array(z.string().max(4)).max(13),
    disabilityDetails: paragraph,
    specialRequirements: paragraph,
    senStatus: z.enum(['NK', 'N', 'A', 'P', 'S']),
    youngCarer: answer,
    exclusionRisk: answer,
    lookedAfter: answer,
    lookedAfterFrom: day.nullable(),
    lookedAfterTo: day.nullable(),
    /** A young person who expects a baby (BR-13). */
    expectingOn: day.nullable(),
  },
};

/** What is kept of a child (3.1), all parts together. */
export const childFields = {
  ...childParts.who,
  ...childParts.where,
  ...childParts.references,
  ...childParts.background,
  ...childParts.needs,
};

/** The fields of a new record: what is not asked for yet has its beginning. */
export const newChildFields = {
  ...childFields,
  knownAs: names.default(''),
  dobEstimated: z.boolean().default(false),
  diedOn: day.nullable().default(null),
  address: paragraph.default(''),
  postcode: line.default(''),
  addressRestricted: z.boolean().default(false),
  phone: line.default(''),
  email: line.default(''),
  school: line.default(''),
  uniqueRef: line.default(''),
  nhsNumber: line.default(''),
  upn: line.default(''),
  upnUnknown: z.string().max(3).default(''),
  ethnicity: z.string().max(4).default('NOBT'),
  ethnicityOther: line.default(''),
  religion: line.default(''),
  firstLanguage: line.default(''),
  parentLanguage: line.default(''),
  interpreterNeeded: answer.default('NK'),
  interpreterArranged: z.boolean().default(false),
  immigrationStatus: line.default(''),
  disabled: answer.default('NK'),
  disabilities: z.array(z.string().max(4)).max(13).default([]),
  disabilityDetails: paragraph.default(''),
  specialRequirements: paragraph.default(''),
  senStatus: z.enum(['NK', 'N', 'A', 'P', 'S']).default('NK'),
  youngCarer: answer.default('NK'),
  exclusionRisk: answer.default('NK'),
  lookedAfter: answer.default('NK'),
  lookedAfterFrom: day.nullable().default(null),
  lookedAfterTo: day.nullable().default(null),
  expectingOn: day.nullable().default(null),
};

const relationship = z.enum(
  relationships.map((entry) => entry.code) as [Relationship, ...Relationship[]],
  'Say who they are to the child.',
);

/** Somebody of the family or the household (3.2). */
export const member = z.object({
  name: filled,
  relationship,
  /** Who they are when the list does not say: aunt, half-brother. */
  relationshipWords: line.default(''),
  parentalResponsibility: answer,
  phone: line.default(''),
  dob: day.nullable().default(null),
  livesWithChild: answer.default('NK'),
  sameAddress: z.boolean().default(true),
  address: paragraph.default(''),
  postcode: line.default(''),
  addressRestricted: z.boolean().default(false),
  /** Of brothers and sisters. */
  school: line.default(''),
  isSignatory: z.boolean().default(false),
  /** Their own record, of a brother or sister or of a young mother. */
  linkedChildId: id.nullable().default(null),
  goneOn: day.nullable().default(null),
});

/** A service working with the child (3.3). */
export const childService = z.object({
  service: z.enum(
    childServices.map((entry) => entry.code) as [ChildService, ...ChildService[]],
    'Choose the kind of service.',
  ),
  organisation: filled,
  worker: line.default(''),
  role: line.default(''),
  phone: line.default(''),
  email: line.default(''),
  address: paragraph.default(''),
  from: day.nullable().default(null),
  to: day.nullable().default(null),
  crossBorder: z.boolean().default(false),
});
