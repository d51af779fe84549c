import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Secret, TOTP } from 'otpauth';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { runCli } from '#electron/cli.ts';
import { PASSPHRASE, TestOffice } from './support/office.ts';

let office: TestOffice;
beforeEach(async () => {
  // The terminal has the computer's clock: the office is set up on its day.
  office = await TestOffice.setUp(new Date().toISOString().slice(0, 10));
  vi.stubEnv('OFFICE_USER', 'margaret');
  vi.stubEnv('OFFICE_PASSPHRASE', PASSPHRASE);
  vi.stubEnv('TRUST_DESK_DATA', '');
});
afterEach(() => {
  vi.unstubAllEnvs();
  vi.restoreAllMocks();
  office.remove();
});

type Ran = { code: number; out: string; said: string };

/** Runs a command in this process and keeps what it writes. */
async function run(...argv: string[]): Promise<Ran> {
  const kept = { out: '', said: '' };
  const keep = (key: 'out' | 'said') => (text: unknown, done?: unknown) => {
    kept[key] += String(text);
    if (typeof done === 'function') (done as () => void)();
    return true;
  };
  const out = vi.spyOn(process.stdout, 'write').mockImplementation(keep('out'));
  const said = vi.spyOn(process.stderr, 'write').mockImplementation(keep('said'));
  try {
    return { code: await runCli(argv), ...kept };
  } finally {
    out.mockRestore();
    said.mockRestore();
  }
}

/** One at a time: the test's own desk is closed first, as its window would be. */
const onOffice = (...argv: string[]) => {
  office.desk.close();
  return run(...argv, '--data', office.folder);
};

