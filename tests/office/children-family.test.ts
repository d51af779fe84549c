import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { childInput, cafInput, openCaf, register, sqlRun } from './support/children.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await TestOffice.setUp();
});
afterEach(() => office.remove());

const member = (
  childId: number,
  more: Partial<Input<'children.saveMember'>> = {},
): Input<'children.saveMember'> => ({
  childId,
  id: null,
  version: 0,
  name: 'Lee Birchall',
  relationship: 'father',
  parentalResponsibility: 'Y',
  ...more,
});
const get = (id: number) => office.do('children.get', { id });

describe('a child’s details', () => {
  test('are saved part by part: what is not given stays', async () => {
    const id = await register(office);
    await office.do('children.save', { id, version: 1, nhsNumber: '9434765919', upn: 'h801200001001' });
    await office.do('children.save', {
      id,
      version: 2,
      ethnicity: 'WOTH',
      ethnicityOther: 'Portuguese',
      interpreterNeeded: 'Y',
      interpreterArranged: true,
      disabled: 'Y',
      disabilities: ['LD', 'AUT'],
      lookedAfter: 'Y',
      lookedAfterFrom: '2008-05-01',
    });
    expect(await get(id)).toMatchObject({
      givenNames: 'Callum',
      school: 'Hillcrest Primary School',
      nhsNumber: '943 476 5919',
      upn: 'H801200001001',
      ethnicityOther: 'Portuguese',
      disabilities: ['LD', 'AUT'],
      lookedAfterFrom: '2008-05-01',
      version: 3,
    });
  });

  test.each([
    ['nhsNumber', { nhsNumber: '9434765918' }],
    ['upn', { upn: 'J801200001001' }],
    ['upnUnknown', { upn: 'H801200001001', upnUnknown: 'UN1' }],
    ['ethnicityOther', { ethnicity: 'AOTH' }],
    ['disabilities', { disabilities: ['NONE', 'LD'] }],
    ['disabled', { disabled: 'N' as const, disabilities: ['LD'] }],
    ['email', { email: 'nobody' }],
    ['dob', { dobEstimated: true }],
    ['lookedAfterTo', { lookedAfterTo: '2008-01-01' }],
    ['diedOn', { diedOn: '2000-05-02' }],
    ['interpreterArranged', { interpreterArranged: true }],
  ])('refuse %s with its sentence and keep what was', async (field, values) => {
    const id = await register(office);
    const problem = await office.refused('children.save', { id, version: 1, ...values });
    expect(problem).toMatchObject({ code: 'invalid', field });
    expect(problem.message).toContain('Nothing was saved.');
    expect((await get(id)).version).toBe(1);
  });

  test('what is sensitive is for who reads the whole record', async () => {
    const id = await register(office);
    await office.do('children.save', {
      id,
      version: 1,
      immigrationStatus: 'Refugee',
      nhsNumber: '9434765919',
    });
    await office.addPerson('helen', ['budget_manager']);
    await office.signIn('helen');
    expect(await get(id)).toMatchObject({ depth: 'summary', immigrationStatus: '', nhsNumber: '' });
  });
});

describe('a restricted address (12.3)', () => {
  test('is in no record and no search, and who asks for it is in the audit trail', async () => {
    const id = await register(office, { addressRestricted: true });
    await office.do(
      'children.saveMember',
      member(id, {
        sameAddress: false,
        address: '9 Quiet Row',
        postcode: 'MF9 9ZZ',
        addressRestricted: true,
      }),
    );
    const record = await get(id);
    expect(record).toMatchObject({ address: '', postcode: '', addressRestricted: true });
    expect(record.carers.at(-1)).toMatchObject({ address: '', postcode: '', addressRestricted: true });
    expect((await office.do('children.list', { status: 'all', search: 'MF1 4QT' })).total).toBe(0);
    const found = await office.do('children.check', {
      givenNames: 'Callum',
      familyName: 'Oakes',
      dob: null,
      postcode: 'MF1 4QT',
    });
    expect(found.matches).toEqual([]);
    const told = await office.do('children.address', { id });
    expect(told).toMatchObject({ address: '4 Elm Row, Hillcrest', members: [{ postcode: 'MF9 9ZZ' }] });
    const read = office.desk
      .opened()
      .readerHandle.prepare("SELECT count(*) AS n FROM audit_events WHERE operation = 'children.address'")
      .get();
    expect(read).toEqual({ n: 1 });
    await office.addPerson('helen', ['budget_manager']);
    await office.signIn('helen');
    expect((await office.refused('children.address', { id })).code).toBe('not_found');
  });
});

