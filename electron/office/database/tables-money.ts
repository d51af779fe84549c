import type { Generated } from 'kysely';

type Funds = {
  id: Generated<number>;
  name: string;
  funder: string;
  programme: string;
  start_on: string;
  end_on: string;
  carry_forward: number;
  conditions: Generated<string>;
  restricted_categories: Generated<string>;
  cost_centre: Generated<string>;
  expense_code: Generated<string>;
  project_code: Generated<string>;
  created_at: string;
  created_by: number;
  version: Generated<number>;
};

type Budgets = {
  id: Generated<number>;
  fund_id: number;
  owner_kind: 'area' | 'team' | 'person' | 'caf';
  owner_id: number;
  financial_year: string;
  created_at: string;
};

type LedgerAccounts = {
  id: Generated<number>;
  fund_id: number;
  budget_id: number | null;
  state: 'source' | 'unallocated' | 'available' | 'pending' | 'committed' | 'accrued' | 'spent';
};

type LedgerPostings = {
  id: Generated<number>;
  kind:
    | 'receive'
    | 'allocate'
    | 'transfer'
    | 'hold'
    | 'unhold'
    | 'commit'
    | 'accrue'
    | 'spend'
    | 'release'
    | 'recover_vat'
    | 'carry_forward';
  day: string;
  order_id: number | null;
  reason: string;
  posted_by: number;
  posted_at: string;
  seal_id: number;
};

type LedgerEntries = {
  id: Generated<number>;
  posting_id: number;
  account_id: number;
  amount_pence: number;
};

type LedgerSeals = {
  posting_id: number;
};

type Orders = {
  id: Generated<number>;
  caf_id: number;
  action_id: number | null;
  provider_id: number | null;
  budget_id: number | null;
  status: 'draft' | 'submitted' | 'returned' | 'approved' | 'refused' | 'withdrawn' | 'issued' | 'cancelled';
  number: number | null;
  neutral_ref: string;
  need: Generated<string>;
  why_now: Generated<'planned' | 'crisis'>;
  alternatives: Generated<string>;
  child_view: Generated<string>;
  family_view_kind: Generated<'' | 'agreed' | 'asked' | 'declined' | 'not_told'>;
  family_view: Generated<string>;
  overlap_reason: Generated<string>;
  required_by: string | null;
  deliver_to: Generated<string>;
  requested_by: number | null;
  entered_by: number;
  submitted_on: string | null;
  issued_on: string | null;
  issued_by: number | null;
  created_at: string;
  updated_at: string;
  version: Generated<number>;
};

type OrderLines = {
  id: Generated<number>;
  order_id: number;
  line_no: number;
  item_id: number | null;
  description: string;
  code: Generated<string>;
  quantity: number;
  unit: string;
  unit_price_e4: number;
  vat_code: string;
  vat_rate_bp: number;
  net_pence: number;
  vat_pence: number;
  gross_pence: number;
  category: string;
};

type OrderDecisions = {
  id: Generated<number>;
  order_id: number;
  decision: 'own_limit' | 'approve' | 'refuse' | 'return';
  tier: string;
  decided_by: number;
  decided_on: string;
  decided_at: string;
  reason: Generated<string>;
  gross_pence: number;
  left_pence: number;
  for_person: number | null;
};

type OrderGates = {
  id: Generated<number>;
  order_id: number;
  stage: 'submit' | 'approve' | 'issue';
  gate: string;
  verdict: 'pass' | 'warn' | 'stop';
  judged_on: string;
};

type OrderPapers = {
  order_id: number;
  paper: string;
  pdf: Buffer | null;
  sha256: string | null;
  made_at: string | null;
};

type OrderPrints = {
  id: Generated<number>;
  order_id: number;
  how: 'printed' | 'saved';
  as_copy: number;
  copies: Generated<number>;
  done_by: number;
  done_at: string;
};

/** Tables of funds, the ledger and orders, as the migrations build them. */
export type MoneyTables = {
  funds: Funds;
  budgets: Budgets;
  ledger_accounts: LedgerAccounts;
  ledger_postings: LedgerPostings;
  ledger_entries: LedgerEntries;
  ledger_seals: LedgerSeals;
  orders: Orders;
  order_lines: OrderLines;
  order_decisions: OrderDecisions;
  order_gates: OrderGates;
  order_papers: OrderPapers;
  order_prints: OrderPrints;
};
