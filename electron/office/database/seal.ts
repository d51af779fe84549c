import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { closeSync, existsSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { z } from 'zod';
import type { OfficeFiles } from './files.ts';

/**
 * What the seal beside the database remembers: the newest line of the audit trail that is safely on the disk, the key
 * file as it was, and up to which line a break is known and was recorded.
 */
const sealContent = z.object({
  turn: z.number().int(),
  seq: z.number().int(),
  hash: z.string(),
  /** SHA-256 of each key file that is right: two while one is being replaced by another. */
  keys: z.array(z.string()),
  knownUpTo: z.number().int(),
});
/** See {@link sealContent}. */
export type Sealed = z.infer<typeof sealContent>;

/** What lies beside the database: the seal and its place in the file, nothing, or something that is none of this office's. */
export type FoundSeal =
  { state: 'there'; sealed: Sealed; place: number } | { state: 'missing' } | { state: 'unreadable' };

/** The two places for a seal in its file. One is written at a time: a power cut spoils at most the one being written. */
const PLACE = 1024;

/** Nobody without the office's key can make a seal. */
function signature(key: Buffer, content: string): string {
  const own = createHmac('sha256', key).update('trust desk seal').digest();
  return createHmac('sha256', own).update(content).digest('hex');
}

function readPlace(key: Buffer, text: string): Sealed | null {
  const [content = '', mac = ''] = text.trim().split('\t');
  const expected = Buffer.from(signature(key, content));
  const given = Buffer.from(mac);
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return sealContent.parse(JSON.parse(content));
}

/** Reads the seal beside an office. */
export function readSeal(files: OfficeFiles, key: Buffer): FoundSeal {
  if (!existsSync(files.seal)) return { state: 'missing' };
  const bytes = readFileSync(files.seal).toString('latin1');
  const [newest] = [0, 1]
    .flatMap((place) => {
      const sealed = readPlace(key, bytes.slice(place * PLACE, (place + 1) * PLACE));
      return sealed ? [{ sealed, place }] : [];
    })
    .sort((a, b) => b.sealed.turn - a.sealed.turn);
  return newest ? { state: 'there', ...newest } : { state: 'unreadable' };
}

/** What a key file is known by; an empty text when there is none. */
export function keysFingerprint({ keys }: Pick<OfficeFiles, 'keys'>): string {
  return existsSync(keys) ? sha256(readFileSync(keys)) : '';
}

const sha256 = (bytes: string | Buffer) => createHash('sha256').update(bytes).digest('hex');

/** Seals of open offices by their key file. */
const open = new Map<string, Seal>();

/**
 * Tells the seal of an open office that its key file is about to be replaced by this text: until the answer is called, both
 * are right, so that a crash in between is no fault. Does nothing for a key file that belongs to no open office.
 */
export function announceKeys(keys: string, content: string): () => void {
  const seal = open.get(keys);
  const next = sha256(content);
  seal?.set({ keys: [keysFingerprint({ keys }), next] });
  seal?.flush();
  return () => seal?.set({ keys: [next] });
}

/**
 * Keeps the seal of an open office. It is written after a commit is safely on the disk and never before, so the
 * database may be ahead of it, after a crash in between, and never behind. It is not waited for: what the disk has not
 * taken yet when the power fails is the older seal, which is as true.
 */
export class Seal {
  readonly #key: Buffer;
  readonly #file: string;
  readonly #keys: string;
  #handle: number | null = null;
  #sealed: Sealed;
  #place: number;

  /** Nothing is written before the first {@link set}. `place` is where the newest seal stands now. */
  constructor(files: OfficeFiles, key: Buffer, start: { sealed: Sealed; place: number }) {
    this.#key = Buffer.from(key);
    this.#file = files.seal;
    this.#keys = files.keys;
    open.set(files.keys, this);
    this.#sealed = start.sealed;
    this.#place = start.place;
  }

  /** The newest line that is sealed. */
  get seq(): number {
    return this.#sealed.seq;
  }

  /**
   * Seals a newer line, or what else changed; throws what the disk says. Costs one small write into a file that is
   * open. Its turn is the moment, so that the newest is found even where a window and a terminal write both.
   */
  set(change: Partial<Omit<Sealed, 'turn'>>): void {
    this.#write(change, this.#key);
    this.#place = 1 - this.#place;
  }

  /**
   * Puts a seal for the file that is about to take this one's place, under its own key, beside the present one: whichever of
   * the two files lies there after a crash finds its seal.
   */
  lend(key: Buffer, head: { seq: number; hash: string }): void {
    const kept = this.#sealed;
    this.#write({ ...head, keys: [keysFingerprint({ keys: this.#keys })] }, key);
    this.#sealed = kept;
    this.flush();
  }

  #write(change: Partial<Omit<Sealed, 'turn'>>, key: Buffer): void {
    const next = { ...this.#sealed, ...change, turn: Math.max(this.#sealed.turn + 1, Date.now()) };
    const content = JSON.stringify(next);
    const text = `${`${content}\t${signature(key, content)}`.padEnd(PLACE - 1)}\n`;
    this.#handle ??= openSync(this.#file, existsSync(this.#file) ? 'r+' : 'w+', 0o600);
    writeSync(this.#handle, text, (1 - this.#place) * PLACE, 'latin1');
    this.#sealed = next;
  }

  /** Waits until the disk has it. */
  flush(): void {
    if (this.#handle !== null) fsyncSync(this.#handle);
  }

  close(): void {
    if (this.#handle !== null) closeSync(this.#handle);
    this.#handle = null;
    this.#key.fill(0);
    if (open.get(this.#keys) === this) open.delete(this.#keys);
  }
}
