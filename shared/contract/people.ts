import { z } from 'zod';
import { roleCodes } from '../domain/roles.ts';
import { passphrase } from './access.ts';
import {
  day,
  filled,
  id,
  line,
  listInput,
  nothing,
  operation,
  page,
  pence,
  saved,
  version,
} from './common.ts';

const role = z.enum(roleCodes);
const editable = z.object({
  name: filled,
  jobTitle: filled,
  agency: filled,
  areaId: id.nullable(),
  teamId: id.nullable(),
  phone: line.default(''),
  email: line.default(''),
});

const row = z.object({
  id,
  name: z.string(),
  jobTitle: z.string(),
  agency: z.string(),
  area: z.string().nullable(),
  team: z.string().nullable(),
  roles: z.array(role),
  /** Latest training that counts today; null when there is none (FM-04). */
  trainedOn: z.string().nullable(),
  ownLimitPence: z.number(),
  signsIn: z.boolean(),
  /** Proposals about this person that wait for a second person. */
  waiting: z.number(),
  /** The day from which they are gone; null for who is here and stays. */
  leavesOn: z.string().nullable(),
});

/** A right that one person wants to give and a second one has to agree to (domain 12.2). */
export const proposal = z.object({
  id,
  personId: id,
  person: z.string(),
  role,
  /** Whose place it is in, when it is a deputy's for some days. */
  coverFor: z.string().nullable(),
  limitPence: z.number().nullable(),
  fromDay: z.string(),
  toDay: z.string().nullable(),
  proposedBy: z.string(),
  proposedOn: z.string(),
  /** What the reader may do with it, if they manage people. */
  may: z.enum(['answer', 'withdraw', 'wait']),
});
/** See {@link proposal}. */
export type Proposal = z.infer<typeof proposal>;

/** What became of roles: those that count, and those that wait for a second person. */
const givenRoles = z.object({
  given: z.array(role),
  proposed: z.array(z.object({ id, role })),
});

/** Practitioners: who they are, what they may do, what they were trained for. */
export const people = {
  'people.list': operation({
    input: listInput.extend({
      role: role.optional(),
      show: z.enum(['here', 'left', 'waiting']).default('here'),
    }),
    output: page(row),
    permission: 'people.read',
    writes: false,
  }),
  'people.get': operation({
    input: z.object({ id }),
    output: row.extend({
      areaId: id.nullable(),
      teamId: id.nullable(),
      phone: z.string(),
      email: z.string(),
      userName: z.string().nullable(),
      /** Roles of today and of days to come, with who gave and who agreed; nobody gave those of the set-up. */
      heldRoles: z.array(
        z.object({
          role,
          fromDay: z.string(),
          toDay: z.string().nullable(),
          givenBy: z.string().nullable(),
          agreedBy: z.string().nullable(),
        }),
      ),
      proposals: z.array(proposal),
      training: z.array(
        z.object({ trainedOn: z.string(), expiresOn: z.string().nullable(), note: z.string() }),
      ),
      version,
    }),
    permission: 'people.read',
    writes: false,
  }),
  /** With a user name and a first passphrase the person can sign in; without, they are only named in records. */
  'people.add': operation({
    input: editable.extend({
      roles: z.array(role),
      userName: line.optional(),
      passphrase: passphrase.optional(),
    }),
    output: saved.extend(givenRoles.shape),
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'work'],
  }),
  'people.save': operation({
    input: editable.extend({ id, version }),
    output: saved,
    permission: 'people.manage',
    writes: true,
    changes: ['people'],
  }),
  /**
   * Gives roles from a day (today if none is said) to a day or without an end. Rights over money or people become
   * proposals for a second person.
   */
  'people.giveRoles': operation({
    input: z.object({
      id,
      roles: z.array(role).min(1, 'Choose a role.'),
      fromDay: day.optional(),
      toDay: day.nullable().default(null),
    }),
    output: givenRoles,
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'access', 'work'],
  }),
  /** Takes roles away at once. */
  'people.takeRoles': operation({
    input: z.object({ id, roles: z.array(role).min(1, 'Choose a role.') }),
    output: nothing,
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'access', 'work'],
  }),
  /** Every proposal that waits for a second person. */
  'people.proposals': operation({
    input: nothing,
    output: z.object({ rows: z.array(proposal) }),
    permission: 'people.manage',
    writes: false,
  }),
  /** Agrees to a proposal, or refuses it with a reason: neither its proposer nor whom it is about. */
  'people.answer': operation({
    input: z.object({ id, agree: z.boolean(), reason: line.default('') }),
    output: nothing,
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'access', 'work'],
  }),
  /** Takes back one's own proposal. */
  'people.withdraw': operation({
    input: z.object({ id }),
    output: nothing,
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'work'],
  }),
  /** How much is in somebody's hands and has to be handed over before they leave; no case is told. */
  'people.handover': operation({
    input: z.object({ id }),
    output: z.object({ casesLed: z.number(), openRequests: z.number() }),
    permission: 'people.manage',
    writes: false,
    shows: 'counts',
  }),
  /** Somebody leaves: from that day on they are let in nowhere; today means at once. */
  'people.leave': operation({
    input: z.object({ id, version, leavesOn: day }),
    output: saved,
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'access', 'work'],
  }),
  /** Takes somebody back who left or was to leave; a sign-in that was closed needs a new first passphrase. */
  'people.comeBack': operation({
    input: z.object({ id, version, passphrase: passphrase.optional() }),
    output: saved,
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'access', 'work'],
  }),
  /** Records budget-holder training; a limit without training counts for nothing (FM-04). */
  'people.recordTraining': operation({
    input: z.object({ id, trainedOn: day, expiresOn: day.nullable().default(null), note: line.default('') }),
    output: nothing,
    permission: 'budgets.manage',
    writes: true,
    changes: ['people', 'orders'],
  }),
  /** The most this person may approve of their own purchases, in pence (BR-31). */
  'people.setOwnLimit': operation({
    input: z.object({ id, version, ownLimitPence: pence }),
    output: saved,
    permission: 'budgets.manage',
    writes: true,
    changes: ['people', 'orders'],
  }),
};
