import { afterEach, describe, expect, test } from 'vitest';
import { isNeutralRef } from '#shared/domain/identifiers.ts';
import { childInput, openCaf, register, sqlRun, ended } from './support/children.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
afterEach(() => office.remove());

const check = (more: Partial<Parameters<typeof childInput>[0]> & { familyName: string }) =>
  office.do('children.check', { givenNames: '', dob: null, ...more });

describe('search before create (BR-01)', () => {
  test('BR-01 finds by sound, other name, swapped day and month, one wrong figure, and postcode', async () => {
    office = await TestOffice.setUp();
    const id = await register(office, { knownAs: 'Cal, Sonny' });
    await register(office, {
      givenNames: 'Zainab',
      familyName: 'Qureshi',
      dob: '2003-11-21',
      postcode: 'MF9 1AA',
    });
    const why = async (query: Parameters<typeof check>[0]) => {
      const { matches } = await check(query);
      const match = matches.find((row) => row.id === id);
      expect(matches.some((row) => row.name === 'Zainab Qureshi')).toBe(false);
      return match?.why.join('; ') ?? null;
    };
    expect(await why({ givenNames: 'Kallum', familyName: 'Burchall' })).toBe('Name sounds like it');
    expect(await why({ givenNames: 'Sonny', familyName: 'Birchall' })).toBe('Known as Sonny');
    expect(await why({ givenNames: 'Callum', familyName: 'Birchall', dob: '2000-03-05' })).toBe(
      'Same name; Date of birth has day and month swapped (3 May 2000)',
    );
    expect(await why({ givenNames: 'Calum', familyName: 'Jones', dob: '2000-05-03' })).toContain(
      'Same date of birth',
    );
    expect(await why({ givenNames: 'Callum', familyName: 'Oakes', dob: '2010-05-03' })).toContain(
      'differs by one figure',
    );
    expect(await why({ givenNames: 'Callum', familyName: 'Oakes', postcode: 'mf14qt' })).toContain(
      'Same postcode',
    );
    expect(await why({ givenNames: 'Call', familyName: 'Birch' })).toContain('begins the same');
    expect(await why({ givenNames: 'Peter', familyName: 'Nowhere' })).toBeNull();
  });

  test('BR-01 the check and all it found are kept', async () => {
    office = await TestOffice.setUp();
    const id = await register(office);
    const { checkId } = await check({ givenNames: 'Callum', familyName: 'Birchall' });
    const row = office.desk
      .opened()
      .readerHandle.prepare('SELECT found, checked_on, checked_by FROM child_checks WHERE id = ?')
      .get(checkId);
    expect(row).toEqual({ found: `[${id}]`, checked_on: '2008-10-14', checked_by: 1 });
  });

  test('BR-01 no record without a search of today, by the same person, for this child', async () => {
    office = await TestOffice.setUp();
    const other = await office.addPerson('second', ['coordinator']);
    const { checkId } = await check({ familyName: 'Birchall', dob: '2000-05-03' });
    const attempt = (more: object) =>
      office.refused('children.register', { ...childInput(), checkId, ...more });
    expect(await attempt({ checkId: 999 })).toMatchObject({ code: 'invalid', field: 'checkId' });
    expect((await attempt({ familyName: 'Oakes' })).message).toContain('Search again');
    expect((await attempt({ dob: '2000-05-04' })).message).toContain('Search again');
    expect((await attempt({ dob: null, expectedOn: '2008-12-01' })).message).toContain('Search again');
    await office.signIn('second');
    expect(other).toBeGreaterThan(0);
    expect((await attempt({})).field).toBe('checkId');
    await office.signIn('margaret');
    office.clock.day = '2008-10-15';
    expect((await attempt({})).message).toContain('Search for the child first');
    office.clock.day = '2008-10-14';
    await office.do('children.register', { ...childInput({ familyName: ' birchall ' }), checkId });
    expect((await attempt({})).message).toContain('No second one was made');
    expect((await office.do('children.list', { status: 'all' })).total).toBe(1);
  });

  test('BR-01 a restricted match is told as a number only (12.3)', async () => {
    office = await TestOffice.setUp();
    const id = await register(office);
    sqlRun(office, 'UPDATE children SET restricted = 1 WHERE id = ?', id);
    const found = await check({ givenNames: 'Callum', familyName: 'Birchall' });
    expect(found).toMatchObject({ matches: [], restrictedMatches: 1 });
  });
});

