import type { Outcome } from './step.ts';

/**
 * Says what failed and how much passed. The last line stands alone and reads `N passed, N failed`.
 *
 * @returns the exit code: 0 when nothing failed
 */
export function summarise(outcomes: readonly Outcome[]): number {
  const sum = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((total, one) => total + of(one), 0);
  const failed = outcomes.filter((outcome) => outcome.failed > 0);
  if (failed.length > 0) {
    console.log('\nWhat failed:');
    for (const { step, failed: count, seconds } of failed) {
      const why = seconds === 0 ? `not run, because ${step.after} failed` : `${count} failed`;
      console.log(`  ${step.title}: ${why} (npm run ${step.script})`);
    }
  }
  console.log(`\n${sum((one) => one.passed)} passed, ${sum((one) => one.failed)} failed`);
  return failed.length === 0 ? 0 : 1;
}

/** A time as people say it: `4.2 s`, `3 min 5 s`. */
export function spoken(seconds: number): string {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}
