import { contract, isOperation } from '#shared/contract/index.ts';
import type { FromOffice, ToOffice } from '#shared/contract/wire.ts';
import { isBearable, MOST_UNANSWERED } from '#shared/contract/wire-limits.ts';
import type { Problem } from '#shared/problems.ts';
import type { Desk } from './desk.ts';
import { call } from './gate.ts';

/** Anything that carries messages both ways: a window's port, the shell's, a test's. */
export type Line = { send(message: FromOffice): void };

/** Answers calls over any number of lines and tells all of them what changed, and `onTouch` that somebody is here. */
export class Service {
  readonly #desk: Desk;
  readonly #onTouch: () => void;
  readonly #lines = new Set<Line>();

  constructor(desk: Desk, onTouch: () => void = () => undefined) {
    this.#desk = desk;
    this.#onTouch = onTouch;
  }

  /** Tells every line that these features changed. */
  tellChanged(features: string[]): void {
    for (const each of this.#lines) each.send({ kind: 'changed', features });
  }

  /** Adds a line; returns what to do with each message from it, and how to hang up. */
  connect(line: Line): { receive(message: unknown): void; hangUp(): void } {
    this.#lines.add(line);
    const running = new Map<number, AbortController>();
    return {
      receive: (message) => void this.#receive(line, message, running),
      hangUp: () => {
        this.#lines.delete(line);
        for (const controller of running.values()) controller.abort();
      },
    };
  }

  async #receive(line: Line, message: unknown, running: Map<number, AbortController>): Promise<void> {
    const asked = readMessage(message);
    if (!asked) return;
    // A screen refreshes itself by reading; whatever writes is somebody's act.
    if (asked.kind === 'touch' || (asked.kind === 'call' && isWrite(asked.name))) this.#onTouch();
    if (asked.kind === 'touch') return;
    if (asked.kind === 'cancel') {
      running.get(asked.id)?.abort();
      return;
    }
    const refused = refusalOf(asked, running);
    if (refused) {
      line.send({ kind: 'answer', id: asked.id, result: { ok: false, problem: refused } });
      return;
    }
    const controller = new AbortController();
    running.set(asked.id, controller);
    const result = await call(this.#desk, asked.name, asked.input, {
      signal: controller.signal,
      onProgress: (done, total, label) => line.send({ kind: 'progress', id: asked.id, done, total, label }),
      onChanged: (features) => this.tellChanged(features),
    });
    running.delete(asked.id);
    line.send({ kind: 'answer', id: asked.id, result });
  }
}

const isWrite = (name: string): boolean => isOperation(name) && contract[name].writes;

/** What does not look like a message of the wire is dropped: there is no one to answer. */
function readMessage(message: unknown): ToOffice | null {
  if (typeof message !== 'object' || message === null) return null;
  const { kind, id, name, input } = message as Record<string, unknown>;
  if (kind === 'touch') return { kind };
  if (typeof id !== 'number' || !Number.isSafeInteger(id)) return null;
  if (kind === 'cancel') return { kind, id };
  // Anything but text is no operation's name; making text of it could run into what has no text.
  if (kind === 'call') return { kind, id, name: typeof name === 'string' ? name : '', input };
  return null;
}

/** Why a call is not even looked at: the line has too many open, its number is taken, or it is too much to read. */
function refusalOf(
  asked: Extract<ToOffice, { kind: 'call' }>,
  running: ReadonlyMap<number, AbortController>,
): Problem | null {
  if (running.size >= MOST_UNANSWERED)
    return {
      code: 'busy',
      message: 'The office has too much to do at once, so this was not begun. Wait a moment and do it again.',
    };
  if (running.has(asked.id) || !isBearable(asked.input))
    return {
      code: 'wrong_shape',
      message: 'Nothing was saved. What was sent is too large or not of a kind that the office reads.',
    };
  return null;
}
