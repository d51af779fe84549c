const WITHIN_MS = 60_000;
const AT_MOST = 5;

/**
 * Whether a process that stopped is worth starting again: five times within a minute it is, the sixth time
 * something is wrong that another start will not mend.
 */
export class RestartLimit {
  #stops: number[] = [];

  /** Counts one stop at this moment (milliseconds) and says whether to start again. */
  mayStartAgain(now: number): boolean {
    this.#stops = [...this.#stops.filter((stop) => now - stop < WITHIN_MS), now];
    return this.#stops.length <= AT_MOST;
  }
}
