import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Result } from '#shared/problems.ts';
import { addWorkingDays } from '#shared/domain/dates.ts';
import { findSignedIn } from '../access/access.service.ts';
import type { Ask } from '../context.ts';
import type { Clock, Desk } from '../desk.ts';
import type { Dice } from './random.ts';

/** A clock that stands on the day that is being built; each moment is a second after the last. */
export class StoryClock implements Clock {
  day: string;
  #seconds = 0;
  constructor(day: string) {
    this.day = day;
  }
  today = () => this.day;
  now = () => {
    this.#seconds = (this.#seconds + 1) % 28_800;
    // From nine to five.
    const time = new Date((9 * 3600 + this.#seconds) * 1000).toISOString().slice(11, 19);
    return `${this.day}T${time}.000Z`;
  };
}

type Task = { day: string; order: number; run: () => Promise<void> };

/**
 * Builds a story day by day through the gate, as the people of the practice office would: every rule holds, and
 * what would be refused to them is refused here.
 */
export class Builder {
  readonly desk: Desk;
  readonly clock: StoryClock;
  readonly dice: Dice;
  #tasks: Task[] = [];
  #planned = 0;
  #who = '';

  readonly #ask: Ask;

  constructor(desk: Desk, clock: StoryClock, dice: Dice, ask: Ask) {
    this.desk = desk;
    this.#ask = ask;
    this.clock = clock;
    this.dice = dice;
  }

  /** Does an operation as a person; a problem ends the building. */
  async as<N extends OperationName>(user: string, name: N, input: Input<N>): Promise<Output<N>> {
    const result = await this.#do(user, name, input);
    if (!result.ok) {
      const { code, message, details } = result.problem;
      throw new Error(
        `The practice office: ${user} ${name} on ${this.clock.day}: ${code} ${message} ${JSON.stringify(details ?? '')}`,
      );
    }
    return result.data as Output<N>;
  }

  /** Does what the office refuses, as people do; not being refused ends the building. */
  async refused<N extends OperationName>(user: string, name: N, input: Input<N>): Promise<void> {
    const result = await this.#do(user, name, input);
    if (result.ok)
      throw new Error(`The practice office: ${user} ${name} on ${this.clock.day} was not refused.`);
  }

  async #do(user: string, name: string, input: unknown): Promise<Result<unknown>> {
    if (this.#who !== user) {
      this.desk.person = await findSignedIn(this.desk.opened().readerDb, user, this.clock.day);
      this.#who = user;
    }
    return this.#ask(this.desk, name, input);
  }

  /** Plans something for a working day, on or after `day`. */
  on(day: string, run: () => Promise<void>): void {
    const before = addWorkingDays(day, 0);
    this.#tasks.push({ day: before, order: this.#planned++, run });
  }

  /** Lives through all that is planned up to a day; later plans are left to the future. */
  async live(until: string, progress: (done: number, total: number) => Promise<void>): Promise<void> {
    for (let done = 0; ; done++) {
      this.#tasks.sort((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1));
      const next = this.#tasks.shift();
      if (!next || next.day > until) break;
      if (next.day > this.clock.day) this.clock.day = next.day;
      await next.run();
      if (done % 5 === 0) await progress(done, done + this.#tasks.length + 1);
    }
    this.clock.day = until;
  }
}
