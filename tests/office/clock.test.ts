import { afterEach, describe, expect, test } from 'vitest';
import { PASSPHRASE, TestOffice } from './support/office.ts';

let office: TestOffice;
afterEach(() => office.remove());

const who = { userName: 'margaret', passphrase: PASSPHRASE };

describe('the clock of the computer', () => {
  test('that went back is told at sign-in and in the line; the order stays by number', async () => {
    office = await TestOffice.setUp();
    office.clock.day = '2008-10-16';
    await office.do('access.lock', {});
    office.clock.day = '2008-10-14';
    const { warnings } = await office.do('access.signIn', who);
    expect(warnings).toEqual([
      expect.stringMatching(/^The clock of this computer went back: it says 14 Oct 2008/),
    ]);
    const line = office.desk
      .opened()
      .readerHandle.prepare('SELECT detail FROM audit_events ORDER BY seq DESC LIMIT 1')
      .pluck()
      .get();
    expect(JSON.parse(String(line))).toMatchObject({ clockBackSeconds: expect.closeTo(2 * 86_400, -1) });
    expect((await office.do('assurance.verify', {})).ok).toBe(true);
    await office.do('access.lock', {});
    expect((await office.do('access.signIn', who)).warnings).toEqual([]);
  });
});
