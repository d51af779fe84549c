import { describe, expect, it } from 'vitest';
import { isBearable, MOST_CHARACTERS, MOST_LEVELS, MOST_VALUES } from '#shared/contract/wire-limits.ts';

function nested(levels: number): unknown {
  let value: unknown = 1;
  for (let level = 0; level < levels; level += 1) value = level % 2 ? [value] : { in: value };
  return value;
}

/** A record that holds itself. */
function ring(): unknown {
  const self: Record<string, unknown> = {};
  self['self'] = self;
  return self;
}

/** Few objects that are very many values: each level holds the one below it twice. */
function doubling(levels: number): unknown {
  let value: unknown = [];
  for (let level = 0; level < levels; level += 1) value = [value, value];
  return value;
}

describe('an input of the wire', () => {
  it.each([
    ['nothing', undefined],
    ['null', null],
    ['a record', { id: 1, lines: [{ quantity: 2, note: 'x', urgent: true, by: null }] }],
    ['a record without a prototype', Object.assign(Object.create(null) as object, { a: 1 })],
    ['the deepest', nested(MOST_LEVELS)],
    ['the longest text', 'x'.repeat(MOST_CHARACTERS)],
    ['the longest list', Array.from({ length: MOST_VALUES - 1 }, () => 0)],
  ])('may be %s', (_what, input) => {
    expect(isBearable(input)).toBe(true);
  });

  it.each([
    ['deeper', nested(MOST_LEVELS + 1)],
    ['very much deeper', nested(100_000)],
    ['longer text', 'x'.repeat(MOST_CHARACTERS + 1)],
    ['more text in pieces', { a: ['x'.repeat(MOST_CHARACTERS), 'x'] }],
    ['a key that is too long', { ['x'.repeat(MOST_CHARACTERS + 1)]: 1 }],
    ['a longer list', Array.from({ length: MOST_VALUES + 1 }, () => 0)],
    ['a list with nothing in it but length', Array(4_000_000_000)],
    ['a ring', ring()],
    ['a doubling', doubling(30)],
    ['a date', { on: new Date(0) }],
    ['a map', new Map([['a', 1]])],
    ['a set', [new Set([1])]],
    ['bytes', { bytes: new Uint8Array(4) }],
    ['a big integer', { id: 1n }],
    ['a pattern', /a/],
    ['an error', new Error('x')],
    ['a symbol', Symbol('x')],
    ['a function', () => 1],
    ['an address', new URL('app://desk/')],
  ])('may not be %s', (_what, input) => {
    expect(isBearable(input)).toBe(false);
  });
});
