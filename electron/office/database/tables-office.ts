import type { Generated } from 'kysely';

type Settings = {
  id: number;
  council_name: string;
  trust_name: string;
  address: string;
  phone: Generated<string>;
  email: Generated<string>;
  invoice_name: string;
  invoice_address: string;
  invoice_email: Generated<string>;
  letterhead_colour: string;
  deliver_to: Generated<string>;
  terms: Generated<string>;
  first_order_number: number;
  practice: Generated<number>;
  practice_day: string | null;
  recovery_confirmed_at: string | null;
  created_at: string;
  version: Generated<number>;
  lock_minutes: Generated<number>;
};

type Areas = {
  id: Generated<number>;
  name: string;
};

type Teams = {
  id: Generated<number>;
  area_id: number;
  name: string;
};

type Policies = {
  id: Generated<number>;
  valid_from: string;
  body: string;
  reason: string;
  set_by: number | null;
  set_at: string;
};

type People = {
  id: Generated<number>;
  user_name: string | null;
  name: string;
  job_title: string;
  agency: string;
  area_id: number | null;
  team_id: number | null;
  phone: Generated<string>;
  email: Generated<string>;
  own_limit_pence: Generated<number>;
  active_from: string;
  active_to: string | null;
  created_at: string;
  created_by: number | null;
  version: Generated<number>;
};

type PersonRoles = {
  id: Generated<number>;
  person_id: number;
  role: string;
  from_day: string;
  to_day: string | null;
  granted_by: number | null;
  granted_at: string;
  agreed_by: number | null;
  ended_by: number | null;
};

type PersonCovers = {
  id: Generated<number>;
  person_id: number;
  deputy_id: number;
  role: string;
  limit_pence: number | null;
  from_day: string;
  to_day: string;
  standing: number;
  named_by: number;
  named_at: string;
  ended_by: number | null;
  ended_at: string | null;
};

type PersonProposals = {
  id: Generated<number>;
  person_id: number;
  role: string;
  cover_id: number | null;
  from_day: string;
  to_day: string | null;
  state: Generated<'waiting' | 'agreed' | 'refused' | 'withdrawn'>;
  proposed_by: number;
  proposed_at: string;
  answered_by: number | null;
  answered_at: string | null;
  reason: Generated<string>;
};

type PersonLeavings = {
  id: Generated<number>;
  person_id: number;
  leaves_on: string;
  set_by: number;
  set_at: string;
  returned_on: string | null;
  returned_by: number | null;
  returned_at: string | null;
};

type PersonTraining = {
  id: Generated<number>;
  person_id: number;
  trained_on: string;
  expires_on: string | null;
  note: Generated<string>;
  recorded_by: number | null;
  recorded_at: string;
};

type AuditEvents = {
  seq: number;
  at: string;
  person_id: number | null;
  operation: string;
  outcome: 'done' | 'read' | 'refused';
  entity: Generated<string>;
  entity_id: number | null;
  detail: Generated<string>;
  previous_hash: string;
  hash: string;
  form: Generated<number>;
  action: Generated<string>;
  roles: Generated<string>;
  machine: Generated<string>;
  about: Generated<string>;
  body_hash: Generated<string>;
};

type AuditBodies = {
  seq: number;
  salt: string;
  body: string;
};

type AuditRecords = {
  kind: string;
  record_id: number;
  seq: number;
};

type TakeoutAgreements = {
  id: Generated<number>;
  person_id: number;
  agreed_by: number;
  reason: string;
  agreed_on: string;
  agreed_at: string;
  used_at: string | null;
};

type BackupSettings = {
  id: number;
  second_folder: string | null;
  failed_at: string | null;
  failed_why: Generated<string>;
  second_failed_at: string | null;
  second_failed_why: Generated<string>;
};

/** Tables of the office, its people, its audit trail, as the migrations build them. */
export type OfficeTables = {
  takeout_agreements: TakeoutAgreements;
  settings: Settings;
  areas: Areas;
  teams: Teams;
  policies: Policies;
  people: People;
  person_roles: PersonRoles;
  person_covers: PersonCovers;
  person_proposals: PersonProposals;
  person_leavings: PersonLeavings;
  person_training: PersonTraining;
  audit_events: AuditEvents;
  backup_settings: BackupSettings;
  audit_bodies: AuditBodies;
  audit_records: AuditRecords;
};
