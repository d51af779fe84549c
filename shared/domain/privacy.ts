import { formatDay, parseDay, type Day } from './dates.ts';
import { hasUpnShape, isNhsNumber } from './identifiers.ts';
import { isPostcode, normaliseName, normalisePostcode } from './names.ts';
import { emptyNameWords, tellingWords, usualCapitals, wordsThatAreNames } from './privacyWords.ts';

/** What the office knows of the child and the household, to look for in a text. Names are whole names: child, carers, siblings, known-as. */
export type KnownIdentity = {
  names: readonly string[];
  postcodes: readonly string[];
  dob?: Day | null;
  schools?: readonly string[];
};

/** A part of a text that tells a reader outside the office who the child is (`stop`) or something about the family (`warn`). */
export type IdentifyingPart = {
  text: string;
  /** Place in the text, end excluded. */
  start: number;
  end: number;
  /** A sentence that names nobody. */
  why: string;
  verdict: 'stop' | 'warn';
  /** The whole text with every stopped part taken out, when something is left of it. */
  suggestion?: string;
};

type Word = { text: string; start: number; end: number; plain: string; possessive: boolean };

const OWN_S = /['’‘`]s?$/;

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}]+(?:['’‘`](?:[\p{L}\p{M}]+)?)*/gu), (match) => {
    const [found] = match;
    const possessive = OWN_S.test(found);
    return {
      text: found,
      start: match.index,
      end: match.index + found.length,
      plain: normaliseName(found.replace(OWN_S, '')),
      possessive,
    };
  });
}