describe('the office from a terminal', () => {
  test('verify prints its checks as JSON and ends with 0; with 1 and a sentence when one fails', async () => {
    const good = await onOffice('verify');
    expect(good).toMatchObject({ code: 0, said: '' });
    expect(JSON.parse(good.out)).toMatchObject({ ok: true, checks: expect.any(Array) });
    await office.signIn('margaret');
    const handle = office.desk.opened().writerHandle;
    handle.exec("DROP TRIGGER audit_not_changed; UPDATE audit_events SET entity = 'x' WHERE seq = 1");
    const bad = await onOffice('verify');
    expect(bad.code).toBe(1);
    expect(JSON.parse(bad.out)).toMatchObject({
      ok: false,
      checks: [{ name: 'start_up', ok: false, detail: expect.stringMatching(/^Line 1, .* was changed/) }],
    });
    expect(bad.said).toContain('Line 1, of');
  });

  test('signs in and out, and both are in the audit trail', async () => {
    await onOffice('verify');
    await office.signIn('margaret');
    const operations = (await office.do('assurance.audit', {})).rows.map((row) => row.operation);
    // A backup is made when the office is locked, if the last one is old.
    const ways = operations.filter((name) => name !== 'backups.make');
    expect(ways.slice(1, 3)).toEqual(['access.lock', 'access.signIn']);
  });

  test('a wrong passphrase, a missing office and a missing right are sentences with 1', async () => {
    vi.stubEnv('OFFICE_PASSPHRASE', 'not the right one at all');
    expect(await onOffice('verify')).toMatchObject({
      code: 1,
      out: '',
      said: expect.stringContaining('do not belong together'),
    });
    vi.stubEnv('OFFICE_PASSPHRASE', PASSPHRASE);
    const elsewhere = await run('verify', '--data', path.join(office.folder, 'nowhere'));
    expect(elsewhere).toMatchObject({ code: 1, said: expect.stringContaining('There is no office in') });
    const refused = await onOffice('export', '--to', path.join(office.folder, 'out'));
    expect(refused).toMatchObject({ code: 1, said: expect.stringContaining('Your role does not let you') });
    expect(existsSync(path.join(office.folder, 'out'))).toBe(false);
  });

  test('a second factor is asked for, or comes from OFFICE_CODE', async () => {
    const { secret } = await office.do('access.beginSecondFactor', {});
    const code = new TOTP({ secret: Secret.fromBase32(secret) }).generate();
    const { backupCodes } = await office.do('access.confirmSecondFactor', { code });
    const without = await onOffice('verify');
    expect(without).toMatchObject({ code: 1, out: '', said: expect.stringContaining('set OFFICE_CODE') });
    vi.stubEnv('OFFICE_CODE', backupCodes[0]);
    expect(await onOffice('verify')).toMatchObject({ code: 0, said: '' });
    expect(await onOffice('verify')).toMatchObject({ code: 1, said: expect.stringContaining('used before') });
  });

  test('without a person or a terminal to ask, says what to set', async () => {
    vi.stubEnv('OFFICE_USER', undefined);
    const { code, said } = await onOffice('verify');
    expect(code).toBe(1);
    expect(said).toContain('Set OFFICE_USER and OFFICE_PASSPHRASE');
  });

  test('wrong usage is 2 with the help; help is 0', async () => {
    for (const argv of [
      [],
      ['explode'],
      ['verify', '--frobnicate'],
      ['verify', 'extra'],
      ['return'],
      ['return', '--period', '2008-Q1', '--format', 'doc'],
      ['return', '--period', '2008-Q1', '--format', 'csv'],
      ['order-pdf', '--order', '12', '--out', 'x.pdf'],
      ['verify', '--as', 'ruth'],
    ]) {
      const { code, out, said } = await onOffice(...argv);
      expect([argv, code, out]).toEqual([argv, 2, '']);
      expect(said).toContain('--data DIR');
    }
    expect((await run('verify')).code).toBe(2);
    for (const argv of [['--help'], ['help'], ['return', '--help']]) {
      const { code, out } = await run(...argv);
      expect(code).toBe(0);
      expect(out).toContain('Usage:');
    }
  });

  test('backup makes a verified copy where it is told', async () => {
    const to = path.join(office.folder, 'stick');
    const { code, out } = await onOffice('backup', '--to', to);
    expect(code).toBe(0);
    const told = JSON.parse(out) as { path: string; verified: boolean };
    expect(told.verified).toBe(true);
    expect(existsSync(told.path)).toBe(true);
  });

  test('export writes every table', async () => {
    await office.addPerson('owen', ['data_protection']);
    vi.stubEnv('OFFICE_USER', 'owen');
    const to = path.join(office.folder, 'out');
    const { code, out } = await onOffice('export', '--to', to);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ folder: to });
    expect(readFileSync(path.join(to, 'areas.csv'), 'utf8')).toContain('"Hillcrest"');
  });

  test('a period that does not exist is a sentence, and no file is written', async () => {
    for (const period of ['2008-Q5', 'last quarter', '2099-Q1', '1999-Q1', 'a-period-that-is-not-one']) {
      const file = path.join(office.folder, 'return.xlsx');
      const { code, said } = await onOffice('return', '--period', period, '--format', 'xlsx', '--out', file);
      expect([period, code]).toEqual([period, 1]);
      expect(said).toMatch(/quarter|has not begun|no records/);
      expect(existsSync(file)).toBe(false);
    }
  });

  test('a practice office signs in by itself, as somebody who may', async () => {
    vi.stubEnv('OFFICE_USER', undefined);
    vi.stubEnv('OFFICE_PASSPHRASE', undefined);
    await office.do('access.lock', {});
    renameSync(path.join(office.folder, 'office'), path.join(office.folder, 'practice'));
    office.desk.using = 'practice';
    await office.signIn('margaret');
    await office.addPerson('joan', ['director'], { passphrase: 'practice desk joan' });
    await office.do('access.lock', {});
    const { code, out } = await onOffice('export', '--to', path.join(office.folder, 'out'));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({ tables: expect.any(Number) });
    const other = await onOffice('verify', '--as', 'nobody');
    expect(other).toMatchObject({ code: 1, said: expect.stringContaining('do not belong together') });
  });

  test('runs under plain Node by itself', () => {
    office.desk.close();
    const cli = path.resolve(import.meta.dirname, '../../electron/cli.ts');
    const ran = spawnSync(process.execPath, [cli, 'verify', '--data', office.folder], { encoding: 'utf8' });
    expect(ran.status).toBe(0);
    expect(JSON.parse(ran.stdout)).toMatchObject({ ok: true });
  });
});

