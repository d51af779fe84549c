import fc from 'fast-check';
import { z } from 'zod';
import { contract, type OperationName } from '#shared/contract/index.ts';
import { Dice } from '#electron/office/practice/random.ts';
import { hints, samples } from './input-hints.ts';

/**
 * What an input may be about, by the names the contract uses for it: `childId`, `cafId`, `orderVersion`, `today`,
 * `file` (a token). An operation's own `id` and `version` are those of what it is about: see {@link subjectOf}.
 */
export type World = Readonly<Record<string, string | number>>;

/** Chance, the same again for the same seed. */
export type Chance = () => number;
/** Chance from a seed. */
export const seeded = (seed: number): Chance => new Dice(seed).next;

/** Every operation of the contract. */
export const operations = Object.keys(contract) as OperationName[];

type Node = z.core.JSONSchema.JSONSchema;
const nodeOrAny = (of: unknown): Node => (isNode(of) ? of : {});
const isNode = (of: unknown): of is Node => typeof of === 'object' && of !== null && !Array.isArray(of);
type Walk = { name: OperationName; world: World; random: Chance; subject: string };

const singular: Record<string, string> = { children: 'child', people: 'person' };

/**
 * The record that an operation's bare `id` and `version` belong to: the last word of its name if the world knows it
 * (`children.saveAction`: action), else the id beside it (`cafId`, `version`: caf), else its feature's own record.
 */
export function subjectOf(name: OperationName, world: World): string {
  const [feature = '', verb = ''] = name.split('.');
  const last = /[A-Z][a-z]*$/.exec(verb)?.[0].toLowerCase();
  if (last && `${last}Id` in world) return last;
  const fields = Object.keys(nodeOf(name).properties ?? {});
  const beside = fields.find((field) => field.endsWith('Id') && `${field.slice(0, -2)}Version` in world);
  if (!fields.includes('id') && beside) return beside.slice(0, -2);
  return singular[feature] ?? feature.replace(/s$/, '');
}

const nodes = new Map<OperationName, Node>();
function nodeOf(name: OperationName): Node {
  const known = nodes.get(name) ?? z.toJSONSchema(contract[name].input, { io: 'input' });
  nodes.set(name, known);
  return known;
}

const pick = <T>(list: readonly T[], random: Chance): T | undefined =>
  list[Math.floor(random() * list.length)];

function text(node: Node, { random, world }: Walk): string {
  if (node.pattern) {
    const today = String(world['today']);
    if (new RegExp(node.pattern).test(today)) return today;
    const seed = Math.floor(random() * 2 ** 31);
    return fc.sample(fc.stringMatching(new RegExp(node.pattern)), { seed, numRuns: 1 })[0] ?? '';
  }
  const words =
    pick(['Walks to the park', 'Agreed with the family', 'As before', 'See the plan'], random) ?? '';
  return words.slice(0, node.maxLength ?? words.length).padEnd(node.minLength ?? 0, 'x');
}

function figure(node: Node, { random }: Walk): number {
  const above = node.exclusiveMinimum;
  const least = node.minimum ?? (typeof above === 'number' ? above + 1 : 0);
  const most = Math.min(node.maximum ?? least + 9, least + 9);
  return least + Math.floor(random() * (most - least + 1));
}

/** What a field's name says of its value, wherever the field stands. */
function named(field: string, walk: Walk): unknown {
  const { world, subject, random } = walk;
  if (field === 'id') return world[`${subject}Id`];
  if (field === 'version') return world[`${subject}Version`];
  if (field in world) return world[field];
  if (/(?:On|^on|^day|^from|^to)$/.test(field)) return world['today'];
  const known = samples[field];
  return known && pick(known, random);
}

function fits(node: Node, wanted: unknown): boolean {
  return z.fromJSONSchema(node).safeParse(wanted).success;
}

function value(node: Node, field: string, walk: Walk): unknown {
  const said = named(field, walk);
  if (said !== undefined && fits(node, said)) return said;
  if (node.const !== undefined) return node.const;
  if (node.enum) return pick(node.enum, walk.random);
  const one = node.anyOf?.find((each) => nodeOrAny(each).type !== 'null') ?? node.oneOf?.[0];
  if (one) return value(nodeOrAny(one), field, walk);
  if (node.type === 'string') return text(node, walk);
  if (node.type === 'number' || node.type === 'integer') return figure(node, walk);
  if (node.type === 'boolean') return walk.random() < 0.5;
  if (node.type === 'array') return items(node, field, walk);
  if (node.type === 'object') return object(node, walk);
  return undefined;
}

function items(node: Node, field: string, walk: Walk): unknown[] {
  const many = Math.max(node.minItems ?? 0, 1);
  return Array.from({ length: many }, () => value(nodeOrAny(node.items), field.replace(/s$/, ''), walk));
}

function object(node: Node, walk: Walk): Record<string, unknown> {
  const fields = Object.entries(node.properties ?? {}).filter(
    ([field]) => node.required?.includes(field) || walk.random() < 0.7,
  );
  return Object.fromEntries(fields.map(([field, of]) => [field, value(nodeOrAny(of), field, walk)]));
}

/**
 * A plausible input for an operation, of its own schema: ids and versions from the world, dates of its `today`, other
 * values by field name or by chance. Throws a sentence when a schema needs a hint in `tests/support/input-hints.ts`.
 */
export function inputFor(name: OperationName, world: World, random: Chance): Record<string, unknown> {
  const walk: Walk = { name, world, random, subject: subjectOf(name, world) };
  const hint = hints[name]?.(world, random) ?? {};
  const input = { ...object(nodeOf(name), walk), ...hint };
  const result = contract[name].input.safeParse(input);
  if (result.success) return input;
  const wrong = result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.message})`).join(', ');
  throw new Error(
    `${name}: no valid input could be made from its schema. Add its fields to hints['${name}'], or a field's usual ` +
      `values to samples, in tests/support/input-hints.ts. Wrong: ${wrong}.`,
  );
}
