import { describe, expect, test } from 'vitest';
import { placeFault, type PlaceFacts, sharedFolder } from '#electron/office/database/place.ts';
import { mountOf } from '#electron/office/database/place-facts.ts';

const windows = (folder: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  system: 'windows',
  folder,
  real: folder,
  mount: null,
  synced: [],
  marks: [],
  ...more,
});
const linux = (type: string, at: string, more: Partial<PlaceFacts> = {}): PlaceFacts => ({
  system: 'linux',
  folder: '/data/moakes/office',
  real: '/data/moakes/office',
  mount: { type, at },
  synced: [],
  marks: [],
  ...more,
});

describe('on Windows', () => {
  test.each([
    String.raw`D:\People\moakes\AppData\Roaming\Trust Desk\data\office`,
    String.raw`\\?\D:\People\moakes\office`,
    String.raw`D:\Trust Desk\office`,
    String.raw`D:\People\moakes\One drive notes\office`,
  ])('%s may be written', (folder) => expect(placeFault(windows(folder))).toBeNull());

  test.each([
    String.raw`\\fileserver\homes\moakes\office`,
    String.raw`\\?\UNC\fileserver\homes\office`,
    '//fileserver/homes/office',
  ])('%s is a network folder', (folder) =>
    expect(placeFault(windows(folder))).toEqual({
      kind: 'network',
      what: expect.stringContaining(String.raw`\\fileserver\homes`),
    }),
  );

  test('a mapped drive is seen by what it resolves to', () => {
    const real = String.raw`\\fileserver\trust\office`;
    expect(placeFault(windows(String.raw`T:\office`, { real }))).toMatchObject({ kind: 'network' });
  });

  test('a folder of a sync program is found by its place, whatever its capitals, its name or its marks', () => {
    const synced = [{ folder: String.raw`D:\People\moakes\Marlford Council`, by: 'OneDrive' }];
    const inside = String.raw`d:\people\MOAKES\marlford council\office`;
    expect(placeFault(windows(inside, { synced }))).toEqual({ kind: 'synced', by: 'OneDrive' });
    expect(
      placeFault(windows(String.raw`D:\People\moakes\Marlford Council 2\office`, { synced })),
    ).toBeNull();
    const named = String.raw`D:\People\moakes\OneDrive - Marlford Council\office`;
    expect(placeFault(windows(named))).toEqual({ kind: 'synced', by: 'OneDrive' });
    expect(placeFault(windows(String.raw`G:\My Drive\office`))).toMatchObject({ by: 'Google Drive' });
    expect(placeFault(windows(String.raw`D:\x`, { marks: ['Nextcloud'] }))).toMatchObject({
      by: 'Nextcloud',
    });
  });
});

describe('on Linux', () => {
  test.each(['nfs', 'nfs4', 'cifs', 'smb3', 'ceph', 'fuse.sshfs', 'fuse.rclone', 'fuse', 'davfs'])(
    '%s is on another computer',
    (type) => expect(placeFault(linux(type, '/data'))).toMatchObject({ kind: 'network' }),
  );
  test.each(['ext4', 'xfs', 'btrfs', 'tmpfs', 'overlay', 'zfs', 'fuseblk', 'fuse.gocryptfs'])(
    '%s is this computer’s own',
    (type) => expect(placeFault(linux(type, '/data'))).toBeNull(),
  );
  test('what the system runs from is its own, unless that is NFS', () => {
    expect(placeFault(linux('fuse', '/'))).toBeNull();
    expect(placeFault(linux('nfs4', '/'))).toMatchObject({ kind: 'network' });
  });
  test('the mount is the deepest that holds the folder, and of two on one place the later', () => {
    const info = [
      '22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw',
      '30 22 0:40 / /data rw,relatime shared:2 - ext4 /dev/sda2 rw',
      String.raw`31 30 0:41 / /data/m\040oakes rw shared:3 master:4 - ext4 /dev/sda3 rw`,
      String.raw`32 30 0:42 / /data/m\040oakes rw - nfs4 server:/datas rw`,
      '',
    ].join('\n');
    expect(mountOf('/data/m oakes/office', info)).toEqual({ type: 'nfs4', at: '/data/m oakes' });
    expect(mountOf('/data/m oakes2/office', info)).toEqual({ type: 'ext4', at: '/data' });
    expect(mountOf('/srv', info)).toEqual({ type: 'ext4', at: '/' });
    expect(mountOf('/srv', '')).toBeNull();
  });
});

test('the refusal says why, what was kept and what to do', () => {
  const { problem } = sharedFolder({ kind: 'synced', by: 'OneDrive' }, String.raw`C:\OneDrive\office`);
  expect(problem.code).toBe('shared_folder');
  expect(problem.message).toMatch(/kept in step by OneDrive.*Nothing was changed.*Ask IT to move the folder/);
});
