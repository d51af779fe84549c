import type Database from 'better-sqlite3';
import { afterEach, beforeEach, expect } from 'vitest';
import type { Problem } from '#shared/problems.ts';
import { wordsIn } from './files.ts';
import { type ReadyOffice, readyOffice } from './job.ts';
import { TestOffice } from './office.ts';

/** Who and what is in the records of these tests: none of it may be in a message or in a log. */
const NAMES = ['Callum', 'Birchall', 'Donna', 'Canal Street', 'Zephyrine'];

/** What one test's offices wrote to their log. */
export const logged: string[] = [];
const offices: TestOffice[] = [];

/** Call once a file: removes each test's offices, and looks for names in what they logged. */
export function watchOffices(): void {
  beforeEach(() => {
    logged.length = 0;
  });
  afterEach(() => {
    for (const office of offices.splice(0)) office.remove();
    expect(wordsIn(Buffer.from(logged.join('\n')), NAMES)).toEqual([]);
  });
}

const log = { info: (text: string) => logged.push(text), error: (text: string) => logged.push(text) };
const DAY = '2008-10-14';

function kept(office: TestOffice): TestOffice {
  offices.push(office);
  return office;
}

/** A folder in which no office is set up yet. */
export const emptyOffice = (): TestOffice => kept(new TestOffice(DAY, log));
/** An office with nothing in it; Margaret is signed in. */
export const newOffice = async (): Promise<TestOffice> => kept(await TestOffice.setUp(DAY, log));
/** An office in which the main job is ready to go. */
export async function officeWithCase(): Promise<ReadyOffice> {
  const ready = await readyOffice();
  kept(ready.office);
  Object.assign(ready.office.desk, { log });
  return ready;
}

/** What every problem must be: a code, what happened, what was kept, what to do next, and nobody's name. */
export function expectInWords(problem: Problem, code: Problem['code']): void {
  const said = [problem.message, ...(problem.details ?? []).map((detail) => detail.message)].join(' ');
  expect(problem.code, said).toBe(code);
  const sentences = said.split(/(?<=[.!?])\s+/);
  expect(sentences.length, said).toBeGreaterThanOrEqual(2);
  expect(said).toMatch(
    /\b(nothing|not saved|not written|left as it|everything saved|kept|safe|nobody was)\b/i,
  );
  expect(said).toMatch(
    /\b(choose|ask|do (it|this)|sign in|install|restore|put|use|look at|close|save the|fill|enter|free|check|set up)\b/i,
  );
  expect(said).not.toMatch(/SQLITE|ENO\w+|undefined|\bat \w+ \(|Error:|null\b/);
  expect(wordsIn(Buffer.from(JSON.stringify(problem)), NAMES)).toEqual([]);
}

/** Everything that the office holds but its audit trail, which also tells of what was refused. */
function contentOf(handle: Database.Database): Record<string, unknown[]> {
  const tables = handle
    .prepare(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'audit\\_%' ESCAPE '\\' ORDER BY 1",
    )
    .pluck()
    .all() as string[];
  return Object.fromEntries(tables.map((name) => [name, handle.prepare(`SELECT * FROM "${name}"`).all()]));
}
/** See {@link contentOf}; the office must be open. */
export const content = (office: TestOffice): Record<string, unknown[]> =>
  contentOf(office.desk.opened().readerHandle);
