import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { Desk } from '#electron/office/desk.ts';
import { call } from '#electron/office/gate.ts';
import { expectInWords, newOffice, watchOffices } from './support/bad-days.ts';
import { PASSPHRASE, type TestOffice } from './support/office.ts';

watchOffices();

const signIn = { userName: 'margaret', passphrase: PASSPHRASE };
const lockOf = (office: TestOffice) => path.join(office.folder, 'office', 'office.lock.json');

/** A second window on the same office. */
const secondDesk = (office: TestOffice) => new Desk({ ...office.desk.options });

async function refusal(desk: Desk, name: string, input: unknown) {
  const result = await call(desk, name, input);
  if (result.ok) throw new Error(`${name} was not refused`);
  return result.problem;
}

describe('an office that is open', () => {
  test('is refused to a second window, which is told who has it and since when', async () => {
    const office = await newOffice();
    const second = secondDesk(office);
    const problem = await refusal(second, 'access.signIn', signIn);
    expectInWords(problem, 'in_use');
    expect(problem.message).toMatch(
      /margaret has it on this computer, in another window, since \w+day \d{1,2} \w+ \d{4}, \d\d:\d\d\./,
    );
    expect(second.person).toBeNull();
    // And the first goes on as if nothing had been.
    await office.addPerson('ruth', ['lead_professional']);
    await office.do('access.lock', {});
    expect((await call(second, 'access.signIn', signIn)).ok).toBe(true);
    expectInWords(await office.refused('access.signIn', signIn), 'in_use');
    second.close();
    await office.signIn('margaret');
  });

  test('stays its own when the next person signs in at the same desk', async () => {
    const office = await newOffice();
    await office.addPerson('ruth', ['lead_professional']);
    await office.signIn('ruth');
    const second = secondDesk(office);
    expect((await refusal(second, 'access.signIn', signIn)).message).toContain('ruth has it');
  });

  test('is known by its lock alone: a note that is stale, strange or missing keeps nobody out', async () => {
    const office = await newOffice();
    office.desk.close();
    expect(existsSync(lockOf(office))).toBe(false);
    for (const note of ['{"user":"ghost","process":1}', 'no JSON', '']) {
      writeFileSync(lockOf(office), note);
      await office.signIn('margaret');
      expect(JSON.parse(readFileSync(lockOf(office), 'utf8'))).toMatchObject({
        user: 'margaret',
        computer: hostname(),
        process: process.pid,
      });
      writeFileSync(lockOf(office), note);
      const problem = await refusal(secondDesk(office), 'access.signIn', signIn);
      expectInWords(problem, 'in_use');
      expect(problem.message).toContain('another program');
      office.desk.close();
    }
  });

  test('is not set up over', async () => {
    const office = await newOffice();
    const second = new Desk({ ...office.desk.options });
    expect((await refusal(second, 'access.signIn', signIn)).code).toBe('in_use');
  });
});

/** A program of its own that opens the office and says so; killed with all it holds. */
async function holdElsewhere(office: TestOffice) {
  const program = path.join(import.meta.dirname, 'support', 'hold-office.ts');
  const child = spawn(process.execPath, [program, office.folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise((resolve) => child.stdout.once('data', resolve));
  return async () => {
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
  };
}

test('a program that was killed holds nothing: the next sign-in opens the office', async () => {
  const office = await newOffice();
  office.desk.close();
  const kill = await holdElsewhere(office);
  const problem = await office.refused('access.signIn', signIn);
  expectInWords(problem, 'in_use');
  expect(problem.message).toContain('margaret has it on this computer, from a terminal');
  await kill();
  expect(existsSync(lockOf(office))).toBe(true);
  await office.signIn('margaret');
  expect((await office.do('assurance.verify', {})).ok).toBe(true);
});
