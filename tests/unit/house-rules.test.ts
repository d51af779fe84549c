import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { codeOf, linesWith, root, type Source, sourcesIn } from './support/sources.ts';

/** The rules of the house that the linter has no rule for. See CONTRIBUTING.md. */
const electron = sourcesIn('electron', ['.ts']);
const shared = sourcesIn('shared', ['.ts']);
const renderer = sourcesIn('renderer', ['.ts', '.tsx']);
const everything = sourcesIn(
  '',
  '.ts .tsx .mjs .cjs .json .md .sql .css .html .yml .yaml .txt run rc LICENSE'.split(' '),
);

const isQueries = ({ name }: Source) => name.endsWith('.queries.ts');
const isDatabase = ({ name }: Source) => name.startsWith('electron/office/database/');

test('there is something to look at', () => {
  expect(electron.filter(isQueries).length).toBeGreaterThan(15);
  expect(renderer.length).toBeGreaterThan(80);
  expect(everything.length).toBeGreaterThan(350);
});

describe('SQL', () => {
  const elsewhere = [...electron, ...shared, ...renderer].filter(
    (one) => !isQueries(one) && !isDatabase(one),
  );

  test('is built and run only in *.queries.ts and in electron/office/database', () => {
    const builders =
      /\.(selectFrom|insertInto|updateTable|deleteFrom|replaceInto)\(|\bsql`|\bsql\.(raw|table|ref)\(/;
    const handles = /\b(handle|db|writerHandle|readerHandle)\.(prepare|pragma|exec)\(/;
    const found = elsewhere.flatMap((source) =>
      linesWith(source, new RegExp(`${builders.source}|${handles.source}`), codeOf(source)),
    );
    expect(found).toEqual([]);
  });

  test('is written as text nowhere else', () => {
    const statements =
      /['"`]\s*(SELECT\s[\s\S]*\sFROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|CREATE (TABLE|INDEX)|BEGIN IMMEDIATE|PRAGMA)\s/;
    expect(elsewhere.flatMap((source) => linesWith(source, statements))).toEqual([]);
  });

  test('of case records is only the children’s: they are read through the one reading scope', () => {
    const tables = [
      'children',
      'child_\\w+',
      'carers',
      'cafs',
      'caf_\\w+',
      'plan_\\w+',
      'lead_professionals',
    ];
    const from = new RegExp(
      `(selectFrom|[jJ]oin|insertInto|updateTable|deleteFrom)\\(\\s*\\[?\\s*['"](${tables.join('|')})( as \\w+)?['"]`,
    );
    const found = electron
      .filter(({ name }) => !name.startsWith('electron/office/children/'))
      .flatMap((source) => linesWith(source, from));
    expect(found).toEqual([]);
    const own = electron.filter(({ name }) => name.startsWith('electron/office/children/'));
    expect(own.flatMap((source) => linesWith(source, from)).length).toBeGreaterThan(20);
  });
});

describe('what leaves the office', () => {
  test('no thrown text or log line is made from a name', () => {
    const names = /given_?names|family_?name|known_?as|carers?\b/i;
    const found = electron
      .flatMap((source) => linesWith(source, /new (OfficeProblem|Error)\(.*\$\{|log\.(info|error)\(.*\$\{/))
      .filter((line) => names.test(line.slice(line.indexOf(' '))));
    expect(found).toEqual([]);
  });
});

describe('the project stands alone', () => {
  test('no file names a place on the computer it was written on', () => {
    const places = new RegExp(
      `(?<![\\w.#-])(/(${['work', 'home', 'root', 'Users'].join('|')})/\\w|[A-Z]:\\\\Users)`,
    );
    expect(everything.flatMap((source) => linesWith(source, places))).toEqual([]);
  });

  test('no file leaves work for later or silences the compiler', () => {
    const later = new RegExp(`\\b(${['TO', 'FIX'].join('|')})(DO|ME)\\b|@ts-(ignore|nocheck|expect-error)`);
    expect(everything.flatMap((source) => linesWith(source, later))).toEqual([]);
  });
});

describe('package.json', () => {
  const manifest = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    scripts: Record<string, string>;
    dependencies: Record<string, string>;
    devDependencies: Record<string, string>;
  };

  test('names exact versions', () => {
    const versions = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(versions.filter(([, version]) => !/^(npm:[\w@/-]+@)?\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  test('has scripts that run on Windows too', () => {
    const posix = /\$|[;|<>`'*]|(^|&& )(\w+=|rm |cp |mv |cat |mkdir |export |\.\/|sh |bash )/;
    expect(Object.entries(manifest.scripts).filter(([, script]) => posix.test(script))).toEqual([]);
  });
});

describe('public functions', () => {
  test('of the office and of what both sides share say what they promise', () => {
    const found = [...shared, ...electron].flatMap(undocumented);
    expect(found).toEqual([]);
  });
});

/** Exported functions and classes without a docstring above them. */
function undocumented({ name, text }: Source): string[] {
  const lines = text.split('\n');
  return lines.flatMap((line, index) =>
    /^export (async )?(function|class)\b/.test(line) && !/\*\/\s*$/.test(lines[index - 1] ?? '')
      ? [`${name}:${index + 1} ${line}`]
      : [],
  );
}
