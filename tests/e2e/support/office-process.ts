import type { ElectronApplication } from '@playwright/test';

/** The number of the process that keeps the records. */
export async function officeProcess(app: ElectronApplication): Promise<number> {
  const pids = await app.evaluate(({ app: electron }) =>
    electron
      .getAppMetrics()
      .filter((one) => one.type === 'Utility' && one.name === 'Trust Desk office')
      .map((one) => one.pid),
  );
  const [pid] = pids;
  if (pid === undefined || pids.length > 1) throw new Error(`There are ${pids.length} office processes.`);
  return pid;
}
