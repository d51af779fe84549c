import { z } from 'zod';
import { firstStandards } from '../domain/standards.ts';
import { day, filled, filledParagraph, id, line, nothing, operation, paragraph, version } from './common.ts';

const editable = z.object({
  councilName: filled,
  trustName: filled,
  address: filledParagraph,
  phone: line,
  email: line,
  invoiceName: filled,
  invoiceAddress: filledParagraph,
  invoiceEmail: line,
  letterheadColour: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Choose a colour.'),
  deliverTo: paragraph,
  terms: paragraph,
});

/** The dated rules that records are judged by. */
export const policy = z.object({
  /** Own limit of a newly trained budget holder, in pence (BR-31). */
  ownLimitPence: z.number().int().min(0),
  /** Orders to one provider within so many days are added together (BR-31). */
  splitWindowDays: z.number().int().min(0).max(366),
  /** Purchases of one kind for one child or household within so many days are shown as overlap. */
  overlapWindowDays: z.number().int().min(0).max(3660),
  /** Who may approve up to how much; `null` is no limit (BR-32). In rising order. */
  ladder: z.array(
    z.object({
      upToPence: z.number().int().nullable(),
      role: z.enum(['team_manager', 'budget_manager', 'director']),
    }),
  ),
  /** Categories that need a second approver whatever the value (BR-41). */
  alwaysSecondApprover: z.array(z.string()),
  /** Weeks between reviews, and days without an entry before a record has gone quiet (BR-20). */
  reviewWeeks: z.number().int().min(1).max(52),
  quietDays: z.number().int().min(1).max(3660),
  /** Minutes for which a record opened by exception can be read (12.2). */
  openingMinutes: z.number().int().min(5).max(480).default(60),
  /** Time standards (5.2); rules written before there were any have those an office begins with. */
  standards: z
    .object({
      allocateDays: z.number().int().min(0).max(366),
      completeDays: z.number().int().min(1).max(366),
      firstMeetingDays: z.number().int().min(1).max(366),
      reviewWeeks: z.number().int().min(1).max(52),
      reviewMaxWeeks: z.number().int().min(1).max(52),
      papersDays: z.number().int().min(0).max(60),
    })
    .default(firstStandards),
});
/** See {@link policy}. */
export type Policy = z.infer<typeof policy>;

/** The office's own name, letterhead and rules. */
export const settings = {
  'settings.get': operation({
    input: nothing,
    output: editable.extend({
      firstOrderNumber: z.number(),
      practice: z.boolean(),
      recoveryConfirmed: z.boolean(),
      version,
    }),
    permission: 'settings.read',
    writes: false,
  }),
  'settings.save': operation({
    input: editable.extend({ version }),
    output: z.object({ version }),
    permission: 'settings.manage',
    writes: true,
    changes: ['settings'],
  }),
  'settings.areas': operation({
    input: nothing,
    output: z.object({
      areas: z.array(z.object({ id, name: z.string() })),
      teams: z.array(z.object({ id, areaId: id, name: z.string() })),
    }),
    permission: 'settings.read',
    writes: false,
  }),
  'settings.addArea': operation({
    input: z.object({ name: filled }),
    output: z.object({ id }),
    permission: 'settings.manage',
    writes: true,
    changes: ['settings'],
  }),
  'settings.addTeam': operation({
    input: z.object({ areaId: id, name: filled }),
    output: z.object({ id }),
    permission: 'settings.manage',
    writes: true,
    changes: ['settings'],
  }),
  'settings.policy': operation({
    input: z.object({ on: day.optional() }),
    output: policy.extend({ validFrom: z.string(), reason: z.string() }),
    permission: 'settings.read',
    writes: false,
  }),
  /** A practice office lives on its own date; a person may move it. Refused in a real office. */
  'settings.movePracticeDay': operation({
    input: z.object({ day }),
    output: nothing,
    permission: 'signed_in',
    writes: true,
    changes: ['access', 'settings', 'work', 'orders', 'children', 'budgets'],
  }),
};
