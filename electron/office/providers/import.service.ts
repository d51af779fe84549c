import { createHash } from 'node:crypto';
import { readFile as readBytes, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Output, Parsed } from '#shared/contract/index.ts';
import type { ImportReport, PaymentMapping } from '#shared/contract/providers.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Context } from '../context.ts';
import { fingerprints, type Plan, planSuppliers, type Target } from './import-plan.ts';
import { LARGEST_FILE_BYTES, readSheet, rowText, type Sheet } from './payments-file.ts';
import { countDepartments, guessMapping } from './payments-mapping.ts';
import { type PaymentRow, rowReader, type SkipReason, skipReasons } from './payments-rows.ts';
import * as payments from './payments.queries.ts';
import { guessKind } from './supplier-kind.ts';

/** After how many rows progress is told and a cancel is heard. */
const TELL_EVERY = 1000;
const SAMPLE_ROWS = 8;

async function readChosen(
  context: Context,
  token: string,
): Promise<{ name: string; sha256: string; sheet: Sheet }> {
  const file = context.filePath(token, 'read');
  try {
    const { size } = await stat(file);
    const bytes = size > LARGEST_FILE_BYTES ? new Uint8Array(LARGEST_FILE_BYTES + 1) : await readBytes(file);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    return { name: path.basename(file), sha256, sheet: readSheet(bytes) };
  } catch (error) {
    if (error instanceof OfficeProblem) throw error;
    throw new OfficeProblem(
      'file_unreadable',
      'That file could not be opened. Nothing was changed. Close it in other programs, see that it is still there, and choose it again.',
      { field: 'file' },
    );
  }
}

/** Refuses a mapping that points outside the table. */
function refuseOutside(sheet: Sheet, mapping: PaymentMapping): void {
  const width = sheet.records[mapping.headerRow]?.length ?? 0;
  const columns = [mapping.supplier, mapping.department, mapping.paidOn, mapping.amount, mapping.description];
  if (columns.some((column) => column !== null && column >= width))
    throw new OfficeProblem(
      'invalid',
      'A chosen column is not in this file. Nothing was imported. Choose the columns again.',
      { field: 'mapping' },
    );
}

/** Looks at a payments file: where its heading is, what its columns seem to mean, which departments it holds. */
export async function readFile(
  context: Context,
  input: Parsed<'providers.readFile'>,
): Promise<Output<'providers.readFile'>> {
  const { name, sheet } = await readChosen(context, input.file);
  const mapping = input.mapping ?? guessMapping(sheet);
  refuseOutside(sheet, mapping);
  const below = sheet.records.slice(mapping.headerRow + 1);
  return {
    fileName: name,
    rows: below.length,
    header: sheet.records[mapping.headerRow] ?? [],
    mapping,
    sample: below.slice(0, SAMPLE_ROWS),
    departments: countDepartments(sheet, mapping),
  };
}

type Read = {
  rows: number;
  taken: PaymentRow[];
  skipped: Map<SkipReason, number>;
  refusals: ImportReport['refusals'];
};

function count<T>(counts: Map<T, number>, key: T): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

/** Reads every row under the heading. */
async function readRows(context: Context, sheet: Sheet, input: Parsed<'providers.tryImport'>): Promise<Read> {
  const { mapping, departments } = input;
  const first = mapping.headerRow + 1;
  const rows = sheet.records.length - first;
  const read: Read = { rows, taken: [], skipped: new Map(), refusals: [] };
  const verdictOn = rowReader(sheet, mapping, departments);
  for (let place = first; place < sheet.records.length; place++) {
    const verdict = verdictOn(place);
    if (verdict.is === 'taken') read.taken.push(verdict.payment);
    else if (verdict.is === 'skipped') count(read.skipped, verdict.reason);
    else
      read.refusals.push({
        row: place + 1,
        wrong: verdict.wrong,
        text: rowText(sheet.records[place] ?? []),
      });
    if ((place - first) % TELL_EVERY === 0) await context.progress(place - first, rows, 'Reading rows');
  }
  return read;
}

type Fresh = { payment: PaymentRow; target: Target; mark: string | null };
type Tally = { plan: Plan; fresh: Fresh[]; imported: number; folded: number; known: Set<number> };

