import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Input } from '#shared/contract/index.ts';
import { openCaf, register, sqlRun } from './support/children.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  office = await TestOffice.setUp();
});
afterEach(() => office.remove());

const get = (id: number) => office.do('children.get', { id });
const mergeInput = (
  keptId: number,
  goneId: number,
  more: Partial<Input<'children.merge'>> = {},
): Input<'children.merge'> => ({
  keptId,
  keptVersion: 1,
  goneId,
  goneVersion: 1,
  reason: 'Same mother, same school.',
  ...more,
});
/** Everything that is stored of children and their CAFs, without versions and what is only for finding. */
function everything(): unknown {
  const { readerHandle } = office.desk.opened();
  const rows = (table: string) =>
    (readerHandle.prepare(`SELECT * FROM ${table} ORDER BY id`).all() as Record<string, unknown>[]).map(
      ({ version: _version, last_entry_on: _entry, ...row }) => row,
    );
  return ['children', 'cafs', 'carers', 'child_services', 'orders'].map(rows);
}
async function twins(): Promise<[number, number]> {
  const one = await register(office, { phone: '', carers: [] });
  const two = await register(office, {
    givenNames: 'Calum',
    knownAs: 'Cal',
    phone: '01632 960377',
    carers: [{ name: 'Lee Birchall', relationship: 'father', parentalResponsibility: 'Y' }],
  });
  return [one, two];
}

describe('possible duplicates', () => {
  const pairs = async (show: 'open' | 'not_same' = 'open') =>
    (await office.do('children.duplicates', { show })).rows.map((row) => [row.first.id, row.second.id]);

  test('are found with each registering and saving, and twins and linked children are none', async () => {
    const callum = await register(office);
    const twin = await register(office, { givenNames: 'Ellie' });
    expect(await pairs()).toEqual([]);
    const again = await register(office, { givenNames: 'Kallum', familyName: 'Burchall' });
    expect(await pairs()).toEqual([[callum, again]]);
    const { version } = await office.do('children.save', { id: again, version: 1, givenNames: 'Peter' });
    expect(await pairs()).toEqual([]);
    await office.do('children.save', { id: again, version, nhsNumber: '9434765919' });
    await office.do('children.save', { id: twin, version: 1, nhsNumber: '943 476 5919' });
    const [pair] = (await office.do('children.duplicates', {})).rows;
    expect(pair?.why).toContain('Same NHS number');
  });

  test('are asked once: not the same child is remembered, and can be asked again', async () => {
    const callum = await register(office);
    const other = await register(office);
    await office.do('children.judgePair', {
      firstId: other,
      secondId: callum,
      notSame: true,
      note: 'Cousins',
    });
    await office.do('children.save', { id: other, version: 1, phone: '01632 960111' });
    expect(await pairs()).toEqual([]);
    const [said] = (await office.do('children.duplicates', { show: 'not_same' })).rows;
    expect(said?.notSame).toEqual({ by: 'Margaret Oakes', on: '2008-10-14', note: 'Cousins' });
    await office.do('children.judgePair', { firstId: callum, secondId: other, notSame: false });
    expect(await pairs()).toEqual([[callum, other]]);
  });

  test('of records from before wait for a quiet hour', async () => {
    await register(office);
    await register(office);
    sqlRun(office, 'UPDATE children SET compared = 0');
    sqlRun(office, 'DELETE FROM child_pairs');
    expect(await office.do('children.duplicates', {})).toMatchObject({ total: 0, waiting: 2 });
    const done = await office.do('children.findDuplicates', { atMost: 1 });
    expect(done).toEqual({ compared: 1, found: 1, waiting: 1 });
    expect((await office.do('children.duplicates', {})).total).toBe(1);
  });

  test('are for the co-ordinator, and name no restricted record', async () => {
    const callum = await register(office);
    await register(office);
    sqlRun(office, 'UPDATE children SET restricted = 1 WHERE id = ?', callum);
    expect(await pairs()).toEqual([]);
    await office.addPerson('ruth', ['lead_professional']);
    await office.signIn('ruth');
    expect((await office.refused('children.duplicates', {})).code).toBe('not_allowed');
  });
});

