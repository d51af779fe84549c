import type Database from 'better-sqlite3';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { World } from '#tests/support/inputs.ts';
import type { Case, orderStates, Trust } from './trust.ts';

const stateFor: Record<string, (typeof orderStates)[number]> = {
  'orders.decide': 'submitted',
  'orders.withdraw': 'approved',
  'orders.issue': 'approved',
  'orders.cancel': 'issued',
  'orders.keepPdf': 'issued',
  'orders.recordPrint': 'issued',
  'orders.storedPdf': 'issued',
  'orders.paper': 'issued',
  'orders.get': 'issued',
};

/** A row's id and version. */
type Row = { id: number; version?: number };

const linkedTables = new WeakMap<Database.Database, { name: string; link: string }[]>();

/** Tables that hang on a child or a CAF, with the column that says so. */
function linked(handle: Database.Database): { name: string; link: string }[] {
  const known = linkedTables.get(handle);
  if (known) return known;
  const tables = handle
    .prepare(
      `SELECT m.name AS name, c.name AS link FROM sqlite_schema AS m, pragma_table_info(m.name) AS c
       WHERE m.type = 'table' AND c.name IN ('child_id', 'caf_id')
       AND EXISTS (SELECT 1 FROM pragma_table_info(m.name) AS i WHERE i.name = 'id')`,
    )
    .all() as { name: string; link: string }[];
  linkedTables.set(handle, tables);
  return tables;
}

/**
 * Ids and versions of whatever else hangs on a case, by its table's last word (`caf_offers`: `offerId`, `offerVersion`), so that
 * an operation about a new kind of record finds the case's own.
 */
function relatives({ office }: Trust, of: Case): Record<string, number> {
  const handle = office.desk.opened().readerHandle;
  const tables = linked(handle);
  const found: Record<string, number> = {};
  for (const { name, link } of tables) {
    const row = handle
      .prepare(`SELECT * FROM ${name} WHERE ${link} = ? ORDER BY id DESC LIMIT 1`)
      .get(link === 'caf_id' ? of.cafId : of.childId) as Row | undefined;
    const word = name.replace(/^.*_/, '').replace(/s$/, '');
    if (row) found[`${word}Id`] = row.id;
    if (row?.version !== undefined) found[`${word}Version`] = row.version;
  }
  return found;
}

/** The case's child beside the first child of all, for operations on two records: by each name they go by. */
function pairWith({ office }: Trust, of: Case): Record<string, number> {
  const handle = office.desk.opened().readerHandle;
  const first = handle.prepare('SELECT min(id) FROM children').pluck().get() as number;
  const version = (id: number) =>
    handle.prepare('SELECT version FROM children WHERE id = ?').pluck().get(id) as number;
  return {
    keptId: of.childId,
    keptVersion: version(of.childId),
    goneId: first,
    goneVersion: version(first),
    firstId: of.childId,
    secondId: first,
    otherId: first,
  };
}

/** What an input about this case is made from: its ids and versions, files to read and write, and what every case shares. */
export function worldOf(trust: Trust, of: Case, name: string): World {
  const { office, areas, teams, ids, providerId, itemId, fundId, budgetId } = trust;
  const orderId = of.orders[stateFor[name] ?? 'draft'];
  const version = (table: string, id: number) =>
    office.desk
      .opened()
      .readerHandle.prepare(`SELECT version FROM ${table} WHERE id = ?`)
      .pluck()
      .get(id) as number;
  const rows = path.join(office.folder, 'payments.csv');
  writeFileSync(rows, 'Supplier,Paid,Amount\nSunny Futures,01/10/2008,12.00\n');
  const out = path.join(office.folder, 'out');
  return {
    ...relatives(trust, of),
    today: office.clock.day,
    areaId: areas.hill,
    teamId: teams.east,
    personId: ids['lead_professional'] ?? 1,
    personVersion: version('people', ids['lead_professional'] ?? 1),
    providerId,
    providerVersion: version('providers', providerId),
    itemId,
    fundId,
    budgetId,
    settingVersion: version('settings', 1),
    childId: of.childId,
    childVersion: version('children', of.childId),
    cafId: of.cafId,
    cafVersion: version('cafs', of.cafId),
    outcomeId: of.outcomeId,
    outcomeVersion: version('plan_outcomes', of.outcomeId),
    actionId: of.actionId,
    actionVersion: version('plan_actions', of.actionId),
    orderId,
    orderVersion: version('orders', orderId),
    number: of.numbers.number,
    reference: of.numbers.reference,
    openingId: 1,
    mergeId: 1,
    ...pairWith(trust, of),
    file: office.desk.tokens.add(
      name.startsWith('providers.') ? rows : `${out}.file`,
      name.startsWith('providers.') ? 'read' : 'write',
    ),
    folder: office.desk.tokens.add(out, 'write'),
  };
}

/** From now on whatever is written is taken back as soon as it was answered, so that every call finds the same office. */
export function rehearse({ office }: Trust): void {
  const { writer, writerHandle } = office.desk.opened();
  writer.transaction = async (work) => {
    writerHandle.exec('BEGIN IMMEDIATE');
    try {
      return await work();
    } finally {
      if (writerHandle.inTransaction) writerHandle.exec('ROLLBACK');
    }
  };
}
