import { z } from 'zod';
import { caseFlow } from './case-flow.ts';
import { childFields, member, newChildFields } from './child-fields.ts';
import {
  childRow,
  consent,
  element,
  outcomeFields,
  actionFields,
  meeting,
  childRecord,
} from './child-record.ts';
import { family } from './child-family.ts';
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
  saved,
  version,
} from './common.ts';

/** Children, their CAFs, plans and lead professionals. */
export const children = {
  ...caseFlow,
  ...family,
  'children.list': operation({
    input: listInput.extend({
      status: z.enum(['all', 'open', 'closed', 'overdue']).default('open'),
      areaId: id.optional(),
    }),
    output: page(childRow).extend({
      /** Restricted records that the search fits and the reader may not see: told to co-ordinators only (12.3). */
      restrictedMatches: z.number(),
    }),
    permission: 'children.read',
    writes: false,
    shows: 'child',
  }),
  /** Search before create (BR-01). The check and what it found are kept; a new record names it. */
  'children.check': operation({
    input: z.object({
      givenNames: line,
      familyName: filled,
      dob: day.nullable(),
      /** Of an unborn child. */
      expectedOn: day.nullable().default(null),
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
    shows: 'child',
  }),
  'children.register': operation({
    input: z.object({ checkId: id, ...newChildFields, carers: z.array(member).max(20).default([]) }),
    output: saved,
    permission: 'children.register',
    writes: true,
    shows: 'child',
    changes: ['children', 'work'],
  }),
  /** Changes the fields given, and leaves the others: the details are saved part by part. */
  'children.save': operation({
    input: z.object({ id, version, ...z.object(childFields).partial().shape }),
    output: saved,
    permission: 'children.write',
    writes: true,
    shows: 'child',
    changes: ['children'],
  }),
  /** The newest CAF in the reader's reach, or an earlier one by its id. */
  'children.get': operation({
    input: z.object({ id, cafId: id.optional() }),
    output: childRecord,
    permission: 'children.read',
    writes: false,
    shows: 'child',
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
      /** Social care handed the case down: from which plan, and when. */
      stepDownFrom: z.enum(['none', 'CIN', 'CP', 'LAC']).default('none'),
      stepDownOn: day.nullable().default(null),
      consents: z.array(consent).min(1, 'Record the consent that this CAF rests on.'),
    }),
    output: z.object({ cafId: id, reference: z.string() }),
    permission: 'children.write',
    writes: true,
    shows: 'linked',
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
    shows: 'caf',
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
    // The budgets that a purchase may draw on are the lead professional's first.
    changes: ['children', 'budgets', 'orders', 'work'],
  }),
  /** Finishes the assessment: consent, a conclusion and both comments must be there. */
  'children.completeAssessment': operation({
    input: z.object({ cafId: id, version, completedOn: day }),
    output: saved,
    permission: 'children.write',
    writes: true,
    shows: 'caf',
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
};
