import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { z } from 'zod';

/**
 * The office's data key is 32 random bytes that no one ever types. Each person's passphrase, and the recovery
 * key, unwraps its own copy of it (scrypt, then AES-256-GCM). Removing a slot shuts one person out.
 */
const slot = z.object({
  kind: z.enum(['person', 'recovery']),
  user: z.string(),
  n: z.number().int(),
  r: z.number().int(),
  p: z.number().int(),
  salt: z.string(),
  iv: z.string(),
  tag: z.string(),
  wrapped: z.string(),
});
/** One wrapped copy of the data key. */
export type KeySlot = z.infer<typeof slot>;

/** The key file that lies beside the database. It holds no secret by itself. */
export const keyFile = z.object({ format: z.literal(1), practice: z.boolean(), slots: z.array(slot) });
/** See {@link keyFile}. */
export type KeyFile = z.infer<typeof keyFile>;

/** scrypt's cost for a real office: about half a second, 128 MB. */
export const OFFICE_COST = 2 ** 17;
/** For the practice office, whose passphrases are printed on the screen, and for tests. */
export const PRACTICE_COST = 2 ** 10;

function derive(secret: string, salt: Buffer, n: number, r: number, p: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret.normalize('NFKC'), salt, 32, { N: n, r, p, maxmem: 256 * n * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    );
  });
}

/** Wraps the data key for one person or the recovery key. */
export async function wrapKey(
  dataKey: Buffer,
  who: { kind: KeySlot['kind']; user: string },
  secret: string,
  cost: number,
): Promise<KeySlot> {
  const salt = randomBytes(16);
  const iv = randomBytes(12);
  const derived = await derive(secret, salt, cost, 8, 1);
  const cipher = createCipheriv('aes-256-gcm', derived, iv);
  cipher.setAAD(Buffer.from(`${who.kind}:${who.user.toLowerCase()}`));
  const wrapped = Buffer.concat([cipher.update(dataKey), cipher.final()]);
  derived.fill(0);
  return {
    ...who,
    n: cost,
    r: 8,
    p: 1,
    salt: salt.toString('base64'),
    iv: iv.toString('base64'),
    tag: cipher.getAuthTag().toString('base64'),
    wrapped: wrapped.toString('base64'),
  };
}

/** The data key, or null when the secret is not the one that wrapped it. */
export async function unwrapKey(from: KeySlot, secret: string): Promise<Buffer | null> {
  const derived = await derive(secret, Buffer.from(from.salt, 'base64'), from.n, from.r, from.p);
  try {
    const decipher = createDecipheriv('aes-256-gcm', derived, Buffer.from(from.iv, 'base64'));
    decipher.setAAD(Buffer.from(`${from.kind}:${from.user.toLowerCase()}`));
    decipher.setAuthTag(Buffer.from(from.tag, 'base64'));
    return Buffer.concat([decipher.update(Buffer.from(from.wrapped, 'base64')), decipher.final()]);
  } catch {
    return null;
  } finally {
    derived.fill(0);
  }
}

/** Takes as long as a real try, so that a wrong user name cannot be told from a wrong passphrase. */
export async function wasteATry(secret: string, cost: number): Promise<void> {
  await derive(secret, randomBytes(16), cost, 8, 1);
}

const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';

/** A new recovery key: 12 groups of 4 letters and figures that are hard to confuse (about 235 bits). */
export function newRecoveryKey(): string {
  const letters: string[] = [];
  while (letters.length < 48) {
    const byte = randomBytes(1)[0] ?? 255;
    if (byte < 240) letters.push(ALPHABET[byte % 30] ?? '');
  }
  const groups = Array.from({ length: 12 }, (_, index) => letters.slice(index * 4, index * 4 + 4).join(''));
  return groups.join('-');
}

const COMMON = [
  'password',
  'passphrase',
  'letmein',
  'welcome',
  'qwerty',
  'trustdesk',
  'trust desk',
  'children',
  '12345678',
];

/** Why a passphrase will not do, in words; null when it will. Long beats clever; nothing expires. */
export function passphraseFault(text: string, userName: string): string | null {
  const plain = text.trim().toLowerCase();
  if (plain.length < 12)
    return 'Use 12 characters or more. Four unrelated words are easy to remember and hard to guess.';
  if (new Set(plain).size < 5) return 'Use more than a few different characters.';
  if (userName.length > 2 && plain.includes(userName.toLowerCase())) return 'Leave your user name out of it.';
  const rest = COMMON.reduce((left, word) => left.replaceAll(word, ''), plain).replaceAll(/[^a-z]/g, '');
  if (COMMON.some((word) => plain.includes(word)) && rest.length < 6)
    return 'That is one of the first a stranger would try. Use four unrelated words.';
  return null;
}
