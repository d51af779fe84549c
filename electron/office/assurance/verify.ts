import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import type { Verification } from '#shared/contract/assurance.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Context } from '../context.ts';
import { readMigrations } from '../database/migrate.ts';
import {
  balancesEqualEntries,
  type Finding,
  ledgerBalances,
  numbersWithoutGaps,
  ordersEqualLedger,
  some,
  type Tick,
} from './money-checks.ts';
import { auditChain, auditSeal } from './trail-checks.ts';
import * as queries from './verify.queries.ts';

const FEW_PAPERS = 20;

async function integrity({ db }: Context): Promise<Finding> {
  const faults = await queries.integrityFaults(db);
  return {
    ok: faults.length === 0,
    detail:
      faults.length === 0 ? 'Every page is whole and carries its own seal.' : `${faults.length} faults.`,
  };
}

/** A file of SQLite in clear begins with its name; an encrypted one with random bytes. */
function encryption({ desk }: Context): Promise<Finding> {
  const handle = openSync(desk.files.database, 'r');
  const bytes = Buffer.alloc(16);
  try {
    readSync(handle, bytes, 0, 16, 0);
  } finally {
    closeSync(handle);
  }
  const clear = bytes.toString('latin1').startsWith('SQLite format 3');
  return Promise.resolve({
    ok: !clear,
    detail: clear ? 'The file lies on the disk in clear.' : 'The file is encrypted on the disk.',
  });
}

async function foreignKeys({ db }: Context): Promise<Finding> {
  const tables = await queries.danglingRows(db);
  return {
    ok: tables.length === 0,
    detail:
      tables.length === 0
        ? 'Every row that names another finds it.'
        : `${tables.length} rows point at nothing, in ${[...new Set(tables)].join(', ')}.`,
  };
}

async function schema({ db, desk }: Context): Promise<Finding> {
  const known = readMigrations(desk.options.migrationsDir);
  const { version, done } = await queries.schemaState(db);
  const newest = known.at(-1)?.number ?? 0;
  const same =
    done.length === known.length && known.every((one, index) => done[index]?.checksum === one.checksum);
  return {
    ok: version === newest && same,
    detail: `File ${version}, program ${newest}; ${done.length} migrations${same ? '' : ', not the program’s own'}.`,
  };
}

async function settingsRow({ db }: Context): Promise<Finding> {
  const { count } = await queries.settingsRows(db);
  return { ok: count === 1, detail: `${count} row of settings.` };
}

async function storedPapers({ db }: Context, tick: Tick): Promise<Finding> {
  const missing = await queries.withoutPaper(db);
  if (missing.length > 0) return { ok: false, detail: `Orders without their paper: ${some(missing)}.` };
  let count = 0;
  for (let after = 0; ;) {
    const page = await queries.papersAfter(db, after, FEW_PAPERS);
    const wrong = page.find(
      ({ pdf, sha256 }) =>
        createHash('sha256')
          .update(pdf ?? '')
          .digest('hex') !== sha256,
    );
    if (wrong)
      return { ok: false, detail: `The stored PDF of order ${wrong.order_id} is not the one that was kept.` };
    count += page.length;
    const last = page.at(-1)?.order_id;
    if (!last) return { ok: true, detail: `Stored PDFs that match their SHA-256: ${count}.` };
    after = last;
    await tick();
  }
}

/** Every check in the order it is run. The names are part of what IT staff's own scripts read: they stay. */
const checks: [name: string, label: string, run: (context: Context, tick: Tick) => Promise<Finding>][] = [
  ['integrity_check', 'The file', integrity],
  ['encryption', 'Encryption', encryption],
  ['foreign_key_check', 'References', foreignKeys],
  ['schema_version', 'Schema', schema],
  ['settings_row', 'Settings', settingsRow],
  ['ledger_balances_to_zero', 'The ledger', ledgerBalances],
  ['balances_equal_entries', 'Balances', balancesEqualEntries],
  ['orders_equal_ledger', 'Orders and the ledger', ordersEqualLedger],
  ['order_numbers_without_gaps', 'Order numbers', numbersWithoutGaps],
  ['stored_papers', 'Stored papers', storedPapers],
  ['audit_chain', 'The audit trail', auditChain],
  ['audit_seal', 'The seal', auditSeal],
];

/** A page that cannot be read is a finding; a person who stops the check is not. */
function asFinding(error: unknown): Finding {
  if (error instanceof OfficeProblem) throw error;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  if (!code.startsWith('SQLITE')) throw error;
  return { ok: false, detail: `The file could not be read here (${code}). Restore the newest backup.` };
}

/** Checks the whole office: nothing is changed, whatever is found. */
export async function verify(context: Context): Promise<Verification> {
  const found: Verification['checks'] = [];
  for (const [index, [name, label, run]] of checks.entries()) {
    const tick = () => context.progress(index, checks.length, label);
    await tick();
    found.push({ name, ...(await run(context, tick).catch(asFinding)) });
  }
  await context.progress(checks.length, checks.length, 'Checked');
  return { ok: found.every((check) => check.ok), checks: found };
}