describe('making two records one', () => {
  test('shows what differs, takes what is chosen, and loses no name, line or reference', async () => {
    const [one, two] = await twins();
    const compared = await office.do('children.compare', { id: one, otherId: two });
    expect(compared.fields.map((each) => [each.field, each.suggested])).toEqual([
      ['givenNames', 'kept'],
      ['phone', 'gone'],
    ]);
    expect(compared).toMatchObject({ twoOpen: false, stops: [] });
    const old = (await get(two)).neutralRef;
    const cafId = await openCaf(office, two);
    await office.do('children.merge', mergeInput(one, two, { choices: { givenNames: 'gone' } }));
    const record = await get(one);
    expect(record).toMatchObject({
      givenNames: 'Calum',
      phone: '01632 960377',
      knownAs: 'Cal, Callum Birchall',
      formerRefs: [old],
      carers: [{ name: 'Lee Birchall' }],
      caf: { id: cafId },
    });
    expect((await get(two)).id).toBe(one);
    for (const search of [old, 'cal birchall', 'callum'])
      expect((await office.do('children.list', { status: 'all', search })).rows.map((row) => row.id)).toEqual(
        [one],
      );
    expect((await office.do('children.list', { status: 'all' })).total).toBe(1);
    expect((await office.refused('children.save', { id: two, version: 2, phone: '' })).code).toBe(
      'not_found',
    );
    expect((await office.do('children.duplicates', {})).total).toBe(0);
  });

  test('of two open CAFs one goes on and the other counts in no return', async () => {
    const [one, two] = await twins();
    const first = await openCaf(office, one, { startOn: '2008-02-01' });
    const second = await openCaf(office, two, { startOn: '2008-01-16' });
    expect((await office.refused('children.merge', mergeInput(one, two))).field).toBe('goesOn');
    await office.do('children.merge', mergeInput(one, two, { goesOn: first }));
    const record = await get(one);
    expect(record.caf).toMatchObject({ id: first, episodeNo: 2, closedOn: null });
    const closed = await office.do('children.get', { id: one, cafId: second });
    expect(closed.caf).toMatchObject({ episodeNo: 1, closureReason: 'ER', closedOn: '2008-10-14' });
  });

  test('is refused where it would cut something off, and by an older version', async () => {
    const [one, two] = await twins();
    expect((await office.refused('children.merge', mergeInput(one, two, { goneVersion: 9 }))).code).toBe(
      'conflict',
    );
    sqlRun(office, 'UPDATE children SET restricted = 1 WHERE id = ?', two);
    sqlRun(office, "INSERT INTO child_readers (child_id, person_id, granted_at) VALUES (?, 1, '')", two);
    expect((await office.refused('children.merge', mergeInput(one, two))).message).toContain('restricted');
    expect((await office.refused('children.merge', mergeInput(one, one))).message).toContain(
      'one record already',
    );
  });
});

describe('putting them apart again', () => {
  test('is the way back to the very same, with two open CAFs and all that moved', async () => {
    const [one, two] = await twins();
    const goesOn = await openCaf(office, two, { startOn: '2008-03-01' });
    await openCaf(office, one, { startOn: '2008-02-01' });
    await office.do('children.saveService', {
      childId: two,
      id: null,
      version: 0,
      service: 'gp',
      organisation: 'The Surgery',
    });
    const before = everything();
    const { mergeId } = await office.do('children.merge', mergeInput(one, two, { goesOn }));
    expect(everything()).not.toEqual(before);
    await office.do('children.unmerge', { mergeId });
    expect(everything()).toEqual(before);
    expect((await office.refused('children.unmerge', { mergeId })).message).toContain('put apart already');
  });

  test('keeps what was written since, and is for 30 days', async () => {
    const [one, two] = await twins();
    const { mergeId } = await office.do('children.merge', mergeInput(one, two));
    const since = await openCaf(office, one);
    await office.do('children.save', { id: one, version: 2, school: 'Northgate' });
    office.clock.day = '2008-11-14';
    expect((await office.refused('children.unmerge', { mergeId })).message).toContain('30 days');
    expect((await office.do('children.merges', {})).merges[0]).toMatchObject({ canUndo: false });
    office.clock.day = '2008-11-13';
    await office.do('children.unmerge', { mergeId });
    expect(await get(one)).toMatchObject({ school: 'Northgate', phone: '', caf: { id: since } });
    expect(await get(two)).toMatchObject({ id: two, caf: null, knownAs: 'Cal' });
  });

  test('undoes the later merge first', async () => {
    const [one, two] = await twins();
    const three = await register(office, { givenNames: 'Kallum', carers: [] });
    const first = await office.do('children.merge', mergeInput(one, two));
    const second = await office.do('children.merge', mergeInput(three, one, { goneVersion: 2 }));
    expect((await get(two)).id).toBe(three);
    expect((await get(three)).formerRefs).toHaveLength(2);
    expect((await office.refused('children.unmerge', { mergeId: first.mergeId })).message).toContain('first');
    await office.do('children.unmerge', { mergeId: second.mergeId });
    await office.do('children.unmerge', { mergeId: first.mergeId });
    expect((await office.do('children.list', { status: 'all' })).total).toBe(3);
  });
});
