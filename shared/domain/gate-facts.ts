import type { IdentifyingPart } from './privacy.ts';

/**
 * Everything the gates look at, gathered before they judge: the same for the screen while typing, for the
 * office when it enforces, and for assurance when it counts. Money is pence, days `yyyy-mm-dd`.
 */
export type GateFacts = {
  day: string;
  /** `issue` demands the approval that `write` only announces. */
  stage: 'write' | 'issue';
  caf: {
    reference: string;
    open: boolean;
    spending: boolean;
    statusLabel: string;
    consent: { assess: boolean; store: boolean; withdrawn: boolean };
    to: string;
  };
  action: { label: string; outcomeNumber: number; outcome: string } | null;
  lead: { name: string; trainedOn: string | null; lapsed: boolean } | null;
  alternatives: string;
  childView: string;
  familyView: { kind: '' | 'agreed' | 'asked' | 'declined' | 'not_told'; words: string };
  amount: { grossPence: number; netPence: number; togetherPence: number; togetherOrders: number };
  approval: {
    ownLimitPence: number;
    need:
      | { kind: 'own' }
      | { kind: 'tier'; roleLabel: string; why: 'above_own_limit' | 'category' }
      | { kind: 'beyond' };
    /** The decision that stands for exactly this amount, if one was made. */
    given: { by: string; on: string; own: boolean } | null;
  };
  budget: { name: string; headroomPence: number; inForce: boolean; forThisCaf: boolean } | null;
  restricted: { fund: string; categories: string[] };
  provider: {
    name: string;
    approved: boolean;
    statusLabel: string;
    contactWithChildren: boolean;
    safeguardingExpiresOn: string | null;
    insuranceExpiresOn: string | null;
    hasDataNote: boolean;
    to: string;
  } | null;
  requiredBy: string | null;
  lines: { no: number; title: string; priced: boolean; sameProvider: boolean; category: string }[];
  overlaps: { what: string; sameChild: boolean; day: string; to: string }[];
  overlapReason: string;
  identifying: { lineNo: number; where: string; part: IdentifyingPart }[];
  to: string;
};
