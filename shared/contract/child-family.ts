import { z } from 'zod';
import { mergeGroups } from '../domain/merge.ts';
import { childService, member } from './child-fields.ts';
import { childRow } from './child-record.ts';
import { filled, id, line, listInput, nothing, operation, page, saved, version } from './common.ts';

const side = z.enum(['kept', 'gone']);
const mergeCaf = z.object({
  id,
  reference: z.string(),
  status: z.string(),
  startOn: z.string(),
  closedOn: z.string().nullable(),
  orders: z.number(),
});

const mergeSide = z.object({
  id,
  version,
  neutralRef: z.string(),
  name: z.string(),
  dob: z.string().nullable(),
  expectedOn: z.string().nullable(),
  area: z.string(),
  registeredOn: z.string(),
  registeredBy: z.string(),
  cafs: z.array(mergeCaf),
  family: z.array(z.string()),
  services: z.array(z.string()),
});

const merged = z.object({
  id,
  keptId: id,
  keptName: z.string(),
  keptRef: z.string(),
  goneName: z.string(),
  goneRef: z.string(),
  mergedOn: z.string(),
  mergedBy: z.string(),
  reason: z.string(),
  /** The last day on which it can be undone. */
  undoUntil: z.string(),
  canUndo: z.boolean(),
});

/** A child's family, the services around them, and one record for one child. */
export const family = {
  /** Adds somebody to the family or household, or changes them when an id is given. */
  'children.saveMember': operation({
    input: z.object({ childId: id, id: id.nullable(), version: z.number().int().min(0), ...member.shape }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  /** Adds a service working with the child, or changes it when an id is given. */
  'children.saveService': operation({
    input: z.object({
      childId: id,
      id: id.nullable(),
      version: z.number().int().min(0),
      ...childService.shape,
    }),
    output: saved,
    permission: 'children.write',
    writes: true,
    changes: ['children'],
  }),
  /** Two records that may be one child, field by field, with all that would move, and what stands in the way. */
  'children.compare': operation({
    input: z.object({ id, otherId: id }),
    output: z.object({
      kept: mergeSide,
      gone: mergeSide,
      /** The answers in which they differ, in words. */
      fields: z.array(
        z.object({
          field: z.enum(mergeGroups.map((group) => group.field)),
          label: z.string(),
          kept: z.string(),
          gone: z.string(),
          suggested: side,
        }),
      ),
      /** Why they may be the same child. */
      why: z.array(z.string()),
      /** Both have an open CAF: one goes on, the other is closed as opened in error. */
      twoOpen: z.boolean(),
      /** What stands in the way, in sentences; empty when they can be made one. */
      stops: z.array(z.string()),
    }),
    permission: 'children.merge',
    writes: false,
    shows: 'linked',
  }),
  /** Makes two records of one child one. What is not kept stays readable with the merge, and can be put back for 30 days. */
  'children.merge': operation({
    input: z.object({
      keptId: id,
      keptVersion: version,
      goneId: id,
      goneVersion: version,
      choices: z.partialRecord(z.enum(mergeGroups.map((group) => group.field)), side).default({}),
      /** Which of two open CAFs goes on. */
      goesOn: id.nullable().default(null),
      reason: filled,
    }),
    output: z.object({ mergeId: id, id }),
    permission: 'children.merge',
    writes: true,
    changes: ['children', 'orders', 'budgets', 'work'],
  }),
  /** Puts two records apart again, within 30 days. What was written since stays with the record it was written in. */
  'children.unmerge': operation({
    input: z.object({ mergeId: id }),
    output: z.object({ keptId: id, goneId: id }),
    permission: 'children.merge',
    writes: true,
    changes: ['children', 'orders', 'budgets', 'work'],
  }),
  /** Merges that stand, the newest first. */
  'children.merges': operation({
    input: z.object({ childId: id.optional() }),
    output: z.object({ merges: z.array(merged) }),
    permission: 'children.merge',
    writes: false,
    shows: 'child',
  }),
  /** Pairs of records that may be one child, the likeliest first; or those somebody said are two. */
  'children.duplicates': operation({
    input: listInput.pick({ page: true, pageSize: true }).extend({
      show: z.enum(['open', 'not_same']).default('open'),
    }),
    output: page(
      z.object({
        first: childRow,
        second: childRow,
        score: z.number(),
        why: z.array(z.string()),
        foundOn: z.string(),
        notSame: z.object({ by: z.string(), on: z.string(), note: z.string() }).nullable(),
      }),
    ).extend({
      /** Records not compared with the others yet. */
      waiting: z.number(),
    }),
    permission: 'children.merge',
    writes: false,
    shows: 'child',
  }),
  /** Remembers that two records are two children; or asks again. */
  'children.judgePair': operation({
    input: z.object({ firstId: id, secondId: id, notSame: z.boolean(), note: line.default('') }),
    output: nothing,
    permission: 'children.merge',
    writes: true,
    changes: ['children'],
  }),
  /** Compares records that were not compared yet with all others, so many at a time. */
  'children.findDuplicates': operation({
    input: z.object({ atMost: z.number().int().min(1).max(2000).default(500) }),
    output: z.object({ compared: z.number(), found: z.number(), waiting: z.number() }),
    permission: 'children.merge',
    writes: true,
    changes: ['children'],
    long: true,
  }),
};
