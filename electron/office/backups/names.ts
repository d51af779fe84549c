import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** What a backup's name looks like; the moment in it is UTC. No colons, so that Windows takes it. */
const NAME = /^office-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})(\d{2})(?:-[a-z0-9-]+)?\.db$/;

/** The moment in a backup's name, or null when it is no backup's name. */
export function momentOf(name: string): string | null {
  const parts = NAME.exec(name);
  return parts && `${parts[1]}T${parts[2]}:${parts[3]}:${parts[4]}Z`;
}

/** The key file that belongs to a backup: without it the copy is as unreadable to the office as to a thief. */
export function keysOf(name: string): string {
  return name.replace(/\.db$/, '.keys.json');
}

/** The check file that belongs to a backup: what its two other files were when they were compared. */
export function checkOf(name: string): string {
  return name.replace(/\.db$/, '.check.json');
}

/** All files of one backup, the copy itself last: a copy that has its name has the others beside it. */
export function filesOf(name: string): string[] {
  return [keysOf(name), checkOf(name), name];
}

/** What a copy is called until it is whole. */
export function makingOf(name: string): string {
  return `${name}.making`;
}

/** A name for a backup of this moment that nothing in the folder has yet. */
export function freeName(folder: string, now: string, why: string): string {
  const moment = `${now.slice(0, 10)}-${now.slice(11, 19).replaceAll(':', '')}`;
  for (let turn = 1; ; turn++) {
    const name = `office-${moment}${why}${turn > 1 ? `-${turn}` : ''}.db`;
    if (![name, makingOf(name)].some((one) => existsSync(path.join(folder, one)))) return name;
  }
}

/** The backups in a folder, newest first. Throws what the disk says when it cannot be read. */
export function backupsIn(folder: string): { name: string; madeAt: string }[] {
  return readdirSync(folder)
    .flatMap((name) => {
      const madeAt = momentOf(name);
      return madeAt ? [{ name, madeAt }] : [];
    })
    .sort((a, b) => (a.name < b.name ? 1 : -1));
}

/** Copies that were cut off while they were made; nothing was ever told of them. */
export function cutOffIn(folder: string): string[] {
  return readdirSync(folder).filter(
    (name) => /\.making(-wal|-shm|-journal)?$/.test(name) && momentOf(name.replace(/\.making.*$/, '')),
  );
}
