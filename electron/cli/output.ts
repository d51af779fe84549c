import { OfficeProblem, type Problem } from '#shared/problems.ts';

/** Writes to standard output and waits until it is taken: an installed app ends right after. */
export function print(text: string): Promise<void> {
  return new Promise((resolve) => {
    process.stdout.write(text.endsWith('\n') ? text : `${text}\n`, () => resolve());
  });
}

/** Writes a result as JSON. */
export function printJson(value: unknown): Promise<void> {
  return print(JSON.stringify(value, null, 2));
}

/** Says something to the person, on standard error so that results stay readable by programs. */
export function tell(text: string): void {
  process.stderr.write(`${text.trimEnd()}\n`);
}

function inWords({ message, details, reference }: Problem): string {
  const further = (details ?? []).map((detail) => detail.message).filter((line) => !message.includes(line));
  const named = reference && !message.includes(reference) ? [`Reference ${reference}.`] : [];
  return [message, ...further, ...named].join('\n');
}

/** Tells a problem in words; the exit code for it. */
export function tellProblem(error: unknown): number {
  if (error instanceof OfficeProblem) tell(inWords(error.problem));
  // What was not foreseen has no words of its own; its kind and place help IT, its text may hold what was typed.
  else
    tell(`Something went wrong that Trust Desk did not expect. Nothing of this was kept.\n${placeOf(error)}`);
  return 1;
}

function placeOf(error: unknown): string {
  if (!(error instanceof Error)) return '';
  const code = 'code' in error ? ` ${String(error.code)}` : '';
  return `${error.name}${code}\n${(error.stack ?? '').split('\n').slice(1, 4).join('\n')}`;
}

/** Shows a long job's progress on a terminal that a person looks at; says nothing to a log. */
export function showProgress(done: number, total: number, label: string): void {
  if (!process.stderr.isTTY) return;
  const share = total > 0 ? ` ${Math.floor((done * 100) / total)} %` : '';
  process.stderr.write(`\r\u001b[2K${done < total ? `${label}${share}` : ''}`);
}
