import type { FromOffice, Progress, ToOffice } from '#shared/contract/wire.ts';
import { isBearable } from '#shared/contract/wire-limits.ts';
import type { Problem, Result } from '#shared/problems.ts';

type Waiting = {
  message: Extract<ToOffice, { kind: 'call' }>;
  resolve: (result: Result<unknown>) => void;
  onProgress: ((progress: Progress) => void) | undefined;
  isSent: boolean;
};

const STOPPED: Problem = {
  code: 'office_stopped',
  message:
    'The office stopped before it answered. It is not known whether this was saved: look before you do it again.',
};
const CANCELLED: Problem = { code: 'cancelled', message: 'Cancelled. Nothing was changed.' };
const UNSENDABLE: Problem = {
  code: 'wrong_shape',
  message: 'That could not be sent to the office. Nothing was changed.',
};

/**
 * One end of the talk with the office process: numbers the calls, matches the answers, and says so when there
 * will be none. The window's bridge and the shell each hold one. It knows nothing of how messages travel.
 */
export class OfficeLine {
  readonly #calls = new Map<number, Waiting>();
  readonly #onChange: (features: string[]) => void;
  #send: ((message: ToOffice) => void) | null = null;
  #lastId = 0;

  constructor(onChange: (features: string[]) => void = () => undefined) {
    this.#onChange = onChange;
  }

  /**
   * Asks for one operation. The promise never rejects. Without an office the call waits for one; a call that
   * was sent and lost its office answers `office_stopped` and is not sent again.
   */
  call(
    name: string,
    input: unknown,
    onProgress?: (progress: Progress) => void,
  ): { promise: Promise<Result<unknown>>; cancel: () => void } {
    // A monstrous input is stopped on this side, before a copy of it travels.
    if (!isBearable(input))
      return { promise: Promise.resolve({ ok: false, problem: UNSENDABLE }), cancel: () => undefined };
    const id = ++this.#lastId;
    const promise = new Promise<Result<unknown>>((resolve) => {
      const message = { kind: 'call', id, name, input } as const;
      this.#calls.set(id, { message, resolve, onProgress, isSent: false });
      this.#sendWaiting();
    });
    return { promise, cancel: () => this.#cancel(id) };
  }

  /** Tells an office that is there that somebody is at the desk; without one nothing waits. */
  touch(): void {
    this.#send?.({ kind: 'touch' });
  }

  /** An office is there: whatever waited goes now, in the order it was asked. */
  connect(send: (message: ToOffice) => void): void {
    this.#send = send;
    this.#sendWaiting();
  }

  /** Takes a message from the office. Answers to calls nobody waits for are dropped. */
  receive(message: FromOffice): void {
    if (message.kind === 'changed') {
      this.#onChange(message.features);
    } else if (message.kind === 'progress') {
      const { done, total, label } = message;
      this.#calls.get(message.id)?.onProgress?.({ done, total, label });
    } else if (message.kind === 'answer') {
      this.#answer(message.id, message.result);
    }
  }

  /** The office is gone: calls it had are answered `office_stopped`, calls it never got wait for the next. */
  drop(): void {
    this.#send = null;
    for (const [id, call] of this.#calls) {
      if (call.isSent) this.#answer(id, { ok: false, problem: STOPPED });
    }
  }

  /** There will be no next office: every call is answered. One that was never sent changed nothing. */
  close(): void {
    this.drop();
    for (const id of this.#calls.keys()) this.#answer(id, { ok: false, problem: CANCELLED });
  }

  #sendWaiting(): void {
    const send = this.#send;
    if (!send) return;
    for (const [id, call] of this.#calls) {
      if (call.isSent) continue;
      call.isSent = true;
      try {
        send(call.message);
      } catch {
        this.#answer(id, { ok: false, problem: UNSENDABLE });
      }
    }
  }

  #cancel(id: number): void {
    const call = this.#calls.get(id);
    if (!call) return;
    if (call.isSent) this.#send?.({ kind: 'cancel', id });
    else this.#answer(id, { ok: false, problem: CANCELLED });
  }

  #answer(id: number, result: Result<unknown>): void {
    const call = this.#calls.get(id);
    this.#calls.delete(id);
    call?.resolve(result);
  }
}
