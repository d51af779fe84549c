import type Database from 'better-sqlite3';
import { existsSync, mkdirSync, readFileSync, rmSync, statfsSync, statSync } from 'node:fs';
import path from 'node:path';
import { backupsToDrop } from '#shared/domain/rotation.ts';
import { OfficeProblem } from '#shared/problems.ts';
import { type OfficeFiles, removeDatabase, renameForGood, writeWhole } from '../database/files.ts';
import type { Desk, OpenOffice } from '../desk.ts';
import type { Holding } from './backups.queries.ts';
import { isOf } from './check-file.ts';
import { backupsIn, checkOf, cutOffIn, filesOf, freeName, keysOf, makingOf } from './names.ts';
import { carryInThread, copyInThread } from './thread.ts';
import { type Copied, copyThrough } from './work.ts';

/** A verified copy in a folder. */
export type Copy = { name: string; folder: string; bytes: number; holding: Holding };

/** Hears how many bytes are written of about so many; throws to stop. */
export type OnBytes = (done: number, total: number) => Promise<void>;

const LOOK_EVERY_MS = 10;

/** Makes the folder, takes away what was cut off in it, and refuses a disk that has no room for the copy. */
function readyFolder(folder: string, bytes: number): void {
  mkdirSync(folder, { recursive: true });
  for (const rest of cutOffIn(folder)) rmSync(path.join(folder, rest), { force: true });
  const { bavail, bsize } = statfsSync(folder);
  if (bavail * bsize > bytes + bytes / 20) return;
  throw new OfficeProblem(
    'disk_full',
    `There is not enough room in ${folder} for a backup, so none was made. Everything saved in the office is safe. ` +
      'Free some space there, or choose another folder, and back up again.',
  );
}

const sizeOf = (file: string) => statSync(file, { throwIfNoEntry: false })?.size ?? 0;
const bytesOf = (files: OfficeFiles) => sizeOf(files.database) + sizeOf(`${files.database}-wal`);

/** Gives a copy its name, its key file and its check file first: a copy with a name has both. */
function name(folder: string, copy: string, keys: Buffer, check: string | Buffer): number {
  writeWhole(path.join(folder, keysOf(copy)), keys);
  writeWhole(path.join(folder, checkOf(copy)), check);
  renameForGood(path.join(folder, makingOf(copy)), path.join(folder, copy));
  return sizeOf(path.join(folder, copy));
}

function takeAway(folder: string, copy: string): void {
  removeDatabase(path.join(folder, makingOf(copy)));
  for (const file of filesOf(copy)) rmSync(path.join(folder, file), { force: true });
}

/**
 * Copies the open office in a thread of its own: whatever was committed before is in it, and writers wait only until
 * the copy has begun. Opened again and compared, it gets its name. Throws what the disk said, `disk_full`,
 * `damaged_file` or `cancelled`; then nothing of it is left.
 */
export async function copyOpen(
  desk: Desk,
  open: OpenOffice,
  how: { folder: string; now: string; why: string },
  onBytes: OnBytes,
): Promise<Copy> {
  const { folder } = how;
  const { files } = open;
  const key = Buffer.from(open.dataKey);
  readyFolder(folder, bytesOf(files));
  const copy = freeName(folder, how.now, how.why);
  const making = path.join(folder, makingOf(copy));
  const { work, keys } = await begin(desk, open, making, key);
  try {
    await watch(work.done, making, bytesOf(files), onBytes);
    const { holding, check } = await work.done;
    return { name: copy, folder, bytes: name(folder, copy, keys, check), holding };
  } catch (error) {
    // A thread that still copies is let finish; what it wrote goes then.
    if (work.over) takeAway(folder, copy);
    else void work.done.catch(() => undefined).finally(() => takeAway(folder, copy));
    throw error;
  } finally {
    key.fill(0);
  }
}

type Work = { done: Promise<Copied>; over: boolean };

