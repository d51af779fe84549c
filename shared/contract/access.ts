import { z } from 'zod';
import { permissions, roleCodes } from '../domain/roles.ts';
import { filled, filledParagraph, line, nothing, operation } from './common.ts';

/** Twelve characters or more; the office's services refuse the ones on the deny-list too. */
export const passphrase = z.string().min(1).max(500);

const person = z.object({
  id: z.number(),
  name: z.string(),
  jobTitle: z.string(),
  roles: z.array(z.enum(roleCodes)),
  permissions: z.array(z.enum(permissions)),
});

/** What the window needs to know before anything else. */
export const accessStatus = z.object({
  /** `none` no office here yet; `locked` one that needs a passphrase; `open` somebody is signed in. */
  state: z.enum(['none', 'locked', 'open']),
  /** Which of the two files is in use: the office's own or the practice one. */
  practice: z.boolean(),
  hasOffice: z.boolean(),
  hasPractice: z.boolean(),
  trustName: z.string().nullable(),
  person: person.nullable(),
  /** The office's date: the computer's, or the practice office's own. */
  today: z.string(),
  version: z.string(),
});

const setUp = z.object({
  trustName: filled,
  councilName: filled,
  address: filledParagraph,
  phone: line.default(''),
  email: line.default(''),
  invoiceName: filled,
  invoiceAddress: filledParagraph,
  invoiceEmail: line.default(''),
  letterheadColour: z.string().regex(/^#[0-9a-fA-F]{6}$/, 'Choose a colour.'),
  firstOrderNumber: z
    .number()
    .int()
    .min(1_000_000, 'Seven digits, such as 4000001.')
    .max(9_000_000, 'Seven digits that leave room to grow, such as 4000001.'),
  areas: z.array(filled).min(1, 'Name at least one area.').max(60),
  person: z.object({
    name: filled,
    jobTitle: filled,
    userName: filled,
    phone: line.default(''),
    email: line.default(''),
  }),
  passphrase,
});

/** A sign-in of the practice office; these are no secret. */
export const practiceSignIn = z.object({
  user: z.string(),
  name: z.string(),
  jobTitle: z.string(),
  role: z.string(),
  passphrase: z.string(),
});

/** Set-up, sign-in and lock. */
export const access = {
  'access.status': operation({ input: nothing, output: accessStatus, permission: 'anyone', writes: false }),
  'access.setUp': operation({
    input: setUp,
    output: z.object({ recoveryKey: z.string() }),
    permission: 'anyone',
    writes: true,
    ownTransaction: true,
    changes: ['access', 'settings', 'people'],
  }),
  /** The recovery key is shown once; typing its last group back shows that it was written down. */
  'access.confirmRecoveryKey': operation({
    input: z.object({ lastGroup: filled }),
    output: z.object({ confirmed: z.boolean() }),
    permission: 'signed_in',
    writes: true,
  }),
  'access.signIn': operation({
    input: z.object({ userName: filled, passphrase }),
    output: accessStatus,
    permission: 'anyone',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
  'access.lock': operation({
    input: nothing,
    output: nothing,
    permission: 'anyone',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
  /** Makes the practice office if it is not there, and turns to it. */
  'access.openPractice': operation({
    input: z.object({ startAgain: z.boolean().default(false) }),
    output: z.object({ signIns: z.array(practiceSignIn) }),
    permission: 'anyone',
    writes: true,
    ownTransaction: true,
    long: true,
    changes: ['access'],
  }),
  'access.practiceSignIns': operation({
    input: nothing,
    output: z.object({ signIns: z.array(practiceSignIn) }),
    permission: 'anyone',
    writes: false,
  }),
  /** Turns back from the practice office to the office's own. */
  'access.leavePractice': operation({
    input: nothing,
    output: nothing,
    permission: 'anyone',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
};
