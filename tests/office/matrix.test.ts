import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contract, type OperationName } from '#shared/contract/index.ts';
import { inputFor, operations, seeded } from '#tests/support/inputs.ts';
import { readers, rights, type Standing, standings } from '#tests/support/twelve-two.ts';
import { ask, type ReadersTrust, readersTrust } from './support/readers.ts';
import { rehearse, worldOf } from './support/trust-world.ts';

/**
 * The matrix of permissions (12.2, 12.3): every operation of the contract, asked by every kind of reader about a case in every
 * standing, against what the table of roles says. A new operation is in it by itself.
 */
type Verdict = 'answered' | 'let in' | 'refused';

const asked = operations.filter((name) => contract[name].permission !== 'anyone');
const users = Object.keys(readers);

let made: ReadersTrust;
const inputs = new Map<string, Record<string, unknown>>();
const verdicts = new Map<string, Verdict>();
const key = (...parts: string[]) => parts.join(' ');

const inputOf = (name: OperationName, standing: Standing) =>
  inputFor(name, worldOf(made.trust, made.cases[standing], name), seeded(1));

/** Whether an operation is about a case: its input differs with the case. */
const isAboutACase = (name: OperationName) => {
  const [own, other] = (['own', 'other'] as const).map((standing) => {
    const { file: _file, folder: _folder, ...rest } = inputOf(name, standing);
    return JSON.stringify(rest);
  });
  return own !== other;
};

async function judge(
  user: string,
  name: OperationName,
  input: Record<string, unknown>,
  aboutACase: boolean,
): Promise<Verdict> {
  const result = await ask(made.trust, user, name, input);
  if (result.ok) {
    const { total } = result.data as { total?: number };
    return aboutACase && total === 0 ? 'refused' : 'answered';
  }
  const { code, message } = result.problem;
  // What is not found without a record being named, such as a set-up not begun, is no refusal of the person.
  const namesARecord = aboutACase || Object.keys(input).some((field) => /^id$|Id$/.test(field));
  if (code === 'not_found' && namesARecord) return 'refused';
  if (code === 'not_allowed' && /role does not let/.test(message)) return 'refused';
  return 'let in';
}

beforeAll(async () => {
  made = await readersTrust();
  rehearse(made.trust);
  for (const name of asked) {
    const about = isAboutACase(name);
    for (const standing of about ? standings : (['own'] as const)) {
      const input = inputOf(name, standing);
      inputs.set(key(name, standing), input);
      for (const user of users)
        verdicts.set(key(name, user, standing), await judge(user, name, input, about));
    }
  }
}, 120_000);
afterAll(() => made.trust.office.remove());

/** Operations that the rule below does not say: each with who may, in which standing. */
const ofTheirOwn: { readonly [N in OperationName]?: (user: string, standing: Standing) => boolean } = {
  // Whoever answers for restricted records need not read them; an ordinary record has no readers to give or take.
  'children.letIn': (_user, standing) => standing === 'restricted',
  'children.letOut': (_user, standing) => standing === 'restricted',
  'children.liftRestriction': (_user, standing) => standing === 'restricted',
  // A list of the whole office's that may be cut to one child; one out of reach has none.
  'children.merges': () => true,
  // What is in reach already is not opened by exception: it says so, to those who may know.
  'children.openByException': () => true,
  'children.endOpening': (user) =>
    readers[user]?.more === 'excepted' ||
    !!readers[user]?.roles.some((role) => rights['children.restrict']?.includes(role)),
  // An address of an ordinary record is on its page; of a restricted one it is for those let in by name.
  'children.address': (user, standing) => sees(user, standing) === 'whole' && !isByException(user, standing),
};

const sees = (user: string, standing: Standing) =>
  readers[user]?.sees[standings.indexOf(standing)] ?? 'nothing';
const isByException = (user: string, standing: Standing) =>
  readers[user]?.more === 'excepted' && (standing === 'other' || standing === 'restricted');

/** What 12.2 and 12.3 say. */
function expected(name: OperationName, user: string, standing: Standing, aboutACase: boolean): boolean {
  const { permission, writes } = contract[name];
  if (permission !== 'signed_in' && permission !== 'anyone') {
    const held = rights[permission];
    if (!readers[user]?.roles.some((role) => held?.includes(role))) return false;
  }
  const own = ofTheirOwn[name];
  if (own) return own(user, standing);
  if (!aboutACase) return true;
  const sight = sees(user, standing);
  if (writes && isByException(user, standing)) return false;
  if (!name.startsWith('children.')) return sight !== 'nothing';
  // The record's own page is the one place that has a summary; every other part of a case is for who reads the whole.
  return sight === 'whole' || (name === 'children.get' && sight === 'summary');
}

describe('the matrix of permissions', () => {
  test.each(asked)('%s is for those whom 12.2 lets, and for nobody else', (name) => {
    const about = inputs.has(key(name, 'other'));
    for (const standing of about ? standings : (['own'] as const)) {
      for (const user of users) {
        const verdict = verdicts.get(key(name, user, standing));
        const may = expected(name, user, standing, about);
        expect(verdict !== 'refused', `${name} by ${user}, ${standing}: ${verdict}`).toBe(may);
      }
    }
  });

  test.each(asked)('%s is reached by somebody', (name) => {
    const reached = [...verdicts].filter(
      ([of, verdict]) => of.startsWith(`${name} `) && verdict !== 'refused',
    );
    expect(reached.length, `nobody reaches ${name}: the input made for it may be wrong`).toBeGreaterThan(0);
  });

  test('as a table for whoever reviews a change', async () => {
    const mark = { answered: '●', 'let in': '○', refused: '·' };
    const width = Math.max(...asked.map((name) => name.length)) + 2;
    const columns = users.map((user) => user.padEnd(23)).join('');
    const lines = asked.map((name) => {
      const about = inputs.has(key(name, 'other'));
      const cells = users.map((user) => {
        const of = (standing: Standing) => mark[verdicts.get(key(name, user, standing)) ?? 'refused'];
        return (about ? standings.map(of).join('') : of('own')).padEnd(23);
      });
      return `${name.padEnd(width)}${cells.join('')}`.trimEnd();
    });
    const open = operations.filter((name) => contract[name].permission === 'anyone');
    const text = [
      '● answered  ○ let in, then refused by another rule  · refused',
      `About a case: ${standings.join(', ')}. Else one mark.`,
      '',
      `${''.padEnd(width)}${columns}`.trimEnd(),
      ...lines,
      '',
      `Without a sign-in: ${open.join(', ')}`,
      '',
    ].join('\n');
    await expect(text).toMatchFileSnapshot('matrix.snapshot.txt');
  });
});
