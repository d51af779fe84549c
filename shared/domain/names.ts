import { doubleMetaphone } from 'double-metaphone';
import { daysBetween, formatDay, isDay, type Day } from './dates.ts';

const LETTERS: Readonly<Record<string, string>> = {
  ł: 'l',
  ø: 'o',
  đ: 'd',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ð: 'd',
  ı: 'i',
};

function plainLetters(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[łøđßæœþðı]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * A name as it is compared: no accents, no capitals, `O’Brien` as `obrien`, hyphens and other marks as one space.
 * For comparing only; never show it.
 */
export function normaliseName(name: string): string {
  return plainLetters(name)
    .replace(/['’‘`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** What an unborn child is called until it has a name: "Unborn baby of Tara Kaye". It tells nobody apart. */
const NOT_A_NAME = new Set(['unborn', 'baby', 'of']);

function words(name: string): string[] {
  const normal = normaliseName(name);
  if (normal === '') return [];
  const all = normal.split(' ');
  const telling = all.includes('unborn') ? all.filter((word) => !NOT_A_NAME.has(word)) : all;
  return telling.length > 0 ? telling : all;
}

const keysOfWord = new Map<string, readonly string[]>();

/** Irish names write the sound of v as bh or mh (Siobhan, Niamh), which the method does not know: those get a second reading. */
function wordKeys(word: string): readonly string[] {
  const known = keysOfWord.get(word);
  if (known !== undefined) return known;
  const spellings = /[bm]h/.test(word) ? [word, word.replace(/[bm]h/g, 'v')] : [word];
  const keys = [...new Set(spellings.flatMap((spelling) => doubleMetaphone(spelling)))].filter(
    (key) => key !== '',
  );
  if (keysOfWord.size > 20_000) keysOfWord.clear();
  keysOfWord.set(word, keys);
  return keys;
}

/** The sound keys (double metaphone) of every word of a name, each once: what a search index keeps (BR-01). */
export function soundKeys(name: string): string[] {
  return [...new Set(words(name).flatMap(wordKeys))];
}

/** Whether two words differ by one slip of the finger: a letter more, less, other, or two swapped. */
function oneSlipApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || short.length < 4) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  if (short.length < long.length) return short.slice(start) === long.slice(start + 1);
  const swapped = short[start] === long[start + 1] && short[start + 1] === long[start];
  return (
    short.slice(start + 1) === long.slice(start + 1) ||
    (swapped && short.slice(start + 2) === long.slice(start + 2))
  );
}

/** How alike two words are, 0 to 10. */
function likeness(sought: string, held: string): number {
  if (sought === held) return 10;
  if (sought.length >= 3 && held.startsWith(sought)) return 8;
  const keys = wordKeys(held);
  if (wordKeys(sought).some((key) => keys.includes(key))) return 7;
  return oneSlipApart(sought, held) ? 6 : 0;
}

type NameLikeness = { score: number; all: boolean; least: number };

const NOTHING_ALIKE: NameLikeness = { score: 0, all: false, least: 0 };

/** Each word sought takes the likest word not yet taken, so that names written the other way round still meet. */
function compareNames(sought: readonly string[], held: readonly string[]): NameLikeness {
  const free = [...held];
  const scores = sought.map((word) => {
    const likest = free.reduce((best, other) => Math.max(best, likeness(word, other)), 0);
    if (likest > 0)
      free.splice(
        free.findIndex((other) => likeness(word, other) === likest),
        1,
      );
    return likest;
  });
  if (scores.length === 0) return NOTHING_ALIKE;
  const least = Math.min(...scores);
  return { score: scores.reduce((sum, score) => sum + score, 0) / scores.length, all: least > 0, least };
}

/** What is known of the child looked for; any part may be missing. `name` holds given and family names in any order. */
export type ChildQuery = {
  name: string;
  dob: Day | null;
  /** Of an unborn child. */
  expectedOn: Day | null;
  postcode: string | null;
};

/** What a search needs of a child already on record. */
export type ChildCandidate = {
  givenNames: string;
  familyName: string;
  akaNames: readonly string[];
  dob: Day | null;
  expectedOn: Day | null;
  postcode: string | null;
};

/**
 * A child who may be the one looked for: `score` up to 105, and why, in sentences for the screen. `wholeName` when every
 * word of the name sought has its like, `dated` when the births agree, `placed` when the postcodes do.
 */
export type ChildMatch<T> = {
  candidate: T;
  score: number;
  why: string[];
  wholeName: boolean;
  dated: boolean;
  placed: boolean;
};

type Reason = { score: number; why: string };

function nameReason(sought: readonly string[], candidate: ChildCandidate): Reason & { all: boolean } {
  const own = compareNames(sought, words(`${candidate.givenNames} ${candidate.familyName}`));
  let best = own;
  let knownAs: string | null = null;
  for (const aka of candidate.akaNames) {
    const asOther = [words(aka), words(`${aka} ${candidate.familyName}`)].map((held) =>
      compareNames(sought, held),
    );
    for (const found of asOther) {
      if (found.score > best.score) {
        best = found;
        knownAs = aka;
      }
    }
  }
  const score = Math.round(best.score * 6);
  if (!best.all) return { score, all: false, why: best.score > 0 ? 'Part of the name matches' : '' };
  if (knownAs !== null) return { score, all: true, why: `Known as ${knownAs}` };
  if (best.least === 10) return { score, all: true, why: 'Same name' };
  if (best.least === 8) return { score, all: true, why: 'Name begins the same' };
  return { score, all: true, why: best.least === 7 ? 'Name sounds like it' : 'Name is one letter different' };
}

function swapDayAndMonth(day: Day): Day | null {
  const swapped = `${day.slice(0, 5)}${day.slice(8)}-${day.slice(5, 7)}`;
  return swapped !== day && isDay(swapped) ? swapped : null;
}

function digitsApart(a: Day, b: Day): number {
  return a.split('').filter((digit, index) => digit !== b[index]).length;
}

function dateReason(sought: Day | null, held: Day | null): Reason | null {
  if (sought === null || held === null) return null;
  if (sought === held) return { score: 30, why: 'Same date of birth' };
  const shown = formatDay(held);
  if (swapDayAndMonth(sought) === held) {
    return { score: 25, why: `Date of birth has day and month swapped (${shown})` };
  }
  const apart = Math.abs(daysBetween(sought, held));
  if (apart <= 7)
    return { score: 20, why: `Date of birth is ${apart} ${apart === 1 ? 'day' : 'days'} away (${shown})` };
  return digitsApart(sought, held) === 1
    ? { score: 18, why: `Date of birth differs by one figure (${shown})` }
    : null;
}

/** A child born under another name is known again by the day it was expected (BR-12). */
function expectedReason(query: ChildQuery, candidate: ChildCandidate): Reason | null {
  if (query.dob !== null && candidate.dob !== null) return null;
  const sought = query.dob ?? query.expectedOn;
  const held = candidate.dob ?? candidate.expectedOn;
  if (sought === null || held === null) return null;
  const apart = Math.abs(daysBetween(sought, held));
  if (apart > 42) return null;
  const what = candidate.dob === null ? 'Expected' : 'Born';
  return { score: apart <= 14 ? 20 : 12, why: `${what} about then (${formatDay(held)})` };
}

function matchOne<T extends ChildCandidate>(
  query: ChildQuery,
  sought: readonly string[],
  candidate: T,
): ChildMatch<T> | null {
  const name = nameReason(sought, candidate);
  const date = dateReason(query.dob, candidate.dob) ?? expectedReason(query, candidate);
  const samePostcode =
    query.postcode !== null &&
    candidate.postcode !== null &&
    isPostcode(query.postcode) &&
    normalisePostcode(query.postcode) === normalisePostcode(candidate.postcode);
  const nothingElse = sought.length === 0;
  const supported = name.score > 0 || nothingElse;
  const kept =
    name.all ||
    date?.score === 30 ||
    (supported && (date !== null || samePostcode)) ||
    (date !== null && samePostcode);
  if (!kept) return null;
  const reasons = [name, date, samePostcode ? { score: 15, why: 'Same postcode' } : null].filter(
    (reason) => reason !== null,
  );
  return {
    candidate,
    score: reasons.reduce((sum, reason) => sum + reason.score, 0),
    why: reasons.map((reason) => reason.why).filter((why) => why !== ''),
    wholeName: name.all,
    dated: date !== null,
    placed: samePostcode,
  };
}

/**
 * Children already on record who may be the one looked for (BR-01), the likeliest first, each with the reasons:
 * the name, the same sound, a name also known by, the date of birth (the same, day and month swapped, near), the postcode.
 * A part of the name alone is not enough; the whole name, or the same date of birth, is.
 */
export function matchChildren<T extends ChildCandidate>(
  query: ChildQuery,
  candidates: readonly T[],
): ChildMatch<T>[] {
  const sought = words(query.name);
  return candidates
    .map((candidate) => matchOne(query, sought, candidate))
    .filter((match) => match !== null)
    .sort(
      (a, b) =>
        b.score - a.score ||
        a.candidate.familyName.localeCompare(b.candidate.familyName) ||
        a.candidate.givenNames.localeCompare(b.candidate.givenNames),
    );
}

/** The letters C, I, K, M, O and V never end a postcode; the first half is not held to a list, so that new areas and the health service's ZZ99 pass. */
const POSTCODE = /^(?:GIR 0AA|[A-Z]{1,2}\d[A-Z\d]? \d[ABD-HJLNP-UW-Z]{2})$/;

/** A postcode as it is written and compared, `SW2 1AA`, however it was typed. Text that is no postcode only loses its spaces and small letters. */
export function normalisePostcode(text: string): string {
  const tight = text.toUpperCase().replace(/[^A-Z0-9]/g, '');
  return tight.length < 5 ? tight : `${tight.slice(0, -3)} ${tight.slice(-3)}`;
}

/** Whether a text has the shape of a United Kingdom postcode, whatever its spaces and capitals. */
export function isPostcode(text: string): boolean {
  return POSTCODE.test(normalisePostcode(text)) && /^[a-z0-9 ]+$/i.test(text.trim());
}

const LEGAL_FORMS = /(?: (?:ltd|limited|plc|public limited company|llp))+$/;

/**
 * A supplier's name as it is compared, so that the spellings in a payments file meet: capitals, accents, punctuation, `†` and
 * stray spaces, `&` and `and`, `Company` and `Co`, a leading `The`, a trailing `Ltd`, `Limited`, `plc` or `LLP` make no difference.
 * Two names with one key are *offered* for folding; a person agrees. Empty only when the name has no letter or figure.
 */
export function supplierKey(name: string): string {
  const plain = plainLetters(name)
    .replace(/['’‘`.]/g, '')
    .replace(/&/g, ' and ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  const core = plain
    .replace(LEGAL_FORMS, '')
    .replace(/\bcompany\b/g, 'co')
    .replace(/^the (?=.)/, '');
  return (core === '' ? plain : core).replaceAll(' ', '');
}

/** A supplier's name as it is shown: the file's `†`, double spaces and trailing marks gone, its capitals kept. */
export function displaySupplier(name: string): string {
  return name
    .replace(/[†\u00a0\u200b\ufeff\s]+/g, ' ')
    .trim()
    .replace(/[\s.,;:]+$/, '');
}
