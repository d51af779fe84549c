import {
  contract,
  isOperation,
  type Input,
  type OperationName,
  type Output,
} from '#shared/contract/index.ts';
import type { OfficeBridge, Preferences, ShellBridge } from '#shared/contract/shell.ts';
import type { Progress } from '#shared/contract/wire.ts';
import { permissionsOf, type Role } from '#shared/domain/roles.ts';
import type { Problem, Result } from '#shared/problems.ts';

/** How one operation is answered: its data, a function of the input, or a problem made with {@link refuse}. */
type Answer<N extends OperationName> =
  | Output<N>
  | Refusal
  | ((
      input: Input<N>,
      progress: (progress: Progress) => void,
    ) => Output<N> | Refusal | Promise<Output<N> | Refusal>);
/** The operations a test needs answered, by name. */
export type Answers = { [N in OperationName]?: Answer<N> };

class Refusal {
  readonly problem: Problem;
  constructor(problem: Problem) {
    this.problem = problem;
  }
}

/** The office says no. */
export function refuse(problem: Problem): Refusal {
  return new Refusal(problem);
}

/** Somebody signed in, with the permissions of their roles. */
export function signedInAs(roles: Role[], name = 'Margaret Oakes', id = 1): Output<'access.status'> {
  return {
    state: 'open',
    practice: false,
    hasOffice: true,
    hasPractice: false,
    trustName: 'Marlford Children’s Trust',
    person: { id, name, jobTitle: 'Co-ordinator', roles, permissions: [...permissionsOf(roles)] },
    today: '2008-10-14',
    version: '0.1.0',
    lockMinutes: 10,
    warnings: [],
  };
}

/** Nothing happened at this person's sign-in while they were away. */
export const noNews: Output<'access.signIn'>['news'] = {
  lastSignInAt: null,
  wrongTries: 0,
  othersTries: 0,
  drafts: 0,
  keyFileChanged: false,
};

/** What the window asked for, in order. */
export type Asked = { name: string; input: unknown };

/**
 * `window.office` for a test: inputs are parsed by the contract as the real gate does, answers are checked against
 * it, and what is not answered is a problem that names the operation. A write that went well tells its changes.
 */
export class FakeOffice implements OfficeBridge {
  readonly asked: Asked[] = [];
  /** How often the window said that somebody is here. */
  touches = 0;
  readonly #answers = new Map<string, unknown>();
  readonly #changes = new Set<(features: string[]) => void>();
  readonly #restarts = new Set<() => void>();
  readonly #locks = new Set<() => void>();

  constructor(answers: Answers = {}) {
    this.answer(answers);
  }

  /** Adds or replaces answers. */
  answer(answers: Answers): void {
    for (const [name, answer] of Object.entries(answers)) this.#answers.set(name, answer);
  }

  /** The inputs one operation was asked with. */
  inputsOf<N extends OperationName>(name: N): Input<N>[] {
    return this.asked.filter((one) => one.name === name).map((one) => one.input as Input<N>);
  }

  call(name: string, input: unknown, onProgress?: (progress: Progress) => void) {
    this.asked.push({ name, input });
    let cancel = nothing;
    const cancelled = new Promise<Result<unknown>>((resolve) => {
      cancel = () =>
        resolve({ ok: false, problem: { code: 'cancelled', message: 'Cancelled. Nothing was done.' } });
    });
    const answered = this.#settle(name, input, onProgress ?? (() => undefined));
    return { promise: Promise.race([answered, cancelled]), cancel };
  }

  async #settle(
    name: string,
    input: unknown,
    progress: (progress: Progress) => void,
  ): Promise<Result<unknown>> {
    await Promise.resolve();
    if (!isOperation(name)) return no(`There is no operation ${name}.`);
    const parsed = contract[name].input.safeParse(input);
    if (!parsed.success) return no(`${name} was asked with a wrong shape: ${parsed.error.message}`);
    if (!this.#answers.has(name)) return no(`This test gives no answer to ${name}.`);
    const kept = this.#answers.get(name);
    const answer: unknown =
      typeof kept === 'function'
        ? await (kept as (input: unknown, progress: (progress: Progress) => void) => unknown)(
            parsed.data,
            progress,
          )
        : kept;
    if (answer instanceof Refusal) return { ok: false, problem: answer.problem };
    const data = contract[name].output.parse(answer);
    const { writes, changes } = contract[name];
    if (writes && changes) this.tellChange(changes);
    return { ok: true, data };
  }

  tellChange(features: string[]): void {
    for (const listener of this.#changes) listener(features);
  }

  tellRestart(): void {
    for (const listener of this.#restarts) listener();
  }

  tellLock(): void {
    for (const listener of this.#locks) listener();
  }

  touch(): void {
    this.touches += 1;
  }

  onChange(listener: (features: string[]) => void) {
    return join(this.#changes, listener);
  }

  onRestart(listener: () => void) {
    return join(this.#restarts, listener);
  }

  onLock(listener: () => void) {
    return join(this.#locks, listener);
  }
}

function join<T>(set: Set<T>, listener: T): () => void {
  set.add(listener);
  return () => void set.delete(listener);
}

function no(message: string): Result<unknown> {
  return { ok: false, problem: { code: 'internal', message } };
}

function nothing(): void {}

const noted = <T>(data: T): Promise<Result<T>> => Promise.resolve({ ok: true, data });

/** `window.shell` for a test: nothing is chosen, nothing is printed, preferences are kept in memory. */
export function fakeShell(over: Partial<ShellBridge> = {}): ShellBridge {
  let preferences: Preferences = { theme: 'light', textSize: 14, letterKeys: true };
  return {
    version: '0.1.0',
    practice: false,
    preferences: {
      atStart: preferences,
      get: () => noted(preferences),
      set: (change) => {
        preferences = { ...preferences, ...change };
        return noted(preferences);
      },
    },
    pickFile: () => noted(null),
    pickSave: () => noted(null),
    pickFolder: () => noted(null),
    orderPdf: () => noted({ pdf: new Uint8Array(), name: 'order.pdf' }),
    saveOrderPdf: () => noted(null),
    printers: () => noted({ printers: [] }),
    printOrder: (_order, how) => noted({ copies: how.copies }),
    saveReturnPdf: () => noted(null),
    saveAuditHead: () => noted(null),
    quit: () => noted({}),
    ...over,
  };
}
