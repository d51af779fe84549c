import { z } from 'zod';
import {
  day,
  filled,
  filledParagraph,
  id,
  line,
  listInput,
  nothing,
  operation,
  page,
  paragraph,
  saved,
  version,
} from './common.ts';

const childFields = {
  givenNames: filled,
  familyName: filled,
  knownAs: line.default(''),
  sex: z.enum(['M', 'F', 'U', 'I']),
  /** Exactly one of date of birth and expected date (3.1). */
  dob: day.nullable(),
  expectedOn: day.nullable(),
  address: paragraph.default(''),
  postcode: line.default(''),
  phone: line.default(''),
  school: line.default(''),
  ethnicity: z.string().max(4).default('NOBT'),
  disabled: z.enum(['Y', 'N', 'NK']).default('NK'),
  areaId: id,
};

const carer = z.object({
  name: filled,
  relationship: filled,
  parentalResponsibility: z.enum(['Y', 'N', 'NK']),
  phone: line.default(''),
});

/** One line of the list of children: only what the reader's scope allows. */
export const childRow = z.object({
  id,
  neutralRef: z.string(),
  /** Null where the reader sees neutral references only. */
  name: z.string().nullable(),
  dob: z.string().nullable(),
  expectedOn: z.string().nullable(),
  area: z.string(),
  cafId: id.nullable(),
  cafReference: z.string().nullable(),
  cafStatus: z.string().nullable(),
  level: z.number().nullable(),
  leadProfessional: z.string().nullable(),
  nextReviewOn: z.string().nullable(),
});

const consent = z.object({
  kind: z.enum(['TO_ASSESS', 'TO_STORE', 'TO_SHARE', 'WITHDRAW', 'VARY']),
  givenBy: z.enum(['child', 'parent', 'carer', 'other']),
  capacityBasis: filled,
  agenciesAgreed: z.array(z.string()).default([]),
  agenciesExcluded: z.array(z.string()).default([]),
  reasonsExplained: z.boolean(),
  signedMode: z.enum(['scanned', 'paper', 'typed', 'verbal']),
  signedOn: day,
});

const element = z.object({
  element: z.string(),
  prominence: z.enum(['none', 'strength', 'need', 'concern']),
  strengths: paragraph.default(''),
  needs: paragraph.default(''),
  evidence: paragraph.default(''),
  viewDifference: paragraph.default(''),
});

const outcomeFields = {
  desired: filledParagraph,
  /** ECM outcome and aim, such as `BH2` (CL-01, BR-10). */
  ecmAim: z.string().regex(/^(BH|SS|EA|PC|EW)[1-6]$/, 'Choose the aim it serves.'),
  baseline: z.number().int().min(0).max(10).nullable().default(null),
  latest: z.number().int().min(0).max(10).nullable().default(null),
  target: z.number().int().min(0).max(10).nullable().default(null),
};
const actionFields = {
  action: filledParagraph,
  responsible: filled,
  agency: filled,
  byWhen: day,
};

const outcome = z.object({
  id,
  number: z.number(),
  ...outcomeFields,
  status: z.enum(['open', 'achieved', 'partly', 'not_achieved']),
  version,
  actions: z.array(
    z.object({
      id,
      number: z.number(),
      ...actionFields,
      status: z.enum(['not_started', 'on_track', 'late', 'done', 'dropped']),
      version,
    }),
  ),
});

const meeting = z.object({
  kind: z.enum(['INITIAL', 'REVIEW', 'CLOSURE']),
  heldOn: day,
  attended: paragraph.default(''),
  notes: paragraph.default(''),
  /** "Declined to comment" is an answer; blank is not (BR-11). */
  childComment: filledParagraph,
  parentComment: filledParagraph,
  decision: z.enum(['continue', 'close', 'step_up', 'step_down']),
  level: z.number().int().min(1).max(4),
  nextReviewOn: day.nullable(),
});

/** One CAF, as deep as the reader may see. Elements and comments are null for a summary reader. */
export const caf = z.object({
  id,
  reference: z.string(),
  episodeNo: z.number(),
  status: z.string(),
  reason: z.string().nullable(),
  level: z.number(),
  levelSince: z.string(),
  startOn: z.string(),
  completedOn: z.string().nullable(),
  tacFormedOn: z.string().nullable(),
  nextReviewOn: z.string().nullable(),
  closedOn: z.string().nullable(),
  closureReason: z.string().nullable(),
  initiatingAgency: z.string(),
  version,
  lead: z
    .object({
      personId: id,
      name: z.string(),
      agency: z.string(),
      from: z.string(),
      trainedOn: z.string().nullable(),
    })
    .nullable(),
  consents: z.array(consent.extend({ id, recordedBy: z.string() })),
  elements: z.array(element.extend({ version, savedAt: z.string(), author: z.string() })).nullable(),
  outcomes: z.array(outcome),
  meetings: z.array(meeting.extend({ id, recordedBy: z.string() })).nullable(),
  childComment: z.string().nullable(),
  parentComment: z.string().nullable(),
});

