import type { Generated } from 'kysely';

type Providers = {
  id: Generated<number>;
  name: string;
  name_key: string;
  kind: 'retailer' | 'voluntary' | 'private' | 'public' | 'individual' | 'unknown';
  status: 'prospective' | 'checking' | 'approved' | 'suspended' | 'ended';
  address: Generated<string>;
  phone: Generated<string>;
  order_email: Generated<string>;
  supplier_number: Generated<string>;
  vat_registered: Generated<number>;
  vat_number: Generated<string>;
  contact_with_children: Generated<number>;
  safeguarding_expires_on: string | null;
  insurance_expires_on: string | null;
  data_note_on: string | null;
  approved_by: number | null;
  approved_on: string | null;
  created_at: string;
  created_by: number;
  version: Generated<number>;
};

type ProviderSpellings = {
  id: Generated<number>;
  provider_id: number;
  spelling: string;
  agreed_by: number;
  agreed_at: string;
};

type ProviderImports = {
  id: Generated<number>;
  file_name: string;
  file_sha256: string;
  report: string;
  imported_by: number;
  imported_at: string;
};

type ProviderPayments = {
  id: Generated<number>;
  provider_id: number;
  import_id: number;
  paid_on: string;
  net_pence: number;
  description: string;
  fingerprint: string;
};

type PriceItems = {
  id: Generated<number>;
  provider_id: number;
  code: string;
  title: string;
  category: string;
  unit: string;
  active: Generated<number>;
  created_at: string;
  created_by: number;
  version: Generated<number>;
};

type Prices = {
  id: Generated<number>;
  item_id: number;
  unit_price_e4: number;
  vat_code: string;
  valid_from: string;
  valid_to: string | null;
  set_by: number;
  set_at: string;
};

/** Tables of providers and price lists, as the migrations build them. */
export type ProvidersTables = {
  providers: Providers;
  provider_spellings: ProviderSpellings;
  provider_imports: ProviderImports;
  provider_payments: ProviderPayments;
  price_items: PriceItems;
  prices: Prices;
};
