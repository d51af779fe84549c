import { createHash } from 'node:crypto';
import type { ReturnData } from '#shared/contract/returns.ts';
import { levelLabel, levels } from '#shared/codes/levels.ts';
import { financialYear, type Period } from '#shared/domain/quarter.ts';
import { budgetSummary, type SummaryRow } from '../budgets/summary.ts';
import { flowFacts } from '../children/children.service.ts';
import type { Context } from '../context.ts';
import { spendByCategory } from '../orders/reports.ts';
import { areas as listAreas, get as getSettings } from '../settings/settings.service.ts';
import {
  type Basis,
  type BudgetLine,
  type Budgets,
  budgetChecks,
  budgetTable,
  type SpentState,
} from './budget-table.ts';
import { type Check, type Flow, flowChecks, flowTable } from './flow-table.ts';
import * as queries from './returns.queries.ts';
import { spendChecks, type Spending, spendTable } from './spend-table.ts';

type Profile = ReturnData['profile'];

async function readFlow(context: Context, period: Period): Promise<Flow> {
  const facts = await flowFacts(context, period.from, period.to);
  const { areas } = await listAreas(context);
  const none = {
    openAtStart: 0,
    initiated: 0,
    repeats: 0,
    completed: 0,
    tacFormed: 0,
    closed: 0,
    openAtEnd: 0,
  };
  return {
    total: facts.total,
    areas: areas.map((area) => ({
      key: `area-${area.id}`,
      label: area.name,
      counts: facts.byArea.get(area.id) ?? none,
    })),
    levels: levels.map(({ level }) => ({
      key: `level-${level}`,
      label: levelLabel(level),
      counts: facts.byLevel.get(level) ?? none,
    })),
  };
}

const toLine = (row: SummaryRow): BudgetLine => ({
  key: row.key,
  // By staff code: a return is about money, not about who spends it (10.12).
  label: row.ownerKind === 'person' ? `Staff code ${row.ownerId}` : row.label,
  kind: row.kind,
  allocation: row.allocationPence,
  transfers: row.transfersPence,
  pending: row.balance.pending,
  committed: row.balance.committed,
  accrued: row.balance.accrued,
  actual: row.balance.spent,
  available: row.balance.available,
});

/** Budgets of single CAFs become one line a fund: a family is not named, and every reader gets the same figures. */
function withoutCafs(rows: SummaryRow[]): BudgetLine[] {
  const lines: BudgetLine[] = [];
  for (const row of rows) {
    const line = toLine(row);
    const last = lines.at(-1);
    if (row.ownerKind !== 'caf') lines.push(line);
    else if (last?.key.startsWith('cafs-')) addTo(last, line);
    else lines.push({ ...line, key: `cafs-${line.key}`, label: 'Budgets of single CAFs' });
  }
  return lines;
}

function addTo(line: BudgetLine, more: BudgetLine): void {
  line.allocation += more.allocation;
  line.transfers += more.transfers;
  line.pending += more.pending;
  line.committed += more.committed;
  line.accrued += more.accrued;
  line.actual += more.actual;
  line.available += more.available;
}

async function readBudgets(context: Context, period: Period): Promise<Budgets> {
  const rows = await budgetSummary(context, period);
  const parts = await queries.fundParts(context.db, financialYear(period.to).code, period.to);
  const basisOf = (key: string, state: SpentState): Basis => {
    const wanted = state === 'actual' ? 'spent' : state;
    return basisFrom(
      parts.filter((part) => part.state === wanted && (key === 'total' || key === `fund-${part.fundId}`)),
    );
  };
  return { lines: withoutCafs(rows), basisOf };
}

function basisFrom(parts: queries.FundPart[]): Basis {
  const sums = (pick: (part: queries.FundPart) => number | null) => {
    const found = new Map<number | null, number>();
    for (const part of parts) found.set(pick(part), (found.get(pick(part)) ?? 0) + part.pence);
    return found;
  };
  const byCaf = sums((part) => part.cafId);
  const all = [...byCaf.values(), ...sums((part) => part.providerId).values()];
  return { episodes: byCaf.size, largestPence: Math.max(0, ...all) };
}

async function readSpending(context: Context, { from, to }: Period): Promise<Spending> {
  const spend = await spendByCategory(context, from, to);
  const largest = await queries.largestShares(context.db, from, to);
  return {
    rows: spend.categories.map((row) => ({ ...row, largestPence: largest.get(row.category) ?? 0 })),
    total: {
      orders: spend.orders,
      episodes: spend.episodes,
      ...(await queries.spendTotals(context.db, from, to)),
      largestPence: largest.get('') ?? 0,
    },
  };
}

/** JSON with its keys in order and no spaces, so that equal data has equal text. */
function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
    return `{${entries.map(([key, entry]) => `${JSON.stringify(key)}:${canonical(entry)}`).join(',')}}`;
  }
  return JSON.stringify(value);
}

/** The hash of a return's figures: SHA-256 over canonical JSON of period, profile and tables. */
export function hashOf(data: Pick<ReturnData, 'period' | 'profile' | 'tables'>): string {
  const { period, profile, tables } = data;
  return createHash('sha256').update(canonical({ period, profile, tables })).digest('hex');
}

/** A published return says whether a check holds, not with which figures: they may be hidden ones. */
function worded(checks: Check[], published: boolean): ReturnData['checks'] {
  return published
    ? checks.map(({ name, ok }) => ({ name, ok, detail: ok ? 'Holds' : 'Does not hold' }))
    : checks;
}

/**
 * A quarter's return, calculated one way for every format: R1, B1 and B2 (domain 10.1, 10.12, 10.13), exact for the
 * office (`internal`) or with small and telling figures hidden (`published`, 10.22). Money is pence, shares are
 * basis points. The same office and quarter give the same hash, whoever asks.
 */
export async function computeReturn(context: Context, period: Period, profile: Profile): Promise<ReturnData> {
  const published = profile === 'published';
  const flow = await readFlow(context, period);
  const budgets = await readBudgets(context, period);
  const spending = await readSpending(context, period);
  const tables = [
    flowTable(flow, published),
    budgetTable(budgets, published),
    spendTable(spending, published),
  ];
  const checks = [
    ...flowChecks(flow),
    ...budgetChecks(budgets, await queries.ledgerSum(context.db, period.to)),
    ...spendChecks(spending, await queries.committedFor(context.db, period.from, period.to)),
  ];
  return {
    office: (await getSettings(context)).trustName,
    period: period.code,
    from: period.from,
    to: period.to,
    profile,
    classification: published ? 'Published' : 'OFFICIAL-SENSITIVE',
    extractedAt: context.now,
    preparedBy: context.person.name,
    softwareVersion: context.desk.options.version,
    hash: hashOf({ period: period.code, profile, tables }),
    tables,
    checks: worded(checks, published),
  };
}