describe('a child’s record', () => {
  const refusedField = async (more: Partial<Parameters<typeof childInput>[0]>) => {
    const child = childInput(more);
    const { checkId } = await check({
      familyName: child.familyName,
      // A day that no calendar has is refused before the search is asked for.
      dob: child.dob === '2001-02-30' ? null : child.dob,
    });
    return (await office.refused('children.register', { ...child, checkId })).field;
  };

  test('refuses what no child can be, naming the field', async () => {
    office = await TestOffice.setUp();
    expect(await refusedField({ dob: '2008-10-15' })).toBe('dob');
    expect(await refusedField({ dob: '2001-02-30' })).toBe('dob');
    expect(await refusedField({ dob: null })).toBe('dob');
    expect(await refusedField({ expectedOn: '2008-12-01' })).toBe('expectedOn');
    expect(await refusedField({ dob: null, expectedOn: '2010-01-01' })).toBe('expectedOn');
    expect(await refusedField({ postcode: 'MF1 CQT' })).toBe('postcode');
    expect(await refusedField({ ethnicity: 'XXXX' })).toBe('ethnicity');
    expect(await refusedField({ areaId: 77 })).toBe('areaId');
  });

  test('gets a neutral reference that says nothing of the child, and a tidy postcode', async () => {
    office = await TestOffice.setUp();
    const id = await register(office, { postcode: 'mf14qt' });
    const record = await office.do('children.get', { id });
    expect(isNeutralRef(record.neutralRef)).toBe(true);
    expect(record).toMatchObject({
      depth: 'full',
      postcode: 'MF1 4QT',
      area: 'Hillcrest',
      caf: null,
      timeline: [],
      carers: [{ name: 'Donna Birchall', parentalResponsibility: 'Y' }],
    });
  });

  test('a save against an older version is refused and changes nothing', async () => {
    office = await TestOffice.setUp();
    const id = await register(office);
    const fields = childInput();
    expect(await office.do('children.save', { ...fields, id, version: 1, phone: '01632 960377' })).toEqual({
      id,
      version: 2,
    });
    const problem = await office.refused('children.save', { ...fields, id, version: 1, phone: 'other' });
    expect(problem.code).toBe('conflict');
    expect((await office.do('children.get', { id })).phone).toBe('01632 960377');
  });

  test('BR-12 after birth the old name stays findable', async () => {
    office = await TestOffice.setUp();
    const unborn = {
      givenNames: 'Unborn baby',
      familyName: 'of Tara Kaye',
      dob: null,
      expectedOn: '2008-11-01',
    };
    const id = await register(office, unborn);
    office.clock.day = '2008-11-05';
    const born = childInput({ givenNames: 'Isla', familyName: 'Kaye', dob: '2008-11-03', knownAs: '' });
    await office.do('children.save', { ...born, id, version: 1 });
    expect((await office.do('children.get', { id })).knownAs).toBe('Unborn baby of Tara Kaye');
    expect((await office.do('children.list', { status: 'all', search: 'tara' })).rows[0]?.name).toBe(
      'Isla Kaye',
    );
  });
});