describe('the family', () => {
  test('has two homes, who signs, and who is no longer of it', async () => {
    const id = await register(office);
    const { id: lee } = await office.do(
      'children.saveMember',
      member(id, { sameAddress: false, address: '2 Mill Lane', postcode: 'mf22bb', isSignatory: true }),
    );
    expect((await get(id)).carers[1]).toMatchObject({ postcode: 'MF2 2BB', isSignatory: true, version: 1 });
    const gone = member(id, { id: lee, version: 1, goneOn: '2008-10-01' });
    await office.do('children.saveMember', gone);
    expect((await get(id)).carers.map((each) => [each.name, each.goneOn])).toEqual([
      ['Donna Birchall', null],
      ['Lee Birchall', '2008-10-01'],
    ]);
    expect((await office.refused('children.saveMember', gone)).code).toBe('conflict');
    expect((await office.refused('children.saveMember', member(id, { relationship: 'other' }))).field).toBe(
      'relationshipWords',
    );
    expect((await office.refused('children.saveMember', member(id, { address: 'Elsewhere' }))).field).toBe(
      'address',
    );
  });

  test('links brothers and sisters both ways, for who may see them, and never to a restricted one', async () => {
    const callum = await register(office);
    const ellie = await register(office, { givenNames: 'Ellie', dob: '2003-02-02' });
    const sibling = { name: 'Ellie Birchall', relationship: 'sibling' as const, linkedChildId: ellie };
    await office.do('children.saveMember', member(callum, { ...sibling, parentalResponsibility: 'N' }));
    expect((await get(callum)).carers.at(-1)?.linked?.id).toBe(ellie);
    expect((await get(ellie)).carers.at(-1)).toMatchObject({
      name: 'Callum Birchall',
      relationship: 'sibling',
      livesWithChild: 'Y',
      linked: { id: callum },
    });
    sqlRun(office, 'UPDATE children SET restricted = 1 WHERE id = ?', ellie);
    expect((await get(callum)).carers.map((each) => each.name)).toEqual(['Donna Birchall']);
    expect((await office.refused('children.saveMember', member(callum, sibling))).field).toBe(
      'linkedChildId',
    );
  });

  test('has services, universal ones first', async () => {
    const id = await register(office);
    const base = { childId: id, id: null, version: 0 };
    await office.do('children.saveService', {
      ...base,
      service: 'other',
      organisation: 'Stop Smoking',
      to: '2008-09-01',
    });
    await office.do('children.saveService', {
      ...base,
      service: 'school',
      organisation: 'Hillcrest Primary',
    });
    await office.do('children.saveService', {
      ...base,
      service: 'gp',
      organisation: 'The Surgery',
      worker: 'Dr Rao',
    });
    expect((await get(id)).services.map((each) => each.organisation)).toEqual([
      'The Surgery',
      'Hillcrest Primary',
      'Stop Smoking',
    ]);
    expect(
      (
        await office.refused('children.saveService', {
          ...base,
          service: 'gp',
          organisation: 'X',
          from: '2008-02-01',
          to: '2008-01-01',
        })
      ).field,
    ).toBe('to');
  });
});

describe('who a CAF is for', () => {
  test('BR-13 the CAF of a young mother-to-be is completed on her, not on the baby', async () => {
    const unborn = {
      givenNames: 'Unborn baby',
      familyName: 'of Tara Kaye',
      dob: null,
      expectedOn: '2008-12-01',
    };
    const mother = {
      name: 'Tara Kaye',
      relationship: 'mother' as const,
      parentalResponsibility: 'Y' as const,
    };
    const id = await register(office, { ...unborn, carers: [{ ...mother, dob: '1992-01-01' }] });
    const input = cafInput(id, { startOn: '2008-10-14' });
    expect((await office.refused('children.openCaf', input)).message).toContain('completed on her');
    const grown = await register(office, { ...unborn, carers: [{ ...mother, dob: '1990-01-01' }] });
    await openCaf(office, grown, { startOn: '2008-10-14' });
  });

  test('BR-16 warns from 18, goes on to 24 with a disability, and opens none after', async () => {
    const id = await register(office, { dob: '1990-01-15' });
    expect((await get(id)).ageLimit).toBe('warn');
    await office.do('children.save', { id, version: 1, disabled: 'Y' });
    expect((await get(id)).ageLimit).toBe('extended');
    await openCaf(office, id);
    const old = await register(office, { givenNames: 'Ann', dob: '1983-01-15' });
    expect((await office.refused('children.openCaf', cafInput(old))).field).toBe('startOn');
  });

  test('BR-12 a birth is known again by the day it was expected', async () => {
    const unborn = {
      givenNames: 'Unborn baby',
      familyName: 'of Tara Kaye',
      dob: null,
      expectedOn: '2008-11-01',
    };
    await register(office, unborn);
    office.clock.day = '2008-11-10';
    const found = await office.do('children.check', {
      givenNames: 'Isla',
      familyName: 'Kaye',
      dob: '2008-11-03',
    });
    expect(found.matches[0]?.why).toEqual(['Part of the name matches', 'Expected about then (1 Nov 2008)']);
    const other = await office.do('children.check', {
      givenNames: 'Unborn baby',
      familyName: 'of Wren Oakshott',
      dob: null,
      expectedOn: '2008-11-01',
    });
    expect(other.matches).toEqual([]);
  });

  test('nothing is due of a child who died', async () => {
    const id = await register(office);
    const cafId = await openCaf(office, id);
    sqlRun(
      office,
      "UPDATE cafs SET status = 'tac_active', next_review_on = '2008-10-01' WHERE id = ?",
      cafId,
    );
    const due = () => office.do('children.list', { status: 'overdue' });
    expect((await due()).total).toBe(1);
    await office.do('children.save', { id, version: 1, diedOn: '2008-10-10' });
    expect(await due()).toMatchObject({ rows: [], total: 0 });
    expect((await office.do('children.list', { status: 'overdue', sort: 'level' })).rows).toEqual([]);
    await office.do('children.closeCaf', { cafId, version: 1, closedOn: '2008-10-14', reason: 'DI' });
    expect((await office.refused('children.openCaf', cafInput(id))).message).toContain('died on');
  });
});

test('a record’s day stands in the order in which things happened, the last on top', async () => {
  await office.addPerson('ruth', ['lead_professional']);
  const id = await register(office, childInput());
  const cafId = await openCaf(office, id, { startOn: '2008-10-14' });
  await office.do('children.appointLead', { cafId, personId: 2, from: '2008-10-14', agreedByFamily: true });
  const added = { cafId, desired: 'Sleeps through', ecmAim: 'BH2' };
  await office.do('children.addOutcome', added);
  const titles = (await get(id)).timeline.map((each) => each.title);
  expect(titles.slice(0, 3)).toEqual(['Outcome 1 agreed', 'Lead professional named', 'CAF started']);
});
