import { z } from 'zod';

const year = z
  .string()
  .regex(/^\d{4}-\d{2}$/)
  .optional()
  .catch(undefined);
const record = z.coerce.number().int().positive().optional().catch(undefined);

/** What the address of the budgets keeps: the financial year, and the fund whose budgets are shown. */
export const budgetsSearch = z.object({ year, fund: record });
/** See {@link budgetsSearch}. */
export type BudgetsSearch = z.infer<typeof budgetsSearch>;

/** What the address of a figure's entries keeps. `except` leaves one year out, for money given to the other years. */
export const entriesSearch = z.object({
  fund: record,
  budget: record,
  state: z
    .enum(['source', 'unallocated', 'allocated', 'available', 'pending', 'committed', 'accrued', 'spent'])
    .optional()
    .catch(undefined),
  year,
  except: year,
  page: z.coerce.number().int().min(1).max(1_000_000).optional().catch(undefined),
});
/** See {@link entriesSearch}. */
export type EntriesSearch = z.infer<typeof entriesSearch>;
