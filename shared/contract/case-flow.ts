import { z } from 'zod';
import { day, filled, filledParagraph, id, line, operation, paragraph, saved, version } from './common.ts';

const giver = z.enum(['child', 'parent', 'carer', 'other']);
const answer = z.enum(['Y', 'N', 'U']);

/** The checklist's five questions and what it led to (F-01, 3.4); U is "not sure". */
export const checklist = z.object({
  healthy: answer,
  safe: answer,
  learning: answer,
  positive: answer,
  poverty: answer,
  servicesNeeded: paragraph.default(''),
  canProvide: answer.nullable().default(null),
  decision: z.enum(['offer', 'none', 'safeguarding', 'specialist', 'advice']),
  decisionReason: paragraph.default(''),
});

const offer = z.object({
  id,
  status: z.enum(['enquiry', 'pre_caf', 'offered', 'declined', 'consented', 'closed']),
  contactSource: z.string(),
  agency: z.string(),
  requestedOn: z.string(),
  checklist: checklist.nullable(),
  checklistOn: z.string().nullable(),
  checklistBy: z.string().nullable(),
  offeredOn: z.string().nullable(),
  declinedOn: z.string().nullable(),
  declinedBy: giver.nullable(),
  declineReason: z.string(),
  cafId: id.nullable(),
  recordedBy: z.string(),
  version,
});

const disclosure = z.object({
  what: filled,
  agency: filled,
  recipient: line.default(''),
  basis: z.enum(['consent', 'child_harm', 'adult_harm', 'crime', 'court', 'subject_access']),
  reason: paragraph.default(''),
  /** The manager who agreed to telling without consent (BR-04). */
  managerId: id.nullable().default(null),
  disclosedOn: day,
});

/** To another authority (BR-17). */
export const transfer = z.object({
  authority: filled,
  consentedOn: day,
  packSentOn: day,
  receivedBy: line.default(''),
  receivedOn: day.nullable().default(null),
});

const standard = z.object({
  step: z.enum(['allocate', 'complete', 'first_meeting', 'review']),
  due: z.string(),
  done: z.string().nullable(),
  state: z.enum(['met', 'late', 'due', 'overdue', 'ended']),
});

/** How a CAF stands on its way: time standards, what waits for an answer, what came before. */
const course = z.object({
  requestOn: z.string(),
  standards: z.array(standard),
  stale: z.enum(['no_review', 'review_overdue', 'quiet']).nullable(),
  /** Agencies at work for the child that consent does not cover (BR-06). */
  agenciesToAskFor: z.array(z.string()),
  referrals: z.array(
    z.object({
      id,
      referredOn: z.string(),
      reason: z.string(),
      referredBy: z.string(),
      /** `ended`: the CAF was closed for another reason before they answered. */
      answer: z.enum(['accepted', 'refused', 'ended']).nullable(),
      answeredOn: z.string().nullable(),
      plan: z.enum(['CIN', 'CP', 'LAC']).nullable(),
      note: z.string(),
    }),
  ),
  previous: z
    .object({ cafId: id, reference: z.string(), closedOn: z.string(), gapDays: z.number() })
    .nullable(),
  stepDownFrom: z.enum(['none', 'CIN', 'CP', 'LAC']),
  stepDownOn: z.string().nullable(),
  difference: z.string(),
  familyFeedback: z.string(),
  closureNote: z.string(),
  transfer: transfer.nullable(),
  /** The last day on which an error may still be put right by opening it again; null while it is open. */
  reopenUntil: z.string().nullable(),
});

const write = { permission: 'children.write', writes: true, changes: ['children', 'work'] } as const;
const changes = (): ('children' | 'work')[] => [...write.changes];

/** A CAF's way from the first call to closure (4.1). */
export const caseFlow = {
  /** Somebody raised a need: no more is kept than who, when and from where (BR-02). */
  'children.recordContact': operation({
    input: z.object({ childId: id, contactSource: filled, agency: filled, requestedOn: day }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  /** The office's own checklist; its decision leads to an offer, or ends here (F-01). */
  'children.saveChecklist': operation({
    input: z.object({ offerId: id, version, ...checklist.shape, completedOn: day }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  'children.offerCaf': operation({
    input: z.object({ offerId: id, version, offeredOn: day }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  /** The family says no; counted, with their reason and nothing else (BR-19). */
  'children.declineOffer': operation({
    input: z.object({
      offerId: id,
      version,
      declinedOn: day,
      declinedBy: giver,
      reason: line.default(''),
    }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  /** Calls, checklists and offers of a child, newest first; for those who read the whole record. */
  'children.offers': operation({
    input: z.object({ id }),
    output: z.object({ offers: z.array(offer) }),
    permission: 'children.read',
    writes: false,
    shows: 'child',
  }),
  /** After the assessment: one agency goes on, or a team is formed (4.1). */
  'children.agreeCourse': operation({
    input: z.object({ cafId: id, version, course: z.enum(['single_agency', 'tac_pending']) }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  /** Refers to social care; the CAF goes on until they answer. */
  'children.referUp': operation({
    input: z.object({ cafId: id, version, referredOn: day, reason: filledParagraph }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  /** Social care's answer: a no leads back to where the CAF was; after a yes it is closed as stepped up. */
  'children.answerReferral': operation({
    input: z.object({
      cafId: id,
      version,
      answer: z.enum(['accepted', 'refused']),
      answeredOn: day,
      plan: z.enum(['CIN', 'CP', 'LAC']).nullable().default(null),
      note: paragraph.default(''),
    }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  'children.closeCaf': operation({
    input: z.object({
      cafId: id,
      version,
      closedOn: day,
      reason: z.string().max(2),
      note: paragraph.default(''),
      /** What difference the help made. */
      difference: paragraph.default(''),
      /** What the family says of it; "declined to comment" is an answer. */
      familyFeedback: paragraph.default(''),
      transfer: transfer.nullable().default(null),
    }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  /** Puts a closing in error right, within 30 days (4.1). */
  'children.reopenCaf': operation({
    input: z.object({ cafId: id, version, reason: filledParagraph }),
    output: saved,
    ...write,
    changes: changes(),
  }),
  /** How the newest CAF of a child, or one of theirs by its id, stands on its way; for those who read the whole record. */
  'children.course': operation({
    input: z.object({ id, cafId: id.optional() }),
    output: z.object({ course: course.nullable() }),
    permission: 'children.read',
    writes: false,
    shows: 'child',
  }),
  /** Records what was told to whom, and on what grounds (BR-03, BR-04). */
  'children.recordDisclosure': operation({
    input: z.object({ cafId: id, ...disclosure.shape }),
    output: z.object({ id }),
    ...write,
    changes: changes(),
  }),
  'children.disclosures': operation({
    input: z.object({ id }),
    output: z.object({
      disclosures: z.array(
        disclosure.extend({
          id,
          cafId: id,
          reference: z.string(),
          manager: z.string().nullable(),
          recordedBy: z.string(),
        }),
      ),
    }),
    permission: 'children.read',
    writes: false,
    shows: 'child',
  }),
};
