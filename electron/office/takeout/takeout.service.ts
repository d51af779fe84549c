import { createHash } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  rmSync,
  writeSync,
} from 'node:fs';
import path from 'node:path';
import type { Output } from '#shared/contract/index.ts';
import { CSV_BYTE_ORDER_MARK } from '#shared/domain/csv.ts';
import { keepUntil } from '#shared/domain/keepUntil.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Context } from '../context.ts';
import { writeWhole } from '../database/files.ts';
import { get as getSettings } from '../settings/settings.service.ts';
import { refuseUnagreed } from './agreement.ts';
import { readme, takeoutRow } from './cells.ts';
import { countTable, listTables, nextRows, schemaNumber, type TableShape } from './takeout.queries.ts';

const PAGE = 2000;

type Written = { table: string; file: string; rows: number; sha256: string; columns: TableShape['columns'] };

/**
 * Writes every table as CSV with a manifest, so that a customer can always leave. It reads inside the gate's
 * transaction, so the files belong together. A folder that holds something gets a new folder in it. When it
 * fails or is stopped, what it wrote is taken away again.
 */
export async function exportAll(
  context: Context,
  input: { folder: string },
): Promise<Output<'takeout.export'>> {
  await refuseUnagreed(context);
  const folder = chooseFolder(context, context.filePath(input.folder, 'write'));
  const wasThere = existsSync(folder);
  mkdirSync(folder, { recursive: true });
  const begun: string[] = [];
  try {
    const { written, indexes } = await writeTables(context, folder, begun);
    const office = (await getSettings(context)).trustName;
    begun.push('README.txt', 'manifest.json');
    writeWhole(path.join(folder, 'README.txt'), readme(office, context.now));
    await writeManifest(context, folder, office, written, indexes);
    const rows = written.reduce((sum, table) => sum + table.rows, 0);
    context.note({ entity: 'takeout', id: null, detail: { tables: written.length, rows } });
    return { folder, tables: written.length, rows };
  } catch (error) {
    for (const name of begun) rmSync(path.join(folder, name), { force: true });
    if (!wasThere) rmSync(folder, { recursive: true, force: true });
    throw error;
  }
}

function chooseFolder({ desk, today }: Context, chosen: string): string {
  const folder = path.resolve(chosen);
  const inside = path.relative(desk.files.folder, folder);
  if (!inside.startsWith('..') && !path.isAbsolute(inside))
    throw new OfficeProblem(
      'folder_unwritable',
      'That is the office’s own folder, where everything is encrypted; a takeout is not. Nothing was written. Choose another folder.',
    );
  if (!existsSync(folder) || readdirSync(folder).length === 0) return folder;
  for (let turn = 1; ; turn++) {
    const within = path.join(folder, `trust-desk-${today}${turn > 1 ? `-${turn}` : ''}`);
    if (!existsSync(within)) return within;
  }
}

async function writeTables(context: Context, folder: string, begun: string[]) {
  const { tables, indexes } = await listTables(context.db);
  const counts = new Map<string, number>();
  for (const { name } of tables) counts.set(name, await countTable(context.db, name));
  const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
  const written: Written[] = [];
  let done = 0;
  for (const table of tables) {
    begun.push(`${table.name}.csv`);
    const one = await writeTable(context, folder, table, (rows) =>
      context.progress(done + rows, total, `Writing ${table.name}`),
    );
    done += one.rows;
    written.push(one);
  }
  return { written, indexes };
}

async function writeTable(
  context: Context,
  folder: string,
  table: TableShape,
  progress: (rows: number) => Promise<void>,
): Promise<Written> {
  const file = `${table.name}.csv`;
  const hash = createHash('sha256');
  const handle = openSync(path.join(folder, file), 'wx', 0o600);
  const write = (text: string) => {
    const bytes = Buffer.from(text);
    hash.update(bytes);
    for (let at = 0; at < bytes.length;) at += writeSync(handle, bytes, at);
  };
  let rows = 0;
  try {
    write(CSV_BYTE_ORDER_MARK + takeoutRow(table.columns.map((column) => column.name)));
    let page = await nextRows(context.db, table, null, PAGE);
    while (page) {
      write(page.rows.map(takeoutRow).join(''));
      rows += page.rows.length;
      await progress(rows);
      page = await nextRows(context.db, table, page.after, PAGE);
    }
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  return { table: table.name, file, rows, sha256: hash.digest('hex'), columns: table.columns };
}

async function writeManifest(
  context: Context,
  folder: string,
  office: string,
  tables: Written[],
  indexes: string[],
): Promise<void> {
  const manifest = {
    format: 'trust-desk-takeout-1',
    office,
    classification: 'OFFICIAL-SENSITIVE',
    exportedAt: context.now,
    destroyAfter: keepUntil(context.now),
    exportedBy: context.person.name,
    softwareVersion: context.desk.options.version,
    schema: await schemaNumber(context.db),
    rows: tables.reduce((sum, table) => sum + table.rows, 0),
    tables,
    // Full-text search over other tables; it can be built again from them.
    leftOut: indexes,
  };
  writeWhole(path.join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
}
