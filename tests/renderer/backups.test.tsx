import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, test } from 'vitest';
import type { Output } from '#shared/contract/index.ts';
import { refuse } from './fakeOffice.ts';
import { renderAt } from './renderAt.tsx';

type Backup = Output<'backups.list'>['backups'][number];

const holds = {
  rows: 1604,
  children: 24,
  cafs: 26,
  orders: 41,
  entries: 210,
  signIns: 13,
  newestAt: '2008-10-14T05:08:00Z',
  lastOrder: 4_000_041,
  trustName: 'Marlford Children’s Trust',
};
const backup: Backup = {
  file: 'office-2008-10-14-050858.db',
  place: 'own',
  madeAt: '2008-10-14T05:08:58Z',
  bytes: 812_345,
  state: 'verified',
  holds,
};
const made = {
  file: backup.file,
  folder: 'D:\\Desk\\backups',
  madeAt: backup.madeAt,
  bytes: backup.bytes,
  rows: 1604,
  verified: true,
  second: null,
};
const list: Output<'backups.list'> = { folder: 'D:\\Desk\\backups', second: null, backups: [backup] };
const fine: Output<'backups.state'> = {
  lastAt: '2008-10-14T05:08:58Z',
  age: 'fresh',
  failed: null,
  secondFailed: null,
};

describe('the backups', () => {
  test('are listed with what was found in them, and made with their progress shown', async () => {
    const held = new EventTarget();
    const damaged: Backup = { ...backup, file: 'b', place: 'second', state: 'damaged', holds: null };
    const { office, user } = await renderAt('/office/backups', {
      answers: {
        'backups.state': fine,
        'backups.list': { ...list, backups: [backup, damaged] },
        'backups.make': async (_input, progress) => {
          progress({ done: 1, total: 2, label: 'Copying the office' });
          await new Promise((resolve) => {
            held.addEventListener('finish', resolve);
          });
          return made;
        },
      },
    });
    const row = await screen.findByRole('row', { name: /office-2008-10-14-050858.db/ });
    for (const words of ['Verified', 'This computer', '24', '26', '41', '210', '0.8 MB'])
      expect(row).toHaveTextContent(words);
    const second = screen.getByRole('row', { name: /Second folder/ });
    expect(second).toHaveTextContent('Damaged');
    expect(second).toHaveTextContent('is never restored');
    await user.click(screen.getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText('Copying the office')).toBeVisible();
    held.dispatchEvent(new Event('finish'));
    expect(await screen.findByText(/Backed up and checked: 1,604 rows/)).toBeVisible();
    expect(office.inputsOf('backups.make')).toEqual([{}]);
    expect(screen.queryByRole('alert', { name: 'Backup' })).toBeNull();
  });

  test('go to another folder when one is chosen, and nowhere when none is', async () => {
    let chosen: { token: string; name: string } | null = null;
    const { office, user } = await renderAt('/office/backups', {
      shell: { pickFolder: () => Promise.resolve({ ok: true, data: chosen }) },
      answers: { 'backups.list': { ...list, backups: [] }, 'backups.make': { ...made, folder: 'there' } },
    });
    const button = await screen.findByRole('button', { name: 'Back up to another folder' });
    await user.click(button);
    expect(office.inputsOf('backups.make')).toEqual([]);
    chosen = { token: 'token-1234', name: 'Stick' };
    await user.click(button);
    await waitFor(() => expect(office.inputsOf('backups.make')).toEqual([{ folder: 'token-1234' }]));
  });

  test('get a second folder, which is let go again', async () => {
    let second: Output<'backups.list'>['second'] = null;
    const { office, user } = await renderAt('/office/backups', {
      shell: {
        pickFolder: () => Promise.resolve({ ok: true, data: { token: 'token-1234', name: 'Stick' } }),
      },
      answers: {
        'backups.list': () => ({ ...list, second }),
        'backups.chooseSecond': ({ folder }) => {
          second = folder ? { folder: 'E:\\Copies', reachable: false } : null;
          return { folder: second?.folder ?? null };
        },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Choose a folder' }));
    expect(await screen.findByText('E:\\Copies')).toBeVisible();
    expect(screen.getByText('Not there now')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Stop copying there' }));
    expect(await screen.findByText('None yet.')).toBeVisible();
    expect(office.inputsOf('backups.chooseSecond')).toEqual([{ folder: 'token-1234' }, { folder: null }]);
  });

  test('are checked again when somebody asks', async () => {
    const { user } = await renderAt('/office/backups', {
      answers: {
        'backups.list': list,
        'backups.check': { ...list, backups: [backup, { ...backup, file: 'b', state: 'damaged' }] },
      },
    });
    await user.click(await screen.findByRole('button', { name: 'Check again' }));
    expect(await screen.findByText('1 of 2 opened and found whole.')).toBeVisible();
  });

  test('are not shown without the right to them, and the office is not asked', async () => {
    const { office } = await renderAt('/office/backups', { roles: ['auditor'] });
    expect(
      await screen.findByText('Only a co-ordinator or a system administrator sees and makes backups.'),
    ).toBeVisible();
    expect(office.inputsOf('backups.list')).toEqual([]);
  });
});

describe('a backup that failed', () => {
  const failed = { at: '2008-10-14T08:00:00Z', why: 'The disk is full. Free some space and back up again.' };

  test('is told on every page with its reason, and goes when the next one is made', async () => {
    let state: Output<'backups.state'> = { ...fine, failed };
    const { user } = await renderAt('/office/computer', {
      roles: ['coordinator'],
      answers: {
        'backups.state': () => state,
        'backups.make': () => {
          state = fine;
          return made;
        },
      },
    });
    const banner = await screen.findByRole('alert', { name: 'Backup' });
    expect(banner).toHaveTextContent('The disk is full. Free some space and back up again.');
    expect(within(banner).getByRole('link', { name: 'Open Backups' })).toBeVisible();
    await user.click(within(banner).getByRole('button', { name: 'Back up now' }));
    await waitFor(() => expect(screen.queryByRole('alert', { name: 'Backup' })).toBeNull());
  });

  test('stays told when it fails again', async () => {
    const { user } = await renderAt('/office/computer', {
      roles: ['coordinator'],
      answers: {
        'backups.state': { ...fine, secondFailed: failed },
        'backups.make': refuse({ code: 'disk_full', message: 'Still full.' }),
      },
    });
    const banner = await screen.findByRole('alert', { name: 'Backup' });
    expect(banner).toHaveTextContent('The copy in the second folder failed');
    await user.click(within(banner).getByRole('button', { name: 'Back up now' }));
    expect(await screen.findByText('Still full.')).toBeVisible();
    expect(banner).toBeVisible();
  });

  test('is told to those who cannot mend it with whom to tell', async () => {
    await renderAt('/office/computer', {
      roles: ['auditor'],
      answers: { 'backups.state': { ...fine, age: 'too_old' } },
    });
    const banner = await screen.findByRole('alert', { name: 'Backup' });
    expect(banner).toHaveTextContent('The newest backup is of');
    expect(banner).toHaveTextContent('Tell a co-ordinator');
    expect(within(banner).queryByRole('button')).toBeNull();
  });
});
