import path from 'node:path';
import { OfficeProblem } from '#shared/problems.ts';

/** What can be seen of the place where a folder lies, and nothing of what is in it. */
export type PlaceFacts = {
  system: 'windows' | 'linux' | 'mac';
  /** As it was named. */
  folder: string;
  /** With links and mapped drives resolved, as far as the folder exists. */
  real: string;
  /** Linux: the type of the file system that holds it, and where that is mounted. */
  mount: { type: string; at: string } | null;
  /** Folders that a program keeps in step with other computers, and the program's name. */
  synced: readonly { folder: string; by: string }[];
  /** Programs whose mark lies in the folder or in one above it. */
  marks: readonly string[];
};

/** Why an office may not be written there. */
export type PlaceFault = { kind: 'network'; what: string } | { kind: 'synced'; by: string };

/** File systems whose files are on another computer, or pass through a program that may put them there. */
const NETWORK_TYPES =
  /^(nfs\d?|cifs|smb\d?|smbfs|ncpfs|afs|ceph|lustre|gfs2?|ocfs2|glusterfs|beegfs|davfs2?|vboxsf|prl_fs|acfs|gpfs|fuse(\..+)?)$/;
/** Passes through a program, yet stays on this computer. */
const LOCAL_FUSE = /^fuse\.(fuse-overlayfs|gocryptfs|ntfs-3g|bindfs|mergerfs)$/;

/** Names that sync programs give to their own folders, whatever else is known of them. */
const SYNCED_NAMES: readonly [RegExp, string][] = [
  [/^OneDrive( - .+)?$/i, 'OneDrive'],
  [/^Dropbox( \(.+\))?$/i, 'Dropbox'],
  [/^(Google Drive|GoogleDrive|My Drive)$/i, 'Google Drive'],
  [/^(iCloudDrive|iCloud Drive|Mobile Documents|com~apple~CloudDocs)$/i, 'iCloud'],
  [/^Nextcloud$/i, 'Nextcloud'],
  [/^ownCloud$/i, 'ownCloud'],
];

/**
 * Whether an office may be written in this place; null when it may. SQLite's locks and its log hold on one computer's
 * own disk only (sqlite.org/wal.html), and a program that copies the files meanwhile takes some of before and
 * some of after a change.
 */
export function placeFault(facts: PlaceFacts): PlaceFault | null {
  for (const folder of [facts.folder, facts.real]) {
    const share = facts.system === 'windows' ? shareOf(folder) : null;
    if (share) return { kind: 'network', what: share };
  }
  const { mount } = facts;
  // What the system itself runs from is this computer's disk, whatever a container calls it.
  const isSystems = mount?.at === '/' && !mount.type.startsWith('nfs');
  if (mount && !isSystems && NETWORK_TYPES.test(mount.type) && !LOCAL_FUSE.test(mount.type))
    return { kind: 'network', what: `a file system of the type ${mount.type}` };
  const by = facts.marks[0] ?? syncedBy(facts, facts.real) ?? syncedBy(facts, facts.folder);
  return by ? { kind: 'synced', by } : null;
}

/** `\\server\share` in any of the ways that Windows writes it; not `\\?\C:\` nor `\\.\`. */
function shareOf(folder: string): string | null {
  const plain = folder.replaceAll('/', '\\');
  const [, server, share] = /^\\\\(?:\?\\UNC\\)?([^\\?.][^\\]*)\\([^\\]+)/i.exec(plain) ?? [];
  return server && share ? `the network folder \\\\${server}\\${share}` : null;
}

function syncedBy({ system, synced }: PlaceFacts, folder: string): string | null {
  const style = system === 'windows' ? path.win32 : path.posix;
  const fold = (one: string) => (system === 'windows' ? one.toLowerCase() : one);
  const within = synced.find((one) => {
    const way = style.relative(fold(one.folder), fold(folder));
    return way === '' || (way !== '..' && !way.startsWith(`..${style.sep}`) && !style.isAbsolute(way));
  });
  if (within) return within.by;
  const parts = folder.split(style.sep);
  return SYNCED_NAMES.find(([name]) => parts.some((part) => name.test(part)))?.[1] ?? null;
}

/** The fault in words, with what to do. */
export function sharedFolder(fault: PlaceFault, folder: string): OfficeProblem {
  const why =
    fault.kind === 'network'
      ? `is on ${fault.what}. Two computers could write there at once and damage the records`
      : `is kept in step by ${fault.by}, which could put half of a change in its place and damage the records`;
  return new OfficeProblem(
    'shared_folder',
    `The office cannot be opened for writing, because its folder ${folder} ${why}. Nothing was changed. ` +
      "Ask IT to move the folder to this computer's own disk and to name the new place in TRUST_DESK_DATA; " +
      'backups may go to a network folder.',
  );
}
