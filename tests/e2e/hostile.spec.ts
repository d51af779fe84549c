import type { ElectronApplication, Page } from '@playwright/test';
import { MOST_UNANSWERED } from '#shared/contract/wire-limits.ts';
import { problemCodes } from '#shared/problems.ts';
import { hostileCalls, hostileWorld, withoutDearWork, type HostileCall } from '#tests/support/hostile.ts';
import { operations, seeded } from '#tests/support/inputs.ts';
import { today } from './support/days.ts';
import { expect, test } from './support/desk-test.ts';
import { marlford, PASSPHRASE } from './support/marlford.ts';
import { ask, tell } from './support/office.ts';
import { officeProcess } from './support/office-process.ts';
import { anotherWindow, bridgeInFrame, callMany, monstrous, overTheWire } from './support/stranger.ts';
import { readyOffice } from './support/ready-office.ts';

/** How many calls are made in all. */
const CALLS = 10_000;
/** How many are made of each operation, so that there are as many when dear work is left out. */
const EACH = Math.ceil((CALLS / operations.length) * 1.1);
const TOGETHER = 100;
/** What the office process may hold in memory when the storm is over, in megabytes. */
const MOST_MEMORY = 600;

test.describe('A window that is taken over gets an answer to everything, and nothing else', () => {
  test('ten thousand calls with something wrong in them leave a sound office', async ({ start }) => {
    // A minute or so; a busy computer may take several.
    test.setTimeout(480_000);
    const first = await start();
    const { app, window } = first;
    const ready = await readyOffice(window);
    const pid = await officeProcess(app);
    const world = { ...hostileWorld, ...ready, today: today() };
    const calls = withoutDearWork(hostileCalls(EACH, world, seeded(2008)));
    expect(calls.length).toBeGreaterThanOrEqual(CALLS);
    const tally = await storm(window, calls);
    expect(tally.strange).toEqual([]);
    expect(tally.answered).toBe(calls.length);
    // Most were looked at by somebody who is signed in, or the storm would have tried only the door.
    expect(tally.codes['not_signed_in'] ?? 0).toBeLessThan(tally.answered / 4);
    expect(await officeProcess(app)).toBe(pid);
    expect(await memoryOf(app, pid)).toBeLessThan(MOST_MEMORY);
    await first.close();
    const later = await start();
    await tell(later.window, 'access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
    const { ok, checks } = await tell(later.window, 'assurance.verify', {});
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(ok).toBe(true);
  });

  test('a thousand calls at once are answered, some of them that there is too much to do', async ({
    start,
  }) => {
    const { window } = await start();
    const calls = Array.from({ length: 1000 }, () => ({ name: 'access.status', input: {} }));
    const answers = await callMany(window, calls);
    expect(answers).toHaveLength(1000);
    expect(answers.filter((code) => code === 'done').length).toBeGreaterThanOrEqual(MOST_UNANSWERED);
    expect(answers.filter((code) => code !== 'done' && code !== 'busy')).toEqual([]);
    expect((await ask(window, 'access.status', {})).ok).toBe(true);
  });

  test('what is huge, deep or of no kind that the office reads is refused', async ({ start }) => {
    const { app, window } = await start();
    await tell(window, 'access.setUp', marlford);
    const pid = await officeProcess(app);
    for (const code of await monstrous(window)) expect(['wrong_shape', 'not sent']).toContain(code);
    expect(await officeProcess(app)).toBe(pid);
    expect(await memoryOf(app, pid)).toBeLessThan(MOST_MEMORY);
  });

  test('the office looks after its own end of the wire', async ({ start }) => {
    const { app, window } = await start();
    await tell(window, 'access.setUp', marlford);
    const pid = await officeProcess(app);
    expect(await overTheWire(app)).toEqual({
      unasked: [],
      'name of no text': 'unknown_operation',
      'huge text': 'wrong_shape',
      map: 'wrong_shape',
      bytes: 'wrong_shape',
      deep: 'wrong_shape',
      'a file of its own': 'file_unreadable',
      'number taken': ['wrong_shape', 'done'],
    });
    expect(await officeProcess(app)).toBe(pid);
  });

  test('another window and a frame are not answered', async ({ start }) => {
    const { app, window } = await start();
    expect(await anotherWindow(app)).toEqual({ office: 'no answer', shell: 'not_allowed' });
    expect(await bridgeInFrame(window)).toBe('no bridge');
  });
});

type Tally = { answered: number; codes: Record<string, number>; strange: HostileCall[] };

/** Makes the calls, some at a time, and comes back in when one of them has shut the office. */
async function storm(window: Page, calls: readonly HostileCall[]): Promise<Tally> {
  const tally: Tally = { answered: 0, codes: {}, strange: [] };
  const known: readonly string[] = problemCodes.filter((code) => code !== 'internal');
  for (let at = 0; at < calls.length; at += TOGETHER) {
    const some = calls.slice(at, at + TOGETHER);
    const codes = await callMany(window, some);
    for (const [index, code] of codes.entries()) {
      tally.answered += 1;
      tally.codes[code] = (tally.codes[code] ?? 0) + 1;
      const call = some[index];
      if (call && code !== 'done' && !known.includes(code)) tally.strange.push(call);
    }
    if (codes.includes('not_signed_in'))
      await ask(window, 'access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
  }
  return tally;
}

async function memoryOf(app: ElectronApplication, pid: number): Promise<number> {
  return app.evaluate(
    ({ app: electron }, of) =>
      (electron.getAppMetrics().find((one) => one.pid === of)?.memory.workingSetSize ?? Infinity) / 1024,
    pid,
  );
}
