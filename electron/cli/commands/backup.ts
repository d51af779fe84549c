import path from 'node:path';
import type { Command } from '../commands.ts';
import { printJson } from '../output.ts';
import { withSession } from '../session.ts';

/** Makes a verified backup. */
export const backup: Command = {
  name: 'backup',
  summary: 'Make a dated, encrypted backup, opened again and checked',
  options: { to: { value: 'DIR', help: 'where to; the office’s own backups folder unless told' } },
  run: (values) =>
    withSession(values, ['backups.manage'], async (session) => {
      const to = values.text('to');
      const made = await session.do('backups.make', to ? { folder: session.file(to, 'write') } : {});
      await printJson({ ...made, path: path.join(made.folder, made.file) });
      return 0;
    }),
};
