import type { OfficeFiles } from '../database/files.ts';
import { removeDatabase } from '../database/files.ts';
import { opensWith } from '../database/rekey.ts';
import type { Desk } from '../desk.ts';
import { toProblem } from '../problems.ts';
import { hasPair, type KeyFile, type KeySlot, type NamedKey, sealTo } from './key-slots.ts';
import { isGenuine, keyName, readKeys, writeKeys } from './keys.ts';

/** The copy under the new key, before it takes the office's place. */
export const rekeyOf = (files: OfficeFiles): string => `${files.database}.rekey`;

const slotsWith = (slots: KeySlot[], name: string): KeySlot[] =>
  slots.flatMap((slot) => {
    if (!hasPair(slot)) return [];
    const boxes = slot.boxes.filter((each) => each.key === name);
    return boxes.length > 0 ? [{ ...slot, boxes }] : [];
  });

/** Writes the key file for the time of the change: the slots that stay lead to both keys. */
export function writeBoth(
  files: OfficeFiles,
  keys: KeyFile,
  staying: KeySlot[],
  old: NamedKey,
  next: NamedKey,
): void {
  const slots = keys.slots.map((slot) =>
    hasPair(slot) && staying.includes(slot)
      ? { ...slot, boxes: [...slot.boxes.filter((each) => each.key === old.name), sealTo(slot, next)] }
      : slot,
  );
  writeKeys(files, slots, keys.practice, [old, next]);
}

/** Writes the key file with the one key that is in use. */
export function writeOnly(files: OfficeFiles, keys: KeyFile, data: NamedKey): void {
  writeKeys(files, slotsWith(keys.slots, data.name), keys.practice, [data]);
}

/**
 * Which of the keys that a slot led to opens the office: two are there only when a change of the key was broken off, and
 * then the file says how far it came. Null when there was none. Changes nothing.
 */
export function keyInUse(desk: Desk, opened: NamedKey[]): NamedKey | null {
  const [first] = opened;
  if (!first || opened.length === 1) return first ?? null;
  const { nativeBinding } = desk.options;
  const file = desk.files.database;
  const opens = ({ key }: NamedKey) => opensWith({ file, key, ...(nativeBinding ? { nativeBinding } : {}) });
  return opened.find(opens) ?? first;
}

/** Puts the key file right after a change that was broken off, and takes its copy away. Hold the office before. */
export function finishRekey(desk: Desk, data: NamedKey): void {
  const { files } = desk;
  try {
    const keys = readKeys(files);
    if (keys.format === 2 && keys.seals.length > 1 && isGenuine(keys, data)) finish(files, keys, data);
    removeDatabase(rekeyOf(files));
  } catch (error) {
    // A full disk keeps nobody out: both keys stay, and the next sign-in puts it right.
    toProblem(error, desk.log, 'access.rekey');
  }
}

/** Slots of the first format stay while the old key does. */
function finish(files: OfficeFiles, keys: KeyFile, data: NamedKey): void {
  const isOld = keyName(keys) === data.name;
  const plain = isOld ? keys.slots.filter((slot) => !hasPair(slot)) : [];
  writeKeys(files, [...slotsWith(keys.slots, data.name), ...plain], keys.practice, [data]);
}
