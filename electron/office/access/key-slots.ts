import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
  type KeyObject,
  randomBytes,
  scrypt,
} from 'node:crypto';
import { z } from 'zod';

/**
 * The office's data key is 32 random bytes that no one ever types. A slot is one person's way to it: an X25519 key
 * pair whose private half is wrapped by the passphrase (scrypt, then AES-256-GCM), and the data key sealed to the
 * public half. So the office can be given a new data key, sealed to everyone who stays, without anybody's passphrase.
 */
const wrapping = {
  kind: z.enum(['person', 'recovery']),
  user: z.string(),
  n: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  wrapped: z.string(),
};
/** A data key sealed to a slot's public key; `key` says which one, when two are in the file during a change. */
const box = z.object({
  key: z.string(),
  from: z.string(),
  iv: z.string(),
  tag: z.string(),
  sealed: z.string(),
});
const pairSlot = z.object({ ...wrapping, id: z.string(), publicKey: z.string(), boxes: z.array(box).min(1) });
/** As the first offices had them: the passphrase wraps the data key itself. */
const plainSlot = z.object(wrapping);

/** One way to the data key. */
export type PairSlot = z.infer<typeof pairSlot>;
/** A slot as it may lie in a file. */
export type KeySlot = PairSlot | z.infer<typeof plainSlot>;
type Box = z.infer<typeof box>;

const seal = z.object({ key: z.string(), mac: z.string() });
/** The key file that lies beside the database. It holds no secret by itself. */
export const keyFile = z.union([
  z.object({
    format: z.literal(2),
    practice: z.boolean(),
    slots: z.array(z.union([pairSlot, plainSlot])),
    /** Which data keys are in use (two only while one takes the other's place), and what shows the slots are the office's own. */
    seals: z.array(seal).min(1),
  }),
  z.object({ format: z.literal(1), practice: z.boolean(), slots: z.array(plainSlot) }),
]);
/** See {@link keyFile}. */
export type KeyFile = z.infer<typeof keyFile>;

/** scrypt's cost for a real office: about half a second, 128 MB. */
export const OFFICE_COST = 2 ** 17;
/** For the practice office, whose passphrases are printed on the screen, and for tests. */
export const PRACTICE_COST = 2 ** 10;

/** Whose slot it is. */
export type SlotOwner = { kind: KeySlot['kind']; user: string };
/** A data key and the name it has in the key file. */
export type NamedKey = { name: string; key: Buffer };

function derive(secret: string, salt: Buffer, n: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem: 256 * n * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

const ownerOf = (who: SlotOwner) => Buffer.from(`${who.kind}:${who.user.toLowerCase()}`);

function encrypt(key: Buffer, text: Buffer, bound: Buffer) {
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, iv);
  cipher.setAAD(bound);
  const data = Buffer.concat([cipher.update(text), cipher.final()]);
  return {
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    data: data.toString('base64'),
  };
}

function decrypt(key: Buffer, from: { iv: string; tag: string; data: string }, bound: Buffer): Buffer | null {
  try {
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(from.iv, 'base64'));
    decipher.setAAD(bound);
    decipher.setAuthTag(Buffer.from(from.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(from.data, 'base64')), decipher.final()]);
  } catch {
    return null;
  }
}

const publicKeyOf = (x: string) => createPublicKey({ key: { kty: 'OKP', crv: 'X25519', x }, format: 'jwk' });
const privateKeyOf = (d: string, x: string) =>
  createPrivateKey({ key: { kty: 'OKP', crv: 'X25519', d, x }, format: 'jwk' });

function newPair(): { x: string; d: string } {
  const { x = '', d = '' } = generateKeyPairSync('x25519').privateKey.export({ format: 'jwk' });
  return { x, d };
}

function shared(privateKey: KeyObject, publicKey: KeyObject, from: string, to: string): Buffer {
  const secret = diffieHellman({ privateKey, publicKey });
  return Buffer.from(hkdfSync('sha256', secret, `${from}.${to}`, 'trust desk data key', 32));
}

/** Seals a data key to a slot's public key: only the slot's passphrase opens it again. */
export function sealTo(slot: Pick<PairSlot, 'id' | 'publicKey'>, { name, key }: NamedKey): Box {
  const { x, d } = newPair();
  const secret = shared(privateKeyOf(d, x), publicKeyOf(slot.publicKey), x, slot.publicKey);
  const { iv, tag, data } = encrypt(secret, key, Buffer.from(`${slot.id}:${name}`));
  secret.fill(0);
  return { key: name, from: x, iv, tag, sealed: data };
}

function openBox(slot: PairSlot, privateHalf: string, sealed: Box): Buffer | null {
  const secret = shared(
    privateKeyOf(privateHalf, slot.publicKey),
    publicKeyOf(sealed.from),
    sealed.from,
    slot.publicKey,
  );
  const { iv, tag, sealed: data } = sealed;
  const key = decrypt(secret, { iv, tag, data }, Buffer.from(`${slot.id}:${sealed.key}`));
  secret.fill(0);
  return key;
}

/**
 * A new slot, always with a key pair of its own: what somebody kept of an older one never opens what is sealed to
 * this. Give the `id` of the slot whose place it takes, so that wrong tries at it are told of the same person.
 */
export async function makeSlot(
  data: NamedKey,
  who: SlotOwner,
  secret: string,
  cost: number,
  id = randomBytes(8).toString('hex'),
): Promise<PairSlot> {
  const salt = randomBytes(16);
  const derived = await derive(secret, salt, cost, 8, 1);
  const { x, d } = newPair();
  const { iv, tag, data: wrapped } = encrypt(derived, Buffer.from(d), ownerOf(who));
  derived.fill(0);
  const slot = { id, publicKey: x };
  return {
    ...who,
    ...slot,
    n: cost,
    r: 8,
    p: 1,
    salt: salt.toString('base64'),
    iv,
    tag,
    wrapped,
    boxes: [sealTo(slot, data)],
  };
}

/** The name of the data key in files of the first format. */
export const FIRST_KEY = 'first';

/** Whether this slot has a key pair, so that a new data key can be sealed to it. */
export const hasPair = (slot: KeySlot): slot is PairSlot => 'boxes' in slot;

/** The data keys that a secret opens: none when it is not the slot's, two while the office's key is being changed. */
export async function openSlot(slot: KeySlot, secret: string): Promise<NamedKey[]> {
  const derived = await derive(secret, Buffer.from(slot.salt, 'base64'), slot.n, slot.r, slot.p);
  const { iv, tag, wrapped: data } = slot;
  const inside = decrypt(derived, { iv, tag, data }, ownerOf(slot));
  derived.fill(0);
  if (!inside) return [];
  if (!hasPair(slot)) return [{ name: FIRST_KEY, key: inside }];
  const opened = slot.boxes.flatMap((each) => {
    const key = openBox(slot, inside.toString(), each);
    return key ? [{ name: each.key, key }] : [];
  });
  inside.fill(0);
  return opened;
}

/** Takes as long as a real try, so that a wrong user name cannot be told from a wrong passphrase. */
export async function wasteATry(secret: string, cost: number): Promise<void> {
  await derive(secret, randomBytes(16), cost, 8, 1);
}
