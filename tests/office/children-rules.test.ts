import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  assess,
  cafInput,
  cafVersion,
  consentInput,
  meetingInput,
  openCaf,
  register,
  ended,
} from './support/children.ts';
import { TestOffice } from './support/office.ts';

let office: TestOffice;
let childId: number;
let lead: number;

beforeEach(async () => {
  office = await TestOffice.setUp();
  lead = await office.addPerson('ruth', ['lead_professional']);
  childId = await register(office);
});
afterEach(() => office.remove());

const record = () => office.do('children.get', { id: childId });

describe('a CAF', () => {
  test('BR-02 is not opened without consent to assess and to store', async () => {
    for (const consents of [
      [consentInput('TO_ASSESS')],
      [consentInput('TO_STORE')],
      [consentInput('TO_SHARE')],
    ]) {
      const problem = await office.refused('children.openCaf', cafInput(childId, { consents }));
      expect(problem.code).toBe('invalid');
      expect(problem.message).toMatch(/consent/i);
    }
    expect((await record()).caf).toBeNull();
  });

  test('has one reference a year in one run, and one open CAF a child', async () => {
    await openCaf(office, childId);
    expect((await record()).caf?.reference).toBe('CAF-2008-0001');
    expect((await office.refused('children.openCaf', cafInput(childId))).code).toBe('invalid');
    const other = await register(office, {
      givenNames: 'Zofia',
      familyName: 'Kowalska',
      dob: '2001-01-01',
      postcode: 'MF3 1HJ',
    });
    await openCaf(office, other);
    expect((await office.do('children.get', { id: other })).caf?.reference).toBe('CAF-2008-0002');
  });

  test('BR-05 stops when consent is withdrawn: nothing more is written, what was is kept', async () => {
    const cafId = await openCaf(office, childId);
    await office.do('children.recordConsent', {
      cafId,
      consent: consentInput('WITHDRAW', { signedOn: '2008-10-14' }),
    });
    expect((await record()).caf?.status).toBe('consent_withdrawn');
    const problem = await office.refused('children.saveElement', {
      cafId,
      version: 0,
      element: 'D1',
      prominence: 'none',
    });
    expect(problem.code).toBe('invalid');
  });

  test('consent is added to, never changed, not even with the key to the file', async () => {
    await openCaf(office, childId);
    const handle = office.desk.opened().writerHandle;
    expect(() => handle.exec("UPDATE caf_consents SET kind = 'WITHDRAW'")).toThrow(/added to/);
    expect(() => handle.exec('DELETE FROM caf_consents')).toThrow(/added to/);
  });

  test('BR-09 the first meeting needs a lead professional and a next review', async () => {
    const held = { heldOn: '2008-10-10', nextReviewOn: '2008-11-20' };
    const cafId = await openCaf(office, childId);
    await assess(office, childId, cafId);
    const without = await office.refused(
      'children.holdMeeting',
      meetingInput(cafId, await cafVersion(office, childId)),
    );
    expect(without.message).toMatch(/lead professional/i);
    await office.do('children.appointLead', {
      cafId,
      personId: lead,
      from: '2008-02-02',
      agreedByFamily: true,
    });
    const undated = await office.refused(
      'children.holdMeeting',
      meetingInput(cafId, await cafVersion(office, childId), { ...held, nextReviewOn: null }),
    );
    expect(undated.message).toMatch(/review/i);
    await office.do('children.holdMeeting', meetingInput(cafId, await cafVersion(office, childId), held));
    expect((await record()).caf).toMatchObject({
      status: 'tac_active',
      tacFormedOn: '2008-10-10',
      nextReviewOn: '2008-11-20',
    });
  });

  test('BR-10 an action says who, by when and for which aim', async () => {
    const cafId = await openCaf(office, childId);
    const outcome = await office.do('children.addOutcome', { cafId, desired: 'Sleeps', ecmAim: 'BH2' });
    const action = {
      outcomeId: outcome.id,
      action: 'Talk',
      responsible: 'Ruth',
      agency: 'EWS',
      byWhen: '2008-12-19',
    };
    for (const empty of [{ responsible: '' }, { byWhen: '' }, { action: ' ' }])
      expect((await office.refused('children.addAction', { ...action, ...empty })).code).toBe('wrong_shape');
    expect((await office.refused('children.addOutcome', { cafId, desired: 'x', ecmAim: 'ZZ9' })).code).toBe(
      'wrong_shape',
    );
    await office.do('children.addAction', action);
    expect((await record()).caf?.outcomes[0]?.actions[0]).toMatchObject({
      responsible: 'Ruth',
      byWhen: '2008-12-19',
    });
  });

  test('BR-11 a blank comment is no answer; “declined to comment” is', async () => {
    const cafId = await openCaf(office, childId);
    const comments = { cafId, version: await cafVersion(office, childId), parentComment: 'Agrees.' };
    expect((await office.refused('children.saveComments', { ...comments, childComment: '  ' })).code).toBe(
      'wrong_shape',
    );
    await office.do('children.saveComments', { ...comments, childComment: 'Declined to comment.' });
  });

  test('two writers of one element: the second is told and the first stays', async () => {
    const cafId = await openCaf(office, childId);
    const text = { cafId, element: 'D4', prominence: 'need' as const };
    await office.do('children.saveElement', { ...text, version: 0, needs: 'First' });
    expect(
      (await office.refused('children.saveElement', { ...text, version: 0, needs: 'Second' })).code,
    ).toBe('conflict');
    expect((await record()).caf?.elements?.[0]?.needs).toBe('First');
  });

  test('closing asks a reason of the list, a day not before the start, and ends writing', async () => {
    const cafId = await openCaf(office, childId);
    const closing = { cafId, version: await cafVersion(office, childId), closedOn: '2008-10-14' };
    expect((await office.refused('children.closeCaf', { ...closing, reason: 'ZZ' })).code).toBe('invalid');
    expect(
      (
        await office.refused('children.closeCaf', {
          ...closing,
          closedOn: '2008-01-01',
          reason: 'NM',
          ...ended,
        })
      ).code,
    ).toBe('invalid');
    await office.do('children.closeCaf', { ...closing, reason: 'NM', ...ended });
    expect((await record()).caf).toMatchObject({ status: 'closed', closureReason: 'NM' });
    expect((await office.refused('children.addOutcome', { cafId, desired: 'x', ecmAim: 'BH2' })).code).toBe(
      'invalid',
    );
  });

  test('BR-15 a later CAF is a new episode of the same child', async () => {
    const cafId = await openCaf(office, childId);
    await office.do('children.closeCaf', {
      cafId,
      version: await cafVersion(office, childId),
      closedOn: '2008-05-01',
      reason: 'NM',
      ...ended,
    });
    await openCaf(office, childId, { startOn: '2008-10-01' });
    const { caf, earlierCafs } = await record();
    expect(caf?.episodeNo).toBe(2);
    expect(earlierCafs).toMatchObject([{ reference: 'CAF-2008-0001', closedOn: '2008-05-01' }]);
  });
});
