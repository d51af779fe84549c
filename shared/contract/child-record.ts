import { z } from 'zod';
import { childFields, childService, member } from './child-fields.ts';
import { restriction } from './restricted.ts';
import { consentKindCodes } from '../domain/consent.ts';
import { day, filled, filledParagraph, id, line, paragraph, version } from './common.ts';

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

/** One consent event (3.8). */
export const consent = z.object({
  kind: z.enum(consentKindCodes),
  givenBy: z.enum(['child', 'parent', 'carer', 'other']),
  capacityBasis: filled,
  agenciesAgreed: z.array(z.string()).default([]),
  agenciesExcluded: z.array(z.string()).default([]),
  reasonsExplained: z.boolean(),
  signedMode: z.enum(['scanned', 'paper', 'typed', 'verbal']),
  signedOn: day,
  /** Who signed, and before whom. */
  signatory: line.default(''),
  witnessedBy: line.default(''),
  /** What the family said of its limits, in their words. */
  limits: paragraph.default(''),
  /** The last day it counts; null when it has no end. */
  effectiveTo: day.nullable().default(null),
});

/** What is written on one of the 19 elements (3.6). */
export const element = z.object({
  element: z.string(),
  prominence: z.enum(['none', 'strength', 'need', 'concern']),
  strengths: paragraph.default(''),
  needs: paragraph.default(''),
  evidence: paragraph.default(''),
  viewDifference: paragraph.default(''),
});

/** A plan outcome (3.9). */
export const outcomeFields = {
  desired: filledParagraph,
  /** ECM outcome and aim, such as `BH2` (CL-01, BR-10). */
  ecmAim: z.string().regex(/^(BH|SS|EA|PC|EW)[1-6]$/, 'Choose the aim it serves.'),
  baseline: z.number().int().min(0).max(10).nullable().default(null),
  latest: z.number().int().min(0).max(10).nullable().default(null),
  target: z.number().int().min(0).max(10).nullable().default(null),
};
/** An action of the plan (3.9, BR-10). */
export const actionFields = {
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

/** A meeting of the team around the child (3.10). */
export const meeting = z.object({
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
 * comments, the meetings and what is sensitive of the child; a restricted address is empty, `children.address` gives it;
 * in `neutral` every text but the neutral reference and the area is empty, the
 * dates are null, and there is no CAF.
 */
export const childRecord = z.object({
  id,
  neutralRef: z.string(),
  depth: z.enum(['full', 'summary', 'neutral']),
  ...childFields,
  givenNames: z.string(),
  familyName: z.string(),
  /** Whether no CAF goes on at this age, or only for a reason (BR-16). */
  ageLimit: z.enum(['within', 'warn', 'extended', 'over']),
  area: z.string(),
  /** Everybody of the family and the household, those who are no longer of it last. */
  carers: z.array(
    member.extend({
      id,
      version,
      /** Their own record, when the reader may see it. */
      linked: z.object({ id, name: z.string(), reference: z.string() }).nullable(),
    }),
  ),
  /** Services working with the child, those that ended last. */
  services: z.array(childService.extend({ id, version })),
  /** References of records that were made one with this: it is found by them too. */
  formerRefs: z.array(z.string()),
  /** Set for a restricted record; its address, postcode and telephone are then left empty here. */
  restriction: restriction.nullable(),
  /** Set while the reader has it open by exception, which is to read only. */
  opening: z.object({ id, untilAt: z.string() }).nullable(),
  version,
  caf: caf.nullable(),
  earlierCafs: z.array(
    z.object({ id, reference: z.string(), startOn: z.string(), closedOn: z.string().nullable() }),
  ),
  timeline: z.array(
    z.object({
      day: z.string(),
      /** The moment it was written down; null of what came before that was kept. */
      at: z.string().nullable(),
      kind: z.enum(['meeting', 'money', 'voice', 'paper', 'plan', 'consent', 'lead']),
      title: z.string(),
      detail: z.string(),
      who: z.string(),
      amountPence: z.number().nullable(),
    }),
  ),
});
