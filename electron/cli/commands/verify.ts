import type { Verification } from '#shared/contract/assurance.ts';
import { OfficeProblem } from '#shared/problems.ts';
import type { Command } from '../commands.ts';
import { printJson, tell } from '../output.ts';
import { withSession } from '../session.ts';

async function report(result: Verification): Promise<number> {
  await printJson(result);
  for (const check of result.checks.filter(({ ok }) => !ok)) tell(`${check.name}: ${check.detail}`);
  return result.ok ? 0 : 1;
}

/** An office whose trail is broken opens for nobody by itself: what start-up found is the result. */
function foundAtStart(error: unknown): Verification {
  if (!(error instanceof OfficeProblem) || error.problem.code !== 'broken_trail') throw error;
  const { details = [] } = error.problem;
  return {
    ok: false,
    checks: details.map(({ message }) => ({ name: 'start_up', ok: false, detail: message })),
  };
}

/** Checks the whole office; exit code 1 when a check fails. */
export const verify: Command = {
  name: 'verify',
  summary: 'Check the whole office: file, ledger, balances, numbers, papers, audit trail',
  options: {},
  run: async (values) => {
    try {
      return await withSession(values, [], async (session) =>
        report(await session.do('assurance.verify', {})),
      );
    } catch (error) {
      return report(foundAtStart(error));
    }
  },
};
