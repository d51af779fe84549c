import type { Balance } from '../contract/budgets.ts';

/** Sums of a budget's five states, in pence. */
export type StateSums = Partial<Record<'available' | 'pending' | 'committed' | 'accrued' | 'spent', number>>;

/**
 * The balance of domain 3.13 from the ledger's states. The ledger keeps what can still be asked for in its
 * `available` state; the domain's *available* still counts pending requests, so it adds them back.
 */
export function balanceOf(sums: StateSums): Balance {
  const { available: headroom = 0, pending = 0, committed = 0, accrued = 0, spent = 0 } = sums;
  return {
    allocated: headroom + pending + committed + accrued + spent,
    pending,
    committed,
    accrued,
    spent,
    available: headroom + pending,
    headroom,
  };
}

/** Balances added up. */
export function addBalances(balances: readonly Balance[]): Balance {
  const total = balanceOf({});
  for (const balance of balances) {
    for (const key of Object.keys(total) as (keyof Balance)[]) total[key] += balance[key];
  }
  return total;
}
