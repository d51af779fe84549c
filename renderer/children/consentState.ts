import type { Consent } from './words.ts';
import { consentOn, type ConsentState } from '#shared/domain/consent.ts';
import type { StatusKind } from '#renderer/components/Status.tsx';

/** The consent that counts on a day, by the office's own rule; the newest event may stand first here. */
export function consentState(events: readonly Consent[], today: string): ConsentState {
  return consentOn(
    [...events].sort((a, b) => a.id - b.id),
    today,
  );
}

/** The consent in a picture and few words, for the identity bar. */
export function consentLook(state: ConsentState): { kind: StatusKind; word: string } {
  if (state.withdrawn) return { kind: 'stop', word: 'Withdrawn' };
  if (state.expired) return { kind: 'attention', word: 'Ended: ask again' };
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
  TO_SPEND_VISIBILITY: 'To tell a provider who it is for',
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
