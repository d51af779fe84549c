import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { commands } from '#electron/cli/commands.ts';
import { practicePassphrase, practicePeople } from '#electron/office/practice/sign-ins.ts';
import { features } from '#shared/contract/common.ts';
import { root, type Source, sourcesIn } from './support/sources.ts';

/** What the pages say must be so: their links, commands, paths and lists are held against the project. */
const pages = sourcesIn('', ['.md']).filter(({ name }) => !name.startsWith('tests/'));
const page = (name: string) => pages.find((one) => one.name === name)?.text ?? '';
const readme = page('README.md');

const placeOf = (source: Source, link: string) => path.posix.join(path.posix.dirname(source.name), link);

/** The heading's own address, as the forges make it. */
function anchorsOf(text: string): string[] {
  return [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\w\- ]/g, '')
      .replaceAll(' ', '-'),
  );
}

test('the pages are there', () => {
  for (const name of [
    'README.md',
    'CONTRIBUTING.md',
    'SECURITY.md',
    'docs/map.md',
    'docs/glossary.md',
    'docs/rules.md',
  ])
    expect(page(name).length, name).toBeGreaterThan(1000);
});

describe('what the pages point at', () => {
  test('links lead to files and headings that there are', () => {
    const broken = pages.flatMap((source) =>
      [...source.text.matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)].flatMap(
        ([, file = '', anchor]) => {
          const place = file === '' ? source.name : placeOf(source, file);
          if (!existsSync(path.join(root, place))) return [`${source.name}: ${place}`];
          const known = anchor === undefined || anchorsOf(page(place)).includes(anchor);
          return known ? [] : [`${source.name}: ${place}#${anchor}`];
        },
      ),
    );
    expect(broken).toEqual([]);
  });

  test('paths in them are of files and folders that there are', () => {
    const missing = pages.flatMap(({ name, text }) =>
      [...text.matchAll(/`((?:electron|renderer|shared|migrations|tests|scripts|docs)\/[\w./-]*)`/g)]
        .map(([, place = '']) => place)
        // The example of how a field is added is yet to be written by whoever adds one.
        .filter((place) => place !== 'migrations/0090_provider_mobile.sql')
        .filter((place) => !existsSync(path.join(root, place)))
        .map((place) => `${name}: ${place}`),
    );
    expect(missing).toEqual([]);
  });

  test('the npm commands in them are in package.json', () => {
    const { scripts } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = pages.flatMap(({ text }) =>
      [...text.matchAll(/npm run (?:-s )?([\w:]+)/g)].map(([, name = '']) => name),
    );
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((name) => !(name in scripts))).toEqual([]);
  });
});

describe('what the README lists', () => {
  test('is every command of the terminal, with options that it has', () => {
    const rows = [...readme.matchAll(/^\| `([a-z-]+)((?: [^`]*)?)`\s+\|/gm)].map(
      ([, name = '', options = '']) => ({
        name,
        options: [...options.matchAll(/--([a-z-]+)/g)].map(([, option = '']) => option),
      }),
    );
    const listed = rows.filter(({ name }) => commands.some((command) => command.name === name));
    expect(listed.map(({ name }) => name).sort()).toEqual(commands.map(({ name }) => name).sort());
    for (const { name, options } of listed) {
      const known = Object.keys(commands.find((command) => command.name === name)?.options ?? {});
      expect(known).toEqual(expect.arrayContaining(options));
    }
  });

  test('is everybody of the practice office, and how they sign in', () => {
    const missing = practicePeople.filter(({ user }) => !readme.includes(`\`${user}\``));
    expect(missing.map(({ user }) => user)).toEqual([]);
    expect(readme).toContain(`\`${practicePassphrase('margaret')}\``);
  });

  test('is every feature', () => {
    for (const feature of features) expect(readme).toContain(`\`${feature}\``);
  });
});

test('every rule that the code names by its number is explained', () => {
  const rules = page('docs/rules.md');
  const code = ['electron', 'shared', 'renderer', 'migrations'].flatMap((folder) =>
    sourcesIn(folder, ['.ts', '.tsx', '.sql']),
  );
  const numbers = new Set(code.flatMap(({ text }) => text.match(/\b(BR|FM)-\d+/g) ?? []));
  const sections = new Set(
    code.flatMap(({ text }) =>
      [...text.matchAll(/domain(?: rule)? (\d+(?:\.\d+)?)/g)].map(([, section = '']) => section),
    ),
  );
  expect(numbers.size).toBeGreaterThan(15);
  expect([...numbers].filter((number) => !rules.includes(`**${number}**`))).toEqual([]);
  const explained = [...rules.matchAll(/^\| \*\*([\d., ]+)\*\*/gm)].flatMap(([, list = '']) =>
    list.split(', '),
  );
  expect([...sections].filter((section) => !explained.includes(section))).toEqual([]);
});

test('every decision is in the list of decisions', () => {
  const list = page('docs/decisions/README.md');
  const decisions = pages.filter(({ name }) => /^docs\/decisions\/\d{4}-/.test(name));
  expect(decisions.length).toBeGreaterThan(10);
  for (const { name, text } of decisions) {
    expect(list).toContain(`(${path.posix.basename(name)})`);
    for (const part of ['**Context.**', '**Decision.**', '**Consequences.**'])
      expect(text, name).toContain(part);
  }
});