function startsSentence(text: string, start: number): boolean {
  return /(?:^|[.!?:;\n])[\s"“'(‘-]*$/.test(text.slice(0, start));
}

function nameWords(names: readonly string[]): Set<string> {
  const parts = names.flatMap((name) => normaliseName(name).split(' '));
  return new Set(parts.filter((part) => part.length >= 2 && !emptyNameWords.has(part)));
}

const NAME_WHY = 'This is a name of the child or of someone in the family.';

type Known = { words: ReadonlySet<string>; ordinary: (word: string) => boolean };

/** Which of the family's names a word is: as it stands, or with the s of a possessive whose apostrophe was forgotten. */
function knownName(word: Word, known: Known): string | null {
  if (known.words.has(word.plain)) return word.plain;
  const whole = normaliseName(word.text);
  if (known.words.has(whole)) return whole;
  const stem = word.plain.endsWith('s') ? word.plain.slice(0, -1) : '';
  return stem.length >= 3 && known.words.has(stem) && !known.ordinary(stem) ? stem : null;
}

function judgeName(
  text: string,
  word: Word,
  neighbours: readonly (Word | undefined)[],
  known: Known,
): 'stop' | 'warn' | null {
  const name = knownName(word, known);
  if (name === null) return null;
  const capital = /^\p{Lu}/u.test(word.text);
  const besideName = neighbours.some(
    (other) =>
      other !== undefined &&
      knownName(other, known) !== null &&
      (capital || !known.ordinary(knownName(other, known) ?? '')),
  );
  if (!known.ordinary(name) || word.possessive || besideName) return 'stop';
  if (!capital) return null;
  return startsSentence(text, word.start) ? 'warn' : 'stop';
}

function nameParts(text: string, names: readonly string[]): IdentifyingPart[] {
  const known: Known = {
    words: nameWords(names),
    ordinary: (word) => word.length <= 2 || wordsThatAreNames.has(word),
  };
  const found = wordsOf(text);
  return found.flatMap((word, index) => {
    const verdict = judgeName(text, word, [found[index - 1], found[index + 1]], known);
    if (verdict === null) return [];
    const why =
      verdict === 'stop' ? NAME_WHY : 'This may be a name of the child or of someone in the family.';
    return [{ text: word.text, start: word.start, end: word.end, why, verdict }];
  });
}

function initialParts(text: string, names: readonly string[]): IdentifyingPart[] {
  const initials = new Set(
    names
      .map((name) =>
        normaliseName(name)
          .split(' ')
          .filter((part) => part !== '' && !emptyNameWords.has(part)),
      )
      .filter((parts) => parts.length >= 2)
      .flatMap((parts) => [
        parts.map((part) => part.charAt(0)).join(''),
        `${parts[0]?.charAt(0) ?? ''}${parts.at(-1)?.charAt(0) ?? ''}`,
      ])
      .map((letters) => letters.toUpperCase()),
  );
  const parts: IdentifyingPart[] = [];
  for (const match of text.matchAll(
    /(?<![\p{L}\p{N}])\p{Lu}(?:\.? ?\p{Lu}){1,3}\.?(?:['’]s)?(?![\p{L}\p{N}])/gu,
  )) {
    const letters = match[0].replace(/['’]s$/, '').replace(/[. ]/g, '');
    const dotted = /^\p{Lu}\. ?\p{Lu}/u.test(match[0]);
    const at = { text: match[0], start: match.index, end: match.index + match[0].length };
    if (initials.has(letters) && (dotted || !usualCapitals.has(letters))) {
      parts.push({
        ...at,
        why: 'These are the initials of the child or of someone in the family.',
        verdict: 'stop',
      });
    } else if (dotted && letters.length <= 3 && !usualCapitals.has(letters)) {
      parts.push({ ...at, why: 'These may be somebody’s initials.', verdict: 'warn' });
    }
  }
  return parts;
}

function matchParts(
  text: string,
  pattern: RegExp,
  judge: (found: string) => Pick<IdentifyingPart, 'why' | 'verdict'> | null,
): IdentifyingPart[] {
  return Array.from(text.matchAll(pattern), (match) => {
    const judged = judge(match[0]);
    return judged === null
      ? []
      : [{ text: match[0], start: match.index, end: match.index + match[0].length, ...judged }];
  }).flat();
}

const DATE =
  /\b(?:\d{4}-\d{2}-\d{2}|\d{1,2}([/.\- ])\d{1,2}\1(?:\d{4}|\d{2})|\d{1,2}(?:st|nd|rd|th)?[ \-.]?(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)[ \-.,]{0,2}(?:\d{4}|\d{2}))\b/gi;

function dateParts(text: string, dob: Day | null): IdentifyingPart[] {
  const parts = matchParts(text, DATE, (found) => {
    const day = parseDay(found);
    if (day === null) return null;
    return day === dob
      ? { why: 'This is the child’s date of birth.', verdict: 'stop' }
      : { why: 'A date can tell who the child is. Use the order’s own dates.', verdict: 'stop' };
  });
  if (dob === null) return parts;
  const birthday = new RegExp(`\\b${formatDay(dob).slice(0, -5)}(?:[a-z]*)\\b(?! ?\\d)`, 'gi');
  return [
    ...parts,
    ...matchParts(text, birthday, () => ({
      why: 'This is the day and month of the child’s birth.',
      verdict: 'stop',
    })),
  ];
}

function numberParts(text: string, postcodes: readonly string[]): IdentifyingPart[] {
  const ours = new Set(postcodes.map(normalisePostcode));
  return [
    ...matchParts(text, /\b[a-z]{1,2}\d[a-z\d]?\s*\d[a-z]{2}\b/gi, (found) => {
      if (ours.has(normalisePostcode(found)))
        return { why: 'This is the household’s postcode.', verdict: 'stop' };
      const oneCase = found === found.toUpperCase() || found === found.toLowerCase();
      return oneCase && isPostcode(found)
        ? { why: 'A postcode can tell where the child lives.', verdict: 'stop' }
        : null;
    }),
    ...matchParts(text, /\b[a-z]\d{11}[a-z\d]\b/gi, (found) =>
      hasUpnShape(found) ? { why: 'This looks like a pupil number.', verdict: 'stop' } : null,
    ),
    ...matchParts(text, /\b\d{3}[ -]?\d{3}[ -]?\d{4}\b/g, (found) =>
      isNhsNumber(found) ? { why: 'This is an NHS number.', verdict: 'stop' } : null,
    ),
    ...matchParts(text, /\b0\d{2,4} ?\d{3,4} ?\d{3,4}\b/g, () => ({
      why: 'This looks like a telephone number.',
      verdict: 'warn',
    })),
    ...matchParts(text, /[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}/gi, () => ({
      why: 'This is an email address.',
      verdict: 'warn',
    })),
  ];
}

function phrasePattern(phrase: string): RegExp {
  const body = phrase
    .trim()
    .replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
    .replace(/['’]/g, "['’]?")
    .replace(/[\s-]+/g, String.raw`[\s-]+`);
  return new RegExp(`(?<![\\p{L}\\p{N}])${body}(?:['’]s)?(?![\\p{L}\\p{N}])`, 'giu');
}

const SCHOOL_WORDS =
  /\b(?:the|school|primary|infants?|junior|secondary|high|academy|college|nursery|church|of|england|c of e|ce|rc|catholic|community|grammar)\b/gi;

function placeParts(text: string, schools: readonly string[]): IdentifyingPart[] {
  const addresses =
    /\b\d{1,4}[a-z]?,? (?:[\p{L}'’]+ ){1,3}(?:road|rd|street|st|avenue|ave|close|lane|drive|court|gardens|crescent|terrace|place|grove|way|walk|mews|hill)\b/giu;
  return [
    ...schools.flatMap((school) => {
      const core = school.replace(SCHOOL_WORDS, ' ').replace(/\s+/g, ' ').trim();
      const whole =
        school.trim() === ''
          ? []
          : matchParts(text, phrasePattern(school), () => ({
              why: 'This is the child’s school.',
              verdict: 'stop',
            }));
      const short =
        core.length < 4
          ? []
          : matchParts(text, phrasePattern(core), () => ({
              why: 'This may be the child’s school.',
              verdict: 'warn',
            }));
      return [...whole, ...short];
    }),
    ...matchParts(text, addresses, () => ({ why: 'This looks like an address.', verdict: 'warn' })),
  ];
}

const telling = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:${[...tellingWords]
    .sort((a, b) => b.length - a.length)
    .join('|')
    .replaceAll(' ', '[\\s-]+')})(?![\\p{L}\\p{N}])`,
  'giu',
);
const AGE = /\b(?:aged? \d{1,2}|\d{1,2}[ -]?(?:years?|yrs?)[ -]old|born (?:in )?\d{4})\b/gi;

function tellingParts(text: string): IdentifyingPart[] {
  return [
    ...matchParts(text, telling, () => ({
      why: 'This says something about the child or the family.',
      verdict: 'warn',
    })),
    ...matchParts(text, AGE, () => ({ why: 'This tells the child’s age.', verdict: 'warn' })),
  ];
}

/** Keeps the gravest and then the longest of parts that share letters, in the order of the text. */
function withoutOverlap(parts: readonly IdentifyingPart[]): IdentifyingPart[] {
  const weight = (part: IdentifyingPart): number =>
    (part.verdict === 'stop' ? 10_000 : 0) + part.end - part.start;
  const kept: IdentifyingPart[] = [];
  for (const part of [...parts].sort((a, b) => weight(b) - weight(a))) {
    if (kept.every((other) => part.end <= other.start || part.start >= other.end)) kept.push(part);
  }
  return kept.sort((a, b) => a.start - b.start);
}

function findParts(text: string, known: KnownIdentity): IdentifyingPart[] {
  return withoutOverlap([
    ...nameParts(text, known.names),
    ...initialParts(text, known.names),
    ...dateParts(text, known.dob ?? null),
    ...numberParts(text, known.postcodes),
    ...placeParts(text, known.schools ?? []),
    ...tellingParts(text),
  ]);
}

/** What is left when the parts are cut: no empty brackets, no `for` that leads nowhere, a capital first. */
function cutOut(text: string, parts: readonly IdentifyingPart[]): string {
  let rest = text;
  for (const { start, end } of parts.toReversed()) rest = `${rest.slice(0, start)} ${rest.slice(end)}`;
  const joining = '(?:for|of|to|from|with|and|by|at|near|born|aged|dob|c/o|&)';
  const tidied = rest
    .replace(/\(\s*[,;]?\s*\)|\[\s*\]/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(new RegExp(`(?:\\s*\\b${joining})+\\s*(?=[,;:.)–-]|$)`, 'gi'), '')
    .replace(/\s+([,;:.)])/g, '$1')
    .replace(/([,;:])(?:\s*[,;:])+/g, '$1')
    .replace(new RegExp(`^(?:[\\s,;:.&–-]+|and\\b)+`, 'i'), '')
    .replace(/[\s,;:&–-]+$/, '')
    .trim();
  return tidied.charAt(0).toUpperCase() + tidied.slice(1);
}

/**
 * The text with every stopped part taken out: `Callum’s memory box kit` becomes `Memory box kit`. A suggestion for a person to
 * accept, not a guarantee of good English; empty when nothing is left.
 */
export function withoutNames(text: string, known: KnownIdentity): string {
  let rest = text;
  for (let pass = 0; pass < 5; pass += 1) {
    const stops = findParts(rest, known).filter((part) => part.verdict === 'stop');
    if (stops.length === 0) return rest;
    rest = cutOut(rest, stops);
  }
  return '';
}

/**
 * Every part of a text meant for a provider that would tell who the child is (BR-43, domain 7.2), in the order of the text and
 * without overlaps. Stops: the family's names (also possessive, in any capitals) and initials, dates, postcodes, pupil and NHS
 * numbers, the school. Warnings: words about health or circumstances, ages, addresses, telephone numbers.
 * Names match whole words only; a name that is a common word stops when it is written as a name.
 */
export function identifyingParts(text: string, known: KnownIdentity): IdentifyingPart[] {
  const parts = findParts(text, known);
  if (!parts.some((part) => part.verdict === 'stop')) return parts;
  const suggestion = withoutNames(text, known);
  if (suggestion === '') return parts;
  return parts.map((part) => (part.verdict === 'stop' ? { ...part, suggestion } : part));
}
