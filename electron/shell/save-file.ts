import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { OfficeProblem } from '#shared/problems.ts';
import { errorCode } from './error-code.ts';

/**
 * Writes a file whole or not at all: beside its place first, then moved into it. A file that was there stays
 * until the new one is complete on the disk. Throws an `OfficeProblem` in words when it cannot be done.
 */
export async function saveFile(file: string, bytes: Uint8Array): Promise<void> {
  const unfinished = path.join(path.dirname(file), `.${randomUUID()}.part`);
  try {
    await writeThrough(unfinished, bytes);
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true }).catch(() => undefined);
    throw saveProblem(errorCode(error), path.basename(file));
  }
}

async function writeThrough(file: string, bytes: Uint8Array): Promise<void> {
  const handle = await open(file, 'wx');
  try {
    await handle.writeFile(bytes);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

function saveProblem(code: string, name: string): OfficeProblem {
  if (code === 'ENOSPC' || code === 'EDQUOT') {
    return new OfficeProblem(
      'disk_full',
      `The disk is full, so ${name} was not saved. Make room or choose another place, then save it again.`,
    );
  }
  if (code === 'EBUSY' || code === 'ETXTBSY' || (code === 'EPERM' && process.platform === 'win32')) {
    return new OfficeProblem(
      'folder_unwritable',
      `${name} was not saved because another program has it open. Close it there or choose another name, then save it again.`,
    );
  }
  return new OfficeProblem(
    'folder_unwritable',
    `${name} was not saved because this account may not write to that folder, or the folder is no longer there. Choose another one.`,
  );
}
