import type { Context } from '../context.ts';

/** What the record shows of a purchase: `grossPence` is pence, `day` the last step's day. */
export type CaseOrder = {
  id: number;
  number: number | null;
  what: string;
  provider: string | null;
  status: string;
  day: string;
  grossPence: number;
};

/** The purchases of a CAF, for its timeline. The record is the one place where children asks orders. */
export async function ordersOf(_context: Context, _cafId: number): Promise<CaseOrder[]> {
  return Promise.resolve([]);
}
