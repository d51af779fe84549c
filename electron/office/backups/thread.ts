import { existsSync } from 'node:fs';
import path from 'node:path';
import { Worker } from 'node:worker_threads';
import { OfficeProblem, type Problem } from '#shared/problems.ts';
import type { CarryJob, CheckJob, Copied, CopyJob, Found, Job } from './work.ts';

type Said =
  | { kind: 'step'; done: number }
  | { kind: 'done'; data: unknown }
  | { kind: 'failed'; problem: Problem | null; code: string };

/** The thread's program: beside this file, or beside the built office, whose parts lie one folder deeper. */
function program(): string {
  const here = import.meta.dirname;
  const places = ['worker.ts', 'backup-worker.js', path.join('..', 'backup-worker.js')];
  const found = places.map((place) => path.join(here, place)).find((place) => existsSync(place));
  if (!found) throw new Error('The program that makes backups is missing.');
  return found;
}

/** What the disk said in the thread. */
class ThreadError extends Error {
  readonly code: string;
  constructor(code: string) {
    super('The thread that works on backups failed.');
    this.code = code;
  }
}

function run<T>(job: Job, onStep?: (done: number) => void): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const worker = new Worker(program(), { workerData: job });
    worker.on('message', (said: Said) => {
      if (said.kind === 'step') onStep?.(said.done);
      else if (said.kind === 'done') resolve(said.data as T);
      else if (said.problem) {
        const { code, message, ...more } = said.problem;
        reject(new OfficeProblem(code, message, more));
      } else reject(new ThreadError(said.code));
    });
    worker.on('error', reject);
    worker.on('exit', () => reject(new ThreadError('')));
  });
}

/** Copies and compares in a thread of its own, so that the office goes on answering. */
export function copyInThread(job: Omit<CopyJob, 'kind'>): Promise<Copied> {
  return run<Copied>({ kind: 'copy', ...job });
}

/** Looks into backups in a thread of its own; `onStep` hears how many are done. */
export function checkInThread(
  job: Omit<CheckJob, 'kind'>,
  onStep?: (done: number) => void,
): Promise<Found[]> {
  return run<Found[]>({ kind: 'check', ...job }, onStep);
}

/** Carries a file over and compares it there, in a thread of its own. */
export function carryInThread(job: Omit<CarryJob, 'kind'>): Promise<void> {
  return run<undefined>({ kind: 'carry', ...job });
}
