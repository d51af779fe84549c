import path from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { StartFacts } from '#electron/shell/window-options.ts';
import type { HostileCall } from '#tests/support/hostile.ts';
import { root } from '../../../scripts/bootstrap/places.mjs';

/* What somebody does who has taken the window over: plain text where it speaks of the page's world. */

/** Makes these calls at once; for each what came of it: `done`, the problem's code, or what was odd about it. */
export function callMany(window: Page, calls: readonly HostileCall[]): Promise<string[]> {
  return window.evaluate<string[]>(`Promise.all(${JSON.stringify(calls)}.map(async ({ name, input }) => {
    try {
      const result = await window.office.call(name, input).promise;
      if (result.ok) return 'done';
      return typeof result.problem.message === 'string' && result.problem.message ? result.problem.code : 'no words';
    } catch (error) { return 'threw ' + error.name; }
  }))`);
}

/** Inputs that are very large, very deep, or of odd kinds. A bridge that cannot even carry one has not sent it. */
export function monstrous(window: Page): Promise<string[]> {
  return window.evaluate<string[]>(`(async () => {
    const nested = (levels) => { let at = 1; for (let i = 0; i < levels; i += 1) at = [at]; return at; };
    const ring = {}; ring.self = ring;
    let doubling = []; for (let i = 0; i < 30; i += 1) doubling = [doubling, doubling];
    const tries = [
      () => ({ text: 'x'.repeat(100_000_000) }), () => nested(900), () => nested(100_000), () => ring,
      () => ({ on: new Date() }), () => new Map([['a', 1]]), () => ({ id: 10n }), () => new Uint8Array(1_000_000),
      () => ({ id: Symbol('x') }), () => ({ run: () => 1 }), () => new Array(200_000).fill(0),
      () => new Proxy({}, { get() { throw new Error('x'); }, ownKeys() { throw new Error('x'); } }),
    ];
    const out = [];
    for (const make of tries) {
      try {
        const result = await window.office.call('children.list', make()).promise;
        out.push(result.ok ? 'done' : result.problem.code);
      } catch { out.push('not sent'); }
    }
    return out;
  })()`);
}

type Answers = Record<string, unknown>;

/** Speaks to the office process over a port of its own, as a bridge could that has been taken over too. */
export function overTheWire(app: ElectronApplication): Promise<Answers> {
  return app.evaluate(async ({ MessageChannelMain }) => {
    const office = Reflect.get(globalThis, 'officeOfTheTest') as Electron.UtilityProcess;
    const { port1, port2 } = new MessageChannelMain();
    type Answer = { kind: string; id: number; result: { ok: boolean; problem?: { code: string } } };
    const heard: Answer[] = [];
    let tell = () => undefined as void;
    port2.on('message', ({ data }) => {
      if ((data as Answer).kind === 'answer') heard.push(data as Answer);
      tell();
    });
    port2.start();
    office.postMessage({ kind: 'window' }, [port1]);
    const answers = (id: number, count = 1) =>
      new Promise<string[]>((resolve) => {
        tell = () => {
          const found = heard.filter((one) => one.id === id);
          if (found.length >= count)
            resolve(found.map(({ result }) => (result.ok ? 'done' : (result.problem?.code ?? 'no problem'))));
        };
        tell();
      });
    let last = 1000;
    const call = async (name: unknown, input: unknown): Promise<string | undefined> => {
      last += 1;
      port2.postMessage({ kind: 'call', id: last, name, input });
      return (await answers(last))[0];
    };
    const none = [null, 1, 'call', [], {}, { kind: '__proto__', id: 1 }, { kind: 'call', id: 'x' }];
    const spoofed = [
      { kind: 'progress', id: 1, done: 1, total: 1, label: 'x' },
      { kind: 'answer', id: 1, result: { ok: true } },
      { kind: 'changed', features: ['orders'] },
      { kind: 'cancel', id: 4242 },
      { kind: 'start', id: 2, officeDir: '/', practiceDir: '/', migrationsDir: '', version: '' },
      { kind: 'file', id: 3, token: 'g'.repeat(32), path: '/etc/hostname', mode: 'read' },
    ];
    for (const message of [...none, ...spoofed]) port2.postMessage(message);
    const own = await call('providers.readFile', { file: 'g'.repeat(32) });
    const unasked = heard.filter((one) => one.id <= 1000).map((one) => one.id);
    let deep: unknown = 1;
    for (let level = 0; level < 500; level += 1) deep = { in: deep };
    const got: Answers = {
      unasked,
      'name of no text': await call({ toString: 'x' }, {}),
      'huge text': await call('access.status', { text: 'x'.repeat(100_000_000) }),
      map: await call('access.status', new Map([['a', 1]])),
      bytes: await call('access.status', new Uint8Array(10)),
      deep: await call('access.status', deep),
      'a file of its own': own,
    };
    for (let turn = 0; turn < 2; turn += 1)
      port2.postMessage({ kind: 'call', id: 5000, name: 'assurance.verify', input: {} });
    got['number taken'] = await answers(5000, 2).then((both) =>
      both.map((code) => (code === 'wrong_shape' ? code : 'done')),
    );
    port2.close();
    return got;
  });
}

/** Opens another window with the app's own bridge in it and asks there. */
export function anotherWindow(app: ElectronApplication): Promise<{ office: string; shell: string }> {
  const facts: StartFacts = {
    version: '0.0.0',
    practice: false,
    preferences: { theme: 'light', textSize: 14, letterKeys: true },
  };
  const given = {
    preload: path.join(root, 'out', 'preload', 'preload.cjs'),
    start: `--trust-desk-start=${encodeURIComponent(JSON.stringify(facts))}`,
  };
  return app.evaluate(async ({ BrowserWindow, session }, { preload, start }) => {
    const stranger = new BrowserWindow({
      show: false,
      webPreferences: {
        preload,
        session: session.fromPartition('trust-desk'),
        additionalArguments: [start],
        sandbox: true,
      },
    });
    await stranger.loadURL('app://desk/');
    const answer: unknown = await stranger.webContents.executeJavaScript(`(async () => {
      const silence = new Promise((resolve) => setTimeout(() => resolve('no answer'), 2000));
      const office = await Promise.race([window.office.call('access.status', {}).promise.then(() => 'answered'), silence]);
      const shell = await window.shell.printers();
      return { office, shell: shell.ok ? 'done' : shell.problem.code };
    })()`);
    stranger.destroy();
    return answer as { office: string; shell: string };
  }, given);
}

/** Whether a frame that the page makes of its own gets the bridge. */
export function bridgeInFrame(window: Page): Promise<string> {
  return window.evaluate<string>(`(() => {
    const frame = document.createElement('iframe');
    frame.srcdoc = '<p>x</p>';
    document.body.append(frame);
    const found = frame.contentWindow?.office === undefined ? 'no bridge' : 'bridge';
    frame.remove();
    return found;
  })()`);
}
