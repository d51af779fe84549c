import type { FullResult, Reporter, TestCase, TestResult, TestStep } from '@playwright/test/reporter';

/** Tells the tour as it goes: one line for each step, and the whole story of one that fails. */
export default class TourReporter implements Reporter {
  onStepEnd(_test: TestCase, _result: TestResult, step: TestStep): void {
    if (step.category !== 'test.step' || step.parent?.category === 'test.step') return;
    process.stdout.write(`  ${step.error === undefined ? '✓' : '✗'} ${step.title}\n`);
  }

  onTestEnd(_test: TestCase, result: TestResult): void {
    for (const error of result.errors) process.stdout.write(`\n${error.stack ?? error.message ?? ''}\n`);
  }

  onEnd(result: FullResult): void {
    if (result.status === 'timedout') process.stdout.write('\nThe tour took too long.\n');
  }

  printsToStdio(): boolean {
    return true;
  }
}
