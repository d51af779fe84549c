import type { Command } from '../commands.ts';
import { printJson, tell } from '../output.ts';
import { withSession } from '../session.ts';

/** Checks the whole office; exit code 1 when a check fails. */
export const verify: Command = {
  name: 'verify',
  summary: 'Check the whole office: file, ledger, balances, numbers, papers, audit trail',
  options: {},
  run: (values) =>
    withSession(values, [], async (session) => {
      const result = await session.do('assurance.verify', {});
      await printJson(result);
      const wrong = result.checks.filter((check) => !check.ok);
      for (const check of wrong) tell(`${check.name}: ${check.detail}`);
      return result.ok ? 0 : 1;
    }),
};
