import { rmSync } from 'node:fs';
import { performance } from 'node:perf_hooks';
import { npmRun } from '../bootstrap/processes.mjs';
import { countsOf, reportArguments, reportOf, type Reporter } from './reports.ts';

/** One part of the checks: a script of package.json. */
export interface Step {
  readonly title: string;
  readonly script: string;
  /** What writes a report of the single tests; without one the step itself is the one thing that passes or fails. */
  readonly reporter?: Reporter;
  /** The script without which this one has nothing to test. */
  readonly after?: string;
}

export interface Outcome {
  readonly step: Step;
  readonly passed: number;
  readonly failed: number;
  readonly seconds: number;
  /** What it wrote, where that was kept rather than shown. */
  readonly output: string;
}

/** Runs a step and counts what passed and failed. A step that fails always counts one failure at least. */
export async function runStep(step: Step, output: 'show' | 'keep'): Promise<Outcome> {
  const started = performance.now();
  rmSync(reportOf(step.script), { force: true });
  const ran = await npmRun(step.script, reportArguments(step.script, step.reporter), { output });
  const counts = countsOf(step.script, step.reporter);
  const broken = ran.code !== 0;
  return {
    step,
    passed: counts?.passed ?? (broken ? 0 : 1),
    failed: Math.max(counts?.failed ?? 0, broken ? 1 : 0),
    seconds: (performance.now() - started) / 1000,
    output: ran.output,
  };
}

/** The outcome of a step that could not be run because the one before it failed. */
export function notRun(step: Step): Outcome {
  return { step, passed: 0, failed: 1, seconds: 0, output: '' };
}
