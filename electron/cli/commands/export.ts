import type { Command } from '../commands.ts';
import { printJson } from '../output.ts';
import { withSession } from '../session.ts';

/** Takes everything out as CSV. */
export const exportAll: Command = {
  name: 'export',
  summary: 'Take everything out: every table as CSV with a manifest, not encrypted',
  options: { to: { value: 'DIR', needed: true, help: 'an empty folder, or one to make a new folder in' } },
  run: (values) =>
    withSession(values, ['takeout.export'], async (session) => {
      const folder = session.file(values.needed('to'), 'write');
      await printJson(await session.do('takeout.export', { folder }));
      return 0;
    }),
};
