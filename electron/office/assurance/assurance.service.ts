import type { Output } from '#shared/contract/index.ts';
import { gateLabels } from '#shared/domain/gates.ts';
import { type Role, roles } from '#shared/domain/roles.ts';
import type { Context } from '../context.ts';
import { gateCounts } from '../orders/reports.ts';
import { stopsByGate } from './audit.queries.ts';

/** What the gates said of issued orders, who approved them, and who held money without training. */
export async function overview(context: Context): Promise<Output<'assurance.overview'>> {
  const counts = await gateCounts(context);
  const stops = await stopsByGate(context.db);
  const of = (gate: string, verdict: string) =>
    counts.gates
      .filter((row) => row.gate === gate && row.verdict === verdict)
      .reduce((sum, row) => sum + row.count, 0);
  const known = [...new Set([...Object.keys(gateLabels), ...counts.gates.map((row) => row.gate)])];
  return {
    issued: counts.issued,
    passedEveryGate: counts.passedEveryGate,
    gates: known.map((gate) => ({
      gate,
      label: gateLabels[gate] ?? gate,
      warned: of(gate, 'warn'),
      stopped: stops.get(gate) ?? 0,
    })),
    tiers: counts.tiers.map((row) => ({ ...row, label: roles[row.tier as Role] ?? row.tier })),
    // The lead gate stops an untrained holder, so this is nought unless somebody went round it.
    untrainedIssues: of('lead', 'stop') + of('lead', 'warn'),
  };
}
