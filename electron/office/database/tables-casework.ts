import type { Generated } from 'kysely';

type ChildChecks = {
  id: Generated<number>;
  query: string;
  found: string;
  checked_by: number;
  checked_on: string;
  checked_at: string;
};

type Children = {
  id: Generated<number>;
  neutral_ref: string;
  given_names: string;
  family_name: string;
  known_as: Generated<string>;
  sex: 'M' | 'F' | 'U' | 'I';
  dob: string | null;
  expected_on: string | null;
  address: Generated<string>;
  postcode: Generated<string>;
  phone: Generated<string>;
  school: Generated<string>;
  ethnicity: Generated<string>;
  disabled: Generated<'Y' | 'N' | 'NK'>;
  area_id: number;
  restricted: Generated<number>;
  restricted_reason: string | null;
  check_id: number;
  created_at: string;
  created_by: number;
  version: Generated<number>;
  dob_estimated: Generated<number>;
  address_restricted: Generated<number>;
  email: Generated<string>;
  unique_ref: Generated<string>;
  nhs_number: Generated<string>;
  upn: Generated<string>;
  upn_unknown: Generated<string>;
  ethnicity_other: Generated<string>;
  religion: Generated<string>;
  first_language: Generated<string>;
  parent_language: Generated<string>;
  interpreter_needed: Generated<'Y' | 'N' | 'NK'>;
  interpreter_arranged: Generated<number>;
  immigration_status: Generated<string>;
  disability_details: Generated<string>;
  disabilities: Generated<string>;
  special_requirements: Generated<string>;
  sen_status: Generated<'NK' | 'N' | 'A' | 'P' | 'S'>;
  young_carer: Generated<'Y' | 'N' | 'NK'>;
  exclusion_risk: Generated<'Y' | 'N' | 'NK'>;
  looked_after: Generated<'Y' | 'N' | 'NK'>;
  looked_after_from: string | null;
  looked_after_to: string | null;
  expecting_on: string | null;
  died_on: string | null;
  merged_into: number | null;
  compared: Generated<number>;
};

type ChildSounds = {
  child_id: number;
  sound: string;
};

type Carers = {
  id: Generated<number>;
  child_id: number;
  name: string;
  relationship: string;
  parental_responsibility: 'Y' | 'N' | 'NK';
  phone: Generated<string>;
  relationship_words: Generated<string>;
  dob: string | null;
  same_address: Generated<number>;
  address: Generated<string>;
  postcode: Generated<string>;
  address_restricted: Generated<number>;
  school: Generated<string>;
  lives_with_child: Generated<'Y' | 'N' | 'NK'>;
  is_signatory: Generated<number>;
  linked_child_id: number | null;
  gone_on: string | null;
  version: Generated<number>;
};

type ChildServices = {
  id: Generated<number>;
  child_id: number;
  service: 'gp' | 'early_years' | 'school' | 'further' | 'other';
  organisation: string;
  worker: Generated<string>;
  role: Generated<string>;
  phone: Generated<string>;
  email: Generated<string>;
  address: Generated<string>;
  from_day: string | null;
  to_day: string | null;
  cross_border: Generated<number>;
  version: Generated<number>;
};

type ChildMerges = {
  id: Generated<number>;
  kept_id: number;
  gone_id: number;
  reason: string;
  before: string;
  after: string;
  moved: string;
  merged_by: number;
  merged_on: string;
  merged_at: string;
  undone_by: number | null;
  undone_at: string | null;
};

type ChildPairs = {
  low_id: number;
  high_id: number;
  score: number;
  why: string;
  found_at: string;
  not_same_by: number | null;
  not_same_on: string | null;
  not_same_note: Generated<string>;
};

type ChildReaders = {
  child_id: number;
  person_id: number;
  granted_at: string;
};

type ChildRestrictions = {
  id: Generated<number>;
  child_id: number;
  act: 'restricted' | 'lifted' | 'let_in' | 'let_out';
  person_id: number | null;
  reason: string;
  done_by: number;
  done_at: string;
};

type ChildOpenings = {
  id: Generated<number>;
  child_id: number;
  person_id: number;
  reason: string;
  opened_at: string;
  until_at: string;
  ended_at: string | null;
  ended_by: number | null;
};

type ChildOpeningsSeen = {
  opening_id: number;
  person_id: number;
  seen_at: string;
};

