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
};

/** Tables of the office, its people, its audit trail, as the migrations build them. */
export type OfficeTables = {
  settings: Settings;
  areas: Areas;
  teams: Teams;
  policies: Policies;
  people: People;
  person_roles: PersonRoles;
  person_training: PersonTraining;
  audit_events: AuditEvents;
};
