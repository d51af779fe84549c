import { findElectron } from '../runtime/electron-runtime.ts';
import { allSteps } from '../steps/list.ts';
import { notRun, runStep, type Outcome } from '../steps/step.ts';
import { spoken, summarise } from '../steps/summary.ts';

/** `npm test`: everything, one step after another, each with its heading and its time. */
export async function main(): Promise<number> {
  // What is missing on this machine is found now, not after ten minutes of tests.
  const electron = await findElectron('display', 'paper');
  console.log(`Testing with Electron ${electron.version} and Node ${process.versions.node}.`);
  const outcomes: Outcome[] = [];
  for (const step of allSteps) {
    console.log(`\n== ${step.title} ==`);
    const blocked = outcomes.some((one) => one.step.script === step.after && one.failed > 0);
    const outcome = blocked ? notRun(step) : await runStep(step, 'show');
    outcomes.push(outcome);
    console.log(`${outcome.failed > 0 ? 'Failed' : 'Passed'} in ${spoken(outcome.seconds)}`);
  }
  return summarise(outcomes);
}
