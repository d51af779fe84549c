import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../bootstrap/places.mjs';

export type Reporter = 'vitest' | 'playwright';

export interface Counts {
  readonly passed: number;
  readonly failed: number;
}

/** Where a script's tests leave their report: `test-results/<script>.json`. */
export function reportOf(script: string): string {
  return path.join(root, 'test-results', `${script.replaceAll(':', '-')}.json`);
}

/** What makes a test runner write that report; Playwright's own configuration says it already. */
export function reportArguments(script: string, reporter: Reporter | undefined): string[] {
  if (reporter !== 'vitest') return [];
  return ['--reporter=default', '--reporter=json', `--outputFile.json=${reportOf(script)}`];
}

/** What the report says, or undefined when the step writes none or ended before it was written. */
export function countsOf(script: string, reporter: Reporter | undefined): Counts | undefined {
  const file = reportOf(script);
  if (reporter === undefined || !existsSync(file)) return undefined;
  const report: unknown = JSON.parse(readFileSync(file, 'utf8'));
  return reporter === 'vitest'
    ? { passed: numberAt(report, 'numPassedTests'), failed: numberAt(report, 'numFailedTests') }
    : {
        passed: numberAt(report, 'stats', 'expected'),
        failed: numberAt(report, 'stats', 'unexpected') + numberAt(report, 'stats', 'flaky'),
      };
}

/** @throws when the report has no such number: a runner that reports otherwise must not look like no failures */
function numberAt(report: unknown, ...names: string[]): number {
  const value = names.reduce<unknown>(
    (inside, name) => (isRecord(inside) ? inside[name] : undefined),
    report,
  );
  if (typeof value !== 'number')
    throw new TypeError(`The test report has no number called ${names.join('.')}.`);
  return value;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
