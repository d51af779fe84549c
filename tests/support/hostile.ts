import { contract, type OperationName } from '#shared/contract/index.ts';
import { inputFor, operations, type Chance, type World } from './inputs.ts';

/** A call as somebody would make it who has taken the window over. */
export type HostileCall = { name: string; input: unknown };

const names = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'prototype',
  'valueOf',
  '',
  'orders',
  '.',
];
const strange: readonly unknown[] = [
  null,
  true,
  -1,
  0,
  1.5,
  2 ** 53,
  -(2 ** 63),
  1e308,
  '',
  ' ',
  '\u0000',
  '\uD800',
  '\u202Ecod.exe',
  '../../../../etc/passwd',
  "'; DROP TABLE children; --",
  '" OR 1=1 --',
  '%_%',
  '* NEAR( "',
  '=HYPERLINK("http://example.org")',
  '<img src=x onerror=alert(1)>',
  '9'.repeat(400),
  'x'.repeat(20_000),
  [],
  {},
  [[[[]]]],
  { __proto__: null },
  JSON.parse('{"__proto__":{"isAdmin":true}}'),
  { constructor: { prototype: { isAdmin: true } } },
  { toString: 'x', valueOf: 1, length: -1 },
];

/** What the calls are about: a small office's first records, and files that nobody chose. */
export const hostileWorld: World = {
  ...Object.fromEntries(
    [
      'child',
      'caf',
      'outcome',
      'action',
      'order',
      'provider',
      'item',
      'budget',
      'fund',
      'area',
      'team',
    ].flatMap((record) => [
      [`${record}Id`, 1],
      [`${record}Version`, 1],
    ]),
  ),
  // Never the first person, who has to come back in.
  personId: 2,
  personVersion: 1,
  ownerId: 2,
  file: 'f'.repeat(32),
  folder: 'e'.repeat(32),
};

const oneOf = <T>(list: readonly T[], random: Chance): T => list[Math.floor(random() * list.length)] as T;

/** The input with one thing in it, anywhere, put wrong. */
function mutated(input: unknown, random: Chance): unknown {
  if (typeof input !== 'object' || input === null || random() < 0.15) return oneOf(strange, random);
  const entries = Object.entries(input);
  if (Array.isArray(input)) {
    if (entries.length === 0 || random() < 0.3)
      return Array.from({ length: 200 }, () => oneOf(strange, random));
    return input.map((each: unknown, index) => (index === 0 ? mutated(each, random) : each));
  }
  const key = oneOf([...entries.map(([name]) => name), '__proto__', 'constructor', 'id'], random);
  if (random() < 0.15) return Object.fromEntries(entries.filter(([name]) => name !== key));
  const before: unknown = Object.hasOwn(input, key) ? Reflect.get(input, key) : 1;
  // `fromEntries` makes even `__proto__` a key of its own.
  return Object.fromEntries([...entries, [key, mutated(before, random)]]);
}

/**
 * So many hostile calls for every operation of the contract, each a plausible input with something in it put wrong,
 * and among them names that are no operation's. What opens and shuts the office comes last, or nothing else would
 * be reached. The same again for the same chance.
 */
export function hostileCalls(each: number, world: World, random: Chance): HostileCall[] {
  const shuts = (name: OperationName) =>
    contract[name].permission === 'anyone' || name.startsWith('access.') ? 1 : 0;
  const calls = operations.flatMap((name): HostileCall[] =>
    Array.from({ length: each }, () =>
      random() < 0.05
        ? { name: oneOf(names, random), input: inputFor(name, world, random) }
        : { name, input: mutated(inputFor(name, world, random), random) },
    ),
  );
  const last = new Set<string>(operations.filter((name) => shuts(name) === 1));
  const shuffled = calls.map((call) => ({ call, at: random() })).sort((a, b) => a.at - b.at);
  const inOrder = shuffled.map(({ call }) => call);
  return [...inOrder.filter(({ name }) => !last.has(name)), ...inOrder.filter(({ name }) => last.has(name))];
}

/** Work on whole files or with passphrases: each takes a second or more, and some shut the office. */
export function isDear(name: OperationName): boolean {
  const { long, ownTransaction } = contract[name];
  return long === true || ownTransaction === true || dearByPassphrase.includes(name);
}
const dearByPassphrase: readonly OperationName[] = ['people.add', 'access.givePassphrase'];

/** The calls without those that would begin dear work: of such an operation only inputs that its schema refuses. */
export function withoutDearWork(calls: readonly HostileCall[]): HostileCall[] {
  return calls.filter(({ name, input }) => {
    const known = operations.find((one) => one === name);
    return !known || !isDear(known) || !contract[known].input.safeParse(input).success;
  });
}
