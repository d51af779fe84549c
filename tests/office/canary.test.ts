import { existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { contract, type OperationName } from '#shared/contract/index.ts';
import { call } from '#electron/office/gate.ts';
import { unzip } from '../../scripts/runtime/zip.ts';
import { inputFor, operations, seeded } from '#tests/support/inputs.ts';
import { readers } from '#tests/support/twelve-two.ts';
import { bytesIn, wordsIn } from './support/files.ts';
import { ask, type ReadersTrust, readersTrust } from './support/readers.ts';
import { addCase, type Case, type Words } from './support/trust.ts';
import { rehearse, worldOf } from './support/trust-world.ts';

/**
 * The canaries: a restricted child, and a child out of reach, of names and words that nothing else in the office has. Whatever is
 * asked of the office by whoever may not see them, no answer, log, progress or file has one of their words, and no count or list
 * changes when they are there. Every operation of the contract is asked; a new one is in it by itself.
 */
const shutWords: Words = {
  givenNames: 'Zephyrine',
  familyName: 'Quillfeather',
  knownAs: 'Zephywick',
  carer: 'Ottoline Quillfeather',
  address: '77 Wyvernholt Close',
  postcode: 'ZE9 9ZQ',
  phone: '07700 900977',
  school: 'Basiliskmere Academy',
  said: 'for Zephyrine Quillfeather of 77 Wyvernholt Close, Basiliskmere Academy',
  told: 'Vermilionthrush',
};
const farWords: Words = {
  givenNames: 'Xanthippe',
  familyName: 'Brackenvole',
  knownAs: 'Xanthiwick',
  carer: 'Peregrine Brackenvole',
  address: '88 Gryphonmoor Lane',
  postcode: 'XE8 8XB',
  phone: '07700 900988',
  school: 'Cockatricehall School',
  said: 'for Xanthippe Brackenvole of 88 Gryphonmoor Lane, Cockatricehall School',
  told: 'Ceruleanfinch',
};
const telling = (words: Words) =>
  [words.givenNames, words.familyName, words.knownAs, words.postcode, words.phone, words.told].concat(
    words.carer.split(' '),
    words.address.split(' ').filter((word) => word.length > 5),
    words.school.split(' ').filter((word) => word.length > 8),
  );

const users = Object.keys(readers);
/** Who may read the restricted canary: those it is named to. */
const readsShut = ['named_coordinator'];
/** Who may read a child of another area. */
const readsFar = users.filter((user) => {
  const reader = readers[user];
  return reader?.more !== 'excepted' && (reader?.sees[3] === 'whole' || reader?.sees[3] === 'summary');
});
const canaries = {
  shut: { words: shutWords, readers: readsShut },
  far: { words: farWords, readers: readsFar },
};
type Canary = keyof typeof canaries;

/** What somebody would type who feels their way: names, parts of them, how they sound, references, words. */
const guesses = [
  'Zephyrine',
  'Zephyrine Quillfeather',
  'quil',
  'Zefirin',
  'Kwilfether',
  'zephyw',
  'ZE9 9ZQ',
  'Wyvernholt',
  'Vermilionthrush',
  'xanth',
  'Brackenvole',
  'Zanthipe',
  'XE8 8XB',
  'Ceruleanfinch',
];

let made: ReadersTrust;
let cases: Record<Canary, Case>;
const logged: string[] = [];
const log = { info: (text: string) => logged.push(text), error: (text: string) => logged.push(text) };
const before = new Map<string, string>();

/** One child's record, by its id. */
const readsOne = (name: OperationName) => {
  const { shows, input } = contract[name];
  return shows === 'child' && 'id' in (z.toJSONSchema(input, { io: 'input' }).properties ?? {});
};

/** Everything that is read without naming a record: lists, counts, searches, the day's work. */
const listing = operations.filter((name) => {
  const entry = contract[name];
  return !entry.writes && entry.permission !== 'anyone' && !entry.long && !readsOne(name);
});
/**
 * Figures of the whole office that count every child and pound whoever asks (12.3), and what tells of acts, not of children. How many
 * cases somebody leads is whole too: whoever hands their work over must not leave one behind. Key slots lie in a file of their own and are not
 * taken back with what is rehearsed.
 */
const wholeOffice = /^(?:access|returns|assurance|backups|budgets)\.|^people\.handover$/;
/** Who is told of restricted records or follows their money, by a reference. */
const countsThem = (user: string, name: OperationName) =>
  wholeOffice.test(name) ||
  (/^(?:orders|work)\./.test(name) && readers[user]?.sees[4] !== 'nothing') ||
  (name === 'children.restricted' &&
    readers[user]?.roles.some((role) => /coordinator|data_protection/.test(role)));

function listInputs(name: OperationName): Record<string, unknown>[] {
  const world = worldOf(made.trust, made.cases.own, name);
  const plain = inputFor(name, world, seeded(1));
  const sorts = ['', 'name', 'reference', 'level', 'nextReviewOn', 'lead', 'number', 'provider'];
  if (!('sort' in plain) && !('pageSize' in plain)) return [plain];
  return sorts.flatMap((sort) =>
    [false, true].map((descending) => ({
      ...plain,
      sort,
      descending,
      page: 0,
      pageSize: 3,
      status: 'all',
      search: '',
    })),
  );
}

async function listings(each: (key: string, user: string, name: OperationName, answer: string) => void) {
  for (const user of users)
    for (const name of listing)
      for (const [turn, input] of listInputs(name).entries()) {
        const answer = JSON.stringify(await ask(made.trust, user, name, input));
        each(`${user} ${name} ${turn}`, user, name, answer);
      }
}

beforeAll(async () => {
  made = await readersTrust({}, log);
  const { trust } = made;
  await listings((key, _user, _name, answer) => before.set(key, answer));
  const { areas, teams, ids } = trust;
  cases = {
    shut: await addCase(trust, shutWords, {
      areaId: areas.hill,
      teamId: teams.east,
      leadId: ids['lead_professional'],
      openedBy: ids['practitioner'],
    }),
    far: await addCase(trust, farWords, { areaId: areas.north, teamId: teams.north }),
  };
  trust.turnTo('margaret');
  await trust.office.do('children.restrict', {
    id: cases.shut.childId,
    reason: 'address',
    note: shutWords.said,
    readers: readsShut.map((user) => ids[user] ?? 0),
  });
  rehearse(trust);
}, 120_000);
afterAll(() => made.trust.office.remove());

/** Plausible inputs about the canary: made from the schema several times over, and with each guess where one can search. */
function inputsAbout(name: OperationName, of: Case): Record<string, unknown>[] {
  const plain = [1, 2, 3].map((seed) => inputFor(name, worldOf(made.trust, of, name), seeded(seed)));
  const field = ['search', 'query', 'familyName'].find((each) => plain.some((input) => each in input));
  const sought = field ? guesses.map((guess) => ({ ...plain[0], [field]: guess })) : [];
  return [...plain, ...sought];
}

/** What the office wrote outside its own folder, unpacked where it is packed; then taken away. */
async function written(): Promise<Map<string, Buffer>> {
  const { folder } = made.trust.office;
  const [out, file, unpacked] = ['out', 'out.file', 'unpacked'].map((name) => path.join(folder, name));
  if (!out || !file || !unpacked) return new Map();
  const found = new Map<string, Buffer>();
  for (const place of [out, file]) {
    if (!existsSync(place)) continue;
    const files =
      place === out ? bytesIn(out) : new Map([...bytesIn(folder)].filter(([name]) => name === 'out.file'));
    for (const [name, bytes] of files) found.set(name, bytes);
    if (place === file && found.get('out.file')?.subarray(0, 2).toString() === 'PK') {
      mkdirSync(unpacked, { recursive: true });
      await unzip(file, unpacked, (name) => name.replaceAll('/', '_'));
      for (const [name, bytes] of bytesIn(unpacked)) found.set(name, bytes);
    }
    rmSync(place, { recursive: true, force: true });
    rmSync(unpacked, { recursive: true, force: true });
  }
  return found;
}

const asked = operations.filter((name) => contract[name].permission !== 'anyone');

describe.each(['shut', 'far'] as const)('the words of the %s canary', (canary) => {
  test.each(asked)('%s tells none of them to who may not read the child', async (name) => {
    const words = telling(canaries[canary].words);
    const { office, turnTo } = made.trust;
    for (const input of inputsAbout(name, cases[canary])) {
      for (const user of users.filter((each) => !canaries[canary].readers.includes(each))) {
        logged.length = 0;
        const heard: unknown[] = [];
        turnTo(user);
        const result = contract[name].ownTransaction
          ? await ask(made.trust, user, name, input)
          : await call(office.desk, name, input, {
              onProgress: (...progress) => heard.push(progress),
              onChanged: (features) => heard.push(features),
            });
        const told = Buffer.from(JSON.stringify([result, heard, logged]));
        const said = `${name} as ${user} with ${JSON.stringify(input).slice(0, 300)} said ${told.toString().slice(0, 2000)}`;
        expect(wordsIn(told, words), said).toEqual([]);
        for (const [file, bytes] of await written())
          expect(wordsIn(bytes, words), `${name} as ${user} wrote ${file}`).toEqual([]);
      }
    }
  });
});

describe('that a canary is there', () => {
  test('changes no list, count, order of rows or search of who may not read it', async () => {
    await listings((key, user, name, answer) => {
      const may = readsShut.includes(user) || readsFar.includes(user) || countsThem(user, name);
      if (!may) expect(answer, key).toBe(before.get(key));
    });
  });

  test('is told apart from a record that never was by nobody who may not read it', async () => {
    const none = 987_654;
    const shared = new Set([
      'areaId',
      'teamId',
      'personId',
      'providerId',
      'itemId',
      'fundId',
      'budgetId',
      'openingId',
      'mergeId',
      'goneId',
      'secondId',
      'otherId',
    ]);
    for (const name of asked) {
      for (const canary of ['shut', 'far'] as const) {
        const world = worldOf(made.trust, cases[canary], name);
        const nothing = Object.fromEntries(
          Object.keys(world).flatMap((field) =>
            field.endsWith('Id') && !shared.has(field) ? [[field, none]] : [],
          ),
        );
        const empty = { ...world, ...nothing, number: 9_876_543, reference: 'CAF-1999-9999' };
        const [real, absent] = [world, empty].map((each) => inputFor(name, each, seeded(1)));
        if (JSON.stringify(real) === JSON.stringify(absent) || name === 'children.openByException') continue;
        for (const user of users.filter((each) => !canaries[canary].readers.includes(each))) {
          if (readers[user]?.sees[canary === 'shut' ? 4 : 3] === 'reference') continue;
          if (/^children\.(?:letIn|letOut|liftRestriction)$/.test(name)) continue;
          const answers = [
            await ask(made.trust, user, name, real),
            await ask(made.trust, user, name, absent),
          ];
          expect(JSON.stringify(answers[0]), `${name} as ${user}, ${canary}`).toBe(
            JSON.stringify(answers[1]),
          );
        }
      }
    }
  });
});

describe('the canaries sing', () => {
  test('to those who may read them: the words are there to be found', async () => {
    const about = async (user: string, canary: Canary) => {
      const { childId } = cases[canary];
      return JSON.stringify(await ask(made.trust, user, 'children.get', { id: childId }));
    };
    for (const canary of ['shut', 'far'] as const)
      for (const user of canaries[canary].readers)
        expect(
          wordsIn(Buffer.from(await about(user, canary)), telling(canaries[canary].words)).length,
        ).toBeGreaterThan(3);
  });
});
