import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import path from 'node:path';
import type { Output } from '#shared/contract/index.ts';
import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';
import { findSettings, type Holding } from './backups.queries.ts';
import type { Standing } from './check-file.ts';
import { backupsIn, filesOf } from './names.ts';
import { checkInThread } from './thread.ts';
import type { Found } from './work.ts';

type List = Output<'backups.list'>;
type Backup = List['backups'][number];
type State = Backup['state'];
type Placed = { file: string; name: string; place: Backup['place']; madeAt: string; bytes: number };

/** Files up to this size are looked into whenever they are listed first; larger ones when somebody asks. */
const LOOK_AT_ONCE = 64_000_000;

/** What was found in each backup, for as long as none of its files changes. */
const known = new Map<string, Found>();

const states: Record<Standing, State> = {
  matches: 'verified',
  other_key: 'earlier_key',
  no_check: 'unproven',
  no_keys: 'no_keys',
  wrong_keys: 'wrong_keys',
  damaged: 'damaged',
};

/** The facts of a file's state that change whenever it does. */
function stampOf(desk: Desk, file: string): string {
  const parts = filesOf(path.basename(file)).map((name) => {
    const stat = statSync(path.join(path.dirname(file), name), { throwIfNoEntry: false });
    return stat ? `${stat.size} ${stat.mtimeMs} ${stat.ctimeMs} ${stat.ino}` : '-';
  });
  // What one key said of a file, another may not.
  const key = createHash('sha256').update(desk.opened().dataKey).digest('hex').slice(0, 16);
  return [key, file, ...parts].join('|');
}

function placed(folder: string, place: Backup['place']): Placed[] {
  return backupsIn(folder).flatMap(({ name, madeAt }) => {
    const file = path.join(folder, name);
    const stat = statSync(file, { throwIfNoEntry: false });
    return stat?.isFile() ? [{ file, name, place, madeAt, bytes: stat.size }] : [];
  });
}

/** What a person is told of what a file holds. */
export function toldOf({ hash: _hash, seq: _seq, setUpAt: _setUpAt, version: _version, ...told }: Holding) {
  return told;
}

function reachable(folder: string, place: Backup['place']): { there: boolean; files: Placed[] } {
  try {
    return { there: true, files: placed(folder, place) };
  } catch {
    return { there: false, files: [] };
  }
}

function shown({ name, place, madeAt, bytes }: Placed, state: State, holding: Holding | null): Backup {
  return { file: name, place, madeAt, bytes, state, holds: holding && toldOf(holding) };
}

async function lookAt(desk: Desk, files: Placed[], onStep?: (done: number) => void): Promise<void> {
  if (files.length === 0) return;
  const stamps = files.map(({ file }) => stampOf(desk, file));
  const found = await checkInThread(
    {
      files: files.map(({ file }) => file),
      key: Buffer.from(desk.opened().dataKey),
      nativeBinding: desk.options.nativeBinding,
    },
    onStep,
  );
  for (const [index, stamp] of stamps.entries()) {
    const one = found[index];
    if (one) known.set(stamp, one);
  }
}

async function collect(
  context: Pick<Context, 'desk'>,
): Promise<{ about: Omit<List, 'backups'>; files: Placed[] }> {
  const { files, readerDb } = context.desk.opened();
  const own = reachable(files.backups, 'own');
  const { second_folder: folder } = await findSettings(readerDb);
  const second = folder ? reachable(folder, 'second') : null;
  return {
    about: { folder: files.backups, second: folder && second ? { folder, reachable: second.there } : null },
    files: [...own.files, ...(second?.files ?? [])].sort((a, b) => (a.madeAt < b.madeAt ? 1 : -1)),
  };
}

function answer(desk: Desk, about: Omit<List, 'backups'>, files: Placed[]): List {
  return {
    ...about,
    backups: files.map((one) => {
      const found = known.get(stampOf(desk, one.file));
      return shown(one, found ? states[found.standing] : 'unchecked', found?.holding ?? null);
    }),
  };
}

/**
 * The backups in both folders, newest first. Each is opened and looked into once in a session, and again when one of
 * its files changed; large ones wait until somebody asks.
 */
export async function list({ desk }: Context): Promise<List> {
  const { about, files } = await collect({ desk });
  await lookAt(
    desk,
    files.filter((one) => one.bytes <= LOOK_AT_ONCE && !known.has(stampOf(desk, one.file))),
  );
  return answer(desk, about, files);
}

/** Looks into every backup in both folders, whatever is known of it. */
export async function check(context: Context): Promise<List> {
  const { desk } = context;
  const { about, files } = await collect({ desk });
  for (const [index, one] of files.entries()) {
    await context.progress(index, files.length, 'Opening and checking each backup');
    await lookAt(desk, [one]);
  }
  return answer(desk, about, files);
}
