import type { Context } from '../context.ts';
import type { Desk } from '../desk.ts';

/** Turns the desk to the practice office, and makes it first if it is not there or is to start again. */
export async function openPractice(
  desk: Desk,
  _options: { startAgain: boolean; progress: Context['progress'] },
): Promise<void> {
  desk.close();
  desk.using = 'practice';
  await Promise.resolve();
}
