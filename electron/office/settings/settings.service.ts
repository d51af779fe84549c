import type { Output, Parsed } from '#shared/contract/index.ts';
import { type Policy, policy as policySchema } from '#shared/contract/settings.ts';
import { firstPolicy } from '#shared/domain/policy.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { conflict } from '../common-problems.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import * as queries from './settings.queries.ts';

const FIRST_TERMS = [
  'No order number, no pay. Quote this number on every invoice and delivery note.',
  'We pay by BACS within 30 days of receiving a correct VAT invoice.',
  'Prices are fixed. Tell us before you supply if anything differs from this order.',
].join('\n');

/** Writes the settings, areas and first policy of a new office. */
export async function insertFirstSettings(
  db: Db,
  input: Parsed<'access.setUp'>,
  made: { practice: boolean; today: string; now: string },
): Promise<void> {
  await queries.insertSettings(db, {
    id: 1,
    council_name: input.councilName,
    trust_name: input.trustName,
    address: input.address,
    phone: input.phone,
    email: input.email,
    invoice_name: input.invoiceName,
    invoice_address: input.invoiceAddress,
    invoice_email: input.invoiceEmail,
    letterhead_colour: input.letterheadColour,
    deliver_to: `Front desk, ${input.address.split('\n')[0] ?? ''}`,
    terms: FIRST_TERMS,
    first_order_number: input.firstOrderNumber,
    practice: made.practice ? 1 : 0,
    practice_day: made.practice ? made.today : null,
    recovery_confirmed_at: null,
    created_at: made.now,
  });
  for (const name of new Set(input.areas)) await queries.insertArea(db, name);
  await queries.insertPolicy(db, {
    // From before any record, so that what is typed in from paper is judged too.
    valid_from: '2000-01-01',
    body: JSON.stringify(firstPolicy),
    reason: 'The rules the office began with.',
    set_by: null,
    set_at: made.now,
  });
}

/** The office's name, letterhead and addresses. */
export async function get({ db }: Context): Promise<Output<'settings.get'>> {
  const row = await queries.getSettings(db);
  return {
    councilName: row.council_name,
    trustName: row.trust_name,
    address: row.address,
    phone: row.phone,
    email: row.email,
    invoiceName: row.invoice_name,
    invoiceAddress: row.invoice_address,
    invoiceEmail: row.invoice_email,
    letterheadColour: row.letterhead_colour,
    deliverTo: row.deliver_to,
    terms: row.terms,
    firstOrderNumber: row.first_order_number,
    practice: row.practice === 1,
    recoveryConfirmed: row.recovery_confirmed_at !== null,
    version: row.version,
  };
}

/** Changes the office's name, letterhead and addresses; orders already issued keep theirs. */
export async function save(context: Context, input: Parsed<'settings.save'>): Promise<{ version: number }> {
  const changed = await queries.updateSettings(context.db, input.version, {
    council_name: input.councilName,
    trust_name: input.trustName,
    address: input.address,
    phone: input.phone,
    email: input.email,
    invoice_name: input.invoiceName,
    invoice_address: input.invoiceAddress,
    invoice_email: input.invoiceEmail,
    letterhead_colour: input.letterheadColour,
    deliver_to: input.deliverTo,
    terms: input.terms,
  });
  if (!changed) throw conflict();
  context.note({ entity: 'settings', id: 1 });
  return { version: input.version + 1 };
}

/** The areas and teams that people and children belong to. */
export async function areas({ db }: Context): Promise<Output<'settings.areas'>> {
  const { areas: rows, teams } = await queries.listAreas(db);
  return {
    areas: rows,
    teams: teams.map((team) => ({ id: team.id, areaId: team.area_id, name: team.name })),
  };
}

/** The rules in force on a day (BR-31, BR-32 …); a record is always judged by those of its own day. */
export async function policyOn(db: Db, day: string): Promise<Policy & { validFrom: string; reason: string }> {
  const row = await queries.findPolicy(db, day);
  if (!row) throw new OfficeProblem('not_found', `No rules were in force on ${day}. Nothing was changed.`);
  return { ...policySchema.parse(JSON.parse(row.body)), validFrom: row.valid_from, reason: row.reason };
}

/** Moves the practice office to another day; a real office lives on the computer's. */
export async function movePracticeDay(context: Context, { day }: { day: string }) {
  if (!(await queries.setPracticeDay(context.db, day)))
    throw new OfficeProblem(
      'not_allowed',
      'Only a practice office can be moved to another day. Nothing was changed.',
    );
  context.note({ entity: 'settings', id: 1, detail: { practiceDay: day } });
  context.desk.opened().practiceDay = day;
  return {};
}
