import { randomInt } from 'node:crypto';

/** Letters and figures that are hard to confuse: no I, L, O or U, no 0 and no 1. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const GROUPS = 12;
const IN_A_GROUP = 4;

const group = () => Array.from({ length: IN_A_GROUP }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');

/** A new recovery key: 12 groups of 4 (about 235 bits). */
export function newRecoveryKey(): string {
  return Array.from({ length: GROUPS }, group).join('-');
}

/** The last group of a recovery key. */
export const lastGroupOf = (key: string): string => key.slice(-IN_A_GROUP);

/**
 * What was typed from paper as the key was written, whatever its spaces, dashes and capitals; null when it cannot be
 * one. Signs that the key never has are read as the ones they are taken for: O and 0 as Q, I, L and 1 as J, U as V.
 */
export function readRecoveryKey(typed: string): string | null {
  const letters = typed
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s\p{P}]/gu, '')
    .replaceAll(/[O0]/g, 'Q')
    .replaceAll(/[IL1]/g, 'J')
    .replaceAll('U', 'V');
  if (letters.length !== GROUPS * IN_A_GROUP) return null;
  if (letters.split('').some((letter) => !ALPHABET.includes(letter))) return null;
  return (letters.match(/.{4}/g) ?? []).join('-');
}
