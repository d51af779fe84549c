/** Deepest nesting of a message's input; no input of the contract comes near it. */
export const MOST_LEVELS = 32;
/** Most values in one input, keys of objects included. */
export const MOST_VALUES = 100_000;
/** Most characters of text in one input: the largest paper that the contract lets in, and its surroundings. */
export const MOST_CHARACTERS = 41_000_000;
/** Most calls of one line that may be without an answer at once; a screen has a dozen. */
export const MOST_UNANSWERED = 200;

/**
 * Whether an input is plain data of bearable size: text, numbers, booleans, null, lists and records, and nothing
 * else that a message may carry (dates, maps, bytes, big integers, rings). Looked at before anything reads it
 * further: a schema follows an input down and copies it, and would do so with a monstrous one. Takes no stack and
 * stops at the first limit it meets, so it costs no more than the limits allow.
 */
export function isBearable(input: unknown): boolean {
  const waiting: { value: unknown; level: number }[] = [{ value: input, level: 0 }];
  let values = 0;
  let characters = 0;
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, level } = next;
    values += 1;
    if (typeof value === 'string') characters += value.length;
    else if (typeof value === 'object' && value !== null) {
      const inside = level < MOST_LEVELS ? partsOf(value, MOST_VALUES - values - waiting.length) : null;
      if (!inside) return false;
      for (const part of inside) waiting.push({ value: part, level: level + 1 });
    } else if (!isPlain(value)) return false;
    if (values > MOST_VALUES || characters > MOST_CHARACTERS) return false;
  }
  return true;
}

function isPlain(value: unknown): boolean {
  return value === null || ['undefined', 'boolean', 'number'].includes(typeof value);
}

/** What lies in a list or a record, its keys among it; null for any other kind of object and for more than `most`. */
function partsOf(value: object, most: number): unknown[] | null {
  if (Array.isArray(value)) return value.length <= most ? value : null;
  const kind: unknown = Object.getPrototypeOf(value);
  if (kind !== null && Object.prototype.toString.call(value) !== '[object Object]') return null;
  if (kind !== null && Object.getPrototypeOf(kind) !== null) return null;
  const keys = Object.keys(value);
  return keys.length * 2 <= most ? [...keys, ...Object.values(value)] : null;
}