describe('import-providers', () => {
  const CSV = [
    'Payments over £500,,,',
    'Run by Finance,,,',
    'Body Name,Service,Supplier,Date,Net Amount,Purpose',
    'Town Council,Children & Young People Service,Sunny Futures Ltd,12/06/2012,700.00,Counselling',
    'Town Council,Children & Young People Service,SUNNY FUTURES LTD,14/06/2012,300.00,Counselling',
    'Town Council,Children & Young People Service,Nestwell,never,80.00,Stair gates',
    'Town Council,Highways,Tarmac plc,12/06/2012,900.00,Roads',
    '',
  ].join('\r\n');
  let file: string;
  beforeEach(() => {
    file = path.join(office.folder, 'payments.csv');
    writeFileSync(file, CSV);
  });

  type Report = {
    rows: number;
    imported: number;
    folded: number;
    skipped: number;
    refused: number;
    departments: string[];
    dryRun: boolean;
    folds: unknown[];
    mapping: { supplier: number };
  };
  const report = async (...argv: string[]): Promise<Report> => {
    const ran = await onOffice('import-providers', '--file', file, ...argv);
    expect(ran.said).not.toContain('unexpected');
    expect(ran.code).toBe(0);
    return JSON.parse(ran.out) as Report;
  };

  test('keeps the children’s service by itself, and every row is accounted for', async () => {
    const trial = await report('--dry-run');
    expect(trial).toMatchObject({ dryRun: true, departments: ['Children & Young People Service'] });
    await office.signIn('margaret');
    expect((await office.do('providers.list', {})).total).toBe(0);
    const told = await report('--agree-folds');
    expect(told.imported + told.folded + told.skipped + told.refused).toBe(told.rows);
    expect(told).toMatchObject({ refused: 1, dryRun: false });
    await office.signIn('margaret');
    expect((await office.do('providers.list', {})).rows.map((row) => row.name)).toEqual(
      expect.arrayContaining([expect.stringMatching(/sunny futures/i)]),
    );
    const again = await report('--agree-folds');
    expect(again.imported + again.folded).toBe(0);
    expect(again.imported + again.folded + again.skipped + again.refused).toBe(again.rows);
  });

  test('a department that is named, and a mapping by heading', async () => {
    const map = path.join(office.folder, 'map.json');
    writeFileSync(map, JSON.stringify({ supplier: 'supplier', description: 'Purpose' }));
    const told = await report('--dry-run', '--department', 'Highways', '--map', map);
    expect(told).toMatchObject({ departments: ['Highways'], imported: 1, mapping: { supplier: 2 } });
    writeFileSync(map, JSON.stringify({ supplier: 'Vendor' }));
    const wrong = await onOffice('import-providers', '--file', file, '--map', map);
    expect(wrong).toMatchObject({ code: 1, said: expect.stringContaining('no column “Vendor”') });
    writeFileSync(map, 'not json');
    expect((await onOffice('import-providers', '--file', file, '--map', map)).said).toContain(
      'cannot be read',
    );
  });

  test('a file that is not there and one that is no CSV are sentences', async () => {
    file = path.join(office.folder, 'missing.csv');
    expect(await onOffice('import-providers', '--file', file)).toMatchObject({ code: 1, out: '' });
    mkdirSync(path.join(office.folder, 'more'));
    file = path.join(office.folder, 'more', 'picture.csv');
    writeFileSync(file, Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3, 255, 254]));
    const { code, said } = await onOffice('import-providers', '--file', file);
    expect(code).toBe(1);
    expect(said.length).toBeGreaterThan(20);
  });
});
