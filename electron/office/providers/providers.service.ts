import type { Output, Parsed } from '#shared/contract/index.ts';
import { canMove, stateLabel } from '#shared/domain/lifecycle.ts';
import { supplierKey } from '#shared/domain/names.ts';
import { providerChecks } from '#shared/domain/providerChecks.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { conflict, notFound } from '../common-problems.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import { lastPayments, listSpellings, totalPaid } from './payments.queries.ts';
import { priceList } from './prices.service.ts';
import * as queries from './providers.queries.ts';

export { findProviders, itemsForOrder, providerForOrder, providerNames } from './for-orders.ts';

type Editable = Parsed<'providers.add'>;

/** How many of the last payments a provider's page shows. */
const PAYMENTS_SHOWN = 50;

function isSort(text: string): text is (typeof queries.providerSorts)[number] {
  return queries.providerSorts.some((sort) => sort === text);
}

/** A page of providers. */
export async function list(
  { db }: Context,
  input: Parsed<'providers.list'>,
): Promise<Output<'providers.list'>> {
  const { rows, total } = await queries.listProviders(db, {
    ...input,
    withItems: input.withItems ?? false,
    sort: isSort(input.sort) ? input.sort : 'name',
  });
  return {
    rows: rows.map((row) => ({
      id: row.id,
      name: row.name,
      kind: row.kind,
      status: row.status,
      items: row.items ?? 0,
      payments: row.payments ?? 0,
      lastPaidOn: row.last_paid_on,
      lastPaidPence: row.last_paid_pence,
      safeguardingExpiresOn: row.safeguarding_expires_on,
      contactWithChildren: row.contact_with_children === 1,
    })),
    total,
  };
}

/** One provider with its price list, the spellings it is known by and what was paid to it. */
export async function get({ db, today }: Context, { id }: { id: number }): Promise<Output<'providers.get'>> {
  const row = (await queries.findProvider(db, id)) ?? notFound('provider');
  const paid = await totalPaid(db, id);
  return {
    id: row.id,
    name: row.name,
    kind: row.kind,
    address: row.address,
    phone: row.phone,
    orderEmail: row.order_email,
    supplierNumber: row.supplier_number,
    vatRegistered: row.vat_registered === 1,
    vatNumber: row.vat_number,
    contactWithChildren: row.contact_with_children === 1,
    safeguardingExpiresOn: row.safeguarding_expires_on,
    insuranceExpiresOn: row.insurance_expires_on,
    dataNoteOn: row.data_note_on,
    status: row.status,
    approvedOn: row.approved_on,
    approvedBy: row.approver,
    version: row.version,
    spellings: (await listSpellings(db, id)).filter((spelling) => spelling !== row.name),
    items: await priceList(db, id, today),
    payments: (await lastPayments(db, id, PAYMENTS_SHOWN)).map((payment) => ({
      paidOn: payment.paid_on,
      netPence: payment.net_pence,
      description: payment.description,
    })),
    paymentsTotal: { count: paid.count, netPence: paid.net_pence ?? 0 },
  };
}

/** Refuses a name under which a provider is known already, however it is spelt. Returns the key. */
async function freeKey(db: Db, name: string, except: number | null): Promise<string> {
  const key = supplierKey(name);
  if (key === '')
    throw new OfficeProblem('invalid', 'A name needs a letter or a figure. Nothing was saved.', {
      field: 'name',
    });
  const known = await queries.findKnown(db, { key, spelling: name, except });
  if (known)
    throw new OfficeProblem(
      'invalid',
      `${known.name} is on the list already. Nothing was saved. Open that provider, or choose another name.`,
      { field: 'name' },
    );
  return key;
}

const columns = (values: Editable) => ({
  name: values.name,
  kind: values.kind,
  address: values.address,
  phone: values.phone,
  order_email: values.orderEmail,
  supplier_number: values.supplierNumber,
  vat_registered: values.vatRegistered ? 1 : 0,
  vat_number: values.vatNumber,
  contact_with_children: values.contactWithChildren ? 1 : 0,
  safeguarding_expires_on: values.safeguardingExpiresOn,
  insurance_expires_on: values.insuranceExpiresOn,
  data_note_on: values.dataNoteOn,
});

/** Adds a provider; it is prospective until someone checks and approves it. */
export async function add(
  context: Context,
  input: Parsed<'providers.add'>,
): Promise<Output<'providers.add'>> {
  const { db, person, now } = context;
  const id = await queries.insertProvider(db, {
    ...columns(input),
    name_key: await freeKey(db, input.name, null),
    status: 'prospective',
    created_at: now,
    created_by: person.id,
  });
  context.note({ entity: 'provider', id });
  return { id, version: 1 };
}

/** Changes what is known of a provider. Orders already issued keep what they said. */
export async function save(
  context: Context,
  input: Parsed<'providers.save'>,
): Promise<Output<'providers.save'>> {
  const { db } = context;
  const row = (await queries.findProvider(db, input.id)) ?? notFound('provider');
  const key = input.name === row.name ? row.name_key : await freeKey(db, input.name, row.id);
  if (!(await queries.updateProvider(db, row.id, input.version, { ...columns(input), name_key: key })))
    throw conflict();
  context.note({ entity: 'provider', id: row.id });
  return { id: row.id, version: input.version + 1 };
}

type Status = queries.ProviderRow['status'];

/** The moves from one status to another: one, or checking and approving in one go. Null when the rules know no such way. */
function way(from: Status, to: Status): Status[] | null {
  if (canMove('provider', from, to)) return [to];
  const inOneGo = to === 'approved' && canMove('provider', from, 'checking');
  return inOneGo && canMove('provider', 'checking', 'approved') ? ['checking', 'approved'] : null;
}

/** Refuses to approve a provider whose checks are missing or out of date (BR-45), naming each. */
function refuseUnchecked(row: queries.ProviderRow, today: string): void {
  const stops = providerChecks(
    {
      contactWithChildren: row.contact_with_children === 1,
      safeguardingExpiresOn: row.safeguarding_expires_on,
      dataNoteOn: row.data_note_on,
      insuranceExpiresOn: row.insurance_expires_on,
    },
    today,
  ).filter((check) => check.verdict === 'stop');
  const first = stops[0];
  if (!first) return;
  throw new OfficeProblem(
    'invalid',
    'The provider was not approved: its checks are not complete. Record them, then approve.',
    {
      field: first.field,
      details: stops.map((stop) => ({ message: stop.sentence, field: stop.field })),
    },
  );
}

/** Moves a provider along its life-cycle (4.3). Approving needs the checks of BR-45 and records by whom. */
export async function setStatus(
  context: Context,
  input: Parsed<'providers.setStatus'>,
): Promise<Output<'providers.setStatus'>> {
  const { db, person, today } = context;
  const row = (await queries.findProvider(db, input.id)) ?? notFound('provider');
  const moves = way(row.status, input.status);
  if (moves === null)
    throw new OfficeProblem(
      'invalid',
      `This provider is “${stateLabel('provider', row.status)}” and cannot become “${stateLabel('provider', input.status)}”. Nothing was changed.`,
      { field: 'status' },
    );
  if (input.status === 'approved') refuseUnchecked(row, today);
  const approval = input.status === 'approved' ? { approved_by: person.id, approved_on: today } : {};
  if (!(await queries.updateProvider(db, row.id, input.version, { status: input.status, ...approval })))
    throw conflict();
  context.note({ entity: 'provider', id: row.id, detail: { from: row.status, moves } });
  return { id: row.id, version: input.version + 1 };
}
