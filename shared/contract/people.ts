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
});

/** Practitioners: who they are, what they may do, what they were trained for. */
export const people = {
  'people.list': operation({
    input: listInput.extend({ role: role.optional() }),
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
    output: saved,
    permission: 'people.manage',
    writes: true,
    changes: ['people'],
  }),
  'people.save': operation({
    input: editable.extend({ id, version }),
    output: saved,
    permission: 'people.manage',
    writes: true,
    changes: ['people'],
  }),
  'people.setRoles': operation({
    input: z.object({ id, version, roles: z.array(role) }),
    output: saved,
    permission: 'people.manage',
    writes: true,
    changes: ['people', 'access'],
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
