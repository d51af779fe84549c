import type { Parsed } from '#shared/contract/index.ts';
import { type ConsentEvent, consentOn, type ConsentState } from '#shared/domain/consent.ts';
import { notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import * as queries from './caf.queries.ts';
import { refuse, refuseFuture } from './refuse.ts';
import { refuseMove, refuseUnlessLive } from './states.ts';

type Consent = Parsed<'children.recordConsent'>['consent'];

/** A stored event as the rules look at it. */
function toEvent(row: queries.ConsentRow): ConsentEvent {
  return {
    kind: row.kind,
    givenBy: row.given_by as ConsentEvent['givenBy'],
    agenciesAgreed: JSON.parse(row.agencies_agreed) as string[],
    agenciesExcluded: JSON.parse(row.agencies_excluded) as string[],
    effectiveTo: row.effective_to,
  };
}

/** What a family's consent comes to today, by its events (4.4). */
export async function consentOf({ db, today }: Context, cafId: number): Promise<ConsentState> {
  return consentOn((await queries.listConsents(db, cafId)).map(toEvent), today);
}

/** The event that consent to share rests on now; null when there is none. */
export async function sharingEvent({ db }: Context, cafId: number): Promise<number | null> {
  const rows = await queries.listConsents(db, cafId);
  return rows.findLast((row) => row.kind === 'TO_SHARE' || row.kind === 'VARY')?.id ?? null;
}

/** Refuses consent that was signed in the future, or to share with nobody in particular (3.8). */
export function checkConsent(consent: Consent, today: string, field: string): void {
  refuseFuture(consent.signedOn, today, `${field}.signedOn`, 'Consent');
  if (consent.kind === 'TO_SHARE' && consent.agenciesAgreed.length === 0)
    refuse(
      'Consent to share names the services it covers. Nothing was saved. Choose at least one.',
      `${field}.agenciesAgreed`,
    );
  if (consent.effectiveTo !== null && consent.effectiveTo < consent.signedOn)
    refuse(
      'Consent ends before it was signed. Nothing was saved. Look at both days.',
      `${field}.effectiveTo`,
    );
  const both = consent.agenciesAgreed.find((agency) => consent.agenciesExcluded.includes(agency));
  if (both !== undefined)
    refuse(
      'One agency is both agreed and left out. Nothing was saved. Take it out of one of the two.',
      `${field}.agenciesExcluded`,
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
      signatory: consent.signatory,
      witnessed_by: consent.witnessedBy,
      limits: consent.limits,
      effective_to: consent.effectiveTo,
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
