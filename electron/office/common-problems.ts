import { OfficeProblem } from '#shared/problems.ts';

/** Throws: there is no such record, or the reader may not know of it; the two sound the same on purpose. */
export function notFound(what: string): never {
  throw new OfficeProblem(
    'not_found',
    `There is no such ${what} that you may see. Nothing was changed. Look for it in its list, or ask whoever manages people in your office.`,
  );
}

/** Nobody is signed in; the caller throws it. */
export function notSignedIn(): OfficeProblem {
  return new OfficeProblem(
    'not_signed_in',
    'Trust Desk is locked, so nothing was changed. Sign in to go on.',
  );
}

/** Somebody else saved the record first; the caller throws it. */
export function conflict(): OfficeProblem {
  return new OfficeProblem(
    'conflict',
    'Somebody else changed this since you opened it, so yours was not saved. What you typed is still here: look at the newer version, then save again.',
  );
}
