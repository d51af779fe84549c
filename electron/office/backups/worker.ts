import { parentPort, workerData } from 'node:worker_threads';
import { OfficeProblem } from '#shared/problems.ts';
import { carry, copyBeside, type Job, lookInto } from './work.ts';

/** What the thread says back. An error keeps its code, which says what the disk said; its text stays here. */
function answer(job: Job): unknown {
  if (job.kind === 'copy') return copyBeside(job);
  if (job.kind === 'carry') return carry(job);
  const key = job.key && Buffer.from(job.key);
  return job.files.map((file, index) => {
    const found = lookInto(file, key, job.nativeBinding);
    parentPort?.postMessage({ kind: 'step', done: index + 1 });
    return found;
  });
}

try {
  parentPort?.postMessage({ kind: 'done', data: answer(workerData as Job) });
} catch (error) {
  const problem = error instanceof OfficeProblem ? error.problem : null;
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  parentPort?.postMessage({ kind: 'failed', problem, code });
}
