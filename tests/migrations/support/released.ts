import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import { Desk } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { silentLog } from '#electron/office/log.ts';
import { practicePassphrase } from '#electron/office/practice/sign-ins.ts';
import { shippedDir } from './files.ts';

/** Practice offices as released programs left them, each in a folder named for its newest migration. */
export const releasedDir = path.resolve(import.meta.dirname, '../../fixtures/offices');

/** The released shapes that are kept, oldest first, such as `0090`. */
export const releases = readdirSync(releasedDir).filter((name) => /^\d{4}$/.test(name));

/** Everything about an office that a change of its file's shape must leave as it is. */
export type Figures = {
  /** Rows of every table; the audit trail and the list of migrations grow by themselves. */
  rows: Record<string, number>;
  /** Each quarter's tables, cell for cell. */
  returns: Record<string, Output<'returns.get'>['tables']>;
  balances: Record<string, Output<'budgets.list'>['budgets'][number]['balance']>;
};

const QUARTERS = ['2008-Q1', '2008-Q2', '2008-Q3'];
const GROWING = ['audit_events', 'migrations_done'];

/** The practice office in `folder/practice`, with nobody signed in. */
export function practiceDesk(folder: string): Desk {
  const desk = new Desk({
    officeDir: path.join(folder, 'office'),
    practiceDir: path.join(folder, 'practice'),
    migrationsDir: shippedDir,
    version: '0.0.0-test',
    log: silentLog,
  });
  desk.using = 'practice';
  return desk;
}

/** Does an operation; throws on a problem. */
export async function ask<N extends OperationName>(desk: Desk, name: N, input: Input<N>): Promise<Output<N>> {
  const result = await call(desk, name, input);
  if (!result.ok) throw new Error(`${name}: ${JSON.stringify(result.problem)}`);
  return result.data as Output<N>;
}

/** Signs the co-ordinator in, which brings an older file up to date. */
export function signInMargaret(desk: Desk): Promise<unknown> {
  return ask(desk, 'access.signIn', { userName: 'margaret', passphrase: practicePassphrase('margaret') });
}

/** The figures of an office that is open. */
export async function figuresOf(desk: Desk): Promise<Figures> {
  const { readerHandle } = desk.opened();
  const tables = readerHandle
    .prepare(
      "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\' ORDER BY name",
    )
    .pluck()
    .all() as string[];
  const count = (table: string) =>
    readerHandle.prepare(`SELECT count(*) FROM "${table}"`).pluck().get() as number;
  const returns: Figures['returns'] = {};
  for (const period of QUARTERS)
    returns[period] = (await ask(desk, 'returns.get', { period, profile: 'internal' })).tables;
  const { budgets } = await ask(desk, 'budgets.list', {});
  return {
    rows: Object.fromEntries(
      tables.filter((name) => !GROWING.includes(name)).map((name) => [name, count(name)]),
    ),
    returns,
    balances: Object.fromEntries(budgets.map(({ id, balance }) => [String(id), balance])),
  };
}
