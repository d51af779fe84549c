import { afterAll, expect, test, vi } from 'vitest';
import type { z } from 'zod';
import { contract, type OperationName } from '#shared/contract/index.ts';
import type { FromOffice } from '#shared/contract/wire.ts';
import { MOST_UNANSWERED } from '#shared/contract/wire-limits.ts';
import { problemCodes } from '#shared/problems.ts';
import { Service } from '#electron/office/serve.ts';
import { hostileCalls, hostileWorld, withoutDearWork } from '#tests/support/hostile.ts';
import { operations, seeded } from '#tests/support/inputs.ts';
import { TestOffice } from './support/office.ts';

const parsed = new WeakSet<object>();
const reached = new Set<string>();
const unparsed: string[] = [];

/** Every handler, watched: it may be given only what the schema of its own operation has made. */
vi.mock('#electron/office/handlers.ts', async (original) => {
  const { handlers } = await original<{
    handlers: Record<string, (context: unknown, input: object) => unknown>;
  }>();
  const watched = Object.entries(handlers).map(([name, handle]) => [
    name,
    (context: unknown, input: object) => {
      reached.add(name);
      if (!parsed.has(input)) unparsed.push(name);
      return handle(context, input);
    },
  ]);
  return { handlers: Object.fromEntries(watched) as unknown };
});

let office: TestOffice | null = null;
afterAll(() => office?.remove());

function watchSchemas(): void {
  const inputs = operations.map((name): z.ZodType => contract[name].input);
  // Some operations share a schema.
  for (const schema of new Set(inputs)) {
    const parse = schema.safeParse.bind(schema);
    vi.spyOn(schema, 'safeParse').mockImplementation((input: unknown) => {
      const result = parse(input);
      if (typeof result.data === 'object' && result.data !== null) parsed.add(result.data);
      return result;
    });
  }
}

/** A line with the answers to its calls; a call that has none is missing. */
function lineTo(service: Service) {
  const answers = new Map<number, Extract<FromOffice, { kind: 'answer' }>>();
  let waiting = () => undefined as void;
  const line = service.connect({
    send: (message) => {
      if (message.kind === 'answer') answers.set(message.id, message);
      waiting();
    },
  });
  const until = (count: number) =>
    new Promise<void>((resolve) => {
      waiting = () => (answers.size >= count ? resolve() : undefined);
      waiting();
    });
  return { answers, line, until };
}

test('what a window sends reaches a use case only as its schema has made it, and every call is answered', async () => {
  watchSchemas();
  office = await TestOffice.setUp();
  const { answers, line, until } = lineTo(new Service(office.desk));
  const world = { ...hostileWorld, today: '2008-10-14' };
  const calls = withoutDearWork(hostileCalls(12, world, seeded(20_081_014)));
  let sent = 0;
  for (const call of calls) {
    line.receive({ kind: 'call', id: (sent += 1), ...call });
    if (sent % 100 === 0) await until(sent);
  }
  await until(sent);
  expect(unparsed).toEqual([]);
  expect(reached.size).toBeGreaterThan(operations.length / 3);
  const codes = [...answers.values()].map(({ result }) => (result.ok ? 'done' : result.problem.code));
  expect(codes.filter((code) => code !== 'done' && !problemCodes.includes(code))).toEqual([]);
  const internal = [...answers.values()].filter(
    ({ result }) => !result.ok && result.problem.code === 'internal',
  );
  expect(internal.map(({ id }) => calls[id - 1])).toEqual([]);
  expect(Reflect.get({}, 'isAdmin')).toBeUndefined();
}, 120_000);

test('messages that are none are dropped, and a call that cannot be read is refused in words', async () => {
  const own = await TestOffice.setUp();
  const { answers, line, until } = lineTo(new Service(own.desk));
  const none = [
    null,
    1,
    'call',
    [],
    {},
    { kind: 'call' },
    { kind: 'call', id: 'x' },
    { kind: 'call', id: NaN },
  ];
  for (const message of [...none, { kind: 'cancel', id: 99 }, { kind: 'start', id: 1, officeDir: '/' }])
    line.receive(message);
  line.receive({ kind: 'answer', id: 1, result: { ok: true, data: 1 } });
  expect(answers.size).toBe(0);
  line.receive({ kind: 'call', id: 1, name: { toString: 'x' }, input: {} });
  line.receive({ kind: 'call', id: 2, name: 'access.status', input: new Map() });
  line.receive({ kind: 'call', id: 3, name: 'access.status', input: { big: 'x'.repeat(100_000_000) } });
  await until(3);
  expect([1, 2, 3].map((id) => answers.get(id)?.result)).toMatchObject([
    { ok: false, problem: { code: 'unknown_operation' } },
    { ok: false, problem: { code: 'wrong_shape' } },
    { ok: false, problem: { code: 'wrong_shape' } },
  ]);
  own.remove();
});

test('more calls at once than a line may have open are refused as busy, and it answers again after', async () => {
  const own = await TestOffice.setUp();
  const { answers, line, until } = lineTo(new Service(own.desk));
  const name: OperationName = 'settings.areas';
  for (let id = 1; id <= 1000; id += 1) line.receive({ kind: 'call', id, name, input: {} });
  await until(1000);
  const done = [...answers.values()].filter(({ result }) => result.ok);
  expect(done).toHaveLength(MOST_UNANSWERED);
  expect(
    [...answers.values()].filter(({ result }) => !result.ok && result.problem.code === 'busy'),
  ).toHaveLength(800);
  line.receive({ kind: 'call', id: 1001, name, input: {} });
  await until(1001);
  expect(answers.get(1001)?.result.ok).toBe(true);
  own.remove();
});
