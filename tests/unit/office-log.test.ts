import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { fileLog } from '#electron/office/log.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'trust-desk-log-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('keeps the newest five megabytes of log, and turns over what is older', () => {
  const logs = path.join(folder, 'logs');
  const log = fileLog(logs);
  const half = 'x'.repeat(500_000);
  for (let line = 1; line <= 24; line += 1) log.info(`line ${line} ${half}`);
  const names = readdirSync(logs).sort();
  expect(names).toEqual(['office.log', 'office.log.1', 'office.log.2', 'office.log.3', 'office.log.4']);
  for (const name of names) expect(statSync(path.join(logs, name)).size).toBeLessThan(1_600_000);
  const lines = names.map((name) =>
    [...readFileSync(path.join(logs, name), 'utf8').matchAll(/line (\d+)/g)].map(([, number]) =>
      Number(number),
    ),
  );
  const newestFirst = lines.flatMap((numbers) => numbers.toReversed());
  expect(newestFirst).toEqual(Array.from({ length: newestFirst.length }, (_, index) => 24 - index));
});

it('lets the office go on when it cannot be written', () => {
  const taken = path.join(folder, 'logs', 'office.log');
  expect(() => fileLog(taken).error('no folder can be made there')).not.toThrow();
});
