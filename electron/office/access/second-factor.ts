import { createHash, randomInt } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';
import type { Db } from '../database/driver.ts';
import { findFactor, markStep, replaceCodes, spendCode } from './second-factor.queries.ts';

const PERIOD_S = 30;
/** A clock may be half a minute wrong either way. */
const DRIFT_STEPS = 1;
const BACKUP_CODES = 10;
const ALPHABET = '23456789abcdefghjkmnpqrstvwxyz';

/** A new secret, as authenticator apps take it (base 32, 160 bits). */
export const newSecret = (): string => new Secret({ size: 20 }).base32;

function totpOf(secret: string, label: string): TOTP {
  return new TOTP({ issuer: 'Trust Desk', label, secret: Secret.fromBase32(secret), period: PERIOD_S });
}

/** What a QR code says to an authenticator app. */
export const uriOf = (secret: string, userName: string): string => totpOf(secret, userName).toString();

/**
 * Takes a code of the app, of this half minute or its neighbours, but none that is as old as one taken before. Notes
 * that it was taken; whether it was.
 */
export async function takeAppCode(
  db: Db,
  personId: number,
  factor: { secret: string; last_step: number },
  code: string,
  now: Date,
): Promise<boolean> {
  if (!/^\d{6}$/.test(code)) return false;
  const timestamp = now.getTime();
  const delta = totpOf(factor.secret, '').validate({ token: code, timestamp, window: DRIFT_STEPS });
  if (delta === null) return false;
  const step = Math.floor(timestamp / 1000 / PERIOD_S) + delta;
  if (step <= factor.last_step) return false;
  await markStep(db, personId, step);
  return true;
}

// A code has 49 bits and works once, after the passphrase and slowed down like one: a plain hash is enough.
const hashOf = (code: string) => createHash('sha256').update(`backup code ${code}`).digest('base64');
const plainCode = (typed: string) =>
  typed
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[\s\p{P}]/gu, '');

const half = () => Array.from({ length: 5 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** Makes ten one-time codes in place of older ones; they are shown once. */
export async function newBackupCodes(db: Db, personId: number): Promise<string[]> {
  const codes = Array.from({ length: BACKUP_CODES }, () => `${half()}-${half()}`);
  await replaceCodes(
    db,
    personId,
    codes.map((code) => hashOf(plainCode(code))),
  );
  return codes;
}

/** Whether a code is asked for, and whether what was typed is one: of the app, or a backup code that is then used up. */
export async function checkCode(
  db: Db,
  personId: number,
  typed: string | undefined,
  now: Date,
): Promise<'none' | 'needed' | 'right' | 'wrong'> {
  const factor = await findFactor(db, personId);
  if (!factor?.confirmed_at) return 'none';
  if (!typed) return 'needed';
  const code = plainCode(typed);
  if (await takeAppCode(db, personId, factor, code, now)) return 'right';
  const isSpare = await spendCode(db, personId, hashOf(code), now.toISOString());
  return isSpare ? 'right' : 'wrong';
}
