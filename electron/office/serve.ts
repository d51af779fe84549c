import type { FromOffice, ToOffice } from '#shared/contract/wire.ts';
import type { Desk } from './desk.ts';
import { call } from './gate.ts';

/** Anything that carries messages both ways: a window's port, the shell's, a test's. */
export type Line = { send(message: FromOffice): void };

/** Answers calls over any number of lines and tells all of them what changed. */
export class Service {
  readonly #desk: Desk;
  readonly #lines = new Set<Line>();

  constructor(desk: Desk) {
    this.#desk = desk;
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
    if (asked.kind === 'cancel') {
      running.get(asked.id)?.abort();
      return;
    }
    const controller = new AbortController();
    running.set(asked.id, controller);
    const result = await call(this.#desk, asked.name, asked.input, {
      signal: controller.signal,
      onProgress: (done, total, label) => line.send({ kind: 'progress', id: asked.id, done, total, label }),
      onChanged: (features) => {
        for (const each of this.#lines) each.send({ kind: 'changed', features });
      },
    });
    running.delete(asked.id);
    line.send({ kind: 'answer', id: asked.id, result });
  }
}

/** What does not look like a message of the wire is dropped: there is no one to answer. */
function readMessage(message: unknown): ToOffice | null {
  if (typeof message !== 'object' || message === null) return null;
  const { kind, id, name, input } = message as Record<string, unknown>;
  if (typeof id !== 'number') return null;
  if (kind === 'cancel') return { kind, id };
  if (kind === 'call') return { kind, id, name: String(name), input };
  return null;
}
