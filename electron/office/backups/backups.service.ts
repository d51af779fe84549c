import type Database from 'better-sqlite3';
import { existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import type { Output } from '#shared/contract/index.ts';
import { backupsToDrop } from '#shared/domain/rotation.ts';
import { recordAlone } from '../access/audit.service.ts';
import type { Context } from '../context.ts';
import type { Db } from '../database/driver.ts';
import { openHandle } from '../database/handle.ts';
import type { Desk, OpenOffice } from '../desk.ts';
import { inspectCopy, listRecorded } from './backups.queries.ts';
import { type Copy, keysOf, makeCopy, momentOf, sumOf } from './copy.ts';

type Backup = Output<'backups.list'>['backups'][number];

const recorded = z.object({ file: z.string(), bytes: z.number(), rows: z.number() });

/**
 * Makes a dated, encrypted backup in the office's own folder or in the one that was chosen, opens it again and
 * compares it before it counts, and lets older ones of the own folder go. Throws `disk_full`,
 * `folder_unwritable` or `damaged_file`; then nothing is left of it.
 */
export async function make(
  context: Context,
  input: { folder?: string | undefined },
): Promise<Output<'backups.make'>> {
  const { desk, now } = context;
  const open = desk.opened();
  const folder = input.folder ? context.filePath(input.folder, 'write') : open.files.backups;
  await context.progress(0, 2, 'Copying the office');
  const copy = copyOpen(desk, open, folder, now);
  await recordAlone(desk, {
    operation: 'backups.make',
    outcome: 'done',
    entity: 'backup',
    detail: { file: copy.name, bytes: copy.bytes, rows: copy.rows },
  });
  await context.progress(1, 2, 'Checked; letting older backups go');
  rotate(open.files.backups);
  await context.progress(2, 2, 'Backed up and checked');
  return { file: copy.name, folder, madeAt: now, bytes: copy.bytes, rows: copy.rows, verified: true };
}

/** A handle of its own, so that nobody's transaction is in the way; it sees what is committed. */
function copyOpen(desk: Desk, open: OpenOffice, folder: string, now: string): Copy {
  const { nativeBinding } = desk.options;
  const handle = openHandle({
    file: open.files.database,
    key: open.dataKey,
    ...(nativeBinding ? { nativeBinding } : {}),
  });
  try {
    return makeCopy({ handle, files: open.files, key: open.dataKey, nativeBinding, folder, now, why: '' });
  } finally {
    handle.close();
  }
}

/** The backups' names in a folder, newest first; none when there is no such folder. */
function namesIn(folder: string): { name: string; madeAt: string }[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .flatMap((name) => {
      const madeAt = momentOf(name);
      return madeAt ? [{ name, madeAt }] : [];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** A backup that cannot be removed now (a scanner holds it open) goes at the next turn. */
function rotate(folder: string): void {
  for (const name of backupsToDrop(namesIn(folder))) {
    for (const file of [name, keysOf(name)])
      try {
        rmSync(path.join(folder, file), { force: true });
      } catch {
        continue;
      }
  }
}

/** Opened and compared once in a session: those made before an update are not in the audit trail. */
const inspected = new Map<string, { rows: number; verified: boolean }>();

function look(desk: Desk, open: OpenOffice, file: string): { rows: number; verified: boolean } {
  const { mtimeMs, size } = statSync(file);
  const key = `${file} ${mtimeMs} ${size}`;
  const known = inspected.get(key);
  if (known) return known;
  let found = { rows: 0, verified: false };
  try {
    const { said, counts } = inspectCopy(file, open.dataKey, desk.options.nativeBinding);
    found = { rows: sumOf(counts), verified: said === 'ok' };
  } catch {
    // Not readable with this office's key, or damaged: shown as not verified.
  }
  inspected.set(key, found);
  return found;
}

/**
 * The backups in the office's own folder, newest first. One counts as verified when the audit trail has it with
 * the size that the file has now; any other is opened and checked again.
 */
export async function list({ desk, db }: Context): Promise<Output<'backups.list'>> {
  const open = desk.opened();
  const folder = open.files.backups;
  const lines = await recordedBackups(db, 500);
  const backups = namesIn(folder).map(({ name, madeAt }): Backup => {
    const file = path.join(folder, name);
    const bytes = statSync(file).size;
    const line = lines.find((one) => one.file === name && one.bytes === bytes);
    const keysThere = existsSync(path.join(folder, keysOf(name)));
    const seen = line ? { rows: line.rows, verified: true } : look(desk, open, file);
    return { file: name, madeAt, bytes, rows: seen.rows, verified: seen.verified && keysThere };
  });
  return { folder, backups };
}

async function recordedBackups(db: Db, limit: number) {
  const lines = await listRecorded(db, limit);
  return lines.flatMap(({ at, detail }) => {
    const read = recorded.safeParse(JSON.parse(detail));
    return read.success ? [{ at, ...read.data }] : [];
  });
}

/** When the newest verified backup was made, or null: shown on Work. */
export async function lastBackupAt(db: Db): Promise<string | null> {
  return (await recordedBackups(db, 1))[0]?.at ?? null;
}

/**
 * Makes and verifies a copy of a file that an update is about to change. Throws when it cannot; then the file
 * must be left as it is.
 */
export function backUpBeforeMigration(desk: Desk, handle: Database.Database, dataKey: Buffer): void {
  const { files } = desk;
  makeCopy({
    handle,
    files,
    key: dataKey,
    nativeBinding: desk.options.nativeBinding,
    folder: files.backups,
    now: desk.now(),
    why: '-before-update',
  });
}

/** Makes, verifies and records a copy of the open office before its key is changed; its name. Throws when it cannot. */
export async function backUpBeforeRekey(desk: Desk): Promise<string> {
  const open = desk.opened();
  const { nativeBinding } = desk.options;
  const binding = nativeBinding ? { nativeBinding } : {};
  const handle = openHandle({ file: open.files.database, key: open.dataKey, ...binding });
  try {
    const { files, dataKey: key } = open;
    const folder = files.backups;
    const why = '-before-new-key';
    const copy = makeCopy({ handle, files, key, nativeBinding, folder, now: desk.now(), why });
    const detail = { file: copy.name, bytes: copy.bytes, rows: copy.rows };
    await recordAlone(desk, { operation: 'backups.make', outcome: 'done', entity: 'backup', detail });
    return copy.name;
  } finally {
    handle.close();
  }
}
