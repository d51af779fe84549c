import { useCallback, useRef, useState } from 'react';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { Progress } from '#shared/contract/wire.ts';
import type { Result } from '#shared/problems.ts';
import { callOffice, type Job, startJob } from './client.ts';

/** Writes through the contract. `run` never rejects: look at the result. Screens refresh by the office's notice. */
export function useWrite<N extends OperationName>(name: N) {
  const [busy, setBusy] = useState(false);
  const run = useCallback(
    (input: Input<N>): Promise<Result<Output<N>>> => {
      setBusy(true);
      return callOffice(name, input).finally(() => setBusy(false));
    },
    [name],
  );
  return { run, busy };
}

/** A long job with progress and cancel. A second run takes the place of the first on the screen; both finish. */
export function useJob<N extends OperationName>(name: N) {
  const [progress, setProgress] = useState<Progress | null>(null);
  const job = useRef<Job<N> | null>(null);
  const run = useCallback(
    async (input: Input<N>): Promise<Result<Output<N>>> => {
      setProgress({ done: 0, total: 0, label: '' });
      const mine = startJob(name, input, (next) => (job.current === mine ? setProgress(next) : undefined));
      job.current = mine;
      try {
        return await mine.promise;
      } finally {
        if (job.current === mine) {
          job.current = null;
          setProgress(null);
        }
      }
    },
    [name],
  );
  const cancel = useCallback(() => job.current?.cancel(), []);
  return { run, cancel, progress, busy: progress !== null };
}
