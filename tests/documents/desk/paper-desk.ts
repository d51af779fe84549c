import { spawn, type ChildProcess } from 'node:child_process';
import { createInterface } from 'node:readline';
import type { PaperJob } from '#shared/contract/papers.ts';
import { hasDisplay, virtualDisplay } from '../../../scripts/runtime/display.ts';
import { findElectron } from '../../../scripts/runtime/electron-runtime.ts';
import type { Answer, Order } from './talk.ts';

/** Electron, waiting for orders. */
export type PaperDesk = {
  pdf: (job: PaperJob) => Promise<Uint8Array>;
  ask: (order: Order) => Promise<Answer>;
  close: () => Promise<void>;
};

const PATIENCE = 60_000;

type Waiting = Map<number, (answer: Answer) => void>;

function hear(child: ChildProcess, waiting: Waiting): void {
  if (child.stdout === null) throw new Error('Electron has no output.');
  createInterface({ input: child.stdout }).on('line', (line) => {
    if (!line.startsWith('@')) return;
    const answer = JSON.parse(line.slice(1)) as Answer;
    waiting.get(answer.id)?.(answer);
    waiting.delete(answer.id);
  });
}

function answerOf(waiting: Waiting, id: number, child: ChildProcess): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const late = setTimeout(() => reject(new Error('Electron did not answer.')), PATIENCE);
    const gone = (code: number | null): void => reject(new Error(`Electron ended with ${String(code)}.`));
    child.once('exit', gone);
    waiting.set(id, (answer) => {
      clearTimeout(late);
      child.off('exit', gone);
      resolve(answer);
    });
  });
}

/** Starts Electron on the app folder that the set-up built. `env` is added to its environment. */
export async function openPaperDesk(app: string, env: Record<string, string> = {}): Promise<PaperDesk> {
  const electron = await findElectron();
  const display = hasDisplay() ? { env: {}, args: [], close: () => undefined } : await virtualDisplay();
  const child = spawn(electron.executable, [...electron.args, ...display.args, app], {
    env: { ...process.env, ...electron.env, ...display.env, ...env },
    stdio: ['pipe', 'pipe', 'ignore'],
  });
  const waiting: Waiting = new Map();
  hear(child, waiting);
  await answerOf(waiting, 0, child);
  let last = 0;
  const ask = (order: Order): Promise<Answer> => {
    last += 1;
    child.stdin.write(`${JSON.stringify({ id: last, ...order })}\n`);
    return answerOf(waiting, last, child);
  };
  return {
    ask,
    pdf: async (job) => {
      const answer = await ask({ do: 'pdf', job });
      if (!answer.ok) throw new Error(`${answer.problem.message} (${answer.cause})`);
      return new Uint8Array(Buffer.from(String(answer.data), 'base64'));
    },
    close: async () => {
      const ended = new Promise((resolve) => {
        child.once('exit', resolve);
      });
      child.stdin.end();
      await ended;
      display.close();
    },
  };
}
