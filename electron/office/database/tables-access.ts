import type { Generated } from 'kysely';

type SignIns = { person_id: number; passphrase_set_at: string; must_change: Generated<number> };

type SecondFactors = {
  person_id: number;
  secret: string;
  begun_at: string;
  confirmed_at: string | null;
  last_step: Generated<number>;
};

type BackupCodes = { id: Generated<number>; person_id: number; hash: string; used_at: string | null };

type Drafts = {
  person_id: number;
  form: string;
  title: string;
  place: string;
  body: string;
  kept_at: string;
};

/** Tables of sign-in, as the migrations build them. */
export type AccessTables = {
  sign_ins: SignIns;
  second_factors: SecondFactors;
  backup_codes: BackupCodes;
  drafts: Drafts;
};
