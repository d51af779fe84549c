/**
 * A reason to stop that a person can act on. Shown as its sentence alone, without a stack:
 * a missing network or compiler is not a fault in the program.
 */
export class Stop extends Error {
  /** @param {string} message what happened, and what to do next */
  constructor(message) {
    super(message);
    this.name = 'Stop';
  }
}

/**
 * Runs a command's work and ends the process with its exit code.
 * A {@link Stop} is told in its own words; anything else is a fault and keeps its stack.
 *
 * @param {() => Promise<number>} work
 * @returns {Promise<void>}
 */
export async function endWith(work) {
  try {
    process.exitCode = await work();
  } catch (error) {
    console.error(error instanceof Stop ? `\n${error.message}` : error);
    process.exitCode = 1;
  }
}
