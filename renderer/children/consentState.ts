import type { Consent } from './words.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';

/** What a family has agreed to, as it stands now. */
export type ConsentState = {
  assess: boolean;
  store: boolean;
  share: boolean;
  withdrawn: boolean;
  agreed: string[];
  excluded: string[];
  /** Who gave what counts now; null when nobody did. */
  givenBy: Consent['givenBy'] | null;
};

/**
 * The consent that counts now, by the office's own rule: the latest event of each kind counts, a change of agencies
 * changes what may be shared, and a withdrawal ends all of it (domain 4.4, BR-05).
 */
export function consentState(events: readonly Consent[]): ConsentState {
  const inOrder = [...events].sort((a, b) => a.id - b.id);
  const last = (...kinds: Consent['kind'][]) => inOrder.findLastIndex((event) => kinds.includes(event.kind));
  const withdrawn = last('WITHDRAW') > last('TO_ASSESS', 'TO_STORE');
  const sharing = inOrder[last('TO_SHARE', 'VARY')];
  return {
    assess: !withdrawn && last('TO_ASSESS') >= 0,
    store: !withdrawn && last('TO_STORE') >= 0,
    share: !withdrawn && (sharing?.agenciesAgreed.length ?? 0) > 0,
    withdrawn,
    agreed: withdrawn ? [] : (sharing?.agenciesAgreed ?? []),
    excluded: sharing?.agenciesExcluded ?? [],
    givenBy: inOrder.at(-1)?.givenBy ?? null,
  };
}

/** The consent in a picture and few words, for the identity bar. */
export function consentLook(state: ConsentState): { kind: StatusKind; word: string } {
  if (state.withdrawn) return { kind: 'stop', word: 'Withdrawn' };
  if (!state.assess) return { kind: 'attention', word: 'Not recorded' };
  if (state.store && state.share) return { kind: 'done', word: 'Store and share' };
  if (state.store) return { kind: 'done', word: 'Store, not share' };
  return { kind: 'attention', word: 'Assess only' };
}

/** Who can give consent, in words. */
export const consentGivers = {
  child: 'Child or young person',
  parent: 'Parent',
  carer: 'Carer',
  other: 'Someone else',
} as const;

/** How consent was signed. */
export const signedModes = {
  scanned: 'Signed, scanned copy kept',
  paper: 'Signed on the paper file',
  typed: 'Typed',
  verbal: 'By word of mouth',
} as const;

/** What an event of consent is about. */
export const consentKinds = {
  TO_ASSESS: 'To assess',
  TO_STORE: 'To store',
  TO_SHARE: 'To share',
  VARY: 'Sharing changed',
  WITHDRAW: 'Withdrawn',
} as const;

const giverDetail = { child: 'child', parent: 'parent', carer: 'carer', other: 'someone else' } as const;

/** "parent, 1 agency left out". */
export function consentDetail(state: ConsentState): string {
  if (state.givenBy === null) return 'none on record';
  if (state.withdrawn) return `by ${giverDetail[state.givenBy]}`;
  const out = state.excluded.length;
  const left = out === 0 ? '' : `, ${out} ${out === 1 ? 'agency' : 'agencies'} left out`;
  return `${giverDetail[state.givenBy]}${left}`;
}
