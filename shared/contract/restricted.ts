import { z } from 'zod';
import { isReason, restrictedReasons } from '../domain/restricted.ts';
import { day, filledParagraph, id, line, nothing, operation, paragraph } from './common.ts';

const reasonCode = z.enum(restrictedReasons.map((reason) => reason.code));
const why = paragraph.refine(isReason, 'Say why in a sentence.');

const reader = z.object({
  personId: id,
  name: z.string(),
  jobTitle: z.string(),
  since: z.string(),
  reason: z.string(),
  givenBy: z.string(),
});

/** How a restricted record is kept: why, since when, and who may read it. */
export const restriction = z.object({
  reason: reasonCode,
  note: z.string(),
  since: z.string(),
  by: z.string(),
  readers: z.array(reader),
});

/** An opening by exception, as those who answer for restricted records see it. */
export const opening = z.object({
  id,
  who: z.string(),
  neutralRef: z.string(),
  restricted: z.boolean(),
  /** What the person said; without the names that tell who the child is, for a reader who may not know them. */
  reason: z.string(),
  openedAt: z.string(),
  untilAt: z.string(),
  endedAt: z.string().nullable(),
  endedBy: z.string().nullable(),
  live: z.boolean(),
  seen: z.boolean(),
});

/** Restricted records (12.3) and opening a record by exception (12.2). */
export const restricted = {
  /** Marks a record as restricted and says who may read it from now on. */
  'children.restrict': operation({
    input: z.object({
      id,
      reason: reasonCode,
      note: filledParagraph,
      readers: z.array(id).min(1, 'Name at least one reader.').max(30),
    }),
    output: nothing,
    permission: 'children.restrict',
    writes: true,
    shows: 'child',
    changes: ['children', 'orders', 'work'],
  }),
  /** Makes it an ordinary record again. */
  'children.liftRestriction': operation({
    input: z.object({ id, note: filledParagraph }),
    output: nothing,
    permission: 'children.restrict',
    writes: true,
    shows: 'child',
    changes: ['children', 'orders', 'work'],
  }),
  /** Lets a person in by name; nobody lets themselves in. */
  'children.letIn': operation({
    input: z.object({ id, personId: id, reason: filledParagraph }),
    output: nothing,
    permission: 'children.restrict',
    writes: true,
    shows: 'child',
    changes: ['children', 'orders', 'work'],
  }),
  'children.letOut': operation({
    input: z.object({ id, personId: id, reason: filledParagraph }),
    output: nothing,
    permission: 'children.restrict',
    writes: true,
    shows: 'child',
    changes: ['children', 'orders', 'work'],
  }),
  /** Every restricted record by its neutral reference, and the latest openings by exception. */
  'children.restricted': operation({
    input: nothing,
    output: z.object({
      records: z.array(
        restriction.extend({
          id,
          neutralRef: z.string(),
          /** The name, for who may read the record; null for who only answers for it. */
          name: z.string().nullable(),
        }),
      ),
      openings: z.array(opening),
    }),
    permission: 'children.restrict',
    writes: false,
    shows: 'child',
  }),
  /**
   * What a record does not show by itself: the address and telephone of a restricted record, for its named readers, and
   * every restricted address of the child and the family. A reading of its own.
   */
  'children.address': operation({
    input: z.object({ id }),
    output: z.object({
      address: z.string(),
      postcode: z.string(),
      phone: z.string(),
      /** People of the family whose own address is restricted. */
      members: z.array(z.object({ id, address: z.string(), postcode: z.string() })),
    }),
    permission: 'children.read',
    writes: false,
    shows: 'child',
  }),
  /**
   * Opens a record out of reach by exception, to read, for a limited time: by a reference, or by both names and the
   * date of birth. Co-ordinators and the data protection officer are told.
   */
  'children.openByException': operation({
    input: z.object({
      reference: line.default(''),
      givenNames: line.default(''),
      familyName: line.default(''),
      dob: day.nullable().default(null),
      reason: why,
    }),
    output: z.object({ childId: id, openingId: id, untilAt: z.string() }),
    permission: 'children.read',
    writes: true,
    shows: 'linked',
    action: 'override',
    changes: ['children', 'work'],
  }),
  /** Ends an opening before its time: one's own, or anybody's for who answers for restricted records. */
  'children.endOpening': operation({
    input: z.object({ id }),
    output: nothing,
    permission: 'signed_in',
    writes: true,
    changes: ['children', 'work'],
  }),
  /** Keeps that the signed-in person has looked at an opening. */
  'children.seeOpening': operation({
    input: z.object({ id }),
    output: nothing,
    permission: 'children.restrict',
    writes: true,
    changes: ['work', 'children'],
  }),
};
