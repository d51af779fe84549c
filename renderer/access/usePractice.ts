import { useState } from 'react';
import type { Problem } from '#shared/problems.ts';
import { useJob, useWrite } from '#renderer/office/useWrite.ts';

/**
 * The way into the practice office, which may have to be made first, and out of it again. `problem` is what the office
 * said to the last of them; a making that was cancelled is none.
 */
export function usePractice(onReplaced: () => Promise<void>) {
  const job = useJob('access.openPractice');
  const leaving = useWrite('access.leavePractice');
  const [problem, setProblem] = useState<Problem | null>(null);

  const settle = (result: { ok: boolean; problem?: Problem }) =>
    setProblem(!result.ok && result.problem && result.problem.code !== 'cancelled' ? result.problem : null);

  const open = async (startAgain: boolean) => {
    setProblem(null);
    if (startAgain) await onReplaced();
    settle(await job.run({ startAgain }));
  };
  const leave = async () => {
    setProblem(null);
    settle(await leaving.run({}));
  };
  return {
    open: (startAgain = false) => void open(startAgain),
    leave: () => void leave(),
    cancel: job.cancel,
    progress: job.progress,
    busy: job.busy || leaving.busy,
    problem,
  };
}

/** See {@link usePractice}. */
export type Practice = ReturnType<typeof usePractice>;
