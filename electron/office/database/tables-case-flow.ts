import type { Generated } from 'kysely';

type CafOffers = {
  id: Generated<number>;
  child_id: number;
  status: 'enquiry' | 'pre_caf' | 'offered' | 'declined' | 'consented' | 'closed';
  contact_source: string;
  agency: string;
  requested_on: string;
  checklist: string | null;
  checklist_on: string | null;
  checklist_by: number | null;
  decision: 'offer' | 'none' | 'safeguarding' | 'specialist' | 'advice' | null;
  offered_on: string | null;
  declined_on: string | null;
  declined_by: 'child' | 'parent' | 'carer' | 'other' | null;
  decline_reason: Generated<string>;
  caf_id: number | null;
  recorded_at: string;
  recorded_by: number;
  version: Generated<number>;
};

type CafReferrals = {
  id: Generated<number>;
  caf_id: number;
  referred_on: string;
  reason: string;
  referred_by: number;
  answer: 'accepted' | 'refused' | 'ended' | null;
  answered_on: string | null;
  plan: 'CIN' | 'CP' | 'LAC' | null;
  note: Generated<string>;
  recorded_at: string;
};

type CafTransfers = {
  caf_id: number;
  authority: string;
  consented_on: string;
  pack_sent_on: string;
  received_by: Generated<string>;
  received_on: string | null;
};

type CafDisclosures = {
  id: Generated<number>;
  caf_id: number;
  what: string;
  agency: string;
  recipient: Generated<string>;
  basis: 'consent' | 'child_harm' | 'adult_harm' | 'crime' | 'court' | 'subject_access';
  reason: Generated<string>;
  consent_id: number | null;
  authorised_by: number | null;
  disclosed_on: string;
  recorded_by: number;
  recorded_at: string;
};

/** Tables of a CAF's way from the first call to closure. */
export type CaseFlowTables = {
  caf_offers: CafOffers;
  caf_referrals: CafReferrals;
  caf_transfers: CafTransfers;
  caf_disclosures: CafDisclosures;
};
