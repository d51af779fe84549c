import { OfficeProblem } from '#shared/problems.ts';

/** Throws: there is no such record, or the reader may not know of it; the two sound the same on purpose. */
export function notFound(what: string): never {
  throw new OfficeProblem('not_found', `There is no such ${what} that you may see. Nothing was changed.`);
}

/** Somebody else saved the record first; the caller throws it. */
export function conflict(): OfficeProblem {
  return new OfficeProblem(
    'conflict',
    'Somebody else changed this since you opened it, so yours was not saved. What you typed is still here: look at the newer version, then save again.',
  );
}
