import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  content,
  emptyOffice,
  expectInWords,
  logged,
  newOffice,
  officeWithCase,
  watchOffices,
} from './support/bad-days.ts';
import { bytesIn } from './support/files.ts';
import { draftOf } from './support/job.ts';
import { PASSPHRASE, setUpInput, type TestOffice } from './support/office.ts';

watchOffices();

/** Lets the office's file grow no further, as a full disk would. */
function fill(office: TestOffice): () => void {
  const { writerHandle } = office.desk.opened();
  const pages = Number(writerHandle.pragma('page_count', { simple: true }));
  const free = Number(writerHandle.pragma('freelist_count', { simple: true }));
  expect(free).toBe(0);
  writerHandle.pragma(`max_page_count = ${pages}`);
  return () => void writerHandle.pragma('max_page_count = 4294967294');
}

describe('a full disk', () => {
  const longWords = 'Callum Birchall sleeps badly. '.repeat(600);

  test('refuses what does not fit, keeps what was saved, and takes it when there is room', async () => {
    const { office, cafId } = await officeWithCase();
    const before = content(office);
    const makeRoom = fill(office);
    const element = { cafId, version: 0, element: 'D5', prominence: 'need', needs: longWords } as const;
    const problem = await office.refused('children.saveElement', element);
    expectInWords(problem, 'disk_full');
    expect(logged.join()).toContain(problem.reference);
    expect(content(office)).toEqual(before);
    expect(office.desk.opened().writerHandle.inTransaction).toBe(false);
    // What needs no room goes on.
    expect((await office.do('settings.get', {})).trustName).toBe(setUpInput.trustName);
    makeRoom();
    await office.do('children.saveElement', element);
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
  });

  test('takes no order number and no money', async () => {
    const ready = await officeWithCase();
    const { office } = ready;
    await office.signIn('ruth');
    // The paper of many lines needs room that the file has not.
    const lines = Array.from({ length: 20 }, () => ({
      itemId: ready.items.session,
      description: 'Counselling session, part of an hour. '.repeat(5),
      quantity: 100,
    }));
    const { id, version } = await office.do('orders.start', draftOf(ready, { lines }));
    const submitted = await office.do('orders.submit', { id, version });
    expect(submitted.status).toBe('approved');
    await office.signIn('margaret');
    const order = { id, version: submitted.version };
    const before = content(office);
    const makeRoom = fill(office);
    expectInWords(await office.refused('orders.issue', order), 'disk_full');
    expect(content(office)).toEqual(before);
    makeRoom();
    expect((await office.do('orders.issue', order)).number).toBe(setUpInput.firstOrderNumber);
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
  });

  test('does not keep the office from being locked', async () => {
    const office = await newOffice();
    const { writerHandle } = office.desk.opened();
    writerHandle.exec(
      "CREATE TRIGGER no_room BEFORE INSERT ON audit_events BEGIN SELECT RAISE(ABORT, 'x'); END",
    );
    await office.do('access.lock', {});
    expect((await office.do('access.status', {})).state).toBe('locked');
    expect(logged.join()).toContain('access.lock');
    expectInWords(await office.refused('people.list', {}), 'not_signed_in');
    // And nobody is let in whose coming cannot be written down.
    await office.refused('access.signIn', { userName: 'margaret', passphrase: PASSPHRASE });
    expect((await office.do('access.status', {})).state).toBe('locked');
  });
});

describe('a folder that cannot be written', () => {
  test('gets no office, and what is in the way stays', async () => {
    const office = emptyOffice();
    const inTheWay = path.join(office.folder, 'office');
    writeFileSync(inTheWay, 'somebody’s notes');
    const before = bytesIn(office.folder);
    expectInWords(await office.refused('access.setUp', setUpInput), 'folder_unwritable');
    expect(bytesIn(office.folder)).toEqual(before);
    rmSync(inTheWay);
    await office.do('access.setUp', setUpInput);
  });

  test('takes no backup, no return and no takeout', async () => {
    const { office } = await officeWithCase();
    await office.addPerson('owen', ['data_protection', 'returns_officer', 'system_admin']);
    await office.signIn('owen');
    const inTheWay = path.join(office.folder, 'a-file');
    writeFileSync(inTheWay, 'x');
    const token = () => office.desk.tokens.add(path.join(inTheWay, 'inside'), 'write');
    const before = content(office);
    expectInWords(await office.refused('backups.make', { folder: token() }), 'folder_unwritable');
    expectInWords(await office.refused('takeout.export', { folder: token() }), 'folder_unwritable');
    expectInWords(
      await office.refused('returns.export', {
        period: '2008-Q3',
        profile: 'published',
        format: 'xlsx',
        file: token(),
      }),
      'folder_unwritable',
    );
    expect(content(office)).toEqual(before);
    expect(bytesIn(office.folder).get('a-file')?.toString()).toBe('x');
  });
});
