import type { Desk } from '../desk.ts';
import { lock } from './access.service.ts';
import { nowOn } from './sign-in.ts';
import { lockMinutes } from './sign-ins.queries.ts';

/** The window warns and locks first, with what was typed; the office locks when it has heard nothing for so much longer. */
const GRACE_S = 30;
const LOOK_EVERY_MS = 5000;

/**
 * Locks the office by itself when nobody has been at it for its minutes: a window that hangs, or that somebody took over,
 * keeps no file open. Only what a person does counts (`touch`), never a screen that refreshes itself. Time is that which
 * the computer has been on, so a clock that is turned changes nothing.
 */
export class IdleLock {
  readonly #desk: Desk;
  readonly #onLocked: () => void;
  #touched: number;
  #person: number | null = null;

  constructor(desk: Desk, onLocked: () => void) {
    this.#desk = desk;
    this.#onLocked = onLocked;
    this.#touched = nowOn(desk);
  }

  /** Somebody pressed a key or moved the mouse. */
  touch(): void {
    this.#touched = nowOn(this.#desk);
  }

  /** Looks every few seconds until the process ends; keeps no process alive. */
  start(): this {
    setInterval(() => void this.look(), LOOK_EVERY_MS).unref();
    return this;
  }

  /** Locks if it is time; whether it did. */
  async look(): Promise<boolean> {
    const { open, person } = this.#desk;
    if (!open || !person || person.id !== this.#person) {
      // Whoever has just come in is here.
      this.#person = person?.id ?? null;
      this.touch();
      return false;
    }
    const quiet = nowOn(this.#desk) - this.#touched;
    if (quiet < 60 + GRACE_S) return false;
    const minutes = await lockMinutes(open.readerDb);
    if (quiet < minutes * 60 + GRACE_S || this.#desk.person !== person) return false;
    await lock({ desk: this.#desk }, {}, { quietMinutes: minutes });
    this.#onLocked();
    return true;
  }
}
