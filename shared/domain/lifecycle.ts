import { daysBetween, type Day } from './dates.ts';

type State<S extends string> = {
  /** The word people see. */
  label: string;
  /** Where it may go from here. */
  to: readonly S[];
};
type States<S extends string> = Readonly<Record<S, State<S>>>;

const endings = ['closing', 'closed', 'stepping_up', 'consent_withdrawn'] as const;

/** The states of a CAF episode (domain 4.1). */
export const cafStates = [
  'enquiry',
  'pre_caf',
  'offered',
  'declined',
  'consented',
  'in_assessment',
  'completed',
  'single_agency',
  'tac_pending',
  'tac_active',
  'review_due',
  'stepping_up',
  'consent_withdrawn',
  'closing',
  'closed',
] as const;
/** See {@link cafStates}. */
export type CafState = (typeof cafStates)[number];

/**
 * A CAF's states and moves (4.1). A review may close the CAF at once; `closing` is for when something is still awaited. Stepping up
 * ends it only when social care has accepted, otherwise it goes back. `closed` opens again only to put an error right (`mayReopen`).
 */
const cafLifecycle: States<CafState> = {
  enquiry: { label: 'Enquiry', to: ['pre_caf', 'offered', 'closed'] },
  pre_caf: { label: 'Checklist', to: ['offered', 'closed'] },
  offered: { label: 'Offered', to: ['declined', 'consented', 'closed'] },
  declined: { label: 'Declined', to: [] },
  consented: { label: 'Consent given', to: ['in_assessment', ...endings] },
  in_assessment: { label: 'Being assessed', to: ['completed', ...endings] },
  completed: { label: 'Assessed', to: ['single_agency', 'tac_pending', ...endings] },
  single_agency: { label: 'One agency', to: ['tac_pending', ...endings] },
  tac_pending: { label: 'Team being formed', to: ['single_agency', 'tac_active', ...endings] },
  tac_active: { label: 'Plan live', to: ['review_due', ...endings] },
  review_due: { label: 'Review due', to: ['tac_active', ...endings] },
  stepping_up: {
    label: 'Referred to social care',
    to: [
      'consented',
      'in_assessment',
      'completed',
      'single_agency',
      'tac_pending',
      'tac_active',
      'review_due',
      'consent_withdrawn',
      'closing',
      'closed',
    ],
  },
  consent_withdrawn: { label: 'Consent withdrawn', to: ['closed'] },
  closing: { label: 'Closing', to: ['tac_active', 'single_agency', 'closed'] },
  closed: { label: 'Closed', to: ['in_assessment', 'completed', 'single_agency', 'tac_active'] },
};

const over: readonly CafState[] = ['declined', 'closed'];

/** Whether a CAF in this state is open: neither declined nor closed. */
export function isOpenCaf(state: CafState): boolean {
  return !over.includes(state);
}

/** States in which money may be spent on the plan, consent and lead professional allowing (BR-30). */
export const spendingCafStates: readonly CafState[] = [
  'completed',
  'single_agency',
  'tac_pending',
  'tac_active',
  'review_due',
];

/** Days after closure in which an error may be put right by opening the CAF again; after them it is a new episode (4.1). */
export const REOPEN_DAYS = 30;

/** Whether a CAF closed on one day may be opened again on another to put an error right. */
export function mayReopen(closedOn: Day, today: Day): boolean {
  const days = daysBetween(closedOn, today);
  return days >= 0 && days <= REOPEN_DAYS;
}

/** The states of a purchase, from need to payment (domain 4.2). Which tier a `submitted` one waits for is worked out, not stored. */
export const orderStates = [
  'draft',
  'submitted',
  'returned',
  'approved',
  'refused',
  'withdrawn',
  'issued',
  'part_received',
  'received',
  'part_cancelled',
  'invoiced',
  'disputed',
  'matched',
  'credited',
  'paid',
  'closed',
  'cancelled',
] as const;
/** See {@link orderStates}. */
export type OrderState = (typeof orderStates)[number];

/** A purchase's states and moves (4.2). Once issued it is never edited: it is received, cancelled or amended. */
const orderLifecycle: States<OrderState> = {
  draft: { label: 'Draft', to: ['submitted', 'withdrawn'] },
  submitted: { label: 'Waiting for approval', to: ['approved', 'returned', 'refused', 'withdrawn'] },
  returned: { label: 'Sent back with a question', to: ['submitted', 'withdrawn'] },
  approved: { label: 'Approved', to: ['issued', 'returned', 'withdrawn'] },
  refused: { label: 'Refused', to: [] },
  withdrawn: { label: 'Withdrawn', to: [] },
  issued: { label: 'Issued', to: ['part_received', 'received', 'invoiced', 'cancelled'] },
  part_received: { label: 'Part received', to: ['received', 'invoiced', 'part_cancelled'] },
  received: { label: 'Received', to: ['invoiced'] },
  part_cancelled: { label: 'Rest cancelled', to: ['invoiced', 'closed'] },
  invoiced: { label: 'Invoiced', to: ['matched', 'disputed'] },
  disputed: { label: 'Disputed', to: ['matched', 'credited'] },
  matched: { label: 'Matched', to: ['paid'] },
  credited: { label: 'Credited', to: ['closed'] },
  paid: { label: 'Paid', to: ['closed'] },
  closed: { label: 'Closed', to: [] },
  cancelled: { label: 'Cancelled', to: [] },
};

/** The states of a provider (domain 4.3). */
export const providerStates = ['prospective', 'checking', 'approved', 'suspended', 'ended'] as const;
/** See {@link providerStates}. */
export type ProviderState = (typeof providerStates)[number];

/** A provider's states and moves (4.3); new orders go to approved ones only. */
const providerLifecycle: States<ProviderState> = {
  prospective: { label: 'Prospective', to: ['checking', 'ended'] },
  checking: { label: 'Being checked', to: ['prospective', 'approved', 'ended'] },
  approved: { label: 'Approved', to: ['suspended', 'ended'] },
  suspended: { label: 'Suspended', to: ['checking', 'approved', 'ended'] },
  ended: { label: 'Ended', to: ['checking'] },
};

/** Every life-cycle by the word for its record. */
export const lifecycles = { caf: cafLifecycle, order: orderLifecycle, provider: providerLifecycle };

type StateOf = { caf: CafState; order: OrderState; provider: ProviderState };
/** A kind of record with a life-cycle. */
export type LifecycleKind = keyof StateOf;

/** Whether a record of a kind may go from one state to another. Staying where it is is no move. */
export function canMove<K extends LifecycleKind>(kind: K, from: StateOf[K], to: StateOf[K]): boolean {
  const table: Readonly<Record<string, State<string>>> = lifecycles[kind];
  return table[from]?.to.includes(to) ?? false;
}

/** The word people see for a state. A state that is not in the table comes back as it is. */
export function stateLabel(kind: LifecycleKind, state: string): string {
  const table: Readonly<Record<string, State<string>>> = lifecycles[kind];
  return table[state]?.label ?? state;
}

/** Whether a text is one of a CAF's states, for what comes out of the database as text. */
export function isCafState(text: string): text is CafState {
  return cafStates.some((state) => state === text);
}
