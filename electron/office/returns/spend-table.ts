import { commissioningTypes, purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import { labelIn } from '#shared/codes/list.ts';
import type { ReturnTable } from '#shared/contract/returns.ts';
import { formatPounds, splitByShares } from '#shared/domain/money.ts';
import {
  type MoneyCell,
  type Published,
  SUPPRESSED,
  suppressMoneyWithTotals,
  suppressRate,
  suppressWithTotals,
} from '#shared/domain/suppression.ts';
import type { Check } from './flow-table.ts';

/** Orders and money, in pence, of one category or of all. */
export type Spend = {
  orders: number;
  episodes: number;
  netPence: number;
  vatPence: number;
  grossPence: number;
};
/** A category's spend, and the most of its net that one child or one provider has. */
export type CategorySpend = Spend & { category: string; largestPence: number };
/** Everything B2 is made of. Orders and episodes of the total are counted once, whatever they bought. */
export type Spending = { rows: CategorySpend[]; total: Spend & { largestPence: number } };

const columns: ReturnTable['columns'] = [
  { key: 'orders', label: 'Orders', kind: 'count' },
  { key: 'episodes', label: 'Episodes', kind: 'count' },
  { key: 'net', label: 'Net', kind: 'pence' },
  { key: 'vat', label: 'VAT recovered', kind: 'pence' },
  { key: 'gross', label: 'Gross', kind: 'pence' },
  { key: 'perOrder', label: 'Net per order', kind: 'pence' },
  { key: 'perEpisode', label: 'Net per episode', kind: 'pence' },
  { key: 'share', label: 'Share of net', kind: 'share' },
  { key: 'type', label: 'Type', kind: 'text' },
];

/** Whole pence, halves up; null when there is nothing to divide by. */
function mean(pence: number, count: number): number | null {
  return count === 0 ? null : Math.floor((2 * pence + count) / (2 * count));
}

/** Shares in basis points, in whole tenths of a per cent that add up to 100 per cent. */
function sharesOf(nets: number[]): number[] {
  return nets.every((net) => net === 0)
    ? nets.map(() => 0)
    : splitByShares(1000, nets).map((tenths) => tenths * 10);
}

/** Every category of the list in its order, those without orders as noughts, then any the list does not have. */
function fillUp(spending: Spending): CategorySpend[] {
  const none = { orders: 0, episodes: 0, netPence: 0, vatPence: 0, grossPence: 0, largestPence: 0 };
  const listed = purchaseCategories.map(
    ({ code }) => spending.rows.find((row) => row.category === code) ?? { category: code, ...none },
  );
  return [
    ...listed,
    ...spending.rows.filter((row) => !purchaseCategories.some(({ code }) => code === row.category)),
  ];
}

function typeOf(category: string): string {
  const type = purchaseCategories.find(({ code }) => code === category)?.type ?? '';
  return labelIn(commissioningTypes, type);
}

type Shown = { orders: Published; episodes: Published; net: Published; vat: Published; gross: Published };

const exact = (spend: Spend): Shown => ({
  orders: spend.orders,
  episodes: spend.episodes,
  net: spend.netPence,
  vat: spend.vatPence,
  gross: spend.grossPence,
});

/** Hides counts below five and money that rests on fewer than five episodes or mostly on one (10.22), rows and total together. */
function protect(spends: (Spend & { largestPence: number })[]): Shown[] {
  const list = (pick: (spend: Spend) => number): Published[] =>
    suppressWithTotals(spends.map((spend) => [pick(spend), pick(spend)])).map((row) => row[0] ?? 0);
  const orders = list((spend) => spend.orders);
  const episodes = list((spend) => spend.episodes);
  const money = suppressMoneyWithTotals(
    spends.map((spend) => {
      // VAT and gross rest on the same purchases as the net, so they are hidden with it.
      const telling = { episodes: spend.episodes, share: spend.largestPence };
      const cell = (pence: number): MoneyCell => ({
        pence,
        episodes: telling.episodes,
        largestPence:
          spend.netPence <= 0
            ? 0
            : Math.floor((2 * pence * telling.share + spend.netPence) / (2 * spend.netPence)),
      });
      return [cell(spend.netPence), cell(spend.vatPence), cell(spend.grossPence)];
    }),
  );
  return spends.map((_, index) => ({
    orders: orders[index] ?? 0,
    episodes: episodes[index] ?? 0,
    net: money[index]?.[0] ?? 0,
    vat: money[index]?.[1] ?? 0,
    gross: money[index]?.[2] ?? 0,
  }));
}

function rateOf(rate: number | null, numerator: Published, denominator: Published, published: boolean) {
  if (rate === null || !published) return rate;
  return suppressRate(rate, numerator, denominator);
}

function cellsOf(spend: Spend, shown: Shown, share: number, type: string, published: boolean) {
  return [
    shown.orders,
    shown.episodes,
    shown.net,
    shown.vat,
    shown.gross,
    rateOf(mean(spend.netPence, spend.orders), shown.net, shown.orders, published),
    rateOf(mean(spend.netPence, spend.episodes), shown.net, shown.episodes, published),
    shown.net === SUPPRESSED ? SUPPRESSED : share,
    type,
  ];
}

/** B2 (domain 10.13): spend by purchase category, exact or with telling figures hidden. */
export function spendTable(spending: Spending, published: boolean): ReturnTable {
  const rows = fillUp(spending);
  const all = [...rows, spending.total];
  const shown = published ? protect(all) : all.map(exact);
  const shares = sharesOf(rows.map((row) => row.netPence));
  const total = shown.at(-1) ?? exact(spending.total);
  const whole = shares.reduce((sum, share) => sum + share, 0);
  return {
    code: 'B2',
    title: 'Spend by category',
    basis:
      'Orders issued in the quarter and not cancelled, by the day of issue. Money net of VAT unless it says otherwise.',
    columns,
    rows: [
      ...rows.map((row, index) => ({
        key: row.category,
        label: labelIn(purchaseCategories, row.category),
        kind: 'row' as const,
        cells: cellsOf(row, shown[index] ?? exact(row), shares[index] ?? 0, typeOf(row.category), published),
      })),
      {
        key: 'total',
        label: 'All categories',
        kind: 'total' as const,
        cells: cellsOf(spending.total, total, whole, '', published),
      },
    ],
    notes: [
      'An order or an episode with several categories counts in each, and once in the total.',
      'VAT is the council’s to recover; budgets carry the net.',
    ],
  };
}

/** What must hold of B2. `committedPence` is what the ledger holds for the same orders. */
export function spendChecks({ rows, total }: Spending, committedPence: number): Check[] {
  const sum = (pick: (spend: Spend) => number) => rows.reduce((added, row) => added + pick(row), 0);
  const addsUp =
    sum((row) => row.netPence) === total.netPence &&
    sum((row) => row.vatPence) === total.vatPence &&
    sum((row) => row.grossPence) === total.grossPence;
  return [
    {
      name: 'B2: categories add up to the total, and net + VAT = gross',
      ok: addsUp && [...rows, total].every((row) => row.netPence + row.vatPence === row.grossPence),
      detail: `${formatPounds(total.netPence)} + ${formatPounds(total.vatPence)} = ${formatPounds(total.grossPence)}`,
    },
    {
      name: 'B2: net total = what the ledger has committed or spent for these orders',
      ok: total.netPence === committedPence,
      detail: `${formatPounds(total.netPence)} in B2, ${formatPounds(committedPence)} in the ledger`,
    },
  ];
}
