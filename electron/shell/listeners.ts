/** Who wants to be told of one kind of event. */
export class Listeners<A extends unknown[]> {
  readonly #listeners = new Set<(...args: A) => void>();

  /** Adds one; the returned function takes it off again. */
  add(listener: (...args: A) => void): () => void {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  }

  /** Tells all of them. */
  tell(...args: A): void {
    for (const listener of this.#listeners) listener(...args);
  }
}
