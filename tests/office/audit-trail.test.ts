import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printedHash } from '#shared/domain/audit.ts';
import { type ReadyOffice, readyOffice } from './support/job.ts';
import type { TestOffice } from './support/office.ts';

let ready: ReadyOffice;
let office: TestOffice;
beforeEach(async () => {
  ready = await readyOffice();
  ({ office } = ready);
});
afterEach(() => office.remove());

const newest = async () => {
  const { rows } = await office.do('assurance.audit', {});
  const [row] = rows;
  if (!row) throw new Error('The trail is empty.');
  return office.do('assurance.auditLine', { seq: row.seq });
};

const newestBy = (operation: string) => {
  const row = office.desk
    .opened()
    .readerHandle.prepare('SELECT * FROM audit_events WHERE operation = ? ORDER BY seq DESC LIMIT 1')
    .get(operation);
  return row as {
    action: string;
    outcome: string;
    about: string;
    roles: string;
    machine: string;
    detail: string;
  };
};

describe('what is looked at', () => {
  test('a list leaves one line with the records it showed, and the same page again none', async () => {
    const { rows } = await office.do('children.list', {});
    await office.do('children.list', {});
    const line = newestBy('children.list');
    expect(line).toMatchObject({ action: 'view', outcome: 'read' });
    for (const { id, cafId } of rows) {
      expect(JSON.parse(line.about)).toContain(`child ${id}`);
      expect(JSON.parse(line.about)).toContain(`caf ${cafId}`);
    }
    const { total } = await office.do('assurance.audit', { feature: 'children', action: 'view' });
    await office.do('children.list', {});
    expect((await office.do('assurance.audit', { feature: 'children', action: 'view' })).total).toBe(total);
  });

  test('the search field, the day’s work, an order and its paper leave theirs', async () => {
    await office.do('work.find', { query: 'Callum' });
    expect(JSON.parse(newestBy('work.find').about)).toContain(`child ${ready.childId}`);
    await office.do('children.check', { givenNames: 'Callum', familyName: 'Birchall', dob: null });
    expect(JSON.parse(newestBy('children.check').about).join()).toContain('child');
  });

  test('a search before create that finds a child says whom it showed', async () => {
    const { matches } = await office.do('children.check', {
      givenNames: 'Callum',
      familyName: 'Birchall',
      dob: null,
    });
    for (const { id } of matches)
      expect(JSON.parse(newestBy('children.check').about)).toContain(`child ${id}`);
    expect(matches.length).toBeGreaterThan(0);
  });

  test('a record out of reach that was asked for is a refusal in the trail', async () => {
    await office.addPerson('sam', ['practitioner']);
    await office.signIn('sam');
    await office.refused('children.get', { id: ready.childId });
    expect(newestBy('children.get')).toMatchObject({
      outcome: 'refused',
      about: `["child ${ready.childId}"]`,
    });
  });
});

describe('what is changed', () => {
  test('is there before and after, with the reason, the roles and the computer', async () => {
    const child = await office.do('children.get', { id: ready.childId });
    const {
      depth: _d,
      neutralRef: _n,
      area: _a,
      carers: _c,
      caf: _f,
      earlierCafs: _e,
      timeline: _t,
      ...fields
    } = child;
    await office.do('children.save', { ...fields, school: 'Northgate Primary School' });
    const line = await newest();
    expect(line).toMatchObject({ action: 'update', outcome: 'done', who: 'Margaret Oakes' });
    expect(line.roles).toContain('Co-ordinator');
    expect(line.machine).not.toBe('');
    const school = line.changes.flatMap((change) => change.fields).find(({ field }) => field === 'school');
    expect(school).toEqual({
      field: 'school',
      before: child.school,
      after: 'Northgate Primary School',
      hidden: false,
    });
  });

  test('shows an auditor which fields, and neither values nor names', async () => {
    const child = await office.do('children.get', { id: ready.childId });
    const {
      depth: _d,
      neutralRef,
      area: _a,
      carers: _c,
      caf: _f,
      earlierCafs: _e,
      timeline: _t,
      ...fields
    } = child;
    await office.do('children.save', { ...fields, school: 'Northgate Primary School' });
    const { seq } = await newest();
    await office.addPerson('carol', ['auditor']);
    await office.signIn('carol');
    const line = await office.do('assurance.auditLine', { seq });
    expect(line.record).toBe(neutralRef);
    const school = line.changes.flatMap((change) => change.fields).find(({ field }) => field === 'school');
    expect(school).toEqual({ field: 'school', before: null, after: null, hidden: true });
    const all = [line, await office.do('assurance.audit', { pageSize: 100 })];
    for (const name of [child.givenNames, child.familyName, child.caf?.reason ?? 'none', 'Northgate Primary'])
      expect(JSON.stringify(all)).not.toContain(name);
  });

  test('a great job is told by its counts', async () => {
    const handle = office.desk.opened().readerHandle;
    const before = handle.prepare('SELECT max(seq) FROM audit_bodies').pluck().get();
    const names = Array.from({ length: 3 }, (_, index) => `Area ${index}`);
    for (const name of names) await office.do('settings.addArea', { name });
    const bodies = handle
      .prepare('SELECT body FROM audit_bodies WHERE seq > ?')
      .pluck()
      .all(before) as string[];
    expect(bodies.map((body) => JSON.parse(body).changes[0].after.name)).toEqual(names);
  });
});

