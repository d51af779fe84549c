import type { ReturnTable } from '#shared/contract/returns.ts';
import { formatPounds } from '#shared/domain/money.ts';
import {
  type MoneyCell,
  type Published,
  SUPPRESSED,
  suppressMoney,
  suppressMoneyWithTotals,
} from '#shared/domain/suppression.ts';
import type { Check } from './flow-table.ts';

/** Where one fund's or budget's money was at the period's end, in pence. */
export type BudgetLine = {
  key: string;
  label: string;
  kind: 'fund' | 'budget' | 'total';
  allocation: number;
  transfers: number;
  pending: number;
  committed: number;
  accrued: number;
  actual: number;
  available: number;
};
/** What an amount rests on: how many episodes, and the most that one child or one provider has of it, in pence. */
export type Basis = { episodes: number; largestPence: number };
/** The money columns that rest on purchases for children. */
export type SpentState = 'pending' | 'committed' | 'accrued' | 'actual';
/** Everything B1 is made of; `basisOf` is asked for funds and for the total only. */
export type Budgets = { lines: BudgetLine[]; basisOf: (key: string, state: SpentState) => Basis };

const columns: ReturnTable['columns'] = [
  { key: 'allocation', label: 'Allocation', kind: 'pence' },
  { key: 'transfers', label: 'Transfers', kind: 'pence' },
  { key: 'pending', label: 'Pending', kind: 'pence' },
  { key: 'committed', label: 'Committed', kind: 'pence' },
  { key: 'accrued', label: 'Accrued', kind: 'pence' },
  { key: 'actual', label: 'Actual', kind: 'pence' },
  { key: 'available', label: 'Available', kind: 'pence' },
  { key: 'spent', label: 'Spent', kind: 'share' },
];

type Shown = Record<SpentState | 'available' | 'allocation' | 'transfers', Published>;

const given = (line: BudgetLine) => line.allocation + line.transfers;
const used = (line: BudgetLine) => line.committed + line.accrued + line.actual;

/** Actual as a share of what was given, in basis points rounded to tenths of a per cent; null when nothing was. */
function spentShare(line: BudgetLine): number | null {
  const whole = given(line);
  return whole <= 0 ? null : Math.floor((2000 * line.actual + whole) / (2 * whole)) * 10;
}

/** What is still there, and what was given, tell of no child. */
const open = (pence: number): MoneyCell => ({ pence, episodes: Infinity, largestPence: 0 });

/** Hides amounts that rest on few, and enough others that none follows from `given = committed + accrued + actual + available`. */
function protect({ lines, basisOf }: Budgets): Shown[] {
  const cell = (line: BudgetLine, state: SpentState): MoneyCell => ({
    pence: line[state],
    ...basisOf(line.key, state),
  });
  const table = suppressMoneyWithTotals(
    lines.map((line) => [
      cell(line, 'committed'),
      cell(line, 'accrued'),
      cell(line, 'actual'),
      open(line.available),
      open(given(line)),
    ]),
  );
  const pendings = lines.map((line) => cell(line, 'pending'));
  const total = pendings.pop() ?? open(0);
  const pending = suppressMoney(pendings, total);
  return lines.map((line, index) => ({
    allocation: table[index]?.[4] === SUPPRESSED ? SUPPRESSED : line.allocation,
    transfers: table[index]?.[4] === SUPPRESSED ? SUPPRESSED : line.transfers,
    pending: pending[index] ?? 0,
    committed: table[index]?.[0] ?? 0,
    accrued: table[index]?.[1] ?? 0,
    actual: table[index]?.[2] ?? 0,
    available: table[index]?.[3] ?? 0,
  }));
}

function cellsOf(line: BudgetLine, shown: Shown) {
  return [
    shown.allocation,
    shown.transfers,
    shown.pending,
    shown.committed,
    shown.accrued,
    shown.actual,
    shown.available,
    shown.actual === SUPPRESSED ? SUPPRESSED : spentShare(line),
  ];
}

/** B1 (domain 10.12): each fund and, for the office only, the budgets it was shared out to. */
export function budgetTable(budgets: Budgets, published: boolean): ReturnTable {
  // Budgets of single people and CAFs are small enough to tell whose they are.
  const lines = published ? budgets.lines.filter((line) => line.kind !== 'budget') : budgets.lines;
  const shown: Shown[] = published ? protect({ ...budgets, lines }) : lines;
  return {
    code: 'B1',
    title: 'Budget summary',
    basis: 'The ledger at the end of the quarter, for the budgets of its financial year. Net of VAT.',
    columns,
    rows: lines.map((line, index) => ({
      key: line.key,
      label: line.label,
      kind: line.kind === 'budget' ? 'row' : 'total',
      cells: cellsOf(line, shown[index] ?? line),
    })),
    notes: [
      'Allocation + transfers = committed + accrued + actual + available. Pending is asked for and not yet ordered; it is part of available.',
      'Forecast and variance are left out: the office records no forecast yet.',
      ...(published ? ['Budgets within a fund are left out: some belong to one person or one family.'] : []),
    ],
  };
}

const sumOf = (lines: BudgetLine[], pick: (line: BudgetLine) => number) =>
  lines.reduce((sum, line) => sum + pick(line), 0);

/** What must hold of B1. `ledgerPence` is the sum of all entries up to the period's end: nought. */
export function budgetChecks({ lines }: Budgets, ledgerPence: number): Check[] {
  const total = lines.find((line) => line.kind === 'total');
  const funds = lines.filter((line) => line.kind === 'fund');
  const parts = lines.filter((line) => line.kind === 'budget');
  const amounts = [given, used, (line: BudgetLine) => line.pending, (line: BudgetLine) => line.available];
  const addUp =
    !total ||
    amounts.every((pick) => sumOf(funds, pick) === pick(total) && sumOf(parts, pick) === pick(total));
  const wrong = lines.filter((line) => given(line) !== used(line) + line.available);
  return [
    {
      name: 'B1: allocation + transfers = committed + accrued + actual + available',
      ok: wrong.length === 0,
      detail: total
        ? `${formatPounds(given(total))} = ${formatPounds(used(total))} + ${formatPounds(total.available)}, and in every row`
        : 'No funds yet',
    },
    {
      name: 'B1: budgets add up to their funds, and funds to the total',
      ok: addUp,
      detail: `Funds: ${funds.length}; budgets: ${parts.length}`,
    },
    {
      name: 'B1: the ledger balances to zero at the end of the quarter',
      ok: ledgerPence === 0,
      detail: formatPounds(ledgerPence),
    },
  ];
}
