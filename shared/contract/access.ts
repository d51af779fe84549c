import { z } from 'zod';
import { permissions, roleCodes } from '../domain/roles.ts';
import { filled, filledParagraph, id, line, nothing, operation } from './common.ts';

/** Any text: whether it will do is said by `shared/domain/passphrase.ts`, on the screen and in the office. */
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
  /** Minutes without a touch after which the desk locks; null while the office is closed. */
  lockMinutes: z.number().nullable(),
  /** What whoever is signed in has to know of this office: a clock that went back, an audit trail found broken. */
  warnings: z.array(z.string()).default([]),
});

/** What a person is told when they come in. */
const news = z.object({
  lastSignInAt: z.string().nullable(),
  /** Wrong passphrases at this person's name since then, and at names that nobody has. */
  wrongTries: z.number(),
  othersTries: z.number(),
  /** How many forms' texts were kept when the desk locked. */
  drafts: z.number(),
  /** Something other than Trust Desk wrote into the key file. */
  keyFileChanged: z.boolean(),
});
const signedIn = accessStatus.extend({ news });

/** What was typed in a form and not saved when the desk locked. */
const draft = z.object({
  /** Names the form; the same for the same form on the same page. */
  form: z.string().min(1).max(300),
  title: z.string().max(200),
  /** The page it is on, as the window names it. */
  place: z.string().max(500),
  body: z
    .record(z.string(), z.unknown())
    .refine((body) => JSON.stringify(body).length <= 400_000, 'This text is too long to keep.'),
});
const ownPassphrase = z.object({ passphrase });
const codes = z.object({ backupCodes: z.array(z.string()) });
const personId = z.object({ personId: id });

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
    input: z.object({
      userName: filled,
      passphrase,
      /** Of the authenticator app, or a backup code; asked for with the problem `code_needed`. */
      code: line.optional(),
      /** In place of a first passphrase; asked for with the problem `passphrase_change`. */
      newPassphrase: passphrase.optional(),
      /** What the person knows of a broken audit trail, when they go on with it all the same. */
      knowing: z.string().trim().min(10, 'Say what you know of it.').max(500).optional(),
    }),
    output: signedIn,
    permission: 'anyone',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
  /** Who may come in with the recovery key. */
  'access.checkRecoveryKey': operation({
    input: z.object({ recoveryKey: line }),
    output: z.object({
      administrators: z.array(z.object({ id, name: z.string(), userName: z.string() })),
    }),
    permission: 'anyone',
    writes: false,
    ownTransaction: true,
  }),
  /** Gives a system administrator a new passphrase and signs them in. */
  'access.recover': operation({
    input: z.object({ recoveryKey: line, personId: id, passphrase }),
    output: signedIn,
    permission: 'anyone',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
  /** Makes a new recovery key; it takes the old one's place when it is confirmed. */
  'access.newRecoveryKey': operation({
    input: ownPassphrase,
    output: z.object({ recoveryKey: z.string() }),
    permission: 'people.manage',
    writes: true,
    ownTransaction: true,
  }),
  /** The person's own sign-in. */
  'access.mine': operation({
    input: nothing,
    output: z.object({
      userName: z.string(),
      passphraseSetAt: z.string().nullable(),
      secondFactorSince: z.string().nullable(),
      codesLeft: z.number(),
      signIns: z.array(z.object({ at: z.string(), how: z.enum(['usual', 'recovery']) })),
      wrongTries: z.array(z.object({ at: z.string() })),
      drafts: z.array(
        z.object({ form: z.string(), title: z.string(), place: z.string(), keptAt: z.string() }),
      ),
    }),
    permission: 'signed_in',
    writes: false,
  }),
  'access.changePassphrase': operation({
    input: z.object({ passphrase, newPassphrase: passphrase }),
    output: nothing,
    permission: 'signed_in',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
  'access.beginSecondFactor': operation({
    input: nothing,
    output: z.object({ secret: z.string(), uri: z.string() }),
    permission: 'signed_in',
    writes: true,
  }),
  'access.confirmSecondFactor': operation({
    input: z.object({ code: filled }),
    output: codes,
    permission: 'signed_in',
    writes: true,
    changes: ['access'],
  }),
  'access.newBackupCodes': operation({
    input: ownPassphrase,
    output: codes,
    permission: 'signed_in',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
  'access.endSecondFactor': operation({
    input: ownPassphrase,
    output: nothing,
    permission: 'signed_in',
    writes: true,
    ownTransaction: true,
    changes: ['access'],
  }),
  /** Another person's way in, for whoever gives and takes it. */
  'access.signInOf': operation({
    input: personId,
    output: z.object({
      /** Whether a passphrase of theirs opens the office. */
      hasWayIn: z.boolean(),
      passphraseSetAt: z.string().nullable(),
      /** The passphrase was chosen by somebody else and is good for one sign-in. */
      mustChange: z.boolean(),
      secondFactorSince: z.string().nullable(),
      lastSignInAt: z.string().nullable(),
    }),
    permission: 'people.manage',
    writes: false,
  }),
  /** A first passphrase for somebody else, who changes it at the next sign-in. */
  'access.givePassphrase': operation({
    input: personId.extend({ passphrase }),
    output: nothing,
    permission: 'people.manage',
    writes: true,
    changes: ['people'],
  }),
  'access.resetSecondFactor': operation({
    input: personId,
    output: nothing,
    permission: 'people.manage',
    writes: true,
    changes: ['people'],
  }),
  'access.setLockMinutes': operation({
    input: z.object({
      minutes: z.number().int().min(1, 'From 1 to 60 minutes.').max(60, 'From 1 to 60 minutes.'),
    }),
    output: nothing,
    permission: 'settings.manage',
    writes: true,
    changes: ['access'],
  }),
  /** What a change of the office's key would do. */
  'access.rekeyPlan': operation({
    input: nothing,
    output: z.object({
      lastAt: z.string().nullable(),
      /** How many people keep their way in. */
      people: z.number(),
      /** User names of those who would need a new first passphrase. */
      without: z.array(z.string()),
      /** Whether the recovery key would go on opening the office. */
      recovery: z.boolean(),
    }),
    permission: 'people.manage',
    writes: false,
  }),
  /** Gives the whole file a new key. */
  'access.rekey': operation({
    input: ownPassphrase.extend({ agreeWithout: z.boolean().default(false) }),
    output: z.object({ backup: z.string(), people: z.number() }),
    permission: 'people.manage',
    writes: true,
    ownTransaction: true,
    long: true,
    changes: ['access', 'backups'],
  }),
  'access.drafts': operation({
    input: nothing,
    output: z.object({ drafts: z.array(draft.extend({ keptAt: z.string() })) }),
    permission: 'signed_in',
    writes: false,
  }),
  'access.dropDrafts': operation({
    input: z.object({ forms: z.array(z.string().max(300)).max(200) }),
    output: z.object({ dropped: z.number() }),
    permission: 'signed_in',
    writes: true,
  }),
  /** Signs out and forgets the key, whatever happens; what was typed is kept for whoever typed it. */
  'access.lock': operation({
    input: z.object({ drafts: z.array(draft).max(100).default([]) }),
    output: z.object({ kept: z.boolean() }),
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