describe('the list of children', () => {
  const names = async (input: Parameters<typeof office.do<'children.list'>>[1]) =>
    (await office.do('children.list', input)).rows.map((row) => row.name);

  test('is found by name, other name, reference, neutral reference and postcode, and by nothing else', async () => {
    office = await TestOffice.setUp();
    const id = await register(office, { knownAs: 'Cal' });
    await register(office, {
      givenNames: 'Aoife',
      familyName: 'O’Brien',
      dob: '2001-01-01',
      postcode: 'MF2 2BB',
    });
    await openCaf(office, id);
    const { neutralRef } = await office.do('children.get', { id });
    for (const search of [
      'birch',
      'CALL',
      'cal birch',
      'CAF-2008-0001',
      '0001',
      neutralRef,
      'mf14qt',
      'MF1 4',
    ])
      expect(await names({ status: 'all', search }), search).toContain('Callum Birchall');
    expect(await names({ status: 'all', search: "o'brien" })).toEqual(['Aoife O’Brien']);
    expect(await names({ status: 'all', search: 'Obrien' })).toEqual(['Aoife O’Brien']);
    for (const search of ['zz', '"', ',', 'NOT birchall', 'words:birchall', 'elm', 'a* OR b'])
      expect(await names({ status: 'all', search }), search).toEqual([]);
  });

  test('filters by open, closed, overdue and area, and sorts by each column with a total of all', async () => {
    office = await TestOffice.setUp();
    const ruth = await office.addPerson('ruth', ['lead_professional'], { name: 'Ruth Adeyemi' });
    const open = await register(office);
    const openId = await openCaf(office, open);
    await office.do('children.appointLead', {
      cafId: openId,
      personId: ruth,
      from: '2008-01-16',
      agreedByFamily: true,
    });
    sqlRun(
      office,
      "UPDATE cafs SET status = 'tac_active', next_review_on = '2008-10-01' WHERE id = ?",
      openId,
    );
    const shut = await register(office, {
      givenNames: 'Bea',
      familyName: 'Ames',
      dob: '2001-01-01',
      areaId: 2,
    });
    const shutId = await openCaf(office, shut, { level: 2 });
    await office.do('children.closeCaf', {
      cafId: shutId,
      version: 1,
      closedOn: '2008-05-01',
      reason: 'NM',
      ...ended,
    });
    const again = await register(office, { givenNames: 'Dan', familyName: 'Cole', dob: '2002-02-02' });
    const first = await openCaf(office, again, { startOn: '2007-05-01', level: 1 });
    await office.do('children.closeCaf', { cafId: first, version: 1, closedOn: '2007-09-01', reason: 'DE' });
    await openCaf(office, again, { level: 1 });
    await register(office, { givenNames: 'Eve', familyName: 'Dunn', dob: '2003-03-03' });

    const pageOf = (input: object) => office.do('children.list', { status: 'all', ...input });
    expect(await names({ status: 'all' })).toEqual(['Bea Ames', 'Callum Birchall', 'Dan Cole', 'Eve Dunn']);
    expect(await names({})).toEqual(['Callum Birchall', 'Dan Cole']);
    expect(await pageOf({ status: 'closed' })).toMatchObject({ total: 1, rows: [{ name: 'Bea Ames' }] });
    expect(await pageOf({ status: 'overdue' })).toMatchObject({
      total: 1,
      rows: [{ name: 'Callum Birchall', cafStatus: 'review_due', leadProfessional: 'Ruth Adeyemi' }],
    });
    expect(await pageOf({ areaId: 2 })).toMatchObject({ total: 1, rows: [{ name: 'Bea Ames' }] });
    expect(await pageOf({ areaId: 2, status: 'open' })).toMatchObject({ total: 0, rows: [] });
    expect((await names({ status: 'all', sort: 'level' })).slice(0, 3)).toEqual([
      'Dan Cole',
      'Bea Ames',
      'Callum Birchall',
    ]);
    expect((await names({ status: 'all', sort: 'lead' }))[0]).toBe('Callum Birchall');
    expect((await names({ status: 'all', sort: 'nextReviewOn', descending: true }))[0]).toBe(
      'Callum Birchall',
    );
    const references = (await pageOf({ sort: 'reference', descending: true })).rows.map(
      (row) => row.cafReference,
    );
    expect(references).toEqual(['CAF-2008-0003', 'CAF-2008-0002', 'CAF-2008-0001', null]);
    const second = await pageOf({ pageSize: 3, page: 1 });
    expect(second).toMatchObject({ total: 4, rows: [{ name: 'Eve Dunn', cafReference: null }] });
  });
});