/** Begins a copy: nobody writes between the moment that is counted and the moment that is copied. */
function begin(
  desk: Desk,
  open: OpenOffice,
  making: string,
  key: Buffer,
): Promise<{ work: Work; keys: Buffer }> {
  return open.writer.transaction(async () => {
    const { nativeBinding } = desk.options;
    const keys = readFileSync(open.files.keys);
    const done = copyInThread({ database: open.files.database, key, making, keys, nativeBinding });
    const work: Work = { done, over: false };
    const end = () => (work.over = true);
    done.then(end, end);
    do await pause(LOOK_EVERY_MS);
    while (!work.over && sizeOf(making) === 0);
    return { work, keys };
  });
}

/** Tells of progress until the work ends; throws when somebody stops it. */
async function watch(work: Promise<unknown>, making: string, total: number, onBytes: OnBytes): Promise<void> {
  let over = false;
  const end = work.then(
    () => (over = true),
    () => (over = true),
  );
  for (;;) {
    await Promise.race([end, pause(200)]);
    if (over) return;
    await onBytes(Math.min(sizeOf(making), total), total);
  }
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

/** The same through a handle that nobody else writes past, at once: before an update, while nobody can work yet. */
export function copyNow(
  desk: Desk,
  files: OfficeFiles,
  handle: Database.Database,
  dataKey: Buffer,
  how: { now: string; why: string },
): Copy {
  const folder = files.backups;
  readyFolder(folder, bytesOf(files));
  const copy = freeName(folder, how.now, how.why);
  try {
    const making = path.join(folder, makingOf(copy));
    const keys = readFileSync(files.keys);
    const { holding, check } = copyThrough(handle, making, dataKey, keys, desk.options.nativeBinding);
    return { name: copy, folder, bytes: name(folder, copy, keys, check), holding };
  } catch (error) {
    takeAway(folder, copy);
    throw error;
  }
}

/** Carries a backup over to another folder and compares it there. Throws what that folder's disk says. */
export async function copyTo(folder: string, { name: copy, folder: from, bytes }: Copy): Promise<void> {
  // Made anew, the folder of a stick that is not there would lie on this computer's own disk.
  if (!existsSync(folder))
    throw new OfficeProblem(
      'folder_unwritable',
      `The second folder ${folder} is not there, so the backup was not copied to it. The backup itself is safe. ` +
        'Put the disk or stick back, or choose another folder in Office, Backups.',
    );
  readyFolder(folder, bytes);
  try {
    await carryInThread({ from: path.join(from, copy), to: path.join(folder, makingOf(copy)) });
    const beside = (file: string) => readFileSync(path.join(from, file));
    name(folder, copy, beside(keysOf(copy)), beside(checkOf(copy)));
  } catch (error) {
    takeAway(folder, copy);
    throw error;
  }
}

const isBefore = (copy: string) => copy.includes('-before-');

/**
 * Lets older backups of this office go; whatever else lies in the folder stays. Those made before a restore or an
 * update count by themselves, so that the day's backups do not push the way back out. One that is held open now goes
 * at the next turn.
 */
export function rotate(folder: string, made: Copy): void {
  const ours = backupsIn(folder)
    .filter(({ name: copy }) => isOf(path.join(folder, copy), made.holding.setUpAt))
    // Without its ending the second of one moment comes after the first.
    .map(({ name: copy, madeAt }) => ({ name: copy.replace(/\.db$/, ''), madeAt }));
  const drop = [
    ...backupsToDrop(ours.filter((one) => !isBefore(one.name))),
    ...backupsToDrop(ours.filter((one) => isBefore(one.name))),
  ];
  // A clock that was put back makes the newest look old.
  for (const copy of drop.filter((one) => `${one}.db` !== made.name))
    for (const file of filesOf(`${copy}.db`).toReversed())
      try {
        rmSync(path.join(folder, file), { force: true });
      } catch {
        break;
      }
}
