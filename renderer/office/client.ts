import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { OfficeBridge, ShellBridge } from '#shared/contract/shell.ts';
import type { Progress } from '#shared/contract/wire.ts';
import type { Result } from '#shared/problems.ts';

declare global {
  interface Window {
    office: OfficeBridge;
    shell: ShellBridge;
  }
}

/** Asks the office for one operation; the types come from the contract. Never rejects. */
export function callOffice<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
  return window.office.call(name, input).promise as Promise<Result<Output<N>>>;
}

/** A long job under way: its answer, and how to stop it. */
export type Job<N extends OperationName> = { promise: Promise<Result<Output<N>>>; cancel: () => void };

/** Starts a long job and hears of its progress. A cancelled job answers with the problem `cancelled`. */
export function startJob<N extends OperationName>(
  name: N,
  input: Input<N>,
  onProgress: (progress: Progress) => void,
): Job<N> {
  const { promise, cancel } = window.office.call(name, input, onProgress);
  return { promise: promise as Promise<Result<Output<N>>>, cancel };
}
