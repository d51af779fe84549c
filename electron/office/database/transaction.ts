import type Database from 'better-sqlite3';

/**
 * One writer at a time. Every writing operation waits its turn, begins an immediate transaction, and either
 * commits all of it or none. Readers have their own handle and never see what is not committed.
 */
export class Writer {
  #handle: Database.Database;
  #turn: Promise<unknown> = Promise.resolve();
  readonly #committed: () => void;

  /** `committed` is called after each commit that is safely on the disk; it must not throw. */
  constructor(handle: Database.Database, committed: () => void = () => undefined) {
    this.#handle = handle;
    this.#committed = committed;
  }

  /** Runs `work` inside one transaction, after everything that was asked for before it. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    return this.alone(async () => {
      const result = await this.#run(work);
      this.#committed();
      return result;
    });
  }

  /**
   * The same for what only tells of a reading: it outlives the program's end, but the disk is not waited for, so a power
   * cut may take what was written since the last change. Every later change makes it durable too.
   */
  async unhurried<T>(work: () => Promise<T>): Promise<T> {
    return this.alone(async () => {
      this.#handle.pragma('synchronous = NORMAL');
      try {
        return await this.#run(work);
      } finally {
        this.#handle.pragma('synchronous = FULL');
      }
    });
  }

  /** Runs `work` in its turn and without a transaction: nothing is written meanwhile, by anybody here. */
  async alone<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(work, work);
    this.#turn = mine.catch(() => undefined);
    return mine;
  }

  /** From now on writes through another handle: the file was put in place of another. Call it inside {@link alone}. */
  moveTo(handle: Database.Database): void {
    this.#handle = handle;
  }

  async #run<T>(work: () => Promise<T>): Promise<T> {
    this.#handle.exec('BEGIN IMMEDIATE');
    try {
      const result = await work();
      this.#handle.exec('COMMIT');
      return result;
    } catch (error) {
      // A full disk or an i/o error may have rolled back already.
      if (this.#handle.inTransaction) this.#handle.exec('ROLLBACK');
      throw error;
    }
  }
}
