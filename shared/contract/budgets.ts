import { z } from 'zod';
import { day, filled, id, line, operation, paragraph, pence } from './common.ts';

/** Where each pound of a fund or budget is, in pence; they add up to `allocated` (domain 3.13). */
export const balance = z.object({
  allocated: z.number(),
  /** Requests submitted, not yet issued. */
  pending: z.number(),
  committed: z.number(),
  accrued: z.number(),
  spent: z.number(),
  /** allocated − committed − accrued − spent. */
  available: z.number(),
  /** available − pending: what can still be asked for. */
  headroom: z.number(),
});
/** See {@link balance}. */
export type Balance = z.infer<typeof balance>;

const ownerKind = z.enum(['area', 'team', 'person', 'caf']);

/** One budget: a fund's money in somebody's hands for a financial year. */
export const budgetRow = z.object({
  id,
  fundId: id,
  fund: z.string(),
  ownerKind,
  ownerId: id,
  owner: z.string(),
  financialYear: z.string(),
  balance,
});

const fundRow = z.object({
  id,
  name: z.string(),
  funder: z.string(),
  programme: z.string(),
  startOn: z.string(),
  endOn: z.string(),
  carryForward: z.boolean(),
  conditions: z.string(),
  restrictedCategories: z.array(z.string()),
  costCentre: z.string(),
  expenseCode: z.string(),
  projectCode: z.string(),
  /** Money received into the fund, and what of it is not yet allocated. */
  receivedPence: z.number(),
  unallocatedPence: z.number(),
  balance,
});

/** Funds, allocations and the ledger behind every figure. */
export const budgets = {
  'budgets.list': operation({
    input: z.object({ financialYear: z.string().max(7).optional() }),
    output: z.object({
      funds: z.array(fundRow),
      budgets: z.array(budgetRow),
      financialYear: z.string(),
      /** Share of the year gone, in basis points. */
      yearGoneBp: z.number(),
    }),
    permission: 'budgets.read',
    writes: false,
    shows: 'linked',
  }),
  'budgets.addFund': operation({
    input: z.object({
      name: filled,
      funder: filled,
      programme: filled,
      startOn: day,
      endOn: day,
      totalPence: pence.min(1, 'Enter the money the fund starts with.'),
      carryForward: z.boolean(),
      conditions: paragraph.default(''),
      restrictedCategories: z.array(z.string().length(3)).default([]),
      costCentre: line.default(''),
      expenseCode: line.default(''),
      projectCode: line.default(''),
    }),
    output: z.object({ id }),
    permission: 'budgets.manage',
    writes: true,
    changes: ['budgets', 'orders', 'work'],
  }),
  /** Moves unallocated money of a fund into a budget, made if it is not there. */
  'budgets.allocate': operation({
    input: z.object({
      fundId: id,
      ownerKind,
      ownerId: id,
      financialYear: z.string().regex(/^\d{4}-\d{2}$/, 'A financial year, such as 2008-09.'),
      amountPence: pence.min(1, 'Enter an amount above nothing.'),
      reason: filled,
    }),
    output: z.object({ budgetId: id }),
    permission: 'budgets.manage',
    writes: true,
    changes: ['budgets', 'orders', 'work'],
  }),
  /**
   * The postings behind a figure of `budgets.list`, newest first; `sumPence` of all pages is the figure. `allocated` is
   * what came into budgets and left them, without what moved inside them. Received money stands as `source`, below nought.
   */
  'budgets.entries': operation({
    input: z.object({
      fundId: id.optional(),
      budgetId: id.optional(),
      state: z
        .enum(['source', 'unallocated', 'allocated', 'available', 'pending', 'committed', 'accrued', 'spent'])
        .optional(),
      /** Only budgets of this financial year. */
      financialYear: z.string().max(7).optional(),
      /** Only budgets of other financial years than this one. */
      notFinancialYear: z.string().max(7).optional(),
      page: z.number().int().min(0).default(0),
      pageSize: z.number().int().min(1).max(100).default(50),
    }),
    output: z.object({
      rows: z.array(
        z.object({
          postingId: id,
          day: z.string(),
          kind: z.string(),
          state: z.string(),
          fund: z.string(),
          budget: z.string().nullable(),
          reason: z.string(),
          orderId: id.nullable(),
          orderNumber: z.number().nullable(),
          amountPence: z.number(),
          by: z.string(),
        }),
      ),
      total: z.number(),
      sumPence: z.number(),
    }),
    permission: 'budgets.read',
    writes: false,
    shows: 'linked',
  }),
  /** The budgets a purchase for this CAF may draw on today: its lead professional's, team's, area's, its own. */
  'budgets.forCaf': operation({
    input: z.object({ cafId: id }),
    output: z.object({ budgets: z.array(budgetRow) }),
    permission: 'budgets.read',
    writes: false,
    shows: 'counts',
  }),
};
