import { spawn } from 'node:child_process';
import { existsSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { officeFiles } from '#electron/office/database/files.ts';
import { draftOf, type ReadyOffice, readyOffice } from '../office/support/job.ts';
import { PASSPHRASE, setUpInput, TestOffice } from '../office/support/office.ts';

const program = path.join(import.meta.dirname, 'support', 'work-until-killed.ts');
const ROUNDS = 15;

let office: TestOffice | null = null;
afterEach(() => {
  office?.remove();
  office = null;
});

/** What the program wrote before it was killed, line by line. */
type Journal = { people: { id: number; userName: string }[]; orders: { id: number; number: number }[] };

/** Kills the program at a random moment soon after so many acknowledgements. */
async function workUntilKilled(
  ready: ReadyOffice,
  round: number,
  acknowledgements: number,
): Promise<Journal> {
  const folder = path.join(ready.office.folder, 'office');
  const child = spawn(process.execPath, [program, folder, String(round), JSON.stringify(smallOrder(ready))], {
    stdio: ['ignore', 'pipe', 'pipe'],
    windowsHide: true,
  });
  let said = '';
  let failed = '';
  let aimed = false;
  child.stdout.on('data', (part: Buffer) => {
    said += part.toString();
    if (aimed || said.split('\n').length <= acknowledgements) return;
    aimed = true;
    setTimeout(() => child.kill('SIGKILL'), Math.random() * 40);
  });
  child.stderr.on('data', (part: Buffer) => (failed += part.toString()));
  await new Promise((resolve) => child.on('close', resolve));
  // It never ends by itself: whatever it says on its way out is a fault.
  expect(failed).toBe('');
  expect(said.endsWith('\n')).toBe(true);
  const lines = said.trim().split('\n');
  const of = (kind: string) => lines.map((line) => line.split(' ')).filter(([first]) => first === kind);
  return {
    people: of('person').map(([, id, userName = '']) => ({ id: Number(id), userName })),
    orders: of('order').map(([, id, number]) => ({ id: Number(id), number: Number(number) })),
  };
}

/** A purchase within the holder's own limit, so that it goes from request to issue in one sitting. */
const smallOrder = (ready: ReadyOffice) =>
  draftOf(ready, {
    lines: [{ itemId: ready.items.session, description: 'Counselling session', quantity: 1_000 }],
    overlapReason: 'The next of the sessions that were agreed.',
  });

/** An office with so much money and so high a limit that the program never has to stop. */
async function deepPocketedOffice(): Promise<ReadyOffice> {
  const ready = await readyOffice(1_400_000);
  office = ready.office;
  const { version } = await office.do('people.get', { id: ready.lead });
  await office.do('people.setOwnLimit', { id: ready.lead, version, ownLimitPence: 1_400_000 });
  return ready;
}

/** Everything that belongs to an issued order, from its own row to the audit trail. */
function partsOf(ready: ReadyOffice, id: number) {
  const one = (sql: string) => ready.office.desk.opened().readerHandle.prepare(sql).pluck().get(id);
  return {
    status: one('SELECT status FROM orders WHERE id = ?'),
    number: one('SELECT number FROM orders WHERE id = ?'),
    lines: one('SELECT count(*) FROM order_lines WHERE order_id = ?'),
    paper: one('SELECT count(*) FROM order_papers WHERE order_id = ?'),
    held: one("SELECT count(*) FROM ledger_postings WHERE kind = 'hold' AND order_id = ?"),
    committed: one("SELECT count(*) FROM ledger_postings WHERE kind = 'commit' AND order_id = ?"),
    gates: Number(one("SELECT count(*) FROM order_gates WHERE stage = 'issue' AND order_id = ?")) > 5,
    audited: one(
      "SELECT count(*) FROM audit_events WHERE operation = 'orders.issue' AND entity = 'order' AND entity_id = ?",
    ),
  };
}

/** No order is half issued and no person half added, acknowledged or not. */
function expectNothingHalf(ready: ReadyOffice): void {
  const { readerHandle, files } = ready.office.desk.opened();
  const all = (sql: string) => readerHandle.prepare(sql).pluck().all();
  for (const id of all("SELECT id FROM orders WHERE status = 'issued'") as number[])
    expect(partsOf(ready, id)).toMatchObject({ lines: 1, paper: 1, held: 1, committed: 1, audited: 1 });
  expect(all("SELECT id FROM order_papers JOIN orders ON id = order_id WHERE status <> 'issued'")).toEqual(
    [],
  );
  expect(
    all('SELECT p.id FROM people p WHERE NOT EXISTS (SELECT 1 FROM person_roles r WHERE r.person_id = p.id)'),
  ).toEqual([]);
  const keys = readFileSync(files.keys, 'utf8');
  const users = all('SELECT user_name FROM people WHERE user_name IS NOT NULL') as string[];
  expect(users.filter((user) => !keys.includes(`"user": "${user}"`))).toEqual([]);
}

describe('an office whose program is killed', () => {
  test('has everything that it acknowledged and nothing by half, whenever that is', async () => {
    const ready = await deepPocketedOffice();
    const before: Journal = { people: [], orders: [] };
    for (let round = 1; round <= ROUNDS; round++) {
      ready.office.desk.close();
      const journal = await workUntilKilled(ready, round, 1 + Math.floor(Math.random() * 8));
      before.people.push(...journal.people);
      before.orders.push(...journal.orders);
      await ready.office.signIn('margaret');

      for (const { id, number } of before.orders)
        expect(partsOf(ready, id)).toEqual({
          status: 'issued',
          number,
          lines: 1,
          paper: 1,
          held: 1,
          committed: 1,
          gates: true,
          audited: 1,
        });
      for (const { id, userName } of before.people)
        expect(await ready.office.do('people.get', { id })).toMatchObject({
          userName,
          roles: ['practitioner'],
        });
      expectNothingHalf(ready);
      const { ok, checks } = await ready.office.do('assurance.verify', {});
      expect(ok, JSON.stringify(checks.filter((check) => !check.ok))).toBe(true);
    }
    expect(before.people.length).toBeGreaterThanOrEqual(ROUNDS);
    expect(before.orders.length).toBeGreaterThan(ROUNDS / 2);
    // Whoever was acknowledged last can sign in with the passphrase that was given.
    const last = before.people.at(-1)?.userName ?? '';
    const newPassphrase = 'nine grey boats in a row';
    await ready.office.do('access.signIn', { userName: last, passphrase: PASSPHRASE, newPassphrase });
  }, 180_000);
});

describe('a set-up that was cut off', () => {
  test('before its database had its name begins again', async () => {
    office = await TestOffice.setUp();
    office.desk.close();
    const files = officeFiles(path.join(office.folder, 'office'));
    renameSync(files.database, `${files.database}.new`);
    expect((await office.do('access.status', {})).state).toBe('none');
    await office.do('access.setUp', setUpInput);
    expect(existsSync(`${files.database}.new`)).toBe(false);
    office.desk.close();
    await office.signIn('margaret');
  });

  test('is never mistaken for one whose database is missing', async () => {
    office = await TestOffice.setUp();
    office.desk.close();
    const files = officeFiles(path.join(office.folder, 'office'));
    const away = path.join(office.folder, 'away.db');
    renameSync(files.database, away);
    expect((await office.refused('access.setUp', setUpInput)).code).toBe('office_exists');
    renameSync(away, files.database);
    await office.signIn('margaret');
  });
});
