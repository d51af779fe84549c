import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Problem } from '#shared/problems.ts';
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
import { setUpInput } from './support/office.ts';

watchOffices();

describe('what is asked', () => {
  test.each(['orders.explode', 'toString', '__proto__', 'Birchall', ''])(
    'an operation that there is none of (%j) is refused',
    async (name) => {
      const office = await newOffice();
      const before = content(office);
      expectInWords(await office.refused(name, { name: 'Zephyrine' }), 'unknown_operation');
      expect(content(office)).toEqual(before);
    },
  );

  test('a wrong shape is refused, with the field and without what was in it', async () => {
    const office = await newOffice();
    const before = content(office);
    const { checkId } = await office.do('children.check', {
      givenNames: 'Zephyrine',
      familyName: 'Birchall',
      dob: null,
    });
    const child = {
      checkId,
      givenNames: 'Zephyrine',
      familyName: 'Birchall',
      sex: 'Zephyrine',
      areaId: 'Birchall',
    };
    const problem = await office.refused('children.register', { ...child, dob: 'third of May' });
    expectInWords(problem, 'wrong_shape');
    expect(problem.details?.map((detail) => detail.field)).toEqual(
      expect.arrayContaining(['sex', 'dob', 'areaId']),
    );
    for (const input of [undefined, null, 7, 'Birchall', [], { id: { $gt: 0 } }, { id: 1.5 }, { id: -1 }])
      expectInWords(await office.refused('children.get', input), 'wrong_shape');
    expect({ ...content(office), child_checks: [] }).toEqual({ ...before, child_checks: [] });
  });

  test('somebody who may not is refused, and that is in the audit trail', async () => {
    const { office, childId } = await officeWithCase();
    await office.signIn('ian');
    const before = content(office);
    expectInWords(await office.refused('children.get', { id: childId }), 'not_allowed');
    expectInWords(
      await office.refused('budgets.allocate', {
        fundId: 1,
        ownerKind: 'person',
        ownerId: 1,
        financialYear: '2008-09',
        amountPence: 1,
        reason: 'for Zephyrine',
      }),
      'not_allowed',
    );
    expect(content(office)).toEqual(before);
    const { rows } = await office.do('assurance.audit', {});
    expect(rows.slice(0, 2).map(({ operation, outcome }) => [operation, outcome])).toEqual([
      ['budgets.allocate', 'refused'],
      ['children.get', 'refused'],
    ]);
  });

  test('a record that there is none of sounds like one that may not be seen', async () => {
    const { office } = await officeWithCase();
    expectInWords(await office.refused('children.get', { id: 99 }), 'not_found');
    expectInWords(await office.refused('orders.get', { id: 99 }), 'not_found');
  });

  test.each([
    'short',
    '           1',
    'aaaaaaaaaaaaaaaa',
    'margaret margaret',
    'password1234',
    'letmein letmein',
  ])('a passphrase that is too short or too easy (%j) sets nothing up', async (passphrase) => {
    const office = emptyOffice();
    const problem = await office.refused('access.setUp', { ...setUpInput, passphrase });
    expectInWords(problem, 'invalid');
    expect(problem.field).toBe('passphrase');
    expect(problem.message).not.toContain(passphrase);
    expect(bytesIn(office.folder).size).toBe(0);
    await office.do('access.setUp', setUpInput);
  });

  test('nobody is added with a passphrase that is too short', async () => {
    const office = await newOffice();
    const before = {
      content: content(office),
      keys: bytesIn(office.folder).get(path.join('office', 'office.keys.json')),
    };
    const problem = await office.refused('people.add', {
      name: 'Ruth Adeyemi',
      jobTitle: 'Family worker',
      agency: 'FAM',
      areaId: null,
      teamId: null,
      roles: ['practitioner'],
      userName: 'ruth',
      passphrase: 'short',
    });
    expectInWords(problem, 'invalid');
    expect(content(office)).toEqual(before.content);
    expect(bytesIn(office.folder).get(path.join('office', 'office.keys.json'))).toEqual(before.keys);
  });

  test.each(['2008-Q9', '1999-Q1', '2030-Q1', 'banana', 'Zephyrine', '', '2008-10-14'])(
    'a period that does not exist (%j) has no return, and no file is begun',
    async (period) => {
      const { office } = await officeWithCase();
      const out = path.join(office.folder, 'return.csv');
      const known = ['no_such_period', 'wrong_shape'];
      for (const profile of ['published', 'internal'] as const) {
        const asked = await office.refused('returns.get', { period, profile });
        expect(known).toContain(asked.code);
        expectInWords(asked, asked.code);
        const file = office.desk.tokens.add(out, 'write');
        const problem = await office.refused('returns.export', { period, profile, format: 'csv', file });
        expectInWords(problem, problem.code);
      }
      expect(existsSync(out)).toBe(false);
    },
  );
});

