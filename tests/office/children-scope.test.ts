import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Role } from '#shared/domain/roles.ts';
import { openCaf, register, sqlRun } from './support/children.ts';
import { TestOffice } from './support/office.ts';

/**
 * Who may see which case record (12.2, 12.3). Three children: Hill's CAF is Hillcrest team's and led by Ruth,
 * North's is Northgate's, Shut's is restricted.
 */
let office: TestOffice;
let hill: number;
let north: number;
let shut: number;
let teams: number[];

beforeEach(async () => {
  office = await TestOffice.setUp();
  teams = [];
  for (const areaId of [1, 2])
    teams.push((await office.do('settings.addTeam', { areaId, name: `Team ${areaId}` })).id);
  hill = await register(office, { givenNames: 'Hillary', familyName: 'Hillman', areaId: 1 });
  north = await register(office, { givenNames: 'Norton', familyName: 'Northrop', areaId: 2 });
  shut = await register(office, { givenNames: 'Shutta', familyName: 'Shuttleworth', areaId: 1 });
  const lead = await office.addPerson('ruth', ['lead_professional'], { areaId: 1, teamId: teams[0] ?? null });
  for (const [childId, team] of [
    [hill, teams[0]],
    [north, teams[1]],
    [shut, teams[0]],
  ] as const) {
    const cafId = await openCaf(office, childId, { teamId: team ?? null });
    if (childId !== north)
      await office.do('children.appointLead', {
        cafId,
        personId: lead,
        from: '2008-01-20',
        agreedByFamily: true,
      });
  }
  sqlRun(office, 'UPDATE children SET restricted = 1, restricted_reason = ? WHERE id = ?', 'witness', shut);
});
afterEach(() => office.remove());

/** Signs in as somebody with these roles in Hillcrest's team. */
async function as(role: Role): Promise<void> {
  await office.signIn('margaret');
  await office.addPerson(role, [role], { areaId: 1, teamId: teams[0] ?? null });
  await office.signIn(role);
}

const listed = async () =>
  (await office.do('children.list', { status: 'all' })).rows.map((row) => row.id).sort();

describe('the one reading scope', () => {
  test('the co-ordinator sees all that is not restricted, and the count says no more', async () => {
    await office.signIn('margaret');
    expect(await listed()).toEqual([hill, north].sort());
    expect((await office.do('children.list', { status: 'all' })).total).toBe(2);
    expect((await office.refused('children.get', { id: shut })).code).toBe('not_found');
  });

  test('a team manager sees the team’s', async () => {
    await as('team_manager');
    expect(await listed()).toEqual([hill]);
    expect((await office.refused('children.get', { id: north })).code).toBe('not_found');
  });

  test('a lead professional sees their own, and not even theirs when it is restricted', async () => {
    await office.signIn('ruth');
    expect(await listed()).toEqual([hill]);
    expect((await office.refused('children.get', { id: shut })).code).toBe('not_found');
  });

  test('a restricted record opens to those let in by name', async () => {
    const ruth = (await office.do('people.list', { search: 'ruth' })).rows[0]?.id;
    sqlRun(office, "INSERT INTO child_readers VALUES (?, ?, '2008-10-14')", shut, ruth);
    await office.signIn('ruth');
    expect(await listed()).toEqual([hill, shut].sort());
    expect((await office.do('children.get', { id: shut })).familyName).toBe('Shuttleworth');
  });

  test('a practitioner with nobody sees nobody', async () => {
    await as('practitioner');
    expect(await listed()).toEqual([]);
  });

  test('a budget manager reads a summary: no assessment, no words of the child', async () => {
    await as('budget_manager');
    const record = await office.do('children.get', { id: hill });
    expect(record.depth).toBe('summary');
    expect(record.caf).toMatchObject({ elements: null, meetings: null, childComment: null });
  });

  test.each<Role>(['commissioner', 'system_admin', 'data_protection', 'finance', 'returns_officer'])(
    '%s may not ask for children at all',
    async (role) => {
      await as(role);
      expect((await office.refused('children.list', {})).code).toBe('not_allowed');
      expect((await office.refused('children.get', { id: hill })).code).toBe('not_allowed');
    },
  );

  test.each<Role>(['system_admin', 'commissioner', 'finance', 'team_manager', 'practitioner'])(
    'no answer to %s names a restricted child, or one out of reach',
    async (role) => {
      await as(role);
      const answers = [await office.do('work.today', {}), await office.do('access.status', {})];
      for (const query of ['Shut', 'North', 'Norton'])
        answers.push((await office.do('work.find', { query })) as never);
      expect(JSON.stringify(answers)).not.toMatch(/Shuttleworth|Northrop|Norton|Shutta/);
    },
  );

  test('what may not be seen may not be written either', async () => {
    await office.signIn('ruth');
    const problem = await office.refused('children.saveElement', {
      cafId: 2,
      version: 0,
      element: 'D1',
      prominence: 'none',
    });
    expect(problem.code).toBe('not_found');
  });

  test('every reading of a record is in the audit trail, once while it stays open', async () => {
    await office.signIn('margaret');
    await office.do('children.get', { id: hill });
    await office.do('children.get', { id: hill });
    const rows = office.desk
      .opened()
      .readerHandle.prepare(
        "SELECT entity_id FROM audit_events WHERE operation = 'children.get' AND outcome = 'read'",
      )
      .all();
    expect(rows).toEqual([{ entity_id: hill }]);
  });
});
