import type { Parsed } from '#shared/contract/index.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import * as queries from './caf.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';
import { refuseMove, refuseUnlessLive } from './states.ts';

type Consent = Parsed<'children.recordConsent'>['consent'];

/** What a family's consent allows now. */
export type ConsentState = { assess: boolean; store: boolean; share: boolean; withdrawn: boolean };

/**
 * What a run of consent events, oldest first, comes to: the latest of each kind counts, a change of agencies
 * changes what may be shared, and withdrawal ends all of it (4.4, BR-05).
 */
export function consentNow(
  events: readonly { kind: Consent['kind']; agencies_agreed: string }[],
): ConsentState {
  const last = (...kinds: Consent['kind'][]) => events.findLastIndex((event) => kinds.includes(event.kind));
  const withdrawn = last('WITHDRAW') > last('TO_ASSESS', 'TO_STORE');
  const sharing = events[last('TO_SHARE', 'VARY')];
  return {
    assess: !withdrawn && last('TO_ASSESS') >= 0,
    store: !withdrawn && last('TO_STORE') >= 0,
    share: !withdrawn && sharing !== undefined && sharing.agencies_agreed !== '[]',
    withdrawn,
  };
}

/** Refuses consent that was signed in the future, or to share with nobody in particular (3.8). */
export function checkConsent(consent: Consent, today: string, field: string): void {
  refuseFuture(consent.signedOn, today, `${field}.signedOn`, 'Consent');
  if (consent.kind === 'TO_SHARE' && consent.agenciesAgreed.length === 0)
    refuse(
      'Consent to share names the services it covers. Nothing was saved. Choose at least one.',
      `${field}.agenciesAgreed`,
    );
}

/** Adds consent events to a CAF, in the order given. */
export async function addConsents(
  context: Context,
  cafId: number,
  consents: readonly Consent[],
): Promise<void> {
  await queries.insertConsents(
    context.db,
    consents.map((consent) => ({
      caf_id: cafId,
      kind: consent.kind,
      given_by: consent.givenBy,
      capacity_basis: consent.capacityBasis,
      agencies_agreed: JSON.stringify(consent.agenciesAgreed),
      agencies_excluded: JSON.stringify(consent.agenciesExcluded),
      reasons_explained: consent.reasonsExplained ? 1 : 0,
      signed_mode: consent.signedMode,
      signed_on: consent.signedOn,
      recorded_by: context.person.id,
      recorded_at: context.now,
    })),
  );
}

/**
 * Adds a consent event. Withdrawal stops the CAF (BR-05): nothing more is written, bought or shared; what was
 * lawfully shared before stays, and the record is kept.
 */
export async function recordConsent(
  context: Context,
  { cafId, consent }: Parsed<'children.recordConsent'>,
): Promise<Record<string, never>> {
  const { db, person, today } = context;
  const caf = (await queries.findCaf(db, person, 'full', cafId)) ?? notFound('CAF');
  refuseUnlessLive(caf);
  checkConsent(consent, today, 'consent');
  if (consent.kind === 'WITHDRAW') {
    refuseMove(caf, today, ['consent_withdrawn'], 'Consent cannot be withdrawn from it.');
    await queries.updateCaf(db, cafId, caf.version, { status: 'consent_withdrawn', next_review_on: null });
  }
  await addConsents(context, cafId, [consent]);
  await queries.touchCaf(db, cafId, today);
  context.note({ entity: 'caf', id: cafId, detail: { consent: consent.kind } });
  return {};
}