describe('files that are no CSV', () => {
  const files: Record<string, [Problem['code'], Buffer]> = {
    'a picture': ['not_csv', Buffer.from('89504e470d0a1a0a0000000d49484452000000ff', 'hex')],
    'a workbook': ['not_csv', Buffer.concat([Buffer.from('504b0304', 'hex'), Buffer.alloc(200)])],
    'a PDF': ['not_csv', Buffer.from('%PDF-1.7\n%…\n1 0 obj\n')],
    nothing: ['not_csv', Buffer.alloc(0)],
    'blank lines': ['not_csv', Buffer.from('\r\n\r\n\r\n')],
    'a letter': ['not_csv', Buffer.from('Dear Margaret,\n\nCallum Birchall was seen today.\n\nYours\n')],
    noughts: ['not_csv', Buffer.alloc(4096)],
  };

  test.each(Object.entries(files))('%s is refused and nothing is imported', async (_what, [code, bytes]) => {
    const office = await newOffice();
    await office.addPerson('nadia', ['commissioner']);
    await office.signIn('nadia');
    const before = content(office);
    const place = path.join(office.folder, 'payments.csv');
    writeFileSync(place, bytes);
    const file = office.desk.tokens.add(place, 'read');
    expectInWords(await office.refused('providers.readFile', { file }), code);
    const mapping = {
      headerRow: 0,
      supplier: 0,
      department: null,
      paidOn: null,
      amount: null,
      description: null,
    };
    for (const name of ['providers.tryImport', 'providers.import'])
      expectInWords(await office.refused(name, { file, mapping, departments: [], agreedFolds: [] }), code);
    expect(content(office)).toEqual(before);
  });

  test('a file that is gone, a folder, and a file nobody chose are refused', async () => {
    const office = await newOffice();
    const gone = office.desk.tokens.add(path.join(office.folder, 'gone.csv'), 'read');
    const folder = office.desk.tokens.add(office.folder, 'read');
    const toWrite = office.desk.tokens.add(path.join(office.folder, 'gone.csv'), 'write');
    for (const file of [gone, folder, toWrite, 'made-up-token', '../../etc/passwd'])
      expectInWords(await office.refused('providers.readFile', { file }), 'file_unreadable');
  });
});

test('what nobody expected has a reference, and the log holds where but not about whom', async () => {
  const { office } = await officeWithCase();
  office.desk
    .opened()
    .writerHandle.exec(
      "CREATE TRIGGER broken BEFORE INSERT ON children BEGIN SELECT RAISE(ABORT, 'Zephyrine Birchall'); END",
    );
  const before = content(office);
  const { checkId } = await office.do('children.check', {
    givenNames: 'Zephyrine',
    familyName: 'Birchall',
    dob: '2001-01-01',
  });
  const problem = await office.refused('children.register', {
    checkId,
    givenNames: 'Zephyrine',
    familyName: 'Birchall',
    sex: 'F',
    dob: '2001-01-01',
    expectedOn: null,
    areaId: 1,
  });
  expectInWords(problem, 'internal');
  expect(problem.message).toContain(problem.reference);
  expect(logged.join('\n')).toContain(`${problem.reference} children.register SqliteError`);
  expect({ ...content(office), child_checks: [] }).toEqual({ ...before, child_checks: [] });
});
