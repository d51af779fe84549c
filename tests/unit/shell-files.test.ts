import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { assureWritable, dataFolder } from '#electron/shell/data-folder.ts';
import { safeFileName } from '#electron/shell/file-names.ts';
import { readLaunch } from '#electron/shell/launch.ts';
import { FIRST_PREFERENCES, readRemembered, setAside } from '#electron/shell/preference-values.ts';
import { RestartLimit } from '#electron/shell/restart-limit.ts';
import { saveFile } from '#electron/shell/save-file.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'shell-files-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a saved file', () => {
  const bytes = new Uint8Array([1, 2, 3]);

  it('is whole, replaces the one before, and leaves nothing beside it', async () => {
    const file = path.join(folder, 'order.pdf');
    writeFileSync(file, 'before');
    await saveFile(file, bytes);
    expect(new Uint8Array(readFileSync(file))).toEqual(bytes);
    expect(readdirSync(folder)).toEqual(['order.pdf']);
  });

  it('that cannot be written says so in words and leaves what was there', async () => {
    await expect(saveFile(path.join(folder, 'gone', 'order.pdf'), bytes)).rejects.toMatchObject({
      problem: { code: 'folder_unwritable' },
    });
    const taken = path.join(folder, 'order.pdf');
    mkdirSync(path.join(taken, 'inside'), { recursive: true });
    await expect(saveFile(taken, bytes)).rejects.toThrow('order.pdf was not saved');
    expect(existsSync(path.join(taken, 'inside'))).toBe(true);
    expect(readdirSync(folder)).toEqual(['order.pdf']);
  });
});

describe('a suggested file name', () => {
  it.each([
    ['Purchase order 4000001', 'pdf', 'Purchase order 4000001.pdf'],
    ['Return.PDF', 'pdf', 'Return.PDF'],
    ['../../etc/passwd', 'csv', 'etc passwd.csv'],
    ['C:\\x|y?', 'csv', 'C x y.csv'],
    ['', 'json', 'Trust Desk.json'],
    ['CON', 'csv', 'Trust Desk CON.csv'],
    ['.hidden', 'csv', 'hidden.csv'],
    ['tab\tand\nline', 'csv', 'tab and line.csv'],
  ])('%j becomes one that every system takes', (suggested, extension, expected) => {
    expect(safeFileName(suggested, extension)).toBe(expected);
  });
});

describe('the data folder', () => {
  it('is the chosen one, or in the person’s application data', () => {
    expect(dataFolder(folder, 'unused')).toEqual({
      root: path.resolve(folder),
      office: path.join(folder, 'office'),
      practice: path.join(folder, 'practice'),
      logs: path.join(folder, 'logs'),
    });
    expect(dataFolder(undefined, folder).root).toBe(path.join(folder, 'data'));
  });

  it('is made, tried, and left as empty as it was', () => {
    const wanted = dataFolder(path.join(folder, 'new', 'one'), '');
    assureWritable(wanted);
    expect(readdirSync(wanted.root)).toEqual([]);
    writeFileSync(path.join(folder, 'file'), '');
    expect(() => assureWritable(dataFolder(path.join(folder, 'file', 'below'), ''))).toThrow();
  });
});

describe('remembered preferences', () => {
  it('are read value by value; what makes no sense is the first one again', () => {
    expect(readRemembered({ theme: 'dark', textSize: 99, letterKeys: false, window: 'wide' })).toEqual({
      theme: 'dark',
      textSize: FIRST_PREFERENCES.textSize,
      letterKeys: false,
      window: null,
    });
    const window = { x: -5, y: 0, width: 1200, height: 800, isMaximized: true };
    expect(readRemembered({ window }).window).toEqual(window);
    for (const nonsense of [null, 'text', 7, [], undefined]) {
      expect(readRemembered(nonsense)).toEqual({ ...FIRST_PREFERENCES, window: null });
    }
  });

  it('that cannot be read are kept aside', () => {
    const file = path.join(folder, 'preferences.json');
    writeFileSync(file, '{ broken');
    const aside = setAside(file, new Date('2026-01-02T03:04:05.678Z'));
    expect(existsSync(file)).toBe(false);
    expect(path.basename(aside)).toBe('preferences.unreadable-2026-01-02T03-04-05-678Z.json');
    expect(readFileSync(aside, 'utf8')).toBe('{ broken');
  });
});

describe('what the app was started for', () => {
  it.each([
    [['desk.exe'], true, { for: 'desk', practice: false }],
    [['desk.exe', '--practice'], true, { for: 'desk', practice: true }],
    [
      ['desk.exe', 'office', 'verify', '--data', 'D'],
      true,
      { for: 'terminal', argv: ['verify', '--data', 'D'] },
    ],
    [['electron', '--no-sandbox', '.', '--practice'], false, { for: 'desk', practice: true }],
    [['electron', 'office'], false, { for: 'desk', practice: false }],
    [['electron', '.', 'office', 'verify'], false, { for: 'terminal', argv: ['verify'] }],
    [['electron', '--no-sandbox', '.', '--paper'], false, { for: 'paper' }],
    [['desk.exe', 'C:\\office'], true, { for: 'desk', practice: false }],
  ] as const)('%j', (argv, isPackaged, launch) => {
    expect(readLaunch(argv, isPackaged)).toEqual(launch);
  });
});

describe('a process that keeps stopping', () => {
  it('is started again five times within a minute, not six', () => {
    const limit = new RestartLimit();
    const answers = [0, 1, 2, 3, 4, 5].map((second) => limit.mayStartAgain(second * 1000));
    expect(answers).toEqual([true, true, true, true, true, false]);
  });

  it('that runs for a while in between is started for ever', () => {
    const limit = new RestartLimit();
    for (let minute = 0; minute < 20; minute += 1) expect(limit.mayStartAgain(minute * 20_000)).toBe(true);
  });
});