/** Sorts what was read into rows to add and rows that are here already. Without payments, a known supplier is here already. */
async function tally(context: Context, read: Read, agreedFolds: readonly string[]): Promise<Tally> {
  const plan = planSuppliers(read.taken, await payments.listKnown(context.db), new Set(agreedFolds));
  const marks = fingerprints(read.taken);
  const here = await payments.knownFingerprints(
    context.db,
    marks.filter((mark) => mark !== null),
    (done) => context.progress(done, marks.length, 'Comparing with what is here'),
  );
  const result: Tally = { plan, fresh: [], imported: 0, folded: 0, known: new Set() };
  for (const [index, payment] of read.taken.entries()) {
    const mark = marks[index] ?? null;
    const target = plan.targets.get(payment.spelling);
    if (!target) throw new Error('A spelling was not planned for.');
    if (target.id !== null) result.known.add(target.id);
    if (mark === null ? target.id !== null : here.has(mark)) count(read.skipped, 'known');
    else {
      result.fresh.push({ payment, target, mark });
      if (payment.spelling === target.main) result.imported++;
      else result.folded++;
    }
  }
  return result;
}

function report(
  fileName: string,
  read: Read,
  { plan, fresh, imported, folded, known }: Tally,
  dryRun: boolean,
): ImportReport {
  const added = new Set(fresh.filter(({ target }) => target.id === null).map(({ target }) => target.nameKey));
  const reasons = [...read.skipped].map(([reason, rows]) => ({ reason: skipReasons[reason], rows }));
  return {
    fileName,
    rows: read.rows,
    imported,
    folded,
    skipped: reasons.reduce((sum, { rows }) => sum + rows, 0),
    skippedBecause: reasons.sort((a, b) => b.rows - a.rows),
    refused: read.refusals.length,
    refusals: read.refusals,
    providersAdded: added.size,
    providersKnown: known.size,
    folds: plan.folds,
    dryRun,
  };
}

/** Says what an import would do; nothing is written. */
export async function tryImport(
  context: Context,
  input: Parsed<'providers.tryImport'>,
): Promise<ImportReport> {
  const { name, sheet } = await readChosen(context, input.file);
  refuseOutside(sheet, input.mapping);
  const read = await readRows(context, sheet, input);
  return report(name, read, await tally(context, read, input.agreedFolds), true);
}

/** Adds the providers that are new and the spellings that are; gives the provider of a target. */
async function addProviders(
  { db, person, now }: Context,
  fresh: readonly Fresh[],
): Promise<(target: Target) => number> {
  const targets = new Map(
    fresh.filter(({ target }) => target.id === null).map(({ target }) => [target.nameKey, target]),
  );
  const added = await payments.insertNamed(
    db,
    [...targets.values()].map(({ name, nameKey }) => ({
      name,
      name_key: nameKey,
      kind: guessKind(name),
      status: 'prospective',
      created_at: now,
      created_by: person.id,
    })),
  );
  const providerOf = (target: Target): number => {
    const id = target.id ?? added.get(target.nameKey);
    if (id === undefined) throw new Error('A provider was not added.');
    return id;
  };
  const known = new Set((await payments.listKnown(db)).flatMap((provider) => provider.spellings));
  const spellings = new Map(fresh.map(({ payment, target }) => [payment.spelling, target]));
  await payments.insertSpellings(
    db,
    [...spellings]
      .filter(([spelling]) => !known.has(spelling))
      .map(([spelling, target]) => ({
        provider_id: providerOf(target),
        spelling,
        agreed_by: person.id,
        agreed_at: now,
      })),
  );
  return providerOf;
}

/**
 * Imports a payments file, all of it or, if it is cancelled or fails, nothing. Rows that cannot be read are listed in the
 * report; rows of an earlier import are skipped, so that a second run doubles nothing.
 */
export async function runImport(
  context: Context,
  input: Parsed<'providers.import'>,
): Promise<Output<'providers.import'>> {
  const { db, person, now } = context;
  const { name, sha256, sheet } = await readChosen(context, input.file);
  refuseOutside(sheet, input.mapping);
  const read = await readRows(context, sheet, input);
  const tallied = await tally(context, read, input.agreedFolds);
  const result = report(name, read, tallied, false);
  const importId = await payments.insertImport(db, {
    file_name: name,
    file_sha256: sha256,
    report: JSON.stringify(result),
    imported_by: person.id,
    imported_at: now,
  });
  const providerOf = await addProviders(context, tallied.fresh);
  const added = tallied.fresh.flatMap(({ payment, target, mark }): payments.NewPayment[] => {
    if (payment.paid === null || mark === null) return [];
    const providerId = providerOf(target);
    const { on: paidOn, netPence } = payment.paid;
    return [{ providerId, importId, paidOn, netPence, description: payment.description, fingerprint: mark }];
  });
  await payments.insertPayments(db, added, (done) => context.progress(done, added.length, 'Importing rows'));
  const { rows, imported, folded, skipped, refused, providersAdded } = result;
  context.note({
    entity: 'provider_import',
    id: importId,
    detail: { rows, imported, folded, skipped, refused, providersAdded },
  });
  return result;
}
