import { existsSync, readFileSync } from 'node:fs';
import { OfficeProblem } from '#shared/problems.ts';
import { type OfficeFiles, writeWhole } from '../database/files.ts';
import { type KeyFile, keyFile, type KeySlot } from './key-slots.ts';

/** The key file of an office; a missing or broken one is a problem in words. */
export function readKeys(files: OfficeFiles): KeyFile {
  if (!existsSync(files.keys)) {
    throw new OfficeProblem(
      'no_office',
      `There is no office in ${files.folder}, or its key file is missing. Nothing was changed. ` +
        'Set up an office, or put office.keys.json back from a backup of the folder.',
    );
  }
  try {
    return keyFile.parse(JSON.parse(readFileSync(files.keys, 'utf8')));
  } catch {
    throw new OfficeProblem(
      'damaged_file',
      'The key file of this office cannot be read. Nothing was changed. Put office.keys.json back from a backup of the folder.',
    );
  }
}

/** The slot of a user name, whatever its capitals. */
export function slotOf(keys: KeyFile, userName: string): KeySlot | null {
  const wanted = userName.trim().toLowerCase();
  return keys.slots.find((slot) => slot.kind === 'person' && slot.user.toLowerCase() === wanted) ?? null;
}

/** Puts a slot in, in place of an older one for the same user. */
export function putSlot(files: OfficeFiles, slot: KeySlot): void {
  const keys = readKeys(files);
  const others = keys.slots.filter(
    (kept) => kept.kind !== slot.kind || kept.user.toLowerCase() !== slot.user.toLowerCase(),
  );
  writeWhole(files.keys, JSON.stringify({ ...keys, slots: [...others, slot] }, null, 1));
}
