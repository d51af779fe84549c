import type { Day } from './dates.ts';

/**
 * What an event of consent is about (domain 3.8): to assess, to store, to share with named agencies, to tell a provider
 * who it is for, sharing changed, and withdrawn.
 */
export const consentKindCodes = [
  'TO_ASSESS',
  'TO_STORE',
  'TO_SHARE',
  'TO_SPEND_VISIBILITY',
  'VARY',
  'WITHDRAW',
] as const;
/** See {@link consentKindCodes}. */
export type ConsentKind = (typeof consentKindCodes)[number];

/** Who can give consent. */
export type ConsentGiver = 'child' | 'parent' | 'carer' | 'other';

/** What the rules look at in an event; events are in the order in which they were recorded. */
export type ConsentEvent = {
  kind: ConsentKind;
  givenBy: ConsentGiver;
  agenciesAgreed: readonly string[];
  agenciesExcluded: readonly string[];
  /** The last day it counts; null when it has no end. */
  effectiveTo: Day | null;
};

/** What a family has agreed to, as it stands on a day. */
export type ConsentState = {
  assess: boolean;
  store: boolean;
  share: boolean;
  /** A provider may be told who a service is for. */
  provider: boolean;
  withdrawn: boolean;
  /** Something that was given has come to its end and nothing newer stands in its place. */
  expired: boolean;
  /** Agencies that may be told, less those the family left out. */
  agreed: string[];
  excluded: string[];
  /** Who gave what counts now; null when nobody did. */
  givenBy: ConsentGiver | null;
};

const nothing: ConsentState = {
  assess: false,
  store: false,
  share: false,
  provider: false,
  withdrawn: false,
  expired: false,
  agreed: [],
  excluded: [],
  givenBy: null,
};

/**
 * What a run of consent events, oldest first, comes to on a day (4.4): the latest of each kind counts, a change of agencies changes
 * what may be shared, what has an end ends with that day, and a withdrawal ends all of it (BR-05) until consent to assess
 * or to store is given anew.
 */
export function consentOn(events: readonly ConsentEvent[], day: Day): ConsentState {
  const lastOf = (...kinds: ConsentKind[]) => events.findLastIndex((event) => kinds.includes(event.kind));
  const last = events.at(-1);
  if (last === undefined) return nothing;
  const withdrawnAt = lastOf('WITHDRAW');
  const withdrawn = withdrawnAt > lastOf('TO_ASSESS', 'TO_STORE');
  const sharing = events[lastOf('TO_SHARE', 'VARY')];
  const excluded = [...(sharing?.agenciesExcluded ?? [])];
  if (withdrawn) return { ...nothing, withdrawn, excluded, givenBy: last.givenBy };
  const current = (...kinds: ConsentKind[]): ConsentEvent | undefined => {
    const at = lastOf(...kinds);
    // What was given before a withdrawal did not come back with what was given after it.
    return at > withdrawnAt ? events[at] : undefined;
  };
  const ended = (event: ConsentEvent | undefined) =>
    event !== undefined && event.effectiveTo !== null && event.effectiveTo < day;
  const counts = (event: ConsentEvent | undefined) => event !== undefined && !ended(event);
  const share = current('TO_SHARE', 'VARY');
  const agreed = counts(share)
    ? (share?.agenciesAgreed ?? []).filter((each) => !excluded.includes(each))
    : [];
  const given = [current('TO_ASSESS'), current('TO_STORE'), share];
  return {
    assess: counts(given[0]),
    store: counts(given[1]),
    share: agreed.length > 0,
    provider: counts(current('TO_SPEND_VISIBILITY')),
    withdrawn,
    expired: given.some(ended),
    agreed,
    excluded,
    givenBy: last.givenBy,
  };
}

/** Whether what is in the record may be told to an agency on a family's consent (BR-03). */
export function mayShareWith(state: ConsentState, agency: string): boolean {
  return state.share && state.agreed.includes(agency);
}

/** Agencies at work for a child that consent does not cover: it is asked for again when one joins (BR-06). */
export function agenciesToAskFor(state: ConsentState, atWork: readonly string[]): string[] {
  return [...new Set(atWork)].filter((agency) => !mayShareWith(state, agency));
}

/** Why something may be told without consent (BR-04), and other grounds that law gives. */
export const disclosureBases = [
  { code: 'consent', label: 'The family agreed to this agency', isException: false },
  { code: 'child_harm', label: 'A child is at risk of harm', isException: true },
  { code: 'adult_harm', label: 'An adult is at risk of harm', isException: true },
  { code: 'crime', label: 'To prevent or detect a serious crime', isException: true },
  { code: 'court', label: 'A court ordered it', isException: true },
  { code: 'subject_access', label: 'The person asked for their own record', isException: false },
] as const;
/** See {@link disclosureBases}. */
export type DisclosureBasis = (typeof disclosureBases)[number]['code'];

/** What a disclosure rests on. */
export type DisclosureClaim = {
  basis: DisclosureBasis;
  agency: string;
  reason: string;
  authorId: number;
  /** The manager who agreed; null when nobody did. */
  managerId: number | null;
};

/**
 * Why a disclosure may not be made, or null when it may (BR-03, BR-04): consent covers the agency now, or an exception says its reason and
 * a manager other than the author agreed.
 */
export function whyNotDisclose(state: ConsentState, claim: DisclosureClaim): string | null {
  const basis = disclosureBases.find((each) => each.code === claim.basis);
  if (claim.basis === 'consent')
    return mayShareWith(state, claim.agency)
      ? null
      : 'The family has not agreed to share with this agency. Ask them and record it, or say which exception applies.';
  if (claim.reason.trim() === '') return 'Telling without consent needs its reason.';
  if (!basis?.isException) return null;
  if (claim.managerId === null) return 'Telling without consent needs a manager who agreed.';
  if (claim.managerId === claim.authorId)
    return 'A manager other than you must agree to telling without consent.';
  return null;
}