/**
 * The record with its identity bar, its latest CAF and what happened. `summary` is without the assessment, the
 * comments and the meetings; in `neutral` every text but the neutral reference and the area is empty, the
 * dates are null, and there is no CAF.
 */
export const childRecord = z.object({
  id,
  neutralRef: z.string(),
  depth: z.enum(['full', 'summary', 'neutral']),
  ...childFields,
  givenNames: z.string(),
  familyName: z.string(),
  area: z.string(),
  carers: z.array(carer.extend({ id })),
  version,
  caf: caf.nullable(),
  earlierCafs: z.array(
    z.object({ id, reference: z.string(), startOn: z.string(), closedOn: z.string().nullable() }),
  ),
  timeline: z.array(
    z.object({
      day: z.string(),
      kind: z.enum(['meeting', 'money', 'voice', 'paper', 'plan', 'consent', 'lead']),
      title: z.string(),
      detail: z.string(),
      who: z.string(),
      amountPence: z.number().nullable(),
    }),
  ),
});

/** Children, their CAFs, plans and lead professionals. */
export const children = {
  'children.list': operation({
    input: listInput.extend({
      status: z.enum(['all', 'open', 'closed', 'overdue']).default('open'),
      areaId: id.optional(),
    }),
    output: page(childRow),
    permission: 'children.read',
    writes: false,
  }),
  /** Search before create (BR-01). The check and what it found are kept; a new record names it. */
  'children.check': operation({
    input: z.object({
      givenNames: line,
      familyName: filled,
      dob: day.nullable(),
      postcode: line.default(''),
    }),
    output: z.object({
      checkId: id,
      matches: z.array(childRow.extend({ why: z.array(z.string()), score: z.number() })),
      /** Matches the reader may not see: ask the co-ordinator before a record is made. */
      restrictedMatches: z.number(),
    }),
    permission: 'children.register',
    writes: true,
  }),
  'children.register': operation({
    input: z.object({ checkId: id, ...childFields, carers: z.array(carer).max(10).default([]) }),
    output: saved,
    permission: 'children.register',
    writes: true,
    changes: ['children', 'work'],
  }),
  'children.save': operation({
    input: z.object({ id, version, ...childFields }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  /** The newest CAF in the reader's reach, or an earlier one by its id. */
  'children.get': operation({
    input: z.object({ id, cafId: id.optional() }),
    output: childRecord,
    permission: 'children.read',
    writes: false,
    readsCase: true,
  }),
  /** Opens a CAF with the consent it rests on (BR-02): nothing is stored without. */
  'children.openCaf': operation({
    input: z.object({
      childId: id,
      contactSource: filled,
      initiatingAgency: filled,
      reason: filledParagraph,
      level: z.number().int().min(1).max(4),
      startOn: day,
      teamId: id.nullable().default(null),
      consents: z.array(consent).min(1, 'Record the consent that this CAF rests on.'),
    }),
    output: z.object({ cafId: id, reference: z.string() }),
    permission: 'children.write',
    writes: true,
    changes: ['children', 'work'],
  }),
  'children.recordConsent': operation({
    input: z.object({ cafId: id, consent }),
    output: nothing,
    permission: 'children.write',
    writes: true,
    changes: ['children', 'orders'],
  }),
  /** Saves one of the 19 elements; `version` 0 for its first text. */
  'children.saveElement': operation({
    input: z.object({ cafId: id, version: z.number().int().min(0), ...element.shape }),
    output: z.object({ version }),
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  'children.saveComments': operation({
    input: z.object({ cafId: id, version, childComment: filledParagraph, parentComment: filledParagraph }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  'children.addOutcome': operation({
    input: z.object({ cafId: id, ...outcomeFields }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  'children.saveOutcome': operation({
    input: z.object({
      id,
      version,
      ...outcomeFields,
      status: z.enum(['open', 'achieved', 'partly', 'not_achieved']),
    }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  'children.addAction': operation({
    input: z.object({ outcomeId: id, ...actionFields }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  'children.saveAction': operation({
    input: z.object({
      id,
      version,
      ...actionFields,
      status: z.enum(['not_started', 'on_track', 'late', 'done', 'dropped']),
    }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  /** Names the lead professional from a day; the one before steps down the same day (3.11). */
  'children.appointLead': operation({
    input: z.object({
      cafId: id,
      personId: id,
      from: day,
      agreedByFamily: z.boolean(),
      reason: line.default(''),
    }),
    output: nothing,
    permission: 'children.write',
    writes: true,
    changes: ['children', 'orders', 'work'],
  }),
  /** Finishes the assessment: consent, a conclusion and both comments must be there. */
  'children.completeAssessment': operation({
    input: z.object({ cafId: id, version, completedOn: day }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children', 'work'],
  }),
  /** Holds a meeting of the team around the child; the first makes the plan live (BR-09). */
  'children.holdMeeting': operation({
    input: z.object({ cafId: id, version, ...meeting.shape }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children', 'work'],
  }),
  'children.closeCaf': operation({
    input: z.object({
      cafId: id,
      version,
      closedOn: day,
      reason: z.string().max(2),
      note: paragraph.default(''),
    }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children', 'work'],
  }),
};
