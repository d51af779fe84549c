import { quickSteps } from '../steps/list.ts';
import { runStep, type Outcome } from '../steps/step.ts';
import { spoken, summarise } from '../steps/summary.ts';

const AT_ONCE = 2;

/** `npm run check`: the quick part, two steps at a time; a step's output is shown only if it fails. */
export async function main(): Promise<number> {
  const waiting = [...quickSteps];
  const outcomes: Outcome[] = [];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const outcome = await runStep(step, 'keep');
      outcomes.push(outcome);
      tell(outcome);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return summarise(outcomes);
}

function tell({ step, failed, seconds, output }: Outcome): void {
  console.log(`${failed > 0 ? '✗' : '✓'} ${step.title}, ${spoken(seconds)}`);
  if (failed > 0) console.log(`\n${output.trim()}\n`);
}