type Cafs = {
  id: Generated<number>;
  child_id: number;
  reference: string;
  episode_no: number;
  status: string;
  contact_source: string;
  initiating_agency: string;
  area_id: number;
  team_id: number | null;
  reason: string;
  level: number;
  start_level: number;
  start_on: string;
  completed_on: string | null;
  tac_formed_on: string | null;
  next_review_on: string | null;
  closed_on: string | null;
  closure_reason: string | null;
  closure_note: Generated<string>;
  child_comment: Generated<string>;
  parent_comment: Generated<string>;
  last_entry_on: string;
  created_at: string;
  created_by: number;
  version: Generated<number>;
  completed_at: string | null;
  closed_at: string | null;
  request_on: string | null;
  step_down_from: Generated<'none' | 'CIN' | 'CP' | 'LAC'>;
  step_down_on: string | null;
  status_before: string | null;
  difference: Generated<string>;
  family_feedback: Generated<string>;
  reopened_on: string | null;
};

type CafLevels = {
  id: Generated<number>;
  caf_id: number;
  level: number;
  from_day: string;
  set_by: number;
};

type CafConsents = {
  id: Generated<number>;
  caf_id: number;
  kind: 'TO_ASSESS' | 'TO_STORE' | 'TO_SHARE' | 'TO_SPEND_VISIBILITY' | 'WITHDRAW' | 'VARY';
  given_by: string;
  capacity_basis: string;
  agencies_agreed: Generated<string>;
  agencies_excluded: Generated<string>;
  reasons_explained: number;
  signed_mode: string;
  signed_on: string;
  signatory: Generated<string>;
  witnessed_by: Generated<string>;
  limits: Generated<string>;
  effective_to: string | null;
  recorded_by: number;
  recorded_at: string;
};

type CafElements = {
  id: Generated<number>;
  caf_id: number;
  element: string;
  prominence: 'none' | 'strength' | 'need' | 'concern';
  strengths: Generated<string>;
  needs: Generated<string>;
  evidence: Generated<string>;
  view_difference: Generated<string>;
  author_id: number;
  saved_at: string;
  version: Generated<number>;
};

type PlanOutcomes = {
  id: Generated<number>;
  caf_id: number;
  number: number;
  desired: string;
  ecm_aim: string;
  baseline: number | null;
  latest: number | null;
  target: number | null;
  status: Generated<'open' | 'achieved' | 'partly' | 'not_achieved'>;
  created_at: string;
  version: Generated<number>;
};

type PlanActions = {
  id: Generated<number>;
  outcome_id: number;
  number: number;
  action: string;
  responsible: string;
  agency: string;
  by_when: string;
  status: Generated<'not_started' | 'on_track' | 'late' | 'done' | 'dropped'>;
  created_at: string;
  version: Generated<number>;
};

type LeadProfessionals = {
  id: Generated<number>;
  caf_id: number;
  person_id: number;
  from_day: string;
  to_day: string | null;
  agreed_by_family: number;
  change_reason: Generated<string>;
  appointed_by: number;
  appointed_at: string | null;
};

type CafMeetings = {
  id: Generated<number>;
  caf_id: number;
  kind: 'INITIAL' | 'REVIEW' | 'CLOSURE';
  held_on: string;
  attended: Generated<string>;
  notes: Generated<string>;
  child_comment: string;
  parent_comment: string;
  decision: 'continue' | 'close' | 'step_up' | 'step_down';
  level: number;
  next_review_on: string | null;
  recorded_by: number;
  recorded_at: string;
};

type ChildWords = { rowid: number; words: string };

/** Tables of children and their CAFs, as the migrations build them. */
export type CaseworkTables = {
  child_checks: ChildChecks;
  children: Children;
  child_sounds: ChildSounds;
  carers: Carers;
  child_readers: ChildReaders;
  child_restrictions: ChildRestrictions;
  child_openings: ChildOpenings;
  child_openings_seen: ChildOpeningsSeen;
  child_services: ChildServices;
  child_merges: ChildMerges;
  child_pairs: ChildPairs;
  cafs: Cafs;
  caf_levels: CafLevels;
  caf_consents: CafConsents;
  caf_elements: CafElements;
  plan_outcomes: PlanOutcomes;
  plan_actions: PlanActions;
  lead_professionals: LeadProfessionals;
  caf_meetings: CafMeetings;
  child_words: ChildWords;
};
