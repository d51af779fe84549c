import type { Context } from '../context.ts';
import { countUndecided, renameUnissued } from './cases.queries.ts';

/** How many requests of a CAF wait to be decided or issued: it cannot be closed from under them. */
export function undecidedRequests({ db }: Context, cafId: number): Promise<number> {
  return countUndecided(db, cafId);
}

/**
 * The CAFs are another record's now: requests not issued yet go on under its neutral reference. An issued order keeps the
 * one it was printed with, by which the child is still found.
 */
export async function followChild(
  context: Context,
  cafIds: readonly number[],
  neutralRef: string,
): Promise<void> {
  const renamed = await renameUnissued(context.db, cafIds, neutralRef);
  if (renamed > 0) context.note({ entity: 'order', id: null, detail: { renamed } });
}