describe('the trail on the screen', () => {
  test('is narrowed by person, action, outcome, record and day', async () => {
    const { neutralRef } = await office.do('children.get', { id: ready.childId });
    const all = await office.do('assurance.audit', {});
    const by = await office.do('assurance.audit', { record: neutralRef.toLowerCase(), pageSize: 100 });
    expect(by.total).toBeGreaterThan(2);
    expect(by.total).toBeLessThan(all.total);
    expect(by.rows.map((row) => row.operation)).toContain('children.get');
    expect((await office.do('assurance.audit', { record: 'NO-SUCH' })).total).toBe(0);
    expect((await office.do('assurance.audit', { to: '2008-10-13' })).total).toBe(0);
    expect((await office.do('assurance.audit', { from: '2008-10-14', to: '2008-10-14' })).total).toBe(
      all.total,
    );
    const joan = all.people.find(({ name }) => name === 'Joan Whitcombe');
    expect(joan).toBeUndefined();
    const signIns = await office.do('assurance.audit', { action: 'sign_in' });
    expect(signIns.rows.every((row) => row.operation === 'access.signIn')).toBe(true);
  });

  test('goes out as CSV for an auditor, and that is in it', async () => {
    await office.addPerson('carol', ['auditor']);
    await office.signIn('carol');
    const file = path.join(office.folder, 'trail.csv');
    const { lines } = await office.do('assurance.exportAudit', {
      file: office.desk.tokens.add(file, 'write'),
    });
    const text = readFileSync(file, 'utf8');
    expect(text.split('\r\n').length).toBe(lines + 2);
    expect(text).not.toContain('Birchall');
    expect(newestBy('assurance.exportAudit')).toMatchObject({ action: 'export' });
    await office.signIn('margaret');
    expect((await office.refused('assurance.exportAudit', { file: 'x'.repeat(12) })).code).toBe(
      'not_allowed',
    );
  });

  test('a printed head is found again, and a wrong one is not', async () => {
    const { rows } = await office.do('assurance.heads', {});
    expect(rows.map((row) => row.day)).toEqual(['2008-10-14']);
    const head = await office.do('assurance.head', { day: '2008-10-14' });
    const printed = printedHash(head.hash);
    const good = await office.do('assurance.checkHead', { seq: head.seq, hash: printed });
    expect(good).toEqual({
      ok: true,
      sentence: expect.stringMatching(/line \d+ of 14 Oct 2008 in this chain/),
    });
    const other = await office.do('assurance.checkHead', { seq: head.seq - 1, hash: printed });
    expect(other).toEqual({ ok: false, sentence: expect.stringContaining('another one than was printed') });
    const none = await office.do('assurance.checkHead', { seq: 999_999, hash: printed });
    expect(none.sentence).toContain('has no line 999999');
    await office.do('assurance.recordHeadPrint', { day: '2008-10-14', how: 'saved' });
    expect(newestBy('assurance.recordHeadPrint')).toMatchObject({ action: 'print' });
  });
});
