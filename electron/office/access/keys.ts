import { createHmac, hkdfSync, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { OfficeProblem } from '#shared/problems.ts';
import { type OfficeFiles, writeWhole } from '../database/files.ts';
import { announceKeys } from '../database/seal.ts';
import {
  FIRST_KEY,
  hasPair,
  type KeyFile,
  keyFile,
  type KeySlot,
  type NamedKey,
  openSlot,
  type SlotOwner,
} from './key-slots.ts';

/** The key file of an office; a missing or broken one is a problem in words. */
export function readKeys(files: Pick<OfficeFiles, 'folder' | 'keys'>): KeyFile {
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

const isOwn = (who: SlotOwner) => (slot: KeySlot) =>
  slot.kind === who.kind && slot.user.toLowerCase() === who.user.trim().toLowerCase();

/** The slot of a user name, whatever its capitals. */
export function slotOf(keys: KeyFile, user: string): KeySlot | null {
  return keys.slots.find(isOwn({ kind: 'person', user })) ?? null;
}

/** The id of the slot that an owner has now; undefined when there is none with one. */
export function slotIdOf(files: OfficeFiles, who: SlotOwner): string | undefined {
  const slot = readKeys(files).slots.find(isOwn(who));
  return slot && hasPair(slot) ? slot.id : undefined;
}

/** The slot that the recovery key opens. */
export function recoverySlot(keys: KeyFile): KeySlot | null {
  return keys.slots.find((slot) => slot.kind === 'recovery') ?? null;
}

/** The same text whatever the order in which an object's parts were written. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    part !== null && typeof part === 'object' && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );
}

/** What shows that these slots were written by somebody who had the data key: no other slot was slipped in. */
function macOf(slots: KeySlot[], practice: boolean, { key }: NamedKey): string {
  const secret = Buffer.from(hkdfSync('sha256', key, '', 'trust desk key file', 32));
  const mac = createHmac('sha256', secret)
    .update(inOrder([practice, slots]))
    .digest('base64');
  secret.fill(0);
  return mac;
}

/** Whether the slots are the office's own, as far as one of its data keys can tell. Files of the first format cannot tell. */
export function isGenuine(keys: KeyFile, data: NamedKey): boolean {
  if (keys.format === 1) return true;
  const kept = keys.seals.find((seal) => seal.key === data.name)?.mac ?? '';
  const made = macOf(keys.slots, keys.practice, data);
  return kept.length === made.length && timingSafeEqual(Buffer.from(kept), Buffer.from(made));
}

/** A name for a data key that was never used before. */
export const newKeyName = (): string => randomBytes(6).toString('hex');

/** The name of the data key in use. */
export function keyName(keys: KeyFile): string {
  return keys.format === 1 ? FIRST_KEY : (keys.seals[0]?.key ?? FIRST_KEY);
}

/** Writes the slots, sealed with every data key they lead to, or leaves the file as it was. */
export function writeKeys(
  files: Pick<OfficeFiles, 'keys'>,
  slots: KeySlot[],
  practice: boolean,
  data: NamedKey[],
): void {
  const seals = data.map((each) => ({ key: each.name, mac: macOf(slots, practice, each) }));
  const content = JSON.stringify({ format: 2, practice, slots, seals }, null, 1);
  // The seal beside an open office knows the new file before it is there and forgets the old one after.
  const settle = announceKeys(files.keys, content);
  writeWhole(files.keys, content);
  settle();
}

/** The slots of an open office; refuses a key file into which somebody without the data key wrote. */
export function ownKeys(files: OfficeFiles, data: NamedKey): KeyFile {
  const keys = readKeys(files);
  if (isGenuine(keys, data)) return keys;
  throw new OfficeProblem(
    'damaged_file',
    'The key file was changed by something other than Trust Desk, so nothing was written to it. Everything saved is safe. ' +
      'Put office.keys.json back from the newest backup and sign in again.',
  );
}

/** Puts a slot in, in place of an older one of the same owner. */
export function putSlot(files: OfficeFiles, data: NamedKey, slot: KeySlot): void {
  const keys = ownKeys(files, data);
  const others = keys.slots.filter((kept) => !isOwn(slot)(kept));
  writeKeys(files, [...others, slot], keys.practice, [data]);
}

/** Takes the slots away that `isGone` names; whether there was one. */
export function dropSlots(files: OfficeFiles, data: NamedKey, isGone: (slot: KeySlot) => boolean): boolean {
  const keys = ownKeys(files, data);
  const left = keys.slots.filter((slot) => !isGone(slot));
  if (left.length === keys.slots.length) return false;
  writeKeys(files, left, keys.practice, [data]);
  return true;
}

/** Whether this person's slot is this one. */
export const isSlotOf = (user: string) => isOwn({ kind: 'person', user });

/**
 * The data key of a copy of an office, from the key file that lies beside the copy: a backup made before the key was
 * changed opens with the passphrase of its own day. Null when the secret opens nothing in it.
 */
export async function dataKeyOf(keysFile: string, who: SlotOwner, secret: string): Promise<Buffer | null> {
  const keys = readKeys({ folder: keysFile, keys: keysFile });
  const slot = who.kind === 'recovery' ? recoverySlot(keys) : slotOf(keys, who.user);
  return (slot && (await openSlot(slot, secret))[0]?.key) || null;
}
