import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { IdleLock } from '#electron/office/access/idle.ts';
import { Service } from '#electron/office/serve.ts';
import type { FromOffice } from '#shared/contract/wire.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
let seconds = 1000;
let told: FromOffice[] = [];
let idle: IdleLock;
let receive: (message: unknown) => void;

beforeEach(async () => {
  office = await TestOffice.setUp();
  office.desk.options.secondsOn = () => seconds;
  told = [];
  idle = new IdleLock(office.desk, () => service.tellChanged(['access']));
  const service = new Service(office.desk, () => idle.touch());
  const line = service.connect({ send: (message) => told.push(message) });
  receive = (message) => line.receive(message);
  // Somebody has just come in.
  expect(await idle.look()).toBe(false);
});
afterEach(() => office.remove());

let lastId = 0;
/** Asks as a window does, and waits for the answer. */
async function ask(name: string, input: unknown): Promise<void> {
  const id = ++lastId;
  receive({ kind: 'call', id, name, input });
  await expect.poll(() => told.some((each) => each.kind === 'answer' && each.id === id)).toBe(true);
}

/** Lets time go by and has the office look; whether it locked. */
const after = (gone: number) => {
  seconds += gone;
  return idle.look();
};

describe('an office whose window hangs', () => {
  test('locks itself half a minute after the window should have, whatever refreshes itself meanwhile', async () => {
    expect(await after(9 * 60)).toBe(false);
    await ask('work.today', {});
    await ask('access.status', {});
    expect(await after(89)).toBe(false);
    told = [];
    expect(await after(1)).toBe(true);
    expect(office.desk.open).toBeNull();
    expect((await office.do('access.status', {})).state).toBe('locked');
    expect(told).toEqual([{ kind: 'changed', features: ['access'] }]);
    await office.signIn('margaret');
    const line = office.desk
      .opened()
      .readerHandle.prepare(
        "SELECT detail FROM audit_events WHERE operation = 'access.lock' ORDER BY seq DESC LIMIT 1",
      )
      .pluck()
      .get();
    expect(JSON.parse(String(line))).toEqual({ quietMinutes: 10 });
  });

  test('stays open while somebody is at the desk or saves something, and for as many minutes as were set', async () => {
    await ask('access.setLockMinutes', { minutes: 2 });
    for (let turn = 0; turn < 5; turn++) {
      expect(await after(100)).toBe(false);
      if (turn % 2 === 0) receive({ kind: 'touch' });
      else await ask('settings.addArea', { name: `Area ${turn}` });
    }
    expect(await after(149)).toBe(false);
    expect(await after(1)).toBe(true);
  });

  test('counts anew for whoever comes in, and not at all while nobody is', async () => {
    await office.addPerson('ruth', ['lead_professional']);
    await office.do('access.lock', {});
    expect(await after(10_000)).toBe(false);
    await office.signIn('ruth');
    expect(await idle.look()).toBe(false);
    expect(await after(629)).toBe(false);
    expect(await after(1)).toBe(true);
  });
});
