import type { Db } from '../database/driver.ts';
import { findNumber, lastNumber, numbersOf } from './orders.queries.ts';

/** The printed numbers of orders that have one, by the order's id. */
export async function orderNumbers(db: Db, ids: readonly number[]): Promise<Map<number, number>> {
  return numbersOf(db, ids);
}

/** The next number of the office's one run: taken inside the transaction that issues, so it leaves no gap. */
export async function nextNumber(db: Db, first: number): Promise<number> {
  return ((await lastNumber(db)) ?? first - 1) + 1;
}

/** The order behind a printed number. */
export { findNumber };
