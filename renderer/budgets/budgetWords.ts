import { purchaseCategories } from '#shared/codes/purchaseCategories.ts';
import { labelIn } from '#shared/codes/list.ts';
import type { Output } from '#shared/contract/index.ts';
import type { Balance } from '#shared/contract/budgets.ts';
import { financialYear, parseFinancialYear } from '#shared/domain/quarter.ts';
import type { LinkTarget } from '#renderer/components/RouteLink.tsx';
import type { EntriesSearch } from './budgetsSearch.ts';

/** Funds and budgets as their page reads them. */
export type Listed = Output<'budgets.list'>;
/** A fund of the list. */
export type Fund = Listed['funds'][number];
/** A budget of the list. */
export type Budget = Listed['budgets'][number];
/** A place a pound can be in, as the address of its entries names it. */
export type State = NonNullable<EntriesSearch['state']>;

/** What a figure of each state is called, in table heads and titles. */
export const stateWords: Record<State, string> = {
  source: 'Received',
  unallocated: 'Not allocated',
  allocated: 'Allocated',
  pending: 'Pending',
  committed: 'Committed',
  accrued: 'Accrued',
  spent: 'Spent',
  available: 'Left',
};

/** Where the money of a budget can be, in the order of its columns; all but the first add up to the first. */
export const balanceStates = ['allocated', 'pending', 'committed', 'accrued', 'spent', 'available'] as const;

/** The figure of one state, in pence. What is left is what can still be asked for, so that the columns add up. */
export function figureOf(balance: Balance, state: (typeof balanceStates)[number]): number {
  return state === 'available' ? balance.headroom : balance[state];
}

/** The address of the entries behind a figure. */
export function entriesTarget(search: EntriesSearch): LinkTarget {
  return { to: '/budgets/entries', search };
}

/** What of a fund went to budgets of other years than the one shown, in pence. */
export function otherYears(fund: Fund): number {
  return fund.receivedPence - fund.unallocatedPence - fund.balance.allocated;
}

/** The kinds of owner, in the order in which budgets are shown. */
export const ownerKinds: { kind: Budget['ownerKind']; label: string }[] = [
  { kind: 'area', label: 'Areas' },
  { kind: 'team', label: 'Teams' },
  { kind: 'person', label: 'People' },
  { kind: 'caf', label: 'Single CAFs' },
];

const kindWords: Record<string, string> = {
  receive: 'Received',
  allocate: 'Allocated',
  transfer: 'Moved between budgets',
  hold: 'Held for a request',
  unhold: 'No longer held',
  commit: 'Committed to an order',
  accrue: 'Delivered, not yet paid',
  spend: 'Spent',
  release: 'Released from an order',
  recover_vat: 'VAT recovered',
  carry_forward: 'Carried forward',
};

/** What a posting did, in words. */
export function kindWord(kind: string): string {
  return kindWords[kind] ?? kind;
}

/** The words for categories, in the order of the list. */
export function categoryWords(codes: readonly string[]): string {
  return codes.map((code) => labelIn(purchaseCategories, code)).join('; ');
}

/** How much of a financial year is over, 0 to 1: `gone` (of today's year, in basis points), or all or nothing. */
export function yearGone(code: string, today: string, goneBp: number): number {
  const year = parseFinancialYear(code);
  if (!year || year.to < today) return 1;
  return year.from > today ? 0 : goneBp / 10_000;
}

/** The codes of the financial years from one day to another, earliest first; thirty at most. */
export function yearsBetween(from: string, to: string): string[] {
  const years: string[] = [];
  const last = financialYear(to).code;
  for (let year = Number(financialYear(from).from.slice(0, 4)); years.length < 30; year += 1) {
    const { code } = financialYear(`${year}-04-01`);
    if (code > last) break;
    years.push(code);
  }
  return years;
}

/** Whether a fund has anything to do with a financial year: it runs in it, or money was put there. */
export function runsIn(fund: Fund, code: string): boolean {
  const year = parseFinancialYear(code);
  if (fund.balance.allocated !== 0 || !year) return true;
  return fund.startOn <= year.to && fund.endOn >= year.from;
}
