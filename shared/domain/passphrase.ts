import { commonWhole, commonWords } from './passphraseWords.ts';

/** The shortest passphrase that is taken, in characters. Long beats clever; nothing expires. */
export const SHORTEST_PASSPHRASE = 12;

/** Whose passphrase it is to be: what is known of them is no secret. */
export type PassphraseOwner = {
  userName?: string;
  /** The person's, the trust's and the council's names. */
  names?: readonly string[];
};

/** Characters that have to be left when all that is easy to guess is taken out. */
const OWN_CHARACTERS = 6;
const runsForward = ['abcdefghijklmnopqrstuvwxyz', '01234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm'];
const ROWS = [...runsForward, ...runsForward.map((row) => row.split('').toReversed().join(''))];

const LOOKS_LIKE: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
};

const compact = (text: string) => text.replaceAll(/[^\p{L}\p{N}]/gu, '');
const unmasked = (text: string) =>
  compact(text.replaceAll(/[013457@$!]/g, (each) => LOOKS_LIKE[each] ?? each));

/** Whether a text is one short piece over and over, as `abcabcabcabc` is. */
function isRepeated(text: string): boolean {
  for (let length = 1; length <= text.length / 2; length += 1) {
    const piece = text.slice(0, length);
    const isShort = length <= 4 || text.length >= 3 * length;
    if (isShort && piece.repeat(Math.ceil(text.length / length)).startsWith(text)) return true;
  }
  return false;
}

/** Takes out runs of four or more along the alphabet, the figures or a row of the keyboard, in either direction. */
function withoutRuns(text: string): string {
  let left = '';
  for (let at = 0; at < text.length;) {
    const run = runAt(text, at);
    if (run < 4) left += text[at];
    at += run < 4 ? 1 : run;
  }
  return left;
}

function runAt(text: string, from: number): number {
  const runs = ROWS.map((row) => {
    const start = row.indexOf(text[from] ?? '');
    if (start < 0) return 0;
    let length = 1;
    while (start + length < row.length && text[from + length] === row[start + length]) length += 1;
    return length;
  });
  return Math.max(...runs);
}

function without(text: string, parts: readonly string[]): string {
  return parts.reduce((left, part) => left.replaceAll(part, ''), text);
}

function namesOf({ userName = '', names = [] }: PassphraseOwner): string[] {
  return [userName, ...names]
    .flatMap((name) => [name, ...name.split(/\s+/)])
    .map((name) => compact(name.normalize('NFKC').toLowerCase()))
    .filter((name) => name.length > 2)
    .sort((a, b) => b.length - a.length);
}

/** How many of the common words a text is made of. */
function commonIn(text: string): number {
  return commonWords.filter((word) => text.includes(word)).length;
}

/**
 * Why a passphrase will not do, in words that screen and office share; null when it will. At least twelve characters
 * (in Unicode's form NFKC, as they are kept), not among what strangers try first, not made of the owner's own names,
 * one repeated piece or a run along the keyboard.
 */
export function passphraseFault(text: string, owner: PassphraseOwner): string | null {
  const plain = text.normalize('NFKC').toLowerCase();
  if (Array.from(plain.trim()).length < SHORTEST_PASSPHRASE)
    return 'Use 12 characters or more. Four unrelated words are easy to remember and hard to guess.';
  const letters = compact(plain);
  if (new Set(plain).size < 5 || isRepeated(letters))
    return 'It is the same few characters over and over. Use four unrelated words.';
  if (withoutRuns(letters).length < OWN_CHARACTERS)
    return 'It runs along the keyboard or the alphabet. Use four unrelated words.';
  const bare = unmasked(plain);
  const common = commonWhole.has(letters) || commonWhole.has(bare);
  if (common) return 'That is one of the first a stranger would try. Use four unrelated words.';
  const names = namesOf(owner);
  for (const form of [letters, bare]) {
    const own = without(form, names);
    if (own !== form && own.replaceAll(/\d/g, '').length < OWN_CHARACTERS)
      return 'It is made of your name or the office’s. Leave them out and use four unrelated words.';
    const rest = without(withoutRuns(own), commonWords).replaceAll(/\d/g, '');
    if (rest.length < OWN_CHARACTERS && commonIn(own) > 0 && commonIn(own) < 3)
      return 'That is one of the first a stranger would try. Use four unrelated words.';
  }
  return null;
}
