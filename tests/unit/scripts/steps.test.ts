import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { root } from '../../../scripts/bootstrap/places.mjs';
import { allSteps, quickSteps } from '../../../scripts/steps/list.ts';
import type { Outcome, Step } from '../../../scripts/steps/step.ts';
import { spoken, summarise } from '../../../scripts/steps/summary.ts';

const step: Step = { title: 'Lint', script: 'lint' };
const outcome = (passed: number, failed: number, seconds = 1): Outcome => ({
  step,
  passed,
  failed,
  seconds,
  output: '',
});

function said(outcomes: readonly Outcome[]): { lines: string[]; code: number } {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  const code = summarise(outcomes);
  return { lines: log.mock.calls.join('\n').split('\n'), code };
}

afterEach(() => {
  vi.restoreAllMocks();
});

describe('the summary of the checks', () => {
  it('ends with a line of its own that counts what passed and failed', () => {
    const { lines, code } = said([outcome(120, 0), outcome(1, 0)]);
    expect(lines.at(-1)).toBe('121 passed, 0 failed');
    expect(code).toBe(0);
  });

  it('names what failed and answers with a failure', () => {
    const { lines, code } = said([outcome(3, 2), outcome(1, 0)]);
    expect(lines).toContain('  Lint: 2 failed (npm run lint)');
    expect(lines.at(-1)).toBe('4 passed, 2 failed');
    expect(code).toBe(1);
  });

  it.each([
    [4.234, '4.2 s'],
    [59.96, '1 min 0 s'],
    [185, '3 min 5 s'],
    [119.7, '2 min 0 s'],
  ])('says %d seconds as %s', (seconds, text) => {
    expect(spoken(seconds)).toBe(text);
  });
});

describe('the list of steps', () => {
  const manifest: { scripts: Record<string, string> } = JSON.parse(
    readFileSync(path.join(root, 'package.json'), 'utf8'),
  );

  it.each(allSteps)('$title runs a script that package.json has', ({ script }) => {
    expect(manifest.scripts).toHaveProperty([script]);
  });

  it('runs every kind of test that package.json has', () => {
    const tests = Object.keys(manifest.scripts).filter((name) => name.startsWith('test:'));
    expect(allSteps.map((one) => one.script)).toEqual(expect.arrayContaining(tests));
  });

  it('builds before what needs the build, and starts with the quick part', () => {
    const scripts = allSteps.map((one) => one.script);
    for (const one of allSteps.filter(({ after }) => after !== undefined)) {
      expect(scripts.indexOf(one.after ?? '')).toBeLessThan(scripts.indexOf(one.script));
    }
    expect(allSteps.slice(0, quickSteps.length)).toEqual(quickSteps);
  });
});
