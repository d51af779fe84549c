import { MessageChannelMain, utilityProcess, type UtilityProcess, type WebContents } from 'electron';
import type { Input, OperationName, Output } from '#shared/contract/index.ts';
import type { FromShell, ToShell } from '#shared/contract/wire.ts';
import type { Result } from '#shared/problems.ts';
import { shellLog } from './log.ts';
import { OfficeLine } from './office-line.ts';
import { RestartLimit } from './restart-limit.ts';

/** What the office process is started with; see `wire.ts`. */
export type OfficeStart = Omit<Extract<FromShell, { kind: 'start' }>, 'kind'>;

/** A lock may make hours of work safe first. */
const LOCK_WITHIN_MS = 15_000;
const EXIT_WITHIN_MS = 2000;

/**
 * The office process, kept running: started, connected to the window, and started again when it stops
 * unasked. The shell's own calls go over its parent port, the window's over a port of their own.
 */
export class OfficeProcess {
  readonly #modulePath: string;
  readonly #start: OfficeStart;
  readonly #onGaveUp: () => void;
  readonly #line = new OfficeLine();
  readonly #limit = new RestartLimit();
  readonly #windows = new Set<WebContents>();
  #child: UtilityProcess | null = null;
  #isStarted = false;
  #isStopping = false;

  /** `onGaveUp` is told when the office has stopped so often that starting it again is of no use. */
  constructor(modulePath: string, start: OfficeStart, onGaveUp: () => void) {
    this.#modulePath = modulePath;
    this.#start = start;
    this.#onGaveUp = onGaveUp;
  }

  /** Starts the process. Calls may be made at once; they wait for it. */
  start(): void {
    const child = utilityProcess.fork(this.#modulePath, [], {
      serviceName: 'Trust Desk office',
      stdio: 'inherit',
    });
    this.#child = child;
    child.on('message', (message: ToShell) => this.#receive(message));
    child.once('exit', (code) => this.#exited(code));
    this.#tell({ kind: 'start', ...this.#start });
  }

  /** One operation of the contract, asked by the shell itself. */
  async call<N extends OperationName>(name: N, input: Input<N>): Promise<Result<Output<N>>> {
    return (await this.#line.call(name, input).promise) as Result<Output<N>>;
  }

  /** Tells the office which file a token stands for. The window never learns the path. */
  handFile(token: string, path: string, mode: 'read' | 'write'): void {
    this.#tell({ kind: 'file', token, path, mode });
  }

  /** Gives the window a port to the office now, or as soon as it is started, and again after each restart. */
  connectWindow(contents: WebContents): void {
    if (!this.#windows.has(contents)) {
      this.#windows.add(contents);
      contents.once('destroyed', () => this.#windows.delete(contents));
    }
    if (this.#isStarted) this.#handPort(contents);
  }

  /** Locks the office, so that its file is closed in good order, then ends the process. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    const child = this.#child;
    if (!child) return;
    if (this.#isStarted) await atMost(LOCK_WITHIN_MS, this.call('access.lock', {}));
    const gone = new Promise<void>((resolve) => {
      child.once('exit', () => resolve());
    });
    child.kill();
    await atMost(EXIT_WITHIN_MS, gone);
  }

  #receive(message: ToShell): void {
    if (message.kind !== 'started') {
      this.#line.receive(message);
      return;
    }
    this.#isStarted = true;
    this.#line.connect((call) => this.#tell(call));
    for (const contents of this.#windows) this.#handPort(contents);
  }

  #exited(code: number): void {
    this.#child = null;
    this.#isStarted = false;
    if (this.#isStopping) {
      this.#line.close();
      return;
    }
    shellLog.error(`office process stopped with code ${code}`);
    this.#line.drop();
    for (const contents of this.#windows) contents.send('office-restarted');
    if (this.#limit.mayStartAgain(Date.now())) this.start();
    else this.#onGaveUp();
  }

  #handPort(contents: WebContents): void {
    const { port1, port2 } = new MessageChannelMain();
    this.#tell({ kind: 'window' }, [port1]);
    contents.postMessage('office-port', null, [port2]);
  }

  #tell(message: FromShell, ports?: Electron.MessagePortMain[]): void {
    this.#child?.postMessage(message, ports);
  }
}

async function atMost(milliseconds: number, work: Promise<unknown>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const enough = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, milliseconds);
  });
  await Promise.race([work, enough]);
  clearTimeout(timer);
}
