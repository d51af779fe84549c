import type Database from 'better-sqlite3';

/**
 * One writer at a time. Every writing operation waits its turn, begins an immediate transaction, and either
 * commits all of it or none. Readers have their own handle and never see what is not committed.
 */
export class Writer {
  readonly #handle: Database.Database;
  #turn: Promise<unknown> = Promise.resolve();

  constructor(handle: Database.Database) {
    this.#handle = handle;
  }

  /** Runs `work` inside one transaction, after everything that was asked for before it. */
  async transaction<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.#turn.then(
      () => this.#run(work),
      () => this.#run(work),
    );
    this.#turn = mine.catch(() => undefined);
    return mine;
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
