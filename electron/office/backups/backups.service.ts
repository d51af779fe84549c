import type Database from 'better-sqlite3';
import path from 'node:path';
import type { Output } from '#shared/contract/index.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { recordAlone } from '../access/audit.service.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { findSettings, saveSettings } from './backups.queries.ts';
import { type Copy, copyNow, copyOpen, copyTo, type OnBytes, rotate } from './make.ts';
import { forgetFailures, noteFailure } from './state.ts';

export { lastBackupAt } from './state.ts';

type Made = Output<'backups.make'>;

/** What a backup is made for. */
export type Why = {
  why?: '' | '-before-restore' | '-before-new-key';
  by?: 'schedule' | 'lock';
  folder?: string;
};

const quiet: OnBytes = () => Promise.resolve();
const running = new WeakMap<Desk, Promise<unknown>>();

/** Waits until no backup is being made; what it came to does not matter here. */
export async function untilNoneRuns(desk: Desk): Promise<void> {
  for (let work = running.get(desk); work; work = running.get(desk)) await work.catch(() => undefined);
}

/**
 * Makes a backup in the office's own folder, or in the one that was chosen for this once, and in the second folder.
 * It is opened and compared before it counts; then older ones go. One at a time. Throws what stopped it, after that
 * was noted for everybody to see; a second folder that fails stops nothing.
 */
export async function backUp(
  desk: Desk,
  what: Why = {},
  onBytes: OnBytes = quiet,
): Promise<Copy & Pick<Made, 'second'>> {
  await untilNoneRuns(desk);
  const work = makeOne(desk, what, onBytes);
  running.set(desk, work);
  try {
    return await work;
  } catch (error) {
    if (!isCancelled(error) && !what.folder) await noteFailure(desk, 'failed', error);
    throw error;
  } finally {
    running.delete(desk);
  }
}

const isCancelled = (error: unknown) => error instanceof OfficeProblem && error.problem.code === 'cancelled';

/** The same without waiting for others and without noting a failure: for whoever holds the office already. */
export async function makeOne(
  desk: Desk,
  { why = '', by, folder }: Why,
  onBytes: OnBytes,
): Promise<Copy & Pick<Made, 'second'>> {
  const open = desk.opened();
  const own = folder === undefined;
  const copy = await copyOpen(
    desk,
    open,
    { folder: folder ?? open.files.backups, now: desk.now(), why },
    onBytes,
  );
  await recordAlone(desk, {
    operation: 'backups.make',
    action: 'backup',
    outcome: 'done',
    entity: 'backup',
    detail: { file: copy.name, bytes: copy.bytes, rows: copy.holding.rows, ...(by ? { by } : {}) },
  });
  if (!own) return { ...copy, second: null };
  forgetFailures(desk);
  await open.writer.transaction(() => saveSettings(open.writerDb, { failed_at: null, failed_why: '' }));
  rotate(copy.folder, copy);
  return { ...copy, second: await toSecond(desk, copy) };
}

async function toSecond(desk: Desk, copy: Copy): Promise<Made['second']> {
  const { readerDb, writer, writerDb } = desk.opened();
  const { second_folder: folder } = await findSettings(readerDb);
  if (!folder) return null;
  try {
    await copyTo(folder, copy);
    rotate(folder, copy);
    await writer.transaction(() => saveSettings(writerDb, { second_failed_at: null, second_failed_why: '' }));
    return { folder, ok: true, why: '' };
  } catch (error) {
    return { folder, ok: false, why: await noteFailure(desk, 'secondFailed', error) };
  }
}

/** Makes a backup now, as somebody asked; see {@link backUp}. */
export async function make(context: Context, input: { folder?: string | undefined }): Promise<Made> {
  const { desk, now } = context;
  const folder = input.folder ? { folder: context.filePath(input.folder, 'write') } : {};
  await context.progress(0, 1, 'Copying the office');
  const copy = await backUp(desk, folder, (done, total) =>
    context.progress(done, total, 'Copying the office'),
  );
  const { name, bytes, holding, second } = copy;
  await context.progress(1, 1, 'Backed up and checked').catch(() => undefined);
  return { file: name, folder: copy.folder, madeAt: now, bytes, rows: holding.rows, verified: true, second };
}

/**
 * Chooses where each backup goes as well; null for nowhere. Refuses the office's own folder and whatever lies in it:
 * a second place that is lost with the first is none.
 */
export async function chooseSecond(
  context: Context,
  { folder: token }: { folder: string | null },
): Promise<{ folder: string | null }> {
  const { db, desk } = context;
  const folder = token === null ? null : path.resolve(context.filePath(token, 'write'));
  const home = path.resolve(desk.opened().files.folder);
  if (
    folder &&
    !path.relative(home, folder).startsWith('..') &&
    !path.isAbsolute(path.relative(home, folder))
  )
    throw new OfficeProblem(
      'invalid',
      'That folder is in the office’s own, and would be lost with it. Nothing was changed. Choose one on another disk or a stick.',
      { field: 'folder' },
    );
  await saveSettings(db, { second_folder: folder, second_failed_at: null, second_failed_why: '' });
  forgetFailures(desk);
  context.note({ entity: 'backup', id: null, detail: { secondFolder: folder ? 'chosen' : 'none' } });
  return { folder };
}

/**
 * Makes and verifies a copy of a file that an update is about to change; its name. Throws when it cannot; then the
 * file must be left as it is.
 */
export function backUpBeforeMigration(desk: Desk, handle: Database.Database, dataKey: Buffer): string {
  return copyNow(desk, desk.files, handle, dataKey, { now: desk.now(), why: '-before-update' }).name;
}

/** Makes, verifies and records a copy of the open office before its key is changed; its name. Throws when it cannot. */
export async function backUpBeforeRekey(desk: Desk): Promise<string> {
  return (await backUp(desk, { why: '-before-new-key' })).name;
}
